import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { AccountsPage } from './accounts/accounts-page.js';
import { ConsoleFrame } from './frame/console-frame.js';
import { LostPage } from './frame/lost-page.js';

/** The whole map of the console. Every page but the first is loaded when it is gone to. */
const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./session/sign-in-page.js'), 'SignInPage'),
  validateSearch: (search): { next?: string | undefined } => (typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {}),
});
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: ConsoleFrame, notFoundComponent: LostPage });
const accounts = createRoute({
  getParentRoute: () => frame, path: '/accounts', component: AccountsPage,
  validateSearch: (search): { status?: 'Disabled' | undefined } => (search['status'] === 'Disabled' ? { status: 'Disabled' } : {}),
});
const switchRole = createRoute({ getParentRoute: () => frame, path: '/switch-role', component: lazyRouteComponent(() => import('./session/switch-role-page.js'), 'SwitchRolePage') });

const home = createRoute({ getParentRoute: () => frame, path: '/', component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage') });
const gettingStarted = createRoute({ getParentRoute: () => frame, path: '/getting-started', component: lazyRouteComponent(() => import('./home/getting-started-page.js'), 'GettingStartedPage') });
const support = createRoute({ getParentRoute: () => frame, path: '/support', component: lazyRouteComponent(() => import('./support/support-page.js'), 'SupportPage') });

const accountSettings = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/settings/account', component: lazyRouteComponent(() => import('./settings/account-page.js'), 'AccountPage') });
const meetings = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/settings/meetings', component: lazyRouteComponent(() => import('./settings/meetings-page.js'), 'MeetingsPage') });
const retention = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/settings/retention', component: lazyRouteComponent(() => import('./settings/retention-page.js'), 'RetentionPage') });
const attachments = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/settings/attachments', component: lazyRouteComponent(() => import('./settings/attachments-page.js'), 'AttachmentsPage') });
const legalHolds = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/settings/legal-holds', component: lazyRouteComponent(() => import('./settings/legal-holds-page.js'), 'LegalHoldsPage') });
const imports = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/settings/import', component: lazyRouteComponent(() => import('./settings/import-page.js'), 'ImportPage') });

const tree = root.addChildren([signIn, frame.addChildren([home, gettingStarted, accounts, switchRole, support, accountSettings, meetings, retention, attachments, legalHolds, imports])]);

export const router = createRouter({ routeTree: tree, basepath: '/console', defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
