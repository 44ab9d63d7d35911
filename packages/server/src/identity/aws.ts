import { badRequest } from '@carillon/kernel/errors.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';
import { accessAccount, lockOwnAccount } from '../accounts/access.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import { write, type Operation } from '../operation.js';
import { accessMember } from '../users/access-member.js';
import { splitUsers } from '../users/aws.js';
import { canonicalEmail } from '../users/model.js';
import { removeFromAccount } from '../users/remove-from-account.js';
import { writeInvitation } from './invite-people.js';
import { deleteSessionsOf, readInvitees } from './store.js';

/** Operations on users that touch sessions, links and mail. */
export const identityOperations: readonly Operation[] = [
  write('chime', 'LogoutUser', async (ctx, input) => {
    const member = await accessMember(ctx, input.AccountId, input.UserId);
    await ctx.tx(async tx => {
      await deleteSessionsOf(tx.sql, member.id, undefined);
      tx.afterCommit(() => ctx.hooks.endSockets(member.id, {}));
    });
    return {};
  }),
  write('chime', 'InviteUsers', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    if (account.type !== 'Team') throw badRequest('Only users of Team accounts are invited; people of a claimed domain join by themselves.');
    if (input.UserType === 'SharedDevice') throw badRequest('Shared devices are not available on this server yet.');
    return { Invites: await inviteUsers(ctx, account, [...new Set(input.UserEmailList.map(canonicalEmail))]) };
  }),
  write('chime', 'BatchSuspendUser', (ctx, input) => suspendUsers(ctx, input)),
  write('chime', 'SuspendUsers', (ctx, input) => suspendUsers(ctx, input)),
];

/** In a Team account to suspend is to remove (product-facts, section 8). */
async function suspendUsers(ctx: Ctx, input: { AccountId: string; UserIdList: readonly string[] }) {
  const account = await accessAccount(ctx, input.AccountId);
  if (account.type !== 'Team') throw badRequest('Users of this account are managed in its directory.');
  const { found, errors } = await splitUsers(ctx, account, input.UserIdList);
  await removeFromAccount(ctx, account, [...found.values()].map(member => member.id));
  return { UserErrors: errors };
}

/** A link for each address, mailed; members of the account are told as accepted (guide, GST-09: whoever joins gets Pro). */
async function inviteUsers(ctx: Ctx, account: AccountRow, emails: readonly string[]): Promise<wire.Invite[]> {
  const members = new Set((await readInvitees(ctx.sql, emails)).filter(row => row.accountId === account.id).map(row => row.email));
  return ctx.tx(async tx => {
    const invites: wire.Invite[] = [];
    for (const email of emails) {
      const InviteId: string = ctx.ids.next<'Invite'>();
      if (members.has(email)) {
        invites.push({ InviteId, Status: 'Accepted', EmailAddress: email, EmailStatus: 'NotSent' });
        continue;
      }
      await writeInvitation(ctx, tx, email, { account, inviter: { id: null, name: account.name }, locale: null, terms: { inviteId: InviteId, licence: account.defaultLicense } });
      invites.push({ InviteId, Status: 'Pending', EmailAddress: email, EmailStatus: 'Sent' });
    }
    return invites;
  });
}
