import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { CloudOff } from 'lucide-react';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { Spinner } from '@carillon/ui/spinner.js';
import { useWords } from '../i18n.js';
import { failureText } from './failure-text.js';
import { sessionQuery } from './session-query.js';
import { SyncProvider } from './sync-context.js';

/** Lets signed-in people through, with their store; everybody else to the sign-in page, which brings them back. */
export function RequirePerson({ children }: { children: ReactNode }): ReactNode {
  const { t } = useWords();
  const session = useQuery(sessionQuery);
  const waiting = <div className="page-wait"><Spinner label={t('act.loading')} /></div>;
  if (session.error !== null && session.data === undefined) {
    return (
      <main className="page-wait">
        <EmptyState heading="h1" icon={<CloudOff size={24} strokeWidth={1.75} />} title={t('failure.title')} actions={<Button look="accent" onClick={() => void session.refetch()}>{t('act.retry')}</Button>}>
          {failureText(session.error, t)}
        </EmptyState>
      </main>
    );
  }
  if (session.data === undefined) return waiting;
  if (session.data.kind !== 'person') return <ToSignIn waiting={waiting} />;
  return <SyncProvider me={session.data.me} onSignedOut={() => void session.refetch()} waiting={waiting}>{children}</SyncProvider>;
}

/** Goes to the sign-in page once. The address to come back to is read before: on the way it changes, and asked for again it would lead in a circle. */
function ToSignIn({ waiting }: { waiting: ReactNode }): ReactNode {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    const { href, pathname } = router.state.location;
    if (pathname !== '/sign-in') void navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }, [navigate, router]);
  return waiting;
}
