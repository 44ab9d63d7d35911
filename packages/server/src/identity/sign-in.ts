import { ApiError, forbidden } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessSelf } from '../users/access.js';
import { canonicalEmail } from '../users/model.js';
import { hashPassword, passwordMatches } from '../platform/password.js';
import { deleteSessionsOf, readCredentials, readCredentialsOf, updatePassword } from './store.js';
import { checkTotp } from './totp.js';

/**
 * Checks e-mail, password and, where it is set up, the code. Every refusal before the code looks and costs the same.
 */
export async function checkSignIn(ctx: Ctx, email: string, password: string, totp: string | undefined, address: string): Promise<PersonId> {
  const key = canonicalEmail(email);
  await ctx.limits.spend('sign-in-ip', address);
  await ctx.limits.spend('sign-in-email', key);
  const credentials = await readCredentials(ctx.sql, key);
  const matches = await passwordMatches(credentials?.passwordHash, password);
  if (!credentials || !matches || !credentials.verified) throw new ApiError('Unauthorized', 'E-mail or password is wrong.', { reason: 'sign-in-wrong' });
  await checkTotp(ctx, credentials, totp);
  // Told only to whoever knows the password (guide, USR-24).
  if (credentials.suspended) throw forbidden('Your organisation has suspended your account. Ask its administrators.', 'suspended');
  return credentials.id;
}

/** Everybody else who is signed in as this person is signed out; this device stays. */
export async function changePassword(ctx: Ctx, current: string, next: string): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.limits.spend('sign-in-email', `password ${self}`);
  const credentials = await readCredentialsOf(ctx.sql, self);
  if (!(await passwordMatches(credentials?.passwordHash, current))) throw forbidden('This is not your password.', 'password-wrong');
  const except = ctx.actor.kind === 'person' ? ctx.actor.sessionId : undefined;
  const passwordHash = await hashPassword(next);
  await ctx.tx(async tx => {
    await updatePassword(tx.sql, self, passwordHash);
    await deleteSessionsOf(tx.sql, self, except);
  });
  ctx.hooks.endSockets(self, { except });
}
