import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { requestPasswordReset, resetPassword } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { EntranceForm, EntranceFrame } from './entrance-frame.js';
import { failureText } from './failure-text.js';
import { useSignedIn } from './session-query.js';
import { CodeField } from './sign-in-page.js';
import { NewPasswordField } from './sign-up-pages.js';

export function ResetRequestPage(): ReactNode {
  const { t, language } = useWords();
  const attempt = useMutation({ mutationFn: ({ email = '' }: Record<string, string>) => api.call(requestPasswordReset, { body: { email: email.trim(), locale: language } }) });
  const foot = <Link to="/sign-in">{t('signIn.back')}</Link>;
  if (attempt.isSuccess) return <EntranceFrame title={t('reset.mailTitle')} lead={t('reset.mailText', { email: attempt.variables['email'] ?? '' })} foot={foot} />;
  return (
    <EntranceFrame title={t('reset.title')} lead={t('reset.lead')} foot={foot}>
      <EntranceForm onSubmit={attempt.mutate} error={attempt.error === null ? null : failureText(attempt.error, t)}>
        <Field label={t('form.email')} name="email" type="email" autoComplete="username" required autoFocus />
        <Button type="submit" look="accent" size={44} wide busy={attempt.isPending}>{t('reset.ask')}</Button>
      </EntranceForm>
    </EntranceFrame>
  );
}

export function ResetPage(): ReactNode {
  const { t } = useWords();
  const { secret } = useParams({ from: '/reset/$secret' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const attempt = useMutation({
    mutationFn: ({ password = '', totp }: Record<string, string>) => api.call(resetPassword, { body: { secret, password, ...(totp ? { totp } : {}) } }),
    onSuccess: ({ me }) => { signedIn(me); void navigate({ to: '/' }); },
  });
  const asksCode = isFailure(attempt.error, 'totp-required') || isFailure(attempt.error, 'totp-wrong');
  return (
    <EntranceFrame title={t('reset.newTitle')} lead={t('reset.newLead')} foot={<Link to="/sign-in">{t('signIn.back')}</Link>}>
      <EntranceForm onSubmit={attempt.mutate} error={attempt.error === null || isFailure(attempt.error, 'totp-required') ? null : failureText(attempt.error, t)}>
        <NewPasswordField label={t('form.newPassword')} autoFocus />
        {asksCode ? <CodeField /> : null}
        <Button type="submit" look="accent" size={44} wide busy={attempt.isPending}>{t('reset.do')}</Button>
      </EntranceForm>
    </EntranceFrame>
  );
}
