import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Channel, Member, MemberRole } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessPeople, accessSelf } from '../users/access.js';
import { presentPerson } from '../users/model.js';
import { readPeople } from '../users/store.js';
import { accessChannel, accessRoom, accessRoomAsAdministrator } from './access.js';
import { announce, announceJoined, announceLeft } from './announce.js';
import { MEMBERS_PAGE, ROOM_SIZE_MAX } from './model.js';
import { widenConversation } from './open-conversation.js';
import { getChannel } from './present-channels.js';
import { countOtherMembers, deleteMember, insertMembers, readMembers, updateMemberRole } from './store.js';

export async function listMembers(ctx: Ctx, id: ChannelId, after: PersonId | undefined): Promise<{ members: Member[]; next: PersonId | null }> {
  await accessChannel(ctx, id);
  const rows = await readMembers(ctx.sql, id, after);
  const page = rows.slice(0, MEMBERS_PAGE);
  return { members: page.map(row => ({ person: presentPerson(row), role: row.role })), next: rows.length > MEMBERS_PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** In a room (its administrators only) this adds members; in a conversation it opens that of the larger set. */
export async function addMembers(ctx: Ctx, id: ChannelId, personIds: readonly PersonId[]): Promise<Channel> {
  const channel = await accessChannel(ctx, id);
  if (channel.kind !== 'room') return widenConversation(ctx, id, personIds);
  const people = await accessPeople(ctx, personIds);
  return ctx.tx(async tx => {
    const room = await accessRoomAsAdministrator(ctx, id, tx.sql);
    if (room.memberCount + people.length > ROOM_SIZE_MAX) throw badRequest(`A room has at most ${ROOM_SIZE_MAX} members.`, 'room-full');
    const added = await insertMembers(tx.sql, id, people.map(person => ({ id: person.id, kind: 'person', role: 'Member' })), ctx.now());
    for (const person of people.filter(one => added.includes(one.id))) {
      await announce(ctx, tx, id, { kind: 'member-added', person: presentPerson(person), role: 'Member', by: accessSelf(ctx) });
    }
    await announceJoined(ctx, tx, id, added as PersonId[]);
    return getChannel(ctx, id, tx.sql);
  });
}

export async function removeMember(ctx: Ctx, id: ChannelId, personId: PersonId): Promise<void> {
  const self = accessSelf(ctx);
  if (personId === self) return leaveRoom(ctx, id);
  await ctx.tx(async tx => {
    await accessRoomAsAdministrator(ctx, id, tx.sql);
    const person = await takeSeatAway(ctx, tx, id, personId);
    await announce(ctx, tx, id, { kind: 'member-removed', person, by: self });
  });
}

export async function updateMember(ctx: Ctx, id: ChannelId, personId: PersonId, role: MemberRole): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.tx(async tx => {
    await accessRoomAsAdministrator(ctx, id, tx.sql);
    if (personId === self && role === 'Member') await checkAdministratorStays(tx, id, self);
    const [person] = await readPeople(tx.sql, [personId]);
    if (!person || !(await updateMemberRole(tx.sql, id, personId, role))) throw notFound('member');
    await announce(ctx, tx, id, { kind: 'member-changed', person: presentPerson(person), role, by: self });
  });
}

/** The last administrator makes somebody else one first; the last member may simply go. */
export async function leaveRoom(ctx: Ctx, id: ChannelId): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.tx(async tx => {
    const room = await accessRoom(ctx, id, tx.sql);
    if (room.role === 'Administrator') await checkAdministratorStays(tx, id, self);
    const person = await takeSeatAway(ctx, tx, id, self);
    await announce(ctx, tx, id, { kind: 'member-left', person });
  });
}

async function checkAdministratorStays(tx: Tx, id: ChannelId, self: PersonId): Promise<void> {
  const others = await countOtherMembers(tx.sql, id, self);
  if (others.members > 0 && others.administrators === 0) throw new ApiError('Conflict', 'You are the room’s last administrator. Make somebody else one first.', { reason: 'last-administrator' });
}

async function takeSeatAway(ctx: Ctx, tx: Tx, id: ChannelId, personId: PersonId) {
  const [person] = await readPeople(tx.sql, [personId]);
  if (!person || !(await deleteMember(tx.sql, id, personId))) throw notFound('member');
  await announceLeft(ctx, tx, id, personId);
  return presentPerson(person);
}
