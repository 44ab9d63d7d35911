import type { Ctx, Principal } from '../ctx.js';
import { arn } from '@carillon/kernel/arn.js';
import { MEMO_MS, type UserRow } from './model.js';
import { iamArn } from './names.js';
import { readKeyHolder, readRoleById, readUserById } from './principal-store.js';
import { openSessionToken, type SessionClaims } from './session-token.js';

/** A key's secret and identity, or why it is none. What is unknown, inactive or without its token looks alike outside. */
export type FoundKey = { secretAccessKey: string; principal: Principal } | { refused: 'unknown' | 'inactive' | 'bad-token' | 'expired-token' };

/** At most a second old; dropped when keys or users change. */
export async function findAccessKey(ctx: Ctx, accessKeyId: string, sessionToken: string | undefined): Promise<FoundKey> {
  if (accessKeyId.startsWith('ASIA')) return findTemporary(ctx, accessKeyId, sessionToken);
  if (sessionToken !== undefined) return { refused: 'bad-token' };
  return ctx.memo.get(`iam.key.${accessKeyId}`, MEMO_MS, () => findLongTerm(ctx, accessKeyId));
}

async function findLongTerm(ctx: Ctx, accessKeyId: string): Promise<FoundKey> {
  const holder = await readKeyHolder(ctx.sql, accessKeyId);
  if (!holder) return { refused: 'unknown' };
  if (holder.key.status !== 'Active') return { refused: 'inactive' };
  return { secretAccessKey: ctx.secrets.open(holder.key.secret), principal: longTermPrincipal(holder.key.ownerAccountId, holder.user, accessKeyId) };
}

/** A user by key, or the root user. */
export function longTermPrincipal(ownerAccountId: string, user: UserRow | undefined, accessKeyId: string | undefined): Principal {
  if (!user) return { ownerAccountId, type: 'Root', arn: arn('iam', '', ownerAccountId, 'root'), principalId: ownerAccountId, accessKeyId, mfaAuthenticated: false };
  return { ownerAccountId, type: 'IAMUser', arn: iamArn(ownerAccountId, 'user', user.path, user.name), principalId: user.id, userName: user.name, accessKeyId, mfaAuthenticated: false };
}

async function findTemporary(ctx: Ctx, accessKeyId: string, token: string | undefined): Promise<FoundKey> {
  const claims = token === undefined ? undefined : openSessionToken(ctx, token);
  if (!claims || claims.k !== accessKeyId) return { refused: 'bad-token' };
  if (claims.expiresMs <= ctx.clock.now()) return { refused: 'expired-token' };
  const alive = await ctx.memo.get(`iam.alive.${claims.entityId ?? claims.owner}.${claims.parentKeyId ?? ''}`, MEMO_MS, () => isIssuerAlive(ctx, claims));
  if (!alive) return { refused: 'unknown' };
  return { secretAccessKey: claims.s, principal: temporaryPrincipal(claims) };
}

/** The user or role still exists, and the key the credentials were got with is still active. */
async function isIssuerAlive(ctx: Ctx, { entityId, type, parentKeyId }: SessionClaims): Promise<boolean> {
  if (parentKeyId !== undefined && (await readKeyHolder(ctx.sql, parentKeyId))?.key.status !== 'Active') return false;
  if (entityId === undefined) return true;
  return (type === 'AssumedRole' ? await readRoleById(ctx.sql, entityId) : await readUserById(ctx.sql, entityId)) !== undefined;
}

function temporaryPrincipal(claims: SessionClaims): Principal {
  return {
    ownerAccountId: claims.owner, type: claims.type, arn: claims.arn, principalId: claims.principalId, userName: claims.userName, accessKeyId: claims.k, mfaAuthenticated: claims.mfa,
    session: { createdAt: new Date(claims.createdMs), expiresAt: new Date(claims.expiresMs), issuer: claims.issuer, policies: claims.policies, entityId: claims.entityId },
  };
}

/** After a change of keys, users, groups, roles or policies: this node forgets what it remembers. */
export async function forgetIdentities(ctx: Ctx): Promise<void> {
  await ctx.tx(async tx => tx.afterCommit(() => ctx.memo.drop('iam.')));
}
