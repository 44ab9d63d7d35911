import { badRequest } from '@carillon/kernel/errors.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';
import { lockOwnAccount } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import { splitUsers } from '../users/aws.js';
import { moveToAccount } from '../users/move-to-account.js';
import { inviteUser } from './invite-users.js';
import { cancelInvitations } from './suspend-users.js';

/**
 * Users of one Team account go over to another (guide, MIG-01) and keep everything: chats, rooms, contacts, their licence where the other account
 * supports it. Whoever has not come yet is invited anew, to the other account.
 */
export async function migrateUsers(ctx: Ctx, input: wire.MigrateUsersRequest): Promise<{ UserErrors: wire.UserError[] }> {
  // Always in the same order, so that two who move people to and fro do not wait for each other.
  const [first, second] = [input.AccountId, input.DestinationAccountId].map(id => id.toLowerCase()).toSorted();
  if (first === second) throw badRequest('Choose another account than the one that the users are in.');
  const locked = [await lockOwnAccount(ctx, first!), await lockOwnAccount(ctx, second!)];
  const source = locked.find(account => account.id === input.AccountId.toLowerCase())!;
  const destination = locked.find(account => account !== source)!;
  if (source.type !== 'Team' || destination.type !== 'Team') throw badRequest('Users are moved between Team accounts. People of a claimed domain stay in its Enterprise account.');
  const { found, errors } = await splitUsers(ctx, source, input.UserIdList);
  const members = [...found.values()];
  const invited = members.filter(member => member.status === 'Invited');
  await moveToAccount(ctx, source, destination, members.filter(member => member.status === 'Joined').map(member => member.id));
  await cancelInvitations(ctx, source, invited);
  await ctx.tx(async tx => {
    for (const { email, displayName } of invited) await inviteUser(ctx, tx, destination, email, ctx.ids.next<'Invite'>(), displayName || undefined);
  });
  return { UserErrors: errors };
}
