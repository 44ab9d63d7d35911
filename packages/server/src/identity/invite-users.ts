import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';
import { lockOwnAccount } from '../accounts/access.js';
import { inviteIntoAccount } from '../accounts/join-account.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx, Tx } from '../ctx.js';
import { findClaim, findClaims } from '../domains/find-claim.js';
import { presentUser } from '../users/aws.js';
import { findOrNamePerson } from '../users/create-person.js';
import { findMember } from '../users/find-member.js';
import { canonicalEmail, isReserved } from '../users/model.js';
import { writeInvitation } from './invite-people.js';
import { readInvitees } from './store.js';

/**
 * A link for each address, mailed; members of the account are told as accepted (guide, GST-09: whoever joins gets Pro). An address whose domain
 * another account has claimed is not invited (DOM-06), nor is the Assistant's.
 */
export async function inviteUsers(ctx: Ctx, input: wire.InviteUsersRequest): Promise<wire.Invite[]> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  if (account.type !== 'Team') throw badRequest('Only users of Team accounts are invited; people of a claimed domain join by themselves.');
  if (input.UserType === 'SharedDevice') throw noDevices();
  const emails = [...new Set(input.UserEmailList.map(canonicalEmail))];
  const members = new Set((await readInvitees(ctx.sql, emails)).filter(row => row.accountId === account.id).map(row => row.email));
  const claims = await findClaims(ctx.sql, emails);
  return ctx.tx(async tx => {
    const invites: wire.Invite[] = [];
    for (const email of emails) {
      const InviteId: string = ctx.ids.next<'Invite'>();
      const known = members.has(email) ? 'Accepted' : claims.has(email) || isReserved(email) ? 'Failed' : undefined;
      if (!known) await inviteUser(ctx, tx, account, email, InviteId);
      invites.push({ InviteId, Status: known ?? 'Pending', EmailAddress: email, EmailStatus: known ? 'NotSent' : 'Sent' });
    }
    return invites;
  });
}

/** One user, pending, told by mail how to join: in a Team account anybody, in an Enterprise account people of its domains. Conflict when there is one with this address. */
export async function createUser(ctx: Ctx, input: wire.CreateUserRequest): Promise<wire.User> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  if (input.UserType === 'SharedDevice') throw noDevices();
  if (input.Email === undefined) throw badRequest('A user needs an Email.');
  const email = canonicalEmail(input.Email);
  if (await findMember(ctx, account, email)) throw new ApiError('Conflict', 'There is a user with this address in the account.');
  const claim = await findClaim(ctx.sql, email);
  if (claim !== undefined && claim !== account.id) throw badRequest('The domain of this address is claimed by another account.');
  if (account.type !== 'Team' && claim === undefined) throw badRequest('Claim the domain of this address first: users of an Enterprise account have addresses of its domains.');
  await ctx.tx(tx => inviteUser(ctx, tx, account, email, ctx.ids.next<'Invite'>(), input.Username));
  return presentUser((await findMember(ctx, account, email))!, ctx.now());
}

/** A pending user who is told by mail how to join, with the account's licence; at most so many an hour. */
export async function inviteUser(ctx: Ctx, tx: Tx, account: AccountRow, email: string, inviteId: string, displayName?: string): Promise<void> {
  await ctx.limits.spend('invite-owner', account.ownerAccountId);
  await writeInvitation(ctx, tx, email, { account, inviter: { id: null, name: account.name }, locale: null, terms: { inviteId, licence: account.defaultLicense }, displayName });
}

/** A pending user who is told nothing yet. */
export async function nameUser(ctx: Ctx, tx: Tx, account: AccountRow, email: string, displayName?: string): Promise<void> {
  const personId = await findOrNamePerson(ctx, tx.sql, email, displayName);
  await inviteIntoAccount(ctx, tx.sql, { personId, accountId: account.id, licence: account.defaultLicense });
}

function noDevices() {
  return new ApiError('ServiceUnavailable', 'Shared devices are not available on this server yet.');
}
