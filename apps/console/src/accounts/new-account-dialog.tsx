import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

export const ACCOUNT_NAME_LENGTH_MAX = 100;

/** Accounts > New account > Account name > Create account (guide, GST-04). It begins as a Team account (GST-05). */
export function NewAccountDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const create = useOperationChange('CreateAccount');
  const [name, setName] = useState('');
  const submit = async (): Promise<void> => {
    const { Account } = await create.run({ Name: name.trim() });
    flash.done(t('accounts.createdText', { name: name.trim() }));
    onClose();
    if (Account !== undefined) await navigate({ to: `/accounts/${Account.AccountId}/users` as '/accounts' });
  };
  return (
    <Dialog title={t('accounts.new')} confirm={t('accounts.create')} onConfirm={submit} onClose={onClose} busy={create.busy} blocked={name.trim() === '' || name.length > ACCOUNT_NAME_LENGTH_MAX} failure={create.failure}>
      <FormField label={t('accounts.accountName')} constraintText={t('accounts.nameHint')}><Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus /></FormField>
      <Box color="text-body-secondary">{t('accounts.newHint')}</Box>
    </Dialog>
  );
}
