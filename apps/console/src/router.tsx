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

const tree = root.addChildren([signIn, frame.addChildren([accounts, switchRole])]);

export const router = createRouter({ routeTree: tree, basepath: '/console', defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
