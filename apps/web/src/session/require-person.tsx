import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
  const href = useRouterState({ select: state => state.location.href });
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
  if (session.data.kind !== 'person') return <Navigate to="/sign-in" search={href === '/' ? {} : { next: href }} replace />;
  return <SyncProvider me={session.data.me} onSignedOut={() => void session.refetch()} waiting={waiting}>{children}</SyncProvider>;
}
