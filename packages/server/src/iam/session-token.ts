import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx, Principal } from '../ctx.js';
import { newIamId, newSecretKey } from './names.js';

/** Temporary credentials hold everything themselves, sealed: no row is written for them. */
export interface SessionClaims {
  /** The key's id: a token goes with no other. */
  readonly k: string;
  readonly s: string;
  readonly type: 'IAMUser' | 'Root' | 'AssumedRole' | 'FederatedUser';
  readonly owner: string;
  /** The user's or role's id whose permissions these are; undefined for the root user. */
  readonly entityId: string | undefined;
  readonly arn: string;
  readonly principalId: string;
  readonly userName: string | undefined;
  readonly mfa: boolean;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly policies: readonly string[];
  readonly issuer: NonNullable<Principal['session']>['issuer'];
  /** The long-term key they were got with; when it is gone or inactive so are they. */
  readonly parentKeyId: string | undefined;
}

export interface TemporaryCredentials {
  AccessKeyId: string;
  SecretAccessKey: string;
  SessionToken: string;
  Expiration: Date;
}

const TOKEN_LENGTH_MAX = 16_384;

/** Makes them; refuses what could not be used. */
export function issueCredentials(ctx: Ctx, claims: Omit<SessionClaims, 'k' | 's' | 'createdMs'>): TemporaryCredentials {
  const k = newIamId(ctx.chance, 'ASIA');
  const s = newSecretKey(ctx.chance);
  const whole: SessionClaims = { ...claims, k, s, createdMs: ctx.clock.now() };
  const SessionToken = ctx.secrets.seal(JSON.stringify(whole)).toString('base64');
  if (SessionToken.length > TOKEN_LENGTH_MAX) throw new ApiError('BadRequest', 'The policies of the session are too large together.', { reason: 'PackedPolicyTooLarge' });
  return { AccessKeyId: k, SecretAccessKey: s, SessionToken, Expiration: new Date(claims.expiresMs) };
}

/** What a token says; undefined when it is none of ours. */
export function openSessionToken(ctx: Ctx, token: string): SessionClaims | undefined {
  if (token.length > TOKEN_LENGTH_MAX) return undefined;
  try {
    return JSON.parse(ctx.secrets.open(Buffer.from(token, 'base64'))) as SessionClaims;
  } catch {
    // Forged or cut: it was sealed with no key of ours.
    return undefined;
  }
}
