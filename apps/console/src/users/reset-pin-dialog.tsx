import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { nameOf, type User } from './model.js';

/** User detail > User actions > Reset personal PIN > Confirm (guide, PIN-02). */
export function ResetPinDialog({ accountId, user, onClose }: { accountId: string; user: User; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const reset = useOperationChange('ResetPersonalPIN');
  const submit = async (): Promise<void> => {
    const { User: after } = await reset.run({ AccountId: accountId, UserId: user.UserId });
    flash.done(t('users.pinReset', { name: nameOf(user), pin: after?.PersonalPIN ?? '' }));
    onClose();
  };
  return (
    <Modal
      visible header={t('users.resetPin')} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{t('frame.cancel')}</Button>
            <Button variant="primary" loading={reset.busy} onClick={() => void submit().catch(() => undefined)}>{t('users.confirm')}</Button>
          </SpaceBetween>
        </Box>
      )}
    >
      <SpaceBetween size="m">
        <Box>{t('users.resetPinText', { name: nameOf(user), pin: user.PersonalPIN ?? '' })}</Box>
        <Box>{t('users.resetPinOld')}</Box>
        {reset.failure ? <Failure error={reset.failure} /> : null}
      </SpaceBetween>
    </Modal>
  );
}
