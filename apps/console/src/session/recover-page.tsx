import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { chooseRootPassword, requestRootPassword } from '@carillon/wire/rest/console.js';
import { failureWords } from '../frame/failure-words.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';

const LENGTH_MIN = 10;

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
    if (fields.next.length < LENGTH_MIN) return say(t('security.newHint', { count: LENGTH_MIN }));
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
          <FormField label={t('session.newPassword')} constraintText={t('security.newHint', { count: LENGTH_MIN })}><Input type="password" autoComplete="new-password" value={fields.next} onChange={({ detail }) => set({ next: detail.value })} autoFocus /></FormField>
          <FormField label={t('session.again')}><Input type="password" autoComplete="new-password" value={fields.again} onChange={({ detail }) => set({ again: detail.value })} /></FormField>
          {asksCode ? <FormField label={t('session.totp')} description={t('session.totpHint')}><Input value={fields.totp} inputMode="numeric" autoComplete="one-time-code" onChange={({ detail }) => set({ totp: detail.value.replaceAll(/\D/g, '').slice(0, 6) })} autoFocus /></FormField> : null}
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
      setState({ error: textOf(failure, t), busy: false, done: false });
    }
  };
  return { ...state, run, say: error => setState({ error, busy: false, done: false }) };
}

function Step({ title, action, busy, error, onSubmit, children }: { title: string; action: string | null; busy: boolean; error: string | null; onSubmit: () => Promise<void>; children: ReactNode }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const back = <Button formAction="none" variant={action === null ? 'primary' : 'link'} onClick={() => void navigate({ to: '/sign-in' })}>{t('session.backToSignIn')}</Button>;
  return (
    <main className="sign-in">
      <SpaceBetween size="l">
        <Box variant="h1" textAlign="center">{t('session.title')}</Box>
        <form onSubmit={event => { event.preventDefault(); if (action !== null) void onSubmit(); }}>
          <Container header={<Header variant="h2">{title}</Header>}>
            <Form actions={<SpaceBetween direction="horizontal" size="xs">{back}{action === null ? null : <Button variant="primary" formAction="submit" loading={busy}>{action}</Button>}</SpaceBetween>}>
              <SpaceBetween size="m">
                {children}
                {error === null ? null : <Alert type="error">{error}</Alert>}
              </SpaceBetween>
            </Form>
          </Container>
        </form>
      </SpaceBetween>
    </main>
  );
}

function textOf(failure: unknown, t: ReturnType<typeof useWords>['t']): string {
  if (isFailure(failure, 'link-spent')) return t('session.linkSpent');
  if (isFailure(failure, 'totp-required')) return t('session.totpHint');
  if (isFailure(failure, 'totp-wrong')) return t('session.totpWrong');
  if (isFailure(failure, 'malformed')) return t('session.incomplete');
  return failureWords(failure, t).text;
}
