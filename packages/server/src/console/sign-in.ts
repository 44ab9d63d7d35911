import { randomSecret } from '@carillon/kernel/chance.js';
import { ApiError } from '@carillon/kernel/errors.js';
import type { RouteBody } from '@carillon/wire/rest/route.js';
import type { signInToConsole } from '@carillon/wire/rest/console.js';
import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { replacePassword } from '../iam/second-factor.js';
import { passwordMatches } from '../platform/password.js';
import { hashSecret } from '../platform/secrets.js';
import { CONSOLE_SESSION_MS, type ConsoleCredentials, type ConsoleSessionRow } from './model.js';
import { demandSecondFactor } from './demand-second-factor.js';
import { recordSignIn } from './record-sign-in.js';
import * as store from './store.js';

export type ConsoleSignIn = RouteBody<typeof signInToConsole>;

export interface OpenedConsoleSession {
  readonly session: ConsoleSessionRow;
  /** For the cookie; it is nowhere else. */
  readonly secret: string;
}

/**
 * Checks password and, where one is set up, the code of the second factor, and opens a session. Every refusal before the code looks and costs the
 * same. Unauthorized with `sign-in-wrong`, `totp-required`, `totp-wrong` or `password-reset-required`; Throttled.
 */
export async function openConsoleSession(ctx: Ctx, wanted: ConsoleSignIn, caller: Caller): Promise<OpenedConsoleSession> {
  const key = wanted.as === 'root' ? `root ${wanted.email.toLowerCase()}` : `iam ${wanted.account.toLowerCase()} ${wanted.userName.toLowerCase()}`;
  await ctx.limits.spend('sign-in-ip', caller.address);
  await ctx.limits.spend('sign-in-email', key);
  const credentials = wanted.as === 'root' ? await store.readRootCredentials(ctx.sql, wanted.email.trim().toLowerCase()) : await store.readUserCredentials(ctx.sql, wanted.account.toLowerCase(), wanted.userName);
  const matches = await passwordMatches(credentials?.passwordHash, wanted.password);
  if (!credentials || !matches) {
    await recordFailure(ctx, wanted, credentials, caller);
    throw new ApiError('Unauthorized', 'The sign-in details or the password are wrong.', { reason: 'sign-in-wrong' });
  }
  const mfa = await checkSecondFactor(ctx, credentials, wanted.totp, caller);
  if (credentials.resetRequired) await exchangePassword(ctx, credentials, wanted);
  return open(ctx, credentials, mfa, caller);
}

async function recordFailure(ctx: Ctx, wanted: ConsoleSignIn, credentials: ConsoleCredentials | undefined, caller: Caller): Promise<void> {
  const owner = credentials?.ownerAccountId ?? (wanted.as === 'user' ? (await store.readOwner(ctx.sql, wanted.account.toLowerCase()))?.id : undefined);
  // Of an account that is not there nobody keeps a record.
  if (owner !== undefined) await recordSignIn(ctx, { ownerAccountId: owner, as: wanted.as, user: credentials?.user, known: credentials !== undefined }, 'ConsoleLogin', caller, { failed: true, mfa: false });
}

/** False where no second factor is set up. */
async function checkSecondFactor(ctx: Ctx, credentials: ConsoleCredentials, code: string | undefined, caller: Caller): Promise<boolean> {
  const { ownerAccountId, user } = credentials;
  const onWrong = () => recordSignIn(ctx, { ownerAccountId, as: user ? 'user' : 'root', user, known: true }, 'ConsoleLogin', caller, { failed: true, mfa: true });
  return demandSecondFactor(ctx, ownerAccountId, user?.id ?? null, code, onWrong);
}

/** A first password that somebody else chose is exchanged before anything else. */
async function exchangePassword(ctx: Ctx, credentials: ConsoleCredentials, wanted: ConsoleSignIn): Promise<void> {
  const next = wanted.as === 'user' ? wanted.newPassword : undefined;
  if (next === undefined) throw new ApiError('Unauthorized', 'Choose a new password: the one you were given is for the first time only.', { reason: 'password-reset-required' });
  if (next === wanted.password) throw new ApiError('BadRequest', 'Choose a password that differs from the one you were given.', { reason: 'password-same' });
  await replacePassword(ctx, credentials.user!.id, next);
}

async function open(ctx: Ctx, { ownerAccountId, user }: ConsoleCredentials, mfa: boolean, caller: Caller): Promise<OpenedConsoleSession> {
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  const session: ConsoleSessionRow = { id: ctx.ids.next<'ConsoleSession'>(), ownerAccountId, user, mfa, roleKeyId: null, roleToken: null, createdAt: at, expiresAt: new Date(at.getTime() + CONSOLE_SESSION_MS) };
  await store.insertConsoleSession(ctx.sql, { id: session.id, tokenHash: hashSecret(secret), ownerAccountId, userId: user?.id ?? null, mfa, at, expiresAt: session.expiresAt });
  await recordSignIn(ctx, { ownerAccountId, as: user ? 'user' : 'root', user, known: true }, 'ConsoleLogin', caller, { failed: false, mfa });
  return { session, secret };
}
