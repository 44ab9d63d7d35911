import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { AccountsPage } from './accounts/accounts-page.js';
import { ConsoleFrame } from './frame/console-frame.js';
import { LostPage } from './frame/lost-page.js';
import { parseUsersSearch } from './users/users-search.js';

/** The whole map of the console. Every page but the first is loaded when it is gone to. */
const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./session/sign-in-page.js'), 'SignInPage'),
  validateSearch: (search): { next?: string | undefined } => (typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {}),
});
const recover = createRoute({ getParentRoute: () => root, path: '/recover', component: lazyRouteComponent(() => import('./session/recover-page.js'), 'RecoverPage') });
const choosePassword = createRoute({ getParentRoute: () => root, path: '/recover/$secret', component: lazyRouteComponent(() => import('./session/recover-page.js'), 'ChoosePasswordPage') });
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
const account = createRoute({
  getParentRoute: () => frame, path: '/accounts/$accountId',
  beforeLoad: ({ params }) => { redirect({ to: '/accounts/$accountId/users', params, search: {}, replace: true, throw: true }); },
});
const users = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/users', component: lazyRouteComponent(() => import('./users/users-page.js'), 'UsersPage'), validateSearch: parseUsersSearch });
const user = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/users/$userId', component: lazyRouteComponent(() => import('./users/user-page.js'), 'UserPage') });
const identity = createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/identity', component: lazyRouteComponent(() => import('./identity/identity-page.js'), 'IdentityPage') });
const domains = createRoute({
  getParentRoute: () => frame, path: '/accounts/$accountId/identity/domains', component: lazyRouteComponent(() => import('./identity/domains-page.js'), 'DomainsPage'),
  validateSearch: (search): { claim?: true | undefined } => (search['claim'] === true ? { claim: true } : {}),
});
const people = [account, users, user, identity, domains] as const;
const bots = [
  createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/bots', component: lazyRouteComponent(() => import('./bots/bots-page.js'), 'BotsPage') }),
  createRoute({ getParentRoute: () => frame, path: '/accounts/$accountId/bots/$botId', component: lazyRouteComponent(() => import('./bots/bot-page.js'), 'BotPage') }),
] as const;
const security = createRoute({ getParentRoute: () => frame, path: '/security', component: lazyRouteComponent(() => import('./session/security-page.js'), 'SecurityPage') });
const eventHistory = createRoute({ getParentRoute: () => frame, path: '/event-history', component: lazyRouteComponent(() => import('./events/event-history-page.js'), 'EventHistoryPage') });
const iam = [
  createRoute({ getParentRoute: () => frame, path: '/iam/users', component: lazyRouteComponent(() => import('./iam/users-page.js'), 'UsersPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/create-user', component: lazyRouteComponent(() => import('./iam/create-user-page.js'), 'CreateUserPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/users/$userName', component: lazyRouteComponent(() => import('./iam/user-page.js'), 'UserPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/groups', component: lazyRouteComponent(() => import('./iam/groups-page.js'), 'GroupsPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/groups/$groupName', component: lazyRouteComponent(() => import('./iam/group-page.js'), 'GroupPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/roles', component: lazyRouteComponent(() => import('./iam/roles-page.js'), 'RolesPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/create-role', component: lazyRouteComponent(() => import('./iam/create-role-page.js'), 'CreateRolePage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/roles/$roleName', component: lazyRouteComponent(() => import('./iam/role-page.js'), 'RolePage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/policies', component: lazyRouteComponent(() => import('./iam/policies/policies-page.js'), 'PoliciesPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/policies/create', component: lazyRouteComponent(() => import('./iam/policies/create-policy-page.js'), 'CreatePolicyPage') }),
  createRoute({ getParentRoute: () => frame, path: '/iam/policies/detail', component: lazyRouteComponent(() => import('./iam/policies/policy-page.js'), 'PolicyPage'), validateSearch: (search): { arn: string } => ({ arn: String(search['arn'] ?? '') }) }),
  createRoute({ getParentRoute: () => frame, path: '/iam/simulator', component: lazyRouteComponent(() => import('./iam/simulator-page.js'), 'SimulatorPage') }),
] as const;

const buckets = [
  createRoute({ getParentRoute: () => frame, path: '/buckets', component: lazyRouteComponent(() => import('./buckets/buckets-page.js'), 'BucketsPage') }),
  createRoute({
    getParentRoute: () => frame, path: '/buckets/$bucket', component: lazyRouteComponent(() => import('./buckets/bucket-page.js'), 'BucketPage'),
    validateSearch: (search): { prefix?: string | undefined } => (search['prefix'] === undefined || search['prefix'] === '' ? {} : { prefix: String(search['prefix']) }),
  }),
] as const;

const tree = root.addChildren([signIn, recover, choosePassword, frame.addChildren([home, gettingStarted, accounts, switchRole, support, accountSettings, meetings, retention, attachments, legalHolds, imports, ...people, ...bots, security, eventHistory, ...buckets, ...iam])]);

export const router = createRouter({ routeTree: tree, basepath: '/console', defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
