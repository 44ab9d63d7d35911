import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { signIn } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { EntranceForm, EntranceFrame } from './entrance-frame.js';
import { failureText } from './failure-text.js';
import { sessionQuery, useSignedIn } from './session-query.js';

export function SignInPage(): ReactNode {
  const { t } = useWords();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const session = useQuery(sessionQuery);
  const signedIn = useSignedIn();
  const attempt = useMutation({
    mutationFn: ({ email = '', password = '', totp }: Record<string, string>) => api.call(signIn, { body: { email: email.trim(), password, ...(totp ? { totp } : {}) } }),
    onSuccess: ({ me }) => { signedIn(me); router.history.push(next ?? '/'); },
  });
  const asksCode = isFailure(attempt.error, 'totp-required') || isFailure(attempt.error, 'totp-wrong');
  if (session.data?.kind === 'person' && attempt.isIdle) return <Navigate to={next ?? '/'} />;
  const foot = session.data?.kind === 'none' ? <SignInFoot open={session.data.signUp !== 'invited'} demo={session.data.demo} setupNeeded={session.data.setupNeeded} /> : undefined;
  return (
    <EntranceFrame title={t('signIn.title')} foot={foot}>
      <EntranceForm onSubmit={attempt.mutate} error={attempt.error === null || isFailure(attempt.error, 'totp-required') ? null : failureText(attempt.error, t)}>
        <Field label={t('form.email')} name="email" type="email" autoComplete="username" required autoFocus />
        <Field label={t('form.password')} name="password" type="password" autoComplete="current-password" required />
        {asksCode ? <CodeField /> : null}
        <Button type="submit" look="accent" size={44} wide busy={attempt.isPending}>{t('signIn.do')}</Button>
        <Link to="/reset" className="link-button quiet">{t('signIn.forgot')}</Link>
      </EntranceForm>
    </EntranceFrame>
  );
}

export function CodeField(): ReactNode {
  const { t } = useWords();
  return <Field label={t('form.code')} hint={t('form.codeHint')} name="totp" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]{6}" maxLength={6} required autoFocus />;
}

function SignInFoot({ open, demo, setupNeeded }: { open: boolean; demo: boolean; setupNeeded: boolean }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {setupNeeded ? <p>{t('signIn.setupNeeded')}</p> : null}
      {open ? <p>{t('signIn.new')} <Link to="/sign-up">{t('signUp.do')}</Link></p> : null}
      {demo ? <Link to="/demo">{t('signIn.demo')}</Link> : null}
    </>
  );
}
