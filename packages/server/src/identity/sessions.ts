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
import { deviceLabel, GUEST_SESSION_MS, SEEN_EVERY_MS, SESSION_IDLE_MS, type SessionRow } from './model.js';
import * as store from './store.js';

export interface NewSession {
  id: SessionId;
  secret: string;
  expiresAt: Date;
}

/** Writes a new session; its secret goes into the cookie and is nowhere else. */
export async function openSession(ctx: Ctx, sql: Sql, who: { personId: PersonId } | { guestId: GuestId }, userAgent: string): Promise<NewSession> {
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + ('personId' in who ? SESSION_IDLE_MS : GUEST_SESSION_MS));
  const id = ctx.ids.next<'Session'>();
  await store.insertSession(sql, { id, tokenHash: hashSecret(secret), ...who, label: deviceLabel(userAgent), at, expiresAt });
  return { id, secret, expiresAt };
}

/**
 * The end of every way to sign in: a new session in the cookie, and who one is. Whatever session the browser came with
 * (a guest's, somebody else's, one that was planted) ends here.
 */
export async function signInAs(ctx: Ctx, caller: Caller, personId: PersonId): Promise<{ me: Me }> {
  const session = await openSession(ctx, ctx.sql, { personId }, caller.userAgent);
  await signOut(ctx);
  caller.setSession(session.secret, session.expiresAt);
  return { me: await getMe(actAs(ctx, { kind: 'person', personId, sessionId: session.id })) };
}

/** A session, and whether its end was moved just now: then its cookie is to be given again. */
export type FoundSession = SessionRow & { renewed: boolean };

/** Who holds this cookie. A person's session ends SESSION_IDLE_MS after its last use, so using it moves its end. */
export async function findSession(ctx: Ctx, secret: string): Promise<FoundSession | undefined> {
  const now = ctx.now();
  const session = await store.readSession(ctx.sql, hashSecret(secret), now);
  if (!session) return undefined;
  if (session.kind !== 'person' || now.getTime() - session.lastSeenAt.getTime() <= SEEN_EVERY_MS) return { ...session, renewed: false };
  const expiresAt = new Date(now.getTime() + SESSION_IDLE_MS);
  try {
    await store.updateSessionSeen(ctx.sql, session.id, now, expiresAt);
  } catch (error) {
    // On a full disk one still reads: the end is moved another time.
    ctx.log.warn({ err: error }, 'the use of a session could not be written down');
    return { ...session, renewed: false };
  }
  return { ...session, lastSeenAt: now, expiresAt, renewed: true };
}

const SESSIONS_ASKED_MAX = 500;

/** A job: sessions and links that are over. */
export async function sweepExpired(ctx: Ctx): Promise<void> {
  await store.deleteExpired(ctx.sql, ctx.now());
}

/** Which of these sessions are over, signed out or gone: sockets that were opened with them end. */
export async function findEndedSessions(ctx: Ctx, ids: readonly SessionId[]): Promise<Set<SessionId>> {
  const ended = new Set(ids);
  for (let i = 0; i < ids.length; i += SESSIONS_ASKED_MAX) {
    for (const { id } of await store.readLiveSessions(ctx.sql, ids.slice(i, i + SESSIONS_ASKED_MAX), ctx.now())) ended.delete(id);
  }
  return ended;
}

/** Ends the caller's session with its sockets; nothing for whoever has none. */
export async function signOut(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'person' && ctx.actor.kind !== 'guest') return;
  await store.deleteSessionById(ctx.sql, ctx.actor.sessionId);
  ctx.hooks.endSockets(ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.guestId, { only: ctx.actor.sessionId });
}

/** Ends all sessions of the caller with their sockets. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const self = accessSelf(ctx);
  await store.deleteSessionsOf(ctx.sql, self, undefined);
  ctx.hooks.endSockets(self, {});
}

/** The devices the caller is signed in on, the last used first; at most 100. */
export async function listDevices(ctx: Ctx) {
  const self = accessSelf(ctx);
  const current = ctx.actor.kind === 'person' ? ctx.actor.sessionId : undefined;
  const rows = await store.readSessions(ctx.sql, self, ctx.now());
  return rows.map(row => ({ id: row.id, label: row.label, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), current: row.id === current }));
}

/** Signs another device of the caller out; NotFound for somebody else's, as for none. */
export async function removeDevice(ctx: Ctx, id: SessionId): Promise<void> {
  const self = accessSelf(ctx);
  if (!(await store.deleteSession(ctx.sql, self, id))) throw notFound('device');
  ctx.hooks.endSockets(self, { only: id });
}
