import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { setUp } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { EntranceForm, EntranceFrame } from './entrance-frame.js';
import { failureText } from './failure-text.js';
import { useSignedIn } from './session-query.js';
import { NameField, NewPasswordField } from './sign-up-pages.js';

export function SetUpPage(): ReactNode {
  const { t } = useWords();
  const { secret } = useParams({ from: '/setup/$secret' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const attempt = useMutation({
    mutationFn: ({ displayName = '', email = '', password = '', accountName = '' }: Record<string, string>) =>
      api.call(setUp, { body: { secret, displayName: displayName.trim(), email: email.trim(), password, accountName: accountName.trim() } }),
    onSuccess: ({ me }) => { signedIn(me); void navigate({ to: '/' }); },
  });
  return (
    <EntranceFrame title={t('setUp.title')} lead={t('setUp.lead')}>
      <EntranceForm onSubmit={attempt.mutate} error={attempt.error === null ? null : failureText(attempt.error, t)}>
        <Field label={t('setUp.account')} hint={t('setUp.accountHint')} name="accountName" autoComplete="organization" maxLength={100} required autoFocus dir="auto" />
        <NameField />
        <Field label={t('form.email')} name="email" type="email" autoComplete="username" required />
        <NewPasswordField />
        <Button type="submit" look="accent" size={44} wide busy={attempt.isPending}>{t('setUp.do')}</Button>
      </EntranceForm>
    </EntranceFrame>
  );
}
