import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { changeRootPassword } from '@carillon/wire/rest/console.js';
import { useFlash } from '../frame/flash.js';
import { Dialog } from '../frame/dialog.js';
import { api } from '../operations.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { ChangePasswordFields, isComplete, NO_CHANGE, type PasswordChange } from './change-password-fields.js';

/** The root user's password: its other sessions end, this one goes on. */
export function RootPassword(): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Container header={<Header variant="h2" description={t('security.rootPasswordHint')} actions={<Button onClick={() => setOpen(true)}>{t('security.changePassword')}</Button>}>{t('session.password')}</Header>}>
      {open ? <ChangeDialog onClose={() => setOpen(false)} /> : null}
    </Container>
  );
}

function ChangeDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [value, setValue] = useState(NO_CHANGE);
  const change = useChange(({ current, next }: PasswordChange) => api.call(changeRootPassword, { body: { current, next } }));
  const wrong = isFailure(change.failure, 'password-wrong');
  const submit = async (): Promise<void> => {
    await change.run(value);
    flash.done(t('security.rootPasswordChanged'));
    onClose();
  };
  return (
    <Dialog title={t('security.changePassword')} confirm={t('security.changePassword')} busy={change.busy} failure={wrong ? null : change.failure} blocked={!isComplete(value)} onConfirm={submit} onClose={onClose}>
      <ChangePasswordFields value={value} wrong={wrong} onChange={next => { setValue(next); change.reset(); }} />
    </Dialog>
  );
}
