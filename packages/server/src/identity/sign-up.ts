import { forbidden } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { publicOrigin } from '../config.js';
import type { Ctx } from '../ctx.js';
import { isUniqueViolation } from '../platform/database/errors.js';
import { findClaim } from '../domains/find-claim.js';
import { createPerson } from '../users/create-person.js';
import { joinClaimedAccount } from '../users/join-claimed-account.js';
import { canonicalEmail, checkAddress } from '../users/model.js';
import { enqueueMail } from './mails.js';
import { findMailedLink, forgetLinks, linkSpent, mailLink, spendMailedLink } from './mail-links.js';
import { hashPassword } from '../platform/password.js';
import { checkTotp } from './totp.js';
import { deleteSessionsOf, readCredentials, readCredentialsOf, updatePassword, updateVerified } from './store.js';

export interface SignUp {
  displayName: string;
  email: string;
  password: string;
  locale?: 'en' | 'it' | undefined;
}

/**
 * Answers the same for known and unknown addresses; the mail tells them apart. The person is made only when the link in
 * the mail is opened: until then an address that somebody else typed is nobody's.
 */
export async function signUp(ctx: Ctx, wanted: SignUp, address: string): Promise<void> {
  if (ctx.config.signUp === 'invited') throw forbidden('On this server people join by invitation. Ask a colleague to invite you.', 'sign-up-closed');
  const email = checkAddress(wanted.email);
  await ctx.limits.spend('mail-ip', address);
  if (ctx.config.signUp === 'domains' && !(await findClaim(ctx.sql, email))) throw forbidden('On this server people sign up with the address of their organisation. With another one, ask a colleague to invite you.', 'domain-unclaimed');
  await ctx.limits.spend('mail-email', email);
  // Hashed in both cases, so that both take as long.
  const passwordHash = await hashPassword(wanted.password);
  const known = await readCredentials(ctx.sql, email);
  await ctx.tx(async tx => {
    if (!known) return mailLink(ctx, tx, 'verify', { email, locale: wanted.locale, payload: { displayName: wanted.displayName, passwordHash, locale: wanted.locale ?? null } });
    await forgetLinks(tx, 'verify', email);
    await enqueueMail(tx, 'known', email, known.locale ?? wanted.locale, { link: `${publicOrigin(ctx.config)}/sign-in` });
  });
}

/** Spends the mailed link and makes the person; refuses when it was used or the address got its person meanwhile. */
export async function verifyEmail(ctx: Ctx, secret: string, address: string): Promise<PersonId> {
  await ctx.limits.spend('secret-ip', address);
  return orLinkSpent(ctx.tx(async tx => {
    const link = await spendMailedLink(ctx, tx, 'verify', secret);
    if (!link.email || (await readCredentials(tx.sql, link.email))) throw linkSpent();
    const { displayName, passwordHash, locale } = link.payload as { displayName: string; passwordHash: string; locale: string | null };
    const personId = await createPerson(ctx, tx.sql, { email: link.email, displayName, passwordHash, locale, verified: true });
    await joinClaimedAccount(ctx, tx, personId, link.email);
    return personId;
  }));
}

/** Answers the same for known and unknown addresses; only a known one gets a mail. */
export async function requestPasswordReset(ctx: Ctx, email: string, address: string): Promise<void> {
  const key = canonicalEmail(email);
  await ctx.limits.spend('mail-ip', address);
  await ctx.limits.spend('mail-email', key);
  const known = await readCredentials(ctx.sql, key);
  await ctx.tx(async tx => {
    if (known && !known.suspended) return mailLink(ctx, tx, 'reset', { email: key, locale: known.locale, personId: known.id });
    await forgetLinks(tx, 'reset', key);
  });
}

/**
 * Whoever reads the address's mail may choose the password, and every session ends; a second factor is asked for all
 * the same.
 */
export async function resetPassword(ctx: Ctx, secret: string, password: string, totp: string | undefined, address: string): Promise<PersonId> {
  await ctx.limits.spend('secret-ip', address);
  const asked = await findMailedLink(ctx, 'reset', secret);
  const credentials = asked.personId && (await readCredentialsOf(ctx.sql, asked.personId));
  if (!credentials || credentials.suspended) throw linkSpent();
  await checkTotp(ctx, credentials, totp);
  const passwordHash = await hashPassword(password);
  const personId = await ctx.tx(async tx => {
    const link = await spendMailedLink(ctx, tx, 'reset', secret);
    if (!link.personId) throw linkSpent();
    await updatePassword(tx.sql, link.personId, passwordHash);
    await updateVerified(tx.sql, link.personId, ctx.now());
    await deleteSessionsOf(tx.sql, link.personId, undefined);
    return link.personId;
  });
  ctx.hooks.endSockets(personId, {});
  return personId;
}

/** Somebody else made the person, or the membership, at the same moment: the unique key tells. */
export function orLinkSpent<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw isUniqueViolation(error) ? linkSpent() : error;
  });
}
