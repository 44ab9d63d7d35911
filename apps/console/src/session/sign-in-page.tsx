import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { signInToConsole } from '@carillon/wire/rest/console.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';
import { MfaCodeField } from './mfa-code-field.js';
import { useBecome } from './session-query.js';
import { SignInForm, signInFailureText } from './sign-in-form.js';

const KEPT_ACCOUNT = 'carillon.console.account';
type As = 'user' | 'root';
interface Fields { account: string; userName: string; email: string; password: string; totp: string; newPassword: string; again: string }
/** What the server asked for besides the password. */
type Asks = 'totp' | 'newPassword';

/** The root user by address, IAM users by account, name and password; a code or a new password where the server asks for one. */
export function SignInPage(): ReactNode {
  const { t } = useWords();
  const become = useBecome();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false });
  const [as, setAs] = useState<As>(() => (localStorage.getItem(KEPT_ACCOUNT) === null ? 'root' : 'user'));
  const [fields, setFields] = useState<Fields>(() => ({ account: localStorage.getItem(KEPT_ACCOUNT) ?? '', userName: '', email: '', password: '', totp: '', newPassword: '', again: '' }));
  const [asks, setAsks] = useState<readonly Asks[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Fields>): void => { setFields(before => ({ ...before, ...part })); setError(null); };
  const submit = async (): Promise<void> => {
    if (asks.includes('newPassword') && fields.newPassword !== fields.again) return setError(t('session.differ'));
    setBusy(true);
    try {
      const { identity } = await api.call(signInToConsole, { body: bodyOf(as, fields, asks) });
      if (as === 'user') localStorage.setItem(KEPT_ACCOUNT, fields.account);
      become(identity);
      // The accounts are the default page (guide, ACC-07).
      await navigate({ to: next === undefined || next === '/' ? '/accounts' : next, replace: true });
    } catch (failure) {
      const more: Asks | null = isFailure(failure, 'totp-required') ? 'totp' : isFailure(failure, 'password-reset-required') ? 'newPassword' : null;
      if (more !== null) setAsks(before => [...before.filter(each => each !== more), more]);
      setError(more === null ? signInFailureText(failure, t) : null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SignInForm
      title={t('session.signIn')} error={error} onSubmit={() => void submit()}
      actions={<Button variant="primary" formAction="submit" loading={busy}>{t(asks.length === 0 ? 'session.signIn' : 'session.goOn')}</Button>}
      hints={(
        <>
          <Box color="text-body-secondary" textAlign="center">{t(as === 'root' ? 'session.rootHint' : 'session.userHint')}</Box>
          <Box textAlign="center">{as === 'root' ? <Link href="/console/recover" onFollow={event => { event.preventDefault(); void navigate({ to: '/recover' }); }}>{t('session.forgot')}</Link> : null}</Box>
        </>
      )}
    >
      <SegmentedControl
        selectedId={as} label={t('session.as')} options={[{ id: 'root', text: t('session.root') }, { id: 'user', text: t('session.user') }]}
        onChange={({ detail }) => { setAs(detail.selectedId as As); setAsks([]); setError(null); }}
      />
      <Who as={as} fields={fields} set={set} />
      <FormField label={t('session.password')}><Input type="password" autoComplete="current-password" value={fields.password} onChange={({ detail }) => set({ password: detail.value })} /></FormField>
      <Asked asks={asks} fields={fields} set={set} />
    </SignInForm>
  );
}

function Who({ as, fields, set }: { as: As; fields: Fields; set: (part: Partial<Fields>) => void }): ReactNode {
  const { t } = useWords();
  if (as === 'root') return <FormField label={t('session.email')}><Input type="email" autoComplete="username" value={fields.email} onChange={({ detail }) => set({ email: detail.value })} autoFocus /></FormField>;
  return (
    <>
      <FormField label={t('session.account')} constraintText={t('session.accountHint')}><Input value={fields.account} autoComplete="organization" onChange={({ detail }) => set({ account: detail.value.trim() })} autoFocus={fields.account === ''} /></FormField>
      <FormField label={t('session.userName')}><Input value={fields.userName} autoComplete="username" onChange={({ detail }) => set({ userName: detail.value })} autoFocus={fields.account !== ''} /></FormField>
    </>
  );
}

function Asked({ asks, fields, set }: { asks: readonly Asks[]; fields: Fields; set: (part: Partial<Fields>) => void }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {asks.includes('totp') ? <MfaCodeField value={fields.totp} onChange={totp => set({ totp })} /> : null}
      {asks.includes('newPassword') ? (
        <>
          <FormField label={t('session.newPassword')} description={t('session.newPasswordHint')}><Input type="password" autoComplete="new-password" value={fields.newPassword} onChange={({ detail }) => set({ newPassword: detail.value })} autoFocus /></FormField>
          <FormField label={t('session.again')}><Input type="password" autoComplete="new-password" value={fields.again} onChange={({ detail }) => set({ again: detail.value })} /></FormField>
        </>
      ) : null}
    </>
  );
}

function bodyOf(as: As, fields: Fields, asks: readonly Asks[]) {
  const totp = asks.includes('totp') ? { totp: fields.totp } : {};
  if (as === 'root') return { as, email: fields.email.trim(), password: fields.password, ...totp } as const;
  return { as, account: fields.account, userName: fields.userName.trim(), password: fields.password, ...totp, ...(asks.includes('newPassword') ? { newPassword: fields.newPassword } : {}) } as const;
}
