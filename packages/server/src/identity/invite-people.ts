import { randomSecret } from '@carillon/kernel/chance.js';
import { badRequest, forbidden } from '@carillon/kernel/errors.js';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { License } from '@carillon/wire/aws/generated/chime-types.js';
import { inviteIntoAccount, joinAccount } from '../accounts/join-account.js';
import { publicOrigin } from '../config.js';
import type { Ctx, Tx } from '../ctx.js';
import { findClaim, findClaims } from '../domains/find-claim.js';
import { hashSecret } from '../platform/secrets.js';
import { createPerson, findOrNamePerson } from '../users/create-person.js';
import { endTrial } from '../users/end-trial.js';
import { checkAddress } from '../users/model.js';
import { getMe } from '../users/update-me.js';
import { PASSWORD_LENGTH_MIN } from '@carillon/wire/values.js';
import { enqueueMail } from './mails.js';
import { LINK_LIFE_MS } from './model.js';
import { hashPassword } from '../platform/password.js';
import { checkSignIn } from './sign-in.js';
import { linkSpent } from './mail-links.js';
import { orLinkSpent } from './sign-up.js';
import { deleteInvitations, insertLink, readInvitation, readInvitees, readLink, spendLink, type LinkRow } from './store.js';

export interface InvitationResult {
  email: string;
  status: 'invited' | 'already-member';
  link?: string;
}

/**
 * Invites people into one's own account. Without a mail server the links come back, to be handed over in person.
 * Whether an address is known to the server, or a member of another account, is not told: whoever opens the link learns
 * that there.
 */
export async function invitePeople(ctx: Ctx, emails: readonly string[]): Promise<InvitationResult[]> {
  const me = await getMe(ctx);
  const account = me.account;
  if (!account) throw forbidden('Only members of an account can invite colleagues into it.', 'no-account');
  const wanted = [...new Set(emails.map(checkAddress))];
  const claims = await findClaims(ctx.sql, wanted);
  // DOM-06: whose domain is somebody else's is theirs to bring in.
  if (wanted.some(email => (claims.get(email) ?? account.id) !== account.id)) throw badRequest('Another organisation has claimed the domain of one of these addresses. Their people join it.', 'domain-claimed');
  for (let i = 0; i < wanted.length; i++) await ctx.limits.spend('invite-person', me.id);
  return ctx.tx(async tx => {
    const known = new Map((await readInvitees(tx.sql, wanted)).map(row => [row.email, row]));
    const results: InvitationResult[] = [];
    for (const email of wanted) {
      if (known.get(email)?.accountId === account.id) results.push({ email, status: 'already-member' });
      else {
        const path = await writeInvitation(ctx, tx, email, { account, inviter: { id: me.id, name: me.displayName }, locale: me.locale, terms: null });
        results.push(ctx.config.smtpUrl === undefined ? { email, status: 'invited', link: `${ctx.origin}${path}` } : { email, status: 'invited' });
      }
    }
    return results;
  });
}

/**
 * Writes an invitation's link over an earlier one to the address, and the mail that carries it; returns the link's path. Whoever is
 * invited stands among the account's users as pending. With `terms` whoever accepts gets that licence and has no trial any more.
 */
export async function writeInvitation(
  ctx: Ctx,
  tx: Tx,
  email: string,
  by: {
    account: { id: AccountId; name: string }; inviter: { id: PersonId | null; name: string }; locale: string | null; terms: { inviteId: string; licence: License } | null;
    displayName?: string | undefined;
  },
): Promise<string> {
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  await deleteInvitations(tx.sql, by.account.id, [email]);
  const personId = await findOrNamePerson(ctx, tx.sql, email, by.displayName);
  await inviteIntoAccount(ctx, tx.sql, { personId, accountId: by.account.id, licence: by.terms?.licence ?? 'Basic' });
  await insertLink(tx.sql, {
    kind: 'invite', secretHash: hashSecret(secret), email, personId: null, accountId: by.account.id, invitedBy: by.inviter.id, payload: by.terms, at, expiresAt: new Date(at.getTime() + LINK_LIFE_MS.invite),
  });
  const path = `/invite/${secret}`;
  await enqueueMail(tx, 'invite', email, by.locale, { link: `${publicOrigin(ctx.config)}${path}`, by: by.inviter.name, account: by.account.name });
  return path;
}

/** What the page of an invitation shows to whoever holds its secret. */
export async function getInvitation(ctx: Ctx, secret: string, address: string) {
  await ctx.limits.spend('secret-ip', address);
  const invitation = await readInvitation(ctx.sql, hashSecret(secret), ctx.now());
  if (!invitation) throw linkSpent();
  const known = (await readInvitees(ctx.sql, [invitation.email])).length > 0;
  return { ...invitation, known };
}

export interface Acceptance {
  secret: string;
  displayName?: string | undefined;
  password: string;
  totp?: string | undefined;
}

/** A known person proves who they are with their password; a new one chooses name and password. */
export async function acceptInvitation(ctx: Ctx, accept: Acceptance, address: string): Promise<PersonId> {
  await ctx.limits.spend('secret-ip', address);
  const hash = hashSecret(accept.secret);
  const link = await readLink(ctx.sql, 'invite', hash, ctx.now());
  if (!link?.email || !link.accountId || !(await readInvitation(ctx.sql, hash, ctx.now())) || (await isClaimedElsewhere(ctx, link.email, link.accountId))) throw linkSpent();
  const [known] = await readInvitees(ctx.sql, [link.email]);
  if (known) await checkSignIn(ctx, link.email, accept.password, accept.totp, address);
  // Told to the person alone, not to whoever holds the link.
  if (known?.accountId) throw forbidden('You are a member of an account already. Leave it first, or use another address.', 'in-other-account');
  const passwordHash = known ? null : await hashPassword(checkNewcomer(accept).password);
  return orLinkSpent(ctx.tx(async tx => {
    const spent = await spendLink(tx.sql, 'invite', hash, ctx.now());
    if (!spent?.accountId) throw linkSpent();
    const personId = known?.personId ?? (await createInvited(ctx, tx, spent, accept, passwordHash));
    // An administrator's invitation brings its licence, and ends the trial (guide, GST-09, PRO-01); a colleague's leaves it.
    const licence = spent.payload?.['licence'] === 'Pro' ? 'Pro' : 'Basic';
    await joinAccount(ctx, tx.sql, { personId, accountId: spent.accountId, licence });
    if (spent.payload?.['licence'] !== undefined) await endTrial(tx.sql, personId);
    return personId;
  }));
}

/** Claimed by another account since the invitation was written (guide, DOM-06). */
async function isClaimedElsewhere(ctx: Ctx, email: string, accountId: AccountId): Promise<boolean> {
  return ((await findClaim(ctx.sql, email)) ?? accountId) !== accountId;
}

function checkNewcomer(accept: Acceptance): Acceptance {
  if (!accept.displayName?.trim()) throw badRequest('Type the name your colleagues know you by.', 'name-missing');
  if (accept.password.length < PASSWORD_LENGTH_MIN) throw badRequest(`Choose a password of at least ${PASSWORD_LENGTH_MIN} characters.`, 'password-short');
  return accept;
}

function createInvited(ctx: Ctx, tx: Tx, link: LinkRow, accept: Acceptance, passwordHash: string | null): Promise<PersonId> {
  // checkNewcomer has seen the name, readLink the address.
  return createPerson(ctx, tx.sql, { email: link.email!, displayName: accept.displayName!, passwordHash, locale: null, verified: true });
}
