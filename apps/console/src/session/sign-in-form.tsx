import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { failureWords } from '../frame/failure-words.js';
import { useWords, type Words } from '../words.js';

interface SignInFormProps {
  readonly title: string;
  readonly actions: ReactNode;
  readonly error: string | null;
  readonly onSubmit: () => void;
  /** Below the form. */
  readonly hints?: ReactNode;
  readonly children: ReactNode;
}

/** A form for whoever is not signed in yet: it stands alone on its page. */
export function SignInForm({ title, actions, error, onSubmit, hints, children }: SignInFormProps): ReactNode {
  const { t } = useWords();
  return (
    <main className="sign-in">
      <SpaceBetween size="l">
        <Box variant="h1" textAlign="center">{t('session.title')}</Box>
        <form onSubmit={event => { event.preventDefault(); onSubmit(); }}>
          <Container header={<Header variant="h2">{title}</Header>}>
            <Form actions={actions}>
              <SpaceBetween size="m">
                {children}
                {error === null ? null : <Alert type="error">{error}</Alert>}
              </SpaceBetween>
            </Form>
          </Container>
        </form>
        {hints}
      </SpaceBetween>
    </main>
  );
}

const BY_REASON = {
  'sign-in-wrong': 'session.wrong', 'totp-required': 'session.totpHint', 'totp-wrong': 'session.totpWrong', 'password-same': 'session.same', 'link-spent': 'session.linkSpent', 'malformed': 'session.incomplete',
} as const;

/** Why one did not come in. */
export function signInFailureText(failure: unknown, t: Words['t']): string {
  const known = Object.entries(BY_REASON).find(([reason]) => isFailure(failure, reason));
  return known ? t(known[1]) : failureWords(failure, t).text;
}
