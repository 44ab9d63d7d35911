import { ApiError } from '@carillon/kernel/errors.js';
import type { ConsoleIdentity } from '@carillon/wire/rest/console.js';
import type { Ctx, Principal } from '../ctx.js';
import { findAccessKey, longTermPrincipal } from '../iam/find-access-key.js';
import { hashSecret } from '../platform/secrets.js';
import type { ConsoleSessionRow } from './model.js';
import * as store from './store.js';

/** A session, with whom it makes of a request. */
export interface FoundConsoleSession {
  readonly row: ConsoleSessionRow;
  /** Whoever signed in. */
  readonly own: Principal;
  /** The same, or the role that was switched to. */
  readonly principal: Principal;
}

/** Whose cookie this is; undefined when its session is over. */
export async function findConsoleSession(ctx: Ctx, secret: string): Promise<FoundConsoleSession | undefined> {
  const row = await store.readConsoleSession(ctx.sql, hashSecret(secret), ctx.now());
  return row && identify(ctx, row);
}

/** A role whose credentials are over, or that is gone, is left by itself. */
export async function identify(ctx: Ctx, row: ConsoleSessionRow): Promise<FoundConsoleSession> {
  const own: Principal = {
    ...longTermPrincipal(row.ownerAccountId, row.user, undefined), mfaAuthenticated: row.mfa,
    session: { createdAt: row.createdAt, expiresAt: row.expiresAt, issuer: undefined, entityId: row.user?.id, policies: [], console: true },
  };
  if (row.roleKeyId === null || row.roleToken === null) return { row, own, principal: own };
  const found = await findAccessKey(ctx, row.roleKeyId, row.roleToken.toString('base64'));
  return { row, own, principal: 'refused' in found ? own : found.principal };
}

/** What the page shows of it. */
export async function presentIdentity(ctx: Ctx, { row, own, principal }: FoundConsoleSession): Promise<ConsoleIdentity> {
  const owner = await store.readOwner(ctx.sql, row.ownerAccountId);
  const issuer = principal.type === 'AssumedRole' ? principal.session?.issuer : undefined;
  return {
    ownerAccountId: row.ownerAccountId, accountAlias: owner?.alias ?? null, ownerName: owner?.name ?? '', type: principal.type === 'AssumedRole' ? 'AssumedRole' : own.type === 'Root' ? 'Root' : 'IAMUser',
    arn: principal.arn, userName: row.user?.name ?? 'root', email: row.user ? null : (owner?.rootEmail ?? null), mfa: row.mfa, expiresAt: row.expiresAt.toISOString(),
    role: issuer ? { ownerAccountId: principal.ownerAccountId, roleName: issuer.userName ?? '' } : null,
  };
}

/** The root user's address, where support requests go when nobody else is named. */
export async function findRootEmail(ctx: Ctx, ownerAccountId: string): Promise<string | undefined> {
  return (await store.readOwner(ctx.sql, ownerAccountId))?.rootEmail ?? undefined;
}

/** Refuses whoever is not signed in to the console. */
export function signedOut(): ApiError {
  return new ApiError('Unauthorized', 'You are not signed in to the console, or your session is over. Sign in again.', { reason: 'console-signed-out' });
}

/** A job: sessions that are over. */
export async function sweepConsoleSessions(ctx: Ctx): Promise<void> {
  await store.deleteExpiredSessions(ctx.sql, ctx.now());
}
