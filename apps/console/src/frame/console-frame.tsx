import AppLayout from '@cloudscape-design/components/app-layout';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import Spinner from '@cloudscape-design/components/spinner';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useSession } from '../session/session-query.js';
import { useWords } from '../words.js';
import { ConsoleNavigation } from './console-navigation.js';
import { ConsoleTop } from './console-top.js';
import { useCrumbs } from './crumbs-state.js';
import { Failure } from './failure.js';
import { Flashes } from './flash.js';
import { setGuideOpen, useGuide } from './guide-state.js';
import { useGo } from './page.js';

const GuidePanel = lazy(async () => ({ default: (await import('./guide-panel.js')).GuidePanel }));

/** Around every page for whoever is signed in; everybody else goes to the sign-in, and comes back from there. */
export function ConsoleFrame(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { pathname, searchStr } = useLocation();
  const [navigationOpen, setNavigationOpen] = useState(() => matchMedia('(min-width: 900px)').matches);
  const guide = useGuide();
  const crumbs = useCrumbs();
  const go = useGo();
  useEffect(mendNavigation);
  if (session.error) return <main className="sign-in"><Failure error={session.error} onRetry={() => void session.refetch()} /></main>;
  if (session.data === undefined) return null;
  // While the sign-in is on its way the address is its own already: going there once more would never end.
  if (session.data === null && pathname === '/sign-in') return null;
  if (session.data === null) return <Navigate to="/sign-in" search={{ next: `${pathname}${searchStr}` }} replace />;
  return (
    <>
      <div id="console-top"><ConsoleTop identity={session.data} /></div>
      <AppLayout
        headerSelector="#console-top"
        navigation={<ConsoleNavigation />} navigationOpen={navigationOpen} onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        breadcrumbs={<BreadcrumbGroup items={crumbs.map(({ text, href }) => ({ text, href: href === '#' ? '#' : `/console${href}` }))} onFollow={go} ariaLabel={t('frame.breadcrumbs')} />}
        notifications={<Flashes />} stickyNotifications
        tools={<Suspense fallback={<Spinner />}>{guide.open ? <GuidePanel /> : null}</Suspense>} toolsOpen={guide.open} onToolsChange={({ detail }) => setGuideOpen(detail.open)}
        content={<Suspense fallback={<Spinner size="large" />}><Outlet /></Suspense>}
      />
    </>
  );
}

/** Cloudscape gives its bar for phones an attribute that the role of `nav` does not have; screen readers stumble over it. */
function mendNavigation(): void {
  for (const bar of document.querySelectorAll('nav[aria-orientation]')) bar.removeAttribute('aria-orientation');
}
