import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Modal from '@cloudscape-design/components/modal';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { missingAction } from '../frame/failure-words.js';
import { Dialog } from '../frame/dialog.js';
import { ActionButton } from '../frame/permissions.js';
import { perform } from '../operations.js';
import { useWords } from '../words.js';
import { ChangePasswordFields, isComplete, NO_CHANGE } from './change-password-fields.js';
import { useBecome, useSession } from './session-query.js';

/** An IAM user's own password. Whoever changes it is signed out: every session of the old one ends. */
export function UserPassword(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const become = useBecome();
  const session = useSession();
  const [open, setOpen] = useState<'form' | 'done'>();
  const leave = (): void => { become(null); void navigate({ to: '/sign-in' }); };
  return (
    <Container header={<Header variant="h2" description={t('security.passwordHint')} actions={<ActionButton action="iam:ChangePassword" resource={session.data?.arn} onClick={() => setOpen('form')}>{t('security.changePassword')}</ActionButton>}>{t('session.password')}</Header>}>
      {open === 'form' ? <ChangeDialog onClose={() => setOpen(undefined)} onDone={() => setOpen('done')} /> : null}
      {open === 'done' ? (
        <Modal visible header={t('security.passwordChanged')} onDismiss={leave} closeAriaLabel={t('frame.close')} footer={<Button variant="primary" onClick={leave}>{t('session.signIn')}</Button>}>{t('security.passwordChangedText')}</Modal>
      ) : null}
    </Container>
  );
}

function ChangeDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const [value, setValue] = useState(NO_CHANGE);
  // Nothing is read again afterwards: the session is over.
  const change = useMutation<unknown, ApiFailure, undefined>({ mutationFn: () => perform('iam:ChangePassword', { OldPassword: value.current, NewPassword: value.next }) });
  const wrong = change.error?.code === 'AccessDenied' && missingAction(change.error) === undefined;
  return (
    <Dialog
      title={t('security.changePassword')} confirm={t('security.changePassword')} busy={change.isPending} failure={wrong ? null : change.error} blocked={!isComplete(value)} onClose={onClose}
      onConfirm={async () => { await change.mutateAsync(undefined); onDone(); }}
    >
      <div>{t('security.signedOutAfter')}</div>
      <ChangePasswordFields value={value} wrong={wrong} onChange={next => { setValue(next); change.reset(); }} />
    </Dialog>
  );
}
