import { badRequest, forbidden } from '@carillon/kernel/errors.js';
import type { SessionId } from '@carillon/kernel/ids.js';
import type { NotificationSettings } from '@carillon/wire/rest/notifications.js';
import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { accessSelf } from '../users/access.js';
import { SUBSCRIBED_KEY } from './model.js';
import { deleteSubscription, isSubscribed, readSettings, writeSettings, writeSubscription } from './store.js';

function accessSession(ctx: Ctx): SessionId {
  if (ctx.actor.kind !== 'person') throw forbidden('Sign in to do this.', 'sign-in-required');
  return ctx.actor.sessionId;
}

/** The caller's settings, the server's key for push services, and whether this session's browser takes pushes. */
export async function getNotifications(ctx: Ctx): Promise<{ settings: NotificationSettings; pushKey: string; subscribed: boolean }> {
  return { settings: await readSettings(ctx.sql, accessSelf(ctx)), pushKey: ctx.secrets.pushPublicKey, subscribed: await isSubscribed(ctx.sql, accessSession(ctx)) };
}

/** Sets what is given. */
export async function updateNotifications(ctx: Ctx, set: Partial<NotificationSettings>): Promise<NotificationSettings> {
  const self = accessSelf(ctx);
  return ctx.tx(async tx => {
    const settings = { ...(await readSettings(tx.sql, self)), ...set };
    await writeSettings(tx.sql, self, settings);
    return settings;
  });
}

/** The browser of this session takes pushes from now on, until the session ends. */
export async function subscribePush(ctx: Ctx, caller: Caller, given: { endpoint: string; p256dh: string; auth: string }): Promise<void> {
  const personId = accessSelf(ctx);
  const sessionId = accessSession(ctx);
  const wrong = !URL.canParse(given.endpoint) || (new URL(given.endpoint).protocol !== 'https:' && !ctx.config.pushPrivateAddresses);
  if (wrong) throw badRequest('The browser named a push service that cannot be used.', 'push-endpoint');
  const p256dh = Buffer.from(given.p256dh, 'base64url');
  const auth = Buffer.from(given.auth, 'base64url');
  await ctx.tx(tx => writeSubscription(tx.sql, { sessionId, personId, endpoint: given.endpoint, p256dh, auth, mobile: /Mobi|Android|iPad/.test(caller.userAgent), at: ctx.now() }));
  ctx.memo.drop(SUBSCRIBED_KEY);
}

/** The browser of this session takes none any more. */
export async function unsubscribePush(ctx: Ctx): Promise<void> {
  await deleteSubscription(ctx.sql, accessSession(ctx));
}
