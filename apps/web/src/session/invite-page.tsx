import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { Spinner } from '@carillon/ui/spinner.js';
import { acceptInvitation, getInvitation } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { EntranceForm, EntranceFrame } from './entrance-frame.js';
import { failureText } from './failure-text.js';
import { useSignedIn } from './session-query.js';
import { CodeField } from './sign-in-page.js';
import { NameField, NewPasswordField } from './sign-up-pages.js';

export function InvitePage(): ReactNode {
  const { t } = useWords();
  const { secret } = useParams({ from: '/invite/$secret' });
  const invitation = useQuery({ queryKey: ['invitation', secret], queryFn: () => api.call(getInvitation, { params: { secret } }) });
  if (invitation.data === undefined) {
    return (
      <EntranceFrame title={t('invitation.wait')} foot={<Link to="/sign-in">{t('signIn.do')}</Link>}>
        {invitation.error === null ? <Spinner label={t('invitation.wait')} /> : <Notice title={t('invitation.failed')}>{failureText(invitation.error, t)}</Notice>}
      </EntranceFrame>
    );
  }
  const { accountName, invitedBy, email, known } = invitation.data;
  return (
    <EntranceFrame title={t('invitation.title', { account: accountName })} lead={t(known ? 'invitation.leadKnown' : 'invitation.lead', { by: invitedBy, email })}>
      <AcceptForm secret={secret} email={email} known={known} />
    </EntranceFrame>
  );
}

function AcceptForm({ secret, email, known }: { secret: string; email: string; known: boolean }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const attempt = useMutation({
    mutationFn: ({ displayName, password = '', totp }: Record<string, string>) =>
      api.call(acceptInvitation, { body: { secret, password, ...(displayName ? { displayName: displayName.trim() } : {}), ...(totp ? { totp } : {}) } }),
    onSuccess: ({ me }) => { signedIn(me); void navigate({ to: '/' }); },
  });
  const asksCode = isFailure(attempt.error, 'totp-required') || isFailure(attempt.error, 'totp-wrong');
  return (
    <EntranceForm onSubmit={attempt.mutate} error={attempt.error === null || isFailure(attempt.error, 'totp-required') ? null : failureText(attempt.error, t)}>
      <Field label={t('form.email')} value={email} readOnly autoComplete="username" name="username" />
      {known ? <Field label={t('form.password')} name="password" type="password" autoComplete="current-password" required autoFocus /> : <><NameField autoFocus /><NewPasswordField /></>}
      {asksCode ? <CodeField /> : null}
      <Button type="submit" look="accent" size={44} wide busy={attempt.isPending}>{t('invitation.do')}</Button>
    </EntranceForm>
  );
}
