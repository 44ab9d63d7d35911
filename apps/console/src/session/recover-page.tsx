import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { chooseRootPassword, requestRootPassword } from '@carillon/wire/rest/console.js';
import { PASSWORD_LENGTH_MIN } from '@carillon/wire/values.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';
import { MfaCodeField } from './mfa-code-field.js';
import { SignInForm, signInFailureText } from './sign-in-form.js';

/** The root user forgot the password: a link is mailed to its address. */
export function RecoverPage(): ReactNode {
  const { t, language } = useWords();
  const [email, setEmail] = useState('');
  const { error, busy, done, run } = useStep();
  const submit = (): Promise<void> => run(() => api.call(requestRootPassword, { body: { email: email.trim(), locale: language } }));
  return (
    <Step title={t('session.recover')} action={done ? null : t('session.sendLink')} busy={busy} error={error} onSubmit={submit}>
      {done ? <Alert type="success" header={t('session.linkSent')}>{t('session.linkSentText', { email: email.trim() })}</Alert> : (
        <FormField label={t('session.email')} description={t('session.recoverHint')}><Input type="email" autoComplete="username" value={email} onChange={({ detail }) => setEmail(detail.value)} autoFocus /></FormField>
      )}
    </Step>
  );
}

/** Where the mailed link leads: a new password, with a code where a second factor is set up. */
export function ChoosePasswordPage(): ReactNode {
  const { t } = useWords();
  const { secret = '' } = useParams({ strict: false });
  const [fields, setFields] = useState({ next: '', again: '', totp: '' });
  const [asksCode, setAsksCode] = useState(false);
  const { error, busy, done, run, say } = useStep();
  const set = (part: Partial<typeof fields>): void => { setFields(before => ({ ...before, ...part })); say(null); };
  const submit = async (): Promise<void> => {
    if (fields.next.length < PASSWORD_LENGTH_MIN) return say(t('security.newHint', { count: PASSWORD_LENGTH_MIN }));
    if (fields.next !== fields.again) return say(t('session.differ'));
    await run(async () => {
      try {
        await api.call(chooseRootPassword, { body: { secret, password: fields.next, ...(asksCode ? { totp: fields.totp } : {}) } });
      } catch (failure) {
        if (!asksCode && isFailure(failure, 'totp-required')) setAsksCode(true);
        throw failure;
      }
    });
  };
  return (
    <Step title={t('session.choosePassword')} action={done ? null : t('session.savePassword')} busy={busy} error={error} onSubmit={submit}>
      {done ? <Alert type="success" header={t('session.passwordChosen')}>{t('session.passwordChosenText')}</Alert> : (
        <SpaceBetween size="m">
          <FormField label={t('session.newPassword')} constraintText={t('security.newHint', { count: PASSWORD_LENGTH_MIN })}><Input type="password" autoComplete="new-password" value={fields.next} onChange={({ detail }) => set({ next: detail.value })} autoFocus /></FormField>
          <FormField label={t('session.again')}><Input type="password" autoComplete="new-password" value={fields.again} onChange={({ detail }) => set({ again: detail.value })} /></FormField>
          {asksCode ? <MfaCodeField value={fields.totp} onChange={totp => set({ totp })} /> : null}
        </SpaceBetween>
      )}
    </Step>
  );
}

interface Progress {
  readonly error: string | null;
  readonly busy: boolean;
  readonly done: boolean;
  readonly say: (error: string | null) => void;
  readonly run: (work: () => Promise<unknown>) => Promise<void>;
}

function useStep(): Progress {
  const { t } = useWords();
  const [state, setState] = useState<{ error: string | null; busy: boolean; done: boolean }>({ error: null, busy: false, done: false });
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setState({ error: null, busy: true, done: false });
    try {
      await work();
      setState({ error: null, busy: false, done: true });
    } catch (failure) {
      setState({ error: signInFailureText(failure, t), busy: false, done: false });
    }
  };
  return { ...state, run, say: error => setState({ error, busy: false, done: false }) };
}

function Step({ title, action, busy, error, onSubmit, children }: { title: string; action: string | null; busy: boolean; error: string | null; onSubmit: () => Promise<void>; children: ReactNode }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const back = <Button formAction="none" variant={action === null ? 'primary' : 'link'} onClick={() => void navigate({ to: '/sign-in' })}>{t(action === null ? 'session.backToSignIn' : 'frame.cancel')}</Button>;
  return (
    <SignInForm
      title={title} error={error} onSubmit={() => { if (action !== null) void onSubmit(); }}
      actions={<SpaceBetween direction="horizontal" size="xs">{back}{action === null ? null : <Button variant="primary" formAction="submit" loading={busy}>{action}</Button>}</SpaceBetween>}
    >
      {children}
    </SignInForm>
  );
}
