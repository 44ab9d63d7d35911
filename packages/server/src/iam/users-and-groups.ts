import { read, write, type Caller, type Operation } from '../operation.js';
import type { Ctx } from '../ctx.js';
import { deleteConflict, entityExists, limitExceeded, noSuchEntity } from './access.js';
import { accessGroup, accessUser, ownerOf, pageByName } from './entities.js';
import * as store from './entity-store.js';
import { forgetIdentities } from './find-access-key.js';
import { GROUPS_OF_USER_MAX, type GroupRow, type UserRow } from './model.js';
import { newIamId } from './names.js';
import { readAttachments, readInlines } from './policy-store.js';
import { checkAttachable } from './policies.js';
import { presentGroup, presentUser } from './present.js';

const user = { resource: ({ UserName }: { UserName?: string | undefined }, { owner, self }: Caller) => `arn:aws:iam::${owner}:user/${UserName ?? self}` };
const group = { resource: ({ GroupName }: { GroupName: string }, { owner }: Caller) => `arn:aws:iam::${owner}:group/${GroupName}` };

export const userAndGroupOperations: readonly Operation[] = [
  write('iam', 'CreateUser', async (ctx, input) => {
    if (input.PermissionsBoundary !== undefined) await checkAttachable(ctx, input.PermissionsBoundary);
    const row: UserRow = { id: newIamId(ctx.chance, 'AIDA'), ownerAccountId: ownerOf(ctx), name: input.UserName, path: input.Path ?? '/', boundaryArn: input.PermissionsBoundary ?? null, createdAt: ctx.now() };
    if (!(await store.insertUser(ctx.sql, row))) throw entityExists(`User with name ${input.UserName}`);
    return { User: presentUser(row) };
  }, user),
  read('iam', 'GetUser', async (ctx, input) => ({ User: presentUser(await accessUser(ctx, input.UserName)) }), user),
  read('iam', 'ListUsers', async (ctx, input) => {
    const { rows, ...more } = await pageByName(ctx, 'ListUsers', input, range => store.readUsers(ctx.sql, ownerOf(ctx), range));
    return { Users: rows.map(presentUser), ...more };
  }),
  write('iam', 'UpdateUser', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    if (!(await store.renameEntity(ctx.sql, 'iam_user', row.ownerAccountId, row.id, input.NewUserName ?? row.name, input.NewPath ?? row.path))) throw entityExists(`User with name ${input.NewUserName}`);
    await forgetIdentities(ctx);
  }, user),
  write('iam', 'DeleteUser', (ctx, input) => deleteUser(ctx, input.UserName), user),
  write('iam', 'CreateGroup', async (ctx, input) => {
    const row: GroupRow = { id: newIamId(ctx.chance, 'AGPA'), ownerAccountId: ownerOf(ctx), name: input.GroupName, path: input.Path ?? '/', createdAt: ctx.now() };
    if (!(await store.insertGroup(ctx.sql, row))) throw entityExists(`Group with name ${input.GroupName}`);
    return { Group: presentGroup(row) };
  }, group),
  read('iam', 'GetGroup', async (ctx, input) => {
    const row = await accessGroup(ctx, input.GroupName);
    const { rows, ...more } = await pageByName(ctx, `GetGroup ${row.id}`, input, range => store.readMembersOf(ctx.sql, row.id, range));
    return { Group: presentGroup(row), Users: rows.map(presentUser), ...more };
  }, group),
  read('iam', 'ListGroups', async (ctx, input) => {
    const { rows, ...more } = await pageByName(ctx, 'ListGroups', input, range => store.readGroups(ctx.sql, ownerOf(ctx), range));
    return { Groups: rows.map(presentGroup), ...more };
  }),
  read('iam', 'ListGroupsForUser', async (ctx, input) => ({ Groups: (await store.readGroupsOf(ctx.sql, (await accessUser(ctx, input.UserName)).id)).map(presentGroup), IsTruncated: false }), user),
  write('iam', 'UpdateGroup', async (ctx, input) => {
    const row = await accessGroup(ctx, input.GroupName);
    if (!(await store.renameEntity(ctx.sql, 'iam_group', row.ownerAccountId, row.id, input.NewGroupName ?? row.name, input.NewPath ?? row.path))) throw entityExists(`Group with name ${input.NewGroupName}`);
  }, group),
  write('iam', 'DeleteGroup', async (ctx, input) => {
    const row = await accessGroup(ctx, input.GroupName);
    if ((await store.readMembersOf(ctx.sql, row.id, { pathPrefix: '/', after: '', limit: 1 })).length > 0) throw deleteConflict('must remove users from group');
    await checkNoPolicies(ctx, row.id);
    await store.deleteEntity(ctx.sql, 'iam_group', row.id);
  }, group),
  write('iam', 'AddUserToGroup', async (ctx, input) => {
    const [into, who] = [await accessGroup(ctx, input.GroupName), await accessUser(ctx, input.UserName)];
    if ((await store.readGroupsOf(ctx.sql, who.id)).length >= GROUPS_OF_USER_MAX) throw limitExceeded(`GroupsPerUser: ${GROUPS_OF_USER_MAX}`);
    await store.insertGroupMember(ctx.sql, into.id, who.id);
    await forgetIdentities(ctx);
  }, group),
  write('iam', 'RemoveUserFromGroup', async (ctx, input) => {
    const [from, who] = [await accessGroup(ctx, input.GroupName), await accessUser(ctx, input.UserName)];
    if (!(await store.deleteGroupMember(ctx.sql, from.id, who.id))) throw noSuchEntity(`user ${input.UserName} in group ${input.GroupName}`);
    await forgetIdentities(ctx);
  }, group),
];

/** Only a user on whom nothing hangs any more goes, as in IAM. */
async function deleteUser(ctx: Ctx, name: string): Promise<void> {
  const row = await accessUser(ctx, name);
  if ((await store.readKeys(ctx.sql, row.ownerAccountId, row.id)).length > 0) throw deleteConflict('must delete access keys');
  if (await store.readLoginProfile(ctx.sql, row.id)) throw deleteConflict('must delete login profile');
  if ((await store.readMfas(ctx.sql, row.ownerAccountId, row.id)).length > 0) throw deleteConflict('must deactivate MFA devices');
  if ((await store.readGroupsOf(ctx.sql, row.id)).length > 0) throw deleteConflict('must remove users from group');
  await checkNoPolicies(ctx, row.id);
  await store.deleteEntity(ctx.sql, 'iam_user', row.id);
  await forgetIdentities(ctx);
}

/** Refuses while a policy hangs on it. */
export async function checkNoPolicies(ctx: Ctx, entityId: string): Promise<void> {
  if ((await readAttachments(ctx.sql, entityId)).length > 0) throw deleteConflict('must detach all policies');
  if ((await readInlines(ctx.sql, entityId)).length > 0) throw deleteConflict('must delete policies');
}
