import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

const NAME_LENGTH_MAX = 100;

/** Accounts > New account > Account name > Create account (guide, GST-04). It begins as a Team account (GST-05). */
export function NewAccountDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const create = useOperationChange('CreateAccount');
  const [name, setName] = useState('');
  const wrong = name.trim() === '' || name.length > NAME_LENGTH_MAX;
  const submit = async (): Promise<void> => {
    if (wrong) return;
    const { Account } = await create.run({ Name: name.trim() });
    flash.done(t('accounts.createdText', { name: name.trim() }));
    onClose();
    if (Account !== undefined) await navigate({ to: `/accounts/${Account.AccountId}/users` });
  };
  return (
    <Modal
      visible header={t('accounts.new')} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{t('frame.cancel')}</Button>
            <Button variant="primary" loading={create.busy} disabled={wrong} onClick={() => void submit().catch(() => undefined)}>{t('accounts.create')}</Button>
          </SpaceBetween>
        </Box>
      )}
    >
      <form onSubmit={event => { event.preventDefault(); void submit().catch(() => undefined); }}>
        <SpaceBetween size="m">
          <FormField label={t('accounts.accountName')} constraintText={t('accounts.nameHint')}><Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus /></FormField>
          <Box color="text-body-secondary">{t('accounts.newHint')}</Box>
          {create.failure ? <Failure error={create.failure} /> : null}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
