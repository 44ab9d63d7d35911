import { Type, type Static } from 'typebox';
import { NotificationLevel } from './chat.js';
import { route } from './route.js';

/** How one wants to hear of what happens: settings of a person, and the browser that takes pushes (one a session). */

export const NotificationSettings = Type.Object({
  /** On computers; `mentions` includes direct messages. */
  desktop: NotificationLevel,
  /** On phones and tablets. */
  mobile: NotificationLevel,
  /** When a meeting starts in a conversation of one's own. */
  calls: Type.Boolean(),
  /** Whether pushes carry names and words, which lie on the lock screen; they are encrypted on the way. */
  pushContent: Type.Boolean(),
  /** A mail about missed mentions and direct messages. */
  digest: Type.Boolean(),
  /** Whether that mail quotes them. */
  digestContent: Type.Boolean(),
});
export type NotificationSettings = Static<typeof NotificationSettings>;

export const getNotifications = route('GET', '/api/me/notifications', {
  /** `pushKey` is the server's VAPID key (RFC 8292), base64url of the uncompressed point. */
  reply: Type.Object({ settings: NotificationSettings, pushKey: Type.String(), subscribed: Type.Boolean() }),
});
export const updateNotifications = route('PATCH', '/api/me/notifications', { body: Type.Partial(NotificationSettings), reply: Type.Object({ settings: NotificationSettings }) });

const Base64Url = (bytes: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$` });
/** What the browser's push service gave (RFC 8030); ends with the session. */
export const subscribePush = route('PUT', '/api/me/push', { body: Type.Object({ endpoint: Type.String({ maxLength: 2000, pattern: '^https?://' }), p256dh: Base64Url(65), auth: Base64Url(16) }) });
export const unsubscribePush = route('DELETE', '/api/me/push');
