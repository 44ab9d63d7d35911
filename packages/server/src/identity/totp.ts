import { ApiError, badRequest, forbidden } from '@carillon/kernel/errors.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Ctx } from '../ctx.js';
import { accessSelf } from '../users/access.js';
import { getMe } from '../users/update-me.js';
import { passwordMatches } from '../platform/password.js';
import { matchTotp, newTotpSecret, totpQrSvg, totpUri } from '../platform/totp.js';
import { readCredentialsOf, spendTotpStep, updateTotp, type Credentials } from './store.js';

/** Makes a secret for an authenticator app; it counts only once a code of it was confirmed (RFC 6238). */
export async function beginTotp(ctx: Ctx): Promise<{ secret: string; uri: string; qrSvg: string }> {
  const me = await getMe(ctx);
  if (me.totpEnabled) throw badRequest('A second factor is already set up. Switch it off first.', 'totp-enabled');
  const secret = newTotpSecret();
  await updateTotp(ctx.sql, me.id, { secret: ctx.secrets.seal(secret), enabled: false });
  const uri = totpUri(me.email, secret);
  return { secret, uri, qrSvg: await totpQrSvg(uri) };
}

/** Switches the second factor on, once a code shows that the app has the secret. */
export async function confirmTotp(ctx: Ctx, code: string): Promise<Me> {
  const self = accessSelf(ctx);
  await ctx.limits.spend('sign-in-email', `totp ${self}`);
  const credentials = await readCredentialsOf(ctx.sql, self);
  if (!credentials?.totpSecret || !(await spendTotpCode(ctx, credentials, code))) throw badRequest('This code is not right. Check the time of your phone and type the newest code.', 'totp-wrong');
  await updateTotp(ctx.sql, self, { secret: credentials.totpSecret, enabled: true });
  return getMe(ctx);
}

/** Switches the second factor off; asks for the password, because a lent device must not be enough. */
export async function disableTotp(ctx: Ctx, password: string): Promise<Me> {
  const self = accessSelf(ctx);
  await ctx.limits.spend('sign-in-email', `totp ${self}`);
  const credentials = await readCredentialsOf(ctx.sql, self);
  if (!(await passwordMatches(credentials?.passwordHash, password))) throw forbidden('This is not your password.', 'password-wrong');
  await updateTotp(ctx.sql, self, { secret: null, enabled: false });
  return getMe(ctx);
}

/** Refuses a sign-in that needs a code and has none, or a wrong or spent one. */
export async function checkTotp(ctx: Ctx, credentials: Credentials, code: string | undefined): Promise<void> {
  if (!credentials.totpEnabled) return;
  if (code === undefined) throw new ApiError('Unauthorized', 'Type the code from your authenticator app.', { reason: 'totp-required' });
  await ctx.limits.spend('sign-in-email', `totp ${credentials.id}`);
  if (!(await spendTotpCode(ctx, credentials, code))) throw new ApiError('Unauthorized', 'This code is not right, or was used before. Type the newest one.', { reason: 'totp-wrong' });
}

/** True for the code of now or of one step around it, and for each step once (RFC 6238, section 5.2). */
async function spendTotpCode(ctx: Ctx, credentials: Credentials, code: string): Promise<boolean> {
  if (!credentials.totpSecret) return false;
  const step = await matchTotp(ctx.secrets.open(Buffer.from(credentials.totpSecret)), code, ctx.clock.now());
  return step !== undefined && (await spendTotpStep(ctx.sql, credentials.id, step));
}
