import { write, type Operation } from '../operation.js';
import { accessMember } from '../users/access-member.js';
import { createUser, inviteUsers } from './invite-users.js';
import { migrateUsers } from './migrate-users.js';
import { releaseDomain } from './release-domain.js';
import { signPeopleOut } from './sign-people-out.js';
import { suspendUsers, unsuspendUsers } from './suspend-users.js';

/** Operations on users that touch sessions, links and mail. */
export const identityOperations: readonly Operation[] = [
  write('chime', 'LogoutUser', async (ctx, input) => {
    const member = await accessMember(ctx, input.AccountId, input.UserId);
    await ctx.tx(tx => signPeopleOut(ctx, tx, [member.id]));
    return {};
  }),
  write('chime', 'InviteUsers', async (ctx, input) => ({ Invites: await inviteUsers(ctx, input) })),
  write('chime', 'CreateUser', async (ctx, input) => ({ User: await createUser(ctx, input) })),
  write('chime', 'BatchSuspendUser', suspendUsers),
  write('chime', 'SuspendUsers', suspendUsers),
  write('chime', 'BatchUnsuspendUser', unsuspendUsers),
  write('chime', 'ActivateUsers', unsuspendUsers),
  write('chime', 'MigrateUsers', migrateUsers),
  write('chime', 'DeleteDomain', (ctx, input) => releaseDomain(ctx, input.AccountId, input.DomainName)),
];
