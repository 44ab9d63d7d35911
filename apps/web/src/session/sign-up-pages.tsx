import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { Spinner } from '@carillon/ui/spinner.js';
import { signUp, verifyEmail } from '@carillon/wire/rest/identity.js';
import { NAME_LENGTH_MAX, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '@carillon/wire/values.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { EntranceForm, EntranceFrame } from './entrance-frame.js';
import { failureText } from './failure-text.js';
import { useSignedIn } from './session-query.js';

export function NameField({ autoFocus = false }: { autoFocus?: boolean }): ReactNode {
  const { t } = useWords();
  return <Field label={t('form.name')} name="displayName" autoComplete="name" maxLength={NAME_LENGTH_MAX} required autoFocus={autoFocus} dir="auto" />;
}

export function NewPasswordField({ label, autoFocus = false }: { label?: string; autoFocus?: boolean }): ReactNode {
  const { t } = useWords();
  return (
    <Field
      label={label ?? t('form.password')} hint={t('form.passwordHint', { count: PASSWORD_LENGTH_MIN })} name="password" type="password" autoComplete="new-password"
      minLength={PASSWORD_LENGTH_MIN} maxLength={PASSWORD_LENGTH_MAX} required autoFocus={autoFocus}
    />
  );
}

export function SignUpPage(): ReactNode {
  const { t, language } = useWords();
  const attempt = useMutation({
    mutationFn: ({ displayName = '', email = '', password = '' }: Record<string, string>) =>
      api.call(signUp, { body: { displayName: displayName.trim(), email: email.trim(), password, locale: language } }),
  });
  if (attempt.isSuccess) return <EntranceFrame title={t('signUp.mailTitle')} lead={t('signUp.mailText', { email: attempt.variables['email'] ?? '' })} foot={<Link to="/sign-in">{t('signIn.do')}</Link>} />;
  return (
    <EntranceFrame title={t('signUp.title')} foot={<p>{t('signUp.known')} <Link to="/sign-in">{t('signIn.do')}</Link></p>}>
      <EntranceForm onSubmit={attempt.mutate} error={attempt.error === null ? null : failureText(attempt.error, t)}>
        <NameField autoFocus />
        <Field label={t('form.email')} name="email" type="email" autoComplete="email" required />
        <NewPasswordField />
        <Button type="submit" look="accent" size={44} wide busy={attempt.isPending}>{t('signUp.do')}</Button>
      </EntranceForm>
    </EntranceFrame>
  );
}

export function VerifyPage(): ReactNode {
  const { t } = useWords();
  const { secret } = useParams({ from: '/verify/$secret' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const { mutate, error } = useMutation({
    mutationFn: () => api.call(verifyEmail, { body: { secret } }),
    onSuccess: ({ me }) => { signedIn(me); void navigate({ to: '/' }); },
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <EntranceFrame title={t('verify.title')} foot={error === null ? undefined : <Link to="/sign-in">{t('signIn.do')}</Link>}>
      {error === null ? <Spinner label={t('verify.title')} /> : <Notice title={t('verify.failed')}>{failureText(error, t)}</Notice>}
    </EntranceFrame>
  );
}
