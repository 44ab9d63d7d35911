import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { MemberRole } from '@carillon/wire/rest/chat.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { findBot } from '../../bots/find-bot.js';
import type { Ctx } from '../../ctx.js';
import { accessPrincipal } from '../../iam/access.js';
import { accessMember } from '../../users/access-member.js';
import type { MemberRow } from '../../users/model.js';
import { presentPerson } from '../../users/model.js';
import { accessRoomSeat, lockAccountRoom } from './access-room.js';
import { forgetRequests } from './access-requests.js';
import { announce, announceJoined } from '../announce.js';
import { seatBot, unseatBot } from './seat-bots.js';
import { takeSeatAway } from './change-members.js';
import { ROOM_SIZE_MAX, type RoomRow, type SeatRow } from '../model.js';
import { insertMembers, readMember, updateMemberRole } from '../store.js';

/** Seats a user or a bot of the account in one of its rooms; Conflict for a member, ResourceLimitExceeded for a full room. */
export async function createRoomSeat(ctx: Ctx, accountId: string, roomId: string, item: { MemberId: string; Role?: MemberRole | undefined }): Promise<SeatRow> {
  const room = await lockAccountRoom(ctx, accountId, roomId);
  const id = await seatMember(ctx, room, item.MemberId, item.Role);
  if (id !== undefined) await ctx.tx(tx => announceJoined(ctx, tx, room.id, [id]));
  return accessRoomSeat(ctx, room, item.MemberId);
}

/** Each by itself: what cannot be done is told for each, and the others are done. */
export async function createRoomSeats(ctx: Ctx, accountId: string, roomId: string, items: readonly aws.MembershipItem[]): Promise<aws.MemberError[]> {
  const errors: aws.MemberError[] = [];
  const seated: PersonId[] = [];
  let room = await lockAccountRoom(ctx, accountId, roomId);
  for (const { MemberId, Role } of items) {
    try {
      if (MemberId === undefined) throw new ApiError('BadRequest', 'An item needs a MemberId.');
      const id = await seatMember(ctx, room, MemberId, Role);
      if (id === undefined) continue;
      seated.push(id);
      room = { ...room, memberCount: room.memberCount + 1 };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push({ MemberId, ErrorCode: error.code as aws.ErrorCode, ErrorMessage: error.message });
    }
  }
  // All in one statement, which locks people in the order of ids: two batches never wait for each other in a circle.
  await ctx.tx(tx => announceJoined(ctx, tx, room.id, seated));
  return errors;
}

/** Gives a role. That a room may be left without an administrator is the administrator's own doing. */
export async function updateRoomSeat(ctx: Ctx, accountId: string, roomId: string, memberId: string, role: MemberRole | undefined): Promise<SeatRow> {
  const room = await lockAccountRoom(ctx, accountId, roomId);
  const before = await accessRoomSeat(ctx, room, memberId);
  if (before.memberType === 'Bot') throw badRequest('The role of a bot cannot be changed.');
  if (role === undefined || role === before.role) return before;
  await ctx.tx(async tx => {
    await updateMemberRole(tx.sql, room.id, before.id, role, ctx.now());
    const person = await readMember(tx.sql, room.id, before.id);
    if (person) await announce(ctx, tx, room.id, { kind: 'member-changed', person: presentPerson(person), role, by: null });
  });
  return accessRoomSeat(ctx, room, memberId);
}

export async function deleteRoomSeat(ctx: Ctx, accountId: string, roomId: string, memberId: string): Promise<void> {
  const room = await lockAccountRoom(ctx, accountId, roomId);
  const { id, memberType } = await accessRoomSeat(ctx, room, memberId);
  if (memberType === 'Bot') return takeBotAway(ctx, room, memberId);
  await ctx.tx(async tx => {
    const person = await takeSeatAway(ctx, tx, room.id, id);
    await announce(ctx, tx, room.id, { kind: 'member-removed', person, by: null });
  });
}

/** Gives the person who was seated; undefined for a bot, who is told by an event. */
async function seatMember(ctx: Ctx, room: RoomRow, memberId: string, role: MemberRole | undefined): Promise<PersonId | undefined> {
  const bot = await findBot(ctx, room.accountId, memberId);
  if (bot) {
    if (role === 'Administrator') throw badRequest('A bot is a member of a room, never its administrator.');
    // No person of the room did it: it is told in the bot's own name.
    await ctx.tx(tx => seatBot(ctx, tx, room, bot, { person: null, invitedBy: accessPrincipal(ctx).arn, sender: bot.email }));
    return undefined;
  }
  const member = await accessRegistered(ctx, room, memberId);
  await seat(ctx, room, member, role ?? 'Member');
  return member.id;
}

async function takeBotAway(ctx: Ctx, room: RoomRow, memberId: string): Promise<void> {
  const bot = await findBot(ctx, room.accountId, memberId);
  if (!bot) throw notFound('member');
  await ctx.tx(tx => unseatBot(ctx, tx, room, bot, { person: null, sender: bot.email }));
}

/** Whoever was only invited, or let go, cannot be in a room; that looks as if they were not there. */
async function accessRegistered(ctx: Ctx, room: RoomRow, memberId: string): Promise<MemberRow> {
  const member = await accessMember(ctx, room.accountId, memberId);
  if (member.status !== 'Joined' || member.purgeAfter !== null) throw notFound('user');
  return member;
}

/** Into the log of a locked room; the caller tells the person. */
async function seat(ctx: Ctx, room: RoomRow, member: MemberRow, role: MemberRole): Promise<void> {
  if (room.memberCount >= ROOM_SIZE_MAX) throw new ApiError('ResourceLimitExceeded', `A room has at most ${ROOM_SIZE_MAX} members.`);
  await ctx.tx(async tx => {
    const [added] = await insertMembers(tx.sql, room.id, [{ id: member.id, kind: 'person', role }], ctx.now(), accessPrincipal(ctx).arn);
    if (!added) throw new ApiError('Conflict', 'This user is a member of the room already.');
    const person = await readMember(tx.sql, room.id, member.id);
    if (person) await announce(ctx, tx, room.id, { kind: 'member-added', person: presentPerson(person), role, by: null });
    await forgetRequests(ctx, tx, room.id, [member.id]);
  });
}
