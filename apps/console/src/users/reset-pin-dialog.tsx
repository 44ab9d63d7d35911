import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
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
    <Dialog title={t('users.resetPin')} confirm={t('users.confirm')} onConfirm={submit} onClose={onClose} busy={reset.busy} failure={reset.failure}>
      <Box>{t('users.resetPinText', { name: nameOf(user), pin: user.PersonalPIN ?? '' })}</Box>
      <Box>{t('users.resetPinOld')}</Box>
    </Dialog>
  );
}
