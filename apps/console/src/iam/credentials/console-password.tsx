import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Failure } from '../../frame/failure.js';
import { useFlash } from '../../frame/flash.js';
import { ActionButton } from '../../frame/permissions.js';
import { formatTime } from '../../format.js';
import { perform } from '../../operations.js';
import { useSession } from '../../session/session-query.js';
import { useChange, useOperation } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { Arn } from '../arn.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { Dialog } from '../../frame/dialog.js';
import { isPassword, PasswordFields, type PasswordChoice } from './password-fields.js';

/** Another's password for the console: given, given anew, taken away. */
export function ConsolePassword({ userName }: { userName: string }): ReactNode {
  const { t, locale } = useWords();
  const session = useSession();
  const profile = useOperation('iam:GetLoginProfile', { UserName: userName });
  const [open, setOpen] = useState<'set' | 'remove'>();
  const has = profile.data !== undefined && !isFailure(profile.error, 'NoSuchEntity');
  if (profile.error && !isFailure(profile.error, 'NoSuchEntity')) return <Failure error={profile.error} onRetry={() => void profile.refetch()} />;
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      {has ? <ActionButton action="iam:DeleteLoginProfile" onClick={() => setOpen('remove')}>{t('iam.removePassword')}</ActionButton> : null}
      <ActionButton action={has ? 'iam:UpdateLoginProfile' : 'iam:CreateLoginProfile'} loading={profile.isPending} onClick={() => setOpen('set')}>{t(has ? 'iam.resetPassword' : 'iam.setPassword')}</ActionButton>
    </SpaceBetween>
  );
  return (
    <Container header={<Header variant="h2" actions={actions}>{t('iam.consolePassword')}</Header>}>
      <KeyValuePairs columns={3} items={[
        { label: t('iam.consoleAccess'), value: <StatusIndicator type={has ? 'success' : 'stopped'}>{t(has ? 'iam.consoleOn' : 'iam.consoleOff')}</StatusIndicator> },
        ...(has ? [{ label: t('iam.passwordSince'), value: `${formatTime(profile.data.LoginProfile.CreateDate, locale)}${profile.data.LoginProfile.PasswordResetRequired === true ? ` · ${t('iam.mustChangeNext')}` : ''}` }] : []),
        { label: t('iam.signInWith'), value: <Arn value={session.data?.accountAlias ?? session.data?.ownerAccountId} /> },
      ]} />
      {open === 'set' ? <SetPasswordDialog userName={userName} has={has} onClose={() => setOpen(undefined)} /> : null}
      {open === 'remove' ? (
        <ConfirmDialog
          header={t('iam.removePassword')} submitLabel={t('iam.removePassword')} done={t('iam.passwordRemoved', { name: userName })}
          work={() => perform('iam:DeleteLoginProfile', { UserName: userName })} onClose={() => setOpen(undefined)}
        >{t('iam.removePasswordText', { name: userName })}</ConfirmDialog>
      ) : null}
    </Container>
  );
}

function SetPasswordDialog({ userName, has, onClose }: { userName: string; has: boolean; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [password, setPassword] = useState<PasswordChoice>({ text: '', mustChange: true });
  const change = useChange(async ({ text, mustChange }: PasswordChoice) => {
    const input = { UserName: userName, Password: text, PasswordResetRequired: mustChange };
    await (has ? perform('iam:UpdateLoginProfile', input) : perform('iam:CreateLoginProfile', input));
  });
  const submit = async (): Promise<void> => {
    await change.run(password);
    flash.done(t('iam.passwordSet', { name: userName }));
    onClose();
  };
  return (
    <Dialog title={t(has ? 'iam.resetPassword' : 'iam.setPassword')} confirm={t('frame.save')} busy={change.busy} failure={change.failure} blocked={!isPassword(password)} onConfirm={submit} onClose={onClose}>
      {has ? t('iam.resetPasswordText', { name: userName }) : t('iam.setPasswordText', { name: userName })}
      <PasswordFields value={password} onChange={value => setPassword(value ?? password)} />
    </Dialog>
  );
}
