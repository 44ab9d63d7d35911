import { ApiError } from '@carillon/kernel/errors.js';
import type { AccountId, ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { MemberRole } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../../ctx.js';
import { accessPrincipal } from '../../iam/access.js';
import { presentPerson } from '../../users/model.js';
import { announce, announceJoined } from '../announce.js';
import { ROOM_SIZE_MAX } from '../model.js';
import { insertRoom, readRoles, readRoomByToken } from './room-store.js';
import { insertMembers, lockChannel, readMember, updateMemberRole } from '../store.js';

export interface ImportedRoom {
  /** Undefined in a dry run of a room that is not there. */
  id: ChannelId | undefined;
  created: boolean;
  roles: Map<PersonId, MemberRole>;
}

/** The room that an earlier import made with this token, or a new one; its seats stay what they are until the transaction ends. */
export async function openImportedRoom(ctx: Ctx, accountId: AccountId, name: string, token: string, dryRun: boolean): Promise<ImportedRoom> {
  const known = await readRoomByToken(ctx.sql, accountId, token);
  if (known) {
    await lockChannel(ctx.sql, known.id);
    return { id: known.id, created: false, roles: await readRoles(ctx.sql, known.id) };
  }
  if (dryRun) return { id: undefined, created: true, roles: new Map() };
  const id: ChannelId = ctx.ids.next<'Channel'>();
  if (await insertRoom(ctx.sql, { id, accountId, name, createdByArn: accessPrincipal(ctx).arn, token, at: ctx.now() })) return { id, created: true, roles: new Map() };
  // Somebody made it since it was looked for.
  return openImportedRoom(ctx, accountId, name, token, dryRun);
}

/** A seat, or another role on it; the room's people see it at once, whoever comes by `tellImported`. */
export async function seatImported(ctx: Ctx, id: ChannelId, personId: PersonId, role: MemberRole, isMember: boolean): Promise<void> {
  await ctx.tx(async tx => {
    if (isMember) await updateMemberRole(tx.sql, id, personId, role, ctx.now());
    else {
      if ((await readRoles(tx.sql, id)).size >= ROOM_SIZE_MAX) throw new ApiError('ResourceLimitExceeded', `A room has at most ${ROOM_SIZE_MAX} members.`);
      await insertMembers(tx.sql, id, [{ id: personId, kind: 'person', role }], ctx.now(), accessPrincipal(ctx).arn);
    }
    const person = await readMember(tx.sql, id, personId);
    if (person) await announce(ctx, tx, id, { kind: isMember ? 'member-changed' : 'member-added', person: presentPerson(person), role, by: null });
  });
}

/** All who came, in one statement, which locks people in the order of ids. */
export async function tellImported(ctx: Ctx, id: ChannelId, people: readonly PersonId[]): Promise<void> {
  await ctx.tx(tx => announceJoined(ctx, tx, id, people));
}
