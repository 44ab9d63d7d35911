import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { ChatPage, NoConversationState } from './chat/chat-page.js';
import { readSearchParams } from './find/search-params.js';
import { AppFrame } from './frame/app-frame.js';
import { LostPage } from './frame/lost-page.js';
import { HomePage } from './home/home-page.js';

/** The whole map of the app. What one does not see on the first page is loaded when it is gone to. */
const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });
export interface SignInSearch { next?: string | undefined }
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./session/sign-in-page.js'), 'SignInPage'),
  validateSearch: (search): SignInSearch => (typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {}),
});
const signUp = createRoute({ getParentRoute: () => root, path: '/sign-up', component: lazyRouteComponent(() => import('./session/sign-up-pages.js'), 'SignUpPage') });
const setUp = createRoute({ getParentRoute: () => root, path: '/setup/$secret', component: lazyRouteComponent(() => import('./session/set-up-page.js'), 'SetUpPage') });
const verify = createRoute({ getParentRoute: () => root, path: '/verify/$secret', component: lazyRouteComponent(() => import('./session/sign-up-pages.js'), 'VerifyPage') });
const reset = createRoute({ getParentRoute: () => root, path: '/reset', component: lazyRouteComponent(() => import('./session/reset-pages.js'), 'ResetRequestPage') });
const resetWith = createRoute({ getParentRoute: () => root, path: '/reset/$secret', component: lazyRouteComponent(() => import('./session/reset-pages.js'), 'ResetPage') });
const invite = createRoute({ getParentRoute: () => root, path: '/invite/$secret', component: lazyRouteComponent(() => import('./session/invite-page.js'), 'InvitePage') });
const demo = createRoute({ getParentRoute: () => root, path: '/demo', component: lazyRouteComponent(() => import('./demo/demo-page.js'), 'DemoPage') });
const meeting = createRoute({ getParentRoute: () => root, path: '/m/$number', component: lazyRouteComponent(() => import('./meeting/meeting-page.js'), 'MeetingPage') });

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: AppFrame });
const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomePage });
const chat = createRoute({ getParentRoute: () => frame, path: '/chat', component: ChatPage });
const noConversation = createRoute({ getParentRoute: () => chat, path: '/', component: NoConversationState });
export interface ConversationSearch { m?: number | undefined }
const conversation = createRoute({
  getParentRoute: () => chat, path: '$channelId', component: lazyRouteComponent(() => import('./chat/conversation-page.js'), 'ConversationPage'),
  validateSearch: (search): ConversationSearch => (Number.isInteger(search['m']) ? { m: search['m'] as number } : {}),
});
const search = createRoute({ getParentRoute: () => frame, path: '/search', component: lazyRouteComponent(() => import('./find/search-page.js'), 'SearchPage'), validateSearch: readSearchParams });
const room = createRoute({ getParentRoute: () => frame, path: '/rooms/$channelId', component: lazyRouteComponent(() => import('./chat/room-door.js'), 'RoomAddress') });
const meetings = createRoute({ getParentRoute: () => frame, path: '/meetings', component: lazyRouteComponent(() => import('./meetings/meetings-page.js'), 'MeetingsPage') });
const contacts = createRoute({ getParentRoute: () => frame, path: '/contacts', component: lazyRouteComponent(() => import('./contacts/contacts-page.js'), 'ContactsPage') });
const debug = createRoute({ getParentRoute: () => frame, path: '/debug/meetings/$meetingId', component: lazyRouteComponent(() => import('./debug/debug-page.js'), 'DebugPage') });
const settings = createRoute({ getParentRoute: () => frame, path: '/settings', component: lazyRouteComponent(() => import('./settings/settings-page.js'), 'SettingsPage') });

const tree = root.addChildren([
  signIn, signUp, setUp, verify, reset, resetWith, invite, demo, meeting,
  frame.addChildren([home, chat.addChildren([noConversation, conversation]), search, room, meetings, contacts, debug, settings]),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: false });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
