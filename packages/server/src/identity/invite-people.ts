import { randomSecret } from '@carillon/kernel/chance.js';
import { badRequest, forbidden } from '@carillon/kernel/errors.js';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import { insertMembership, readAccount } from '../accounts/store.js';
import { publicOrigin } from '../config.js';
import type { Ctx, Tx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import { createPerson } from '../users/create-person.js';
import { canonicalEmail } from '../users/model.js';
import { readPeople } from '../users/store.js';
import { getMe } from '../users/update-me.js';
import { PASSWORD_LENGTH_MIN } from '@carillon/wire/values.js';
import { enqueueMail } from './mails.js';
import { LINK_LIFE_MS } from './model.js';
import { hashPassword } from './password.js';
import { checkSignIn } from './sign-in.js';
import { linkSpent } from './sign-up.js';
import { deleteLinks, insertLink, readInvitees, readLink, spendLink, type LinkRow } from './store.js';

export interface InvitationResult {
  email: string;
  status: 'invited' | 'already-member' | 'in-other-account';
  link?: string;
}

/** Invites people into one's own account. Without a mail server the links come back, to be handed over in person. */
export async function invitePeople(ctx: Ctx, emails: readonly string[]): Promise<InvitationResult[]> {
  const me = await getMe(ctx);
  const account = me.account;
  if (!account) throw forbidden('Only members of an account can invite colleagues into it.', 'no-account');
  const wanted = [...new Set(emails.map(canonicalEmail))];
  for (let i = 0; i < wanted.length; i++) await ctx.limits.spend('invite-person', me.id);
  return ctx.tx(async tx => {
    const known = new Map((await readInvitees(tx.sql, wanted)).map(row => [row.email, row]));
    const results: InvitationResult[] = [];
    for (const email of wanted) {
      const accountId = known.get(email)?.accountId ?? null;
      if (accountId === account.id) results.push({ email, status: 'already-member' });
      else if (accountId !== null) results.push({ email, status: 'in-other-account' });
      else results.push(await inviteOne(ctx, tx, email, { account, inviter: { id: me.id, name: me.displayName }, locale: me.locale }));
    }
    return results;
  });
}

async function inviteOne(
  ctx: Ctx,
  tx: Tx,
  email: string,
  by: { account: { id: AccountId; name: string }; inviter: { id: PersonId; name: string }; locale: string | null },
): Promise<InvitationResult> {
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  await deleteLinks(tx.sql, 'invite', email);
  await insertLink(tx.sql, {
    kind: 'invite', secretHash: hashSecret(secret), email, personId: null, accountId: by.account.id, invitedBy: by.inviter.id, payload: null, at, expiresAt: new Date(at.getTime() + LINK_LIFE_MS.invite),
  });
  const path = `/invite/${secret}`;
  await enqueueMail(tx, 'invite', email, by.locale, { link: `${publicOrigin(ctx.config)}${path}`, by: by.inviter.name, account: by.account.name });
  return ctx.config.smtpUrl === undefined ? { email, status: 'invited', link: `${ctx.origin}${path}` } : { email, status: 'invited' };
}

export async function getInvitation(ctx: Ctx, secret: string, address: string) {
  await ctx.limits.spend('secret-ip', address);
  const link = await readLink(ctx.sql, 'invite', hashSecret(secret), ctx.now());
  const account = link?.accountId && (await readAccount(ctx.sql, link.accountId));
  if (!link?.email || !account) throw linkSpent();
  const [inviter] = link.invitedBy ? await readPeople(ctx.sql, [link.invitedBy]) : [];
  const known = (await readInvitees(ctx.sql, [link.email])).length > 0;
  return { email: link.email, accountName: account.name, invitedBy: inviter?.displayName ?? '', known };
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
  if (!link?.email || !link.accountId) throw linkSpent();
  const [known] = await readInvitees(ctx.sql, [link.email]);
  if (known?.accountId) throw forbidden('You are a member of an account already. Leave it first, or use another address.', 'in-other-account');
  if (known) await checkSignIn(ctx, link.email, accept.password, accept.totp, address);
  const passwordHash = known ? null : await hashPassword(checkNewcomer(accept).password);
  return ctx.tx(async tx => {
    const spent = await spendLink(tx.sql, 'invite', hash, ctx.now());
    if (!spent?.accountId) throw linkSpent();
    const personId = known?.personId ?? (await createInvited(ctx, tx, spent, accept, passwordHash));
    await insertMembership(tx.sql, { personId, accountId: spent.accountId, licence: 'Basic', at: ctx.now() });
    return personId;
  });
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
