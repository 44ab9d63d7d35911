import { ApiError, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Channel, Member, MemberRole } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../../ctx.js';
import { accessPeople, accessSelf } from '../../users/access.js';
import { presentPerson } from '../../users/model.js';
import { accessChannel, lockRoom, lockRoomAsAdministrator } from '../access.js';
import { announce, announceLeft } from '../announce.js';
import { refuseAssistant } from '../assistant-conversation.js';
import { MEMBERS_PAGE } from '../model.js';
import { widenConversation } from '../open-conversation.js';
import { getChannel } from '../present-channels.js';
import { seatPeople } from './seat-people.js';
import { checkMayInvite } from './set-invite-policy.js';
import { countOtherMembers, deleteMember, readMember, readMembers, updateMemberRole } from '../store.js';

/** A page of a channel's people, for people: addresses stand in it, so a meeting's guest is refused. */
export async function listMembers(ctx: Ctx, id: ChannelId, after: PersonId | undefined): Promise<{ members: Member[]; next: PersonId | null }> {
  accessSelf(ctx);
  await accessChannel(ctx, id);
  const rows = await readMembers(ctx.sql, id, after);
  const page = rows.slice(0, MEMBERS_PAGE);
  return { members: page.map(row => ({ person: presentPerson(row), role: row.role })), next: rows.length > MEMBERS_PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** In a room (for whom its policy names) this adds members; in a conversation it opens that of the larger set. */
export async function addMembers(ctx: Ctx, id: ChannelId, personIds: readonly PersonId[]): Promise<Channel> {
  const channel = await accessChannel(ctx, id);
  if (channel.kind !== 'room') return widenConversation(ctx, id, personIds);
  refuseAssistant(personIds);
  const people = await accessPeople(ctx, personIds);
  return ctx.tx(async tx => {
    const room = await lockRoom(ctx, tx, id);
    checkMayInvite(room);
    await seatPeople(ctx, tx, room, people);
    return getChannel(ctx, id, tx.sql);
  });
}

/** The administrators take a seat away; one's own is left. */
export async function removeMember(ctx: Ctx, id: ChannelId, personId: PersonId): Promise<void> {
  const self = accessSelf(ctx);
  if (personId === self) return leaveRoom(ctx, id);
  await ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, id);
    const person = await takeSeatAway(ctx, tx, id, personId);
    await announce(ctx, tx, id, { kind: 'member-removed', person, by: self });
  });
}

/** The administrators give a role; the last of them keeps it. */
export async function updateMember(ctx: Ctx, id: ChannelId, personId: PersonId, role: MemberRole): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, id);
    if (personId === self && role === 'Member') checkAdministrator((await countOtherMembers(tx.sql, id, self)).administrators);
    const person = await readMember(tx.sql, id, personId);
    if (!person || !(await updateMemberRole(tx.sql, id, personId, role, ctx.now()))) throw notFound('member');
    await announce(ctx, tx, id, { kind: 'member-changed', person: presentPerson(person), role, by: self });
  });
}

/** The last administrator makes somebody else one first; the last member may simply go. */
export async function leaveRoom(ctx: Ctx, id: ChannelId): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.tx(async tx => {
    const room = await lockRoom(ctx, tx, id);
    const others = room.role === 'Administrator' ? await countOtherMembers(tx.sql, id, self) : undefined;
    if (others && others.members > 0) checkAdministrator(others.administrators);
    const person = await takeSeatAway(ctx, tx, id, self);
    await announce(ctx, tx, id, { kind: 'member-left', person });
  });
}

/** A room has an administrator as long as it has members. */
function checkAdministrator(others: number): void {
  if (others === 0) throw new ApiError('Conflict', 'You are the room’s last administrator. Make somebody else one first.', { reason: 'last-administrator' });
}

/** Out of the room, at once on their devices; NotFound for whoever is not in it. */
export async function takeSeatAway(ctx: Ctx, tx: Tx, id: ChannelId, personId: PersonId) {
  const person = await readMember(tx.sql, id, personId);
  if (!person || !(await deleteMember(tx.sql, id, personId))) throw notFound('member');
  await announceLeft(ctx, tx, id, [personId]);
  return presentPerson(person);
}
