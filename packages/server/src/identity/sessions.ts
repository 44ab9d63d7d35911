import { randomSecret } from '@carillon/kernel/chance.js';
import { notFound } from '@carillon/kernel/errors.js';
import type { GuestId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { actAs } from '../platform/create-ctx.js';
import type { Sql } from '../platform/database/database.js';
import { hashSecret } from '../platform/secrets.js';
import { accessSelf } from '../users/access.js';
import { getMe } from '../users/update-me.js';
import { deviceLabel, GUEST_SESSION_MS, SEEN_EVERY_MS, SESSION_IDLE_MS } from './model.js';
import * as store from './store.js';

export interface NewSession {
  id: SessionId;
  secret: string;
  expiresAt: Date;
}

export async function openSession(ctx: Ctx, sql: Sql, who: { personId: PersonId } | { guestId: GuestId }, userAgent: string): Promise<NewSession> {
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + ('personId' in who ? SESSION_IDLE_MS : GUEST_SESSION_MS));
  const id = ctx.ids.next<'Session'>();
  await store.insertSession(sql, { id, tokenHash: hashSecret(secret), ...who, label: deviceLabel(userAgent), at, expiresAt });
  return { id, secret, expiresAt };
}

/** The end of every way to sign in: a session in the cookie, and who one is. */
export async function signInAs(ctx: Ctx, caller: Caller, personId: PersonId): Promise<{ me: Me }> {
  const session = await openSession(ctx, ctx.sql, { personId }, caller.userAgent);
  caller.setSession(session.secret, session.expiresAt);
  return { me: await getMe(actAs(ctx, { kind: 'person', personId, sessionId: session.id })) };
}

/** Who holds this cookie. Moves the session's end while it is in use. */
export async function findSession(ctx: Ctx, secret: string): Promise<store.SessionRow | undefined> {
  const now = ctx.now();
  const session = await store.readSession(ctx.sql, hashSecret(secret), now);
  if (session?.kind === 'person' && now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await store.updateSessionSeen(ctx.sql, session.id, now, new Date(now.getTime() + SESSION_IDLE_MS));
  }
  return session;
}

export async function signOut(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'person' && ctx.actor.kind !== 'guest') return;
  await store.deleteSessionById(ctx.sql, ctx.actor.sessionId);
  if (ctx.actor.kind === 'person') ctx.hooks.endSockets(ctx.actor.personId, ctx.actor.sessionId);
}

export async function signOutEverywhere(ctx: Ctx, personId: PersonId = accessSelf(ctx), except?: SessionId): Promise<void> {
  await store.deleteSessionsOf(ctx.sql, personId, except);
  ctx.hooks.endSockets(personId, undefined);
}

export async function listDevices(ctx: Ctx) {
  const self = accessSelf(ctx);
  const current = ctx.actor.kind === 'person' ? ctx.actor.sessionId : undefined;
  const rows = await store.readSessions(ctx.sql, self, ctx.now());
  return rows.map(row => ({ id: row.id, label: row.label, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), current: row.id === current }));
}

export async function removeDevice(ctx: Ctx, id: SessionId): Promise<void> {
  const self = accessSelf(ctx);
  if (!(await store.deleteSession(ctx.sql, self, id))) throw notFound('device');
  ctx.hooks.endSockets(self, id);
}
