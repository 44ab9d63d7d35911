import { isId, type ChannelId, type PersonId } from '@carillon/kernel/ids.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { read, write, type Operation } from '../../operation.js';
import { cutPage, openPageToken } from '../../platform/page-tokens.js';
import { accessRoom, accessRoomAccount } from './access-room.js';
import { createRoomSeat, createRoomSeats, deleteRoomSeat, updateRoomSeat } from './manage-room-members.js';
import { createAccountRoom, deleteAccountRoom, updateAccountRoom } from './manage-rooms.js';
import type { RoomRow, SeatRow } from '../model.js';
import { readRooms, readSeats } from './room-store.js';

const PAGE = 50;

/** The rooms of an Enterprise account: the same that its people see in the app. */
export const roomOperations: readonly Operation[] = [
  write('chime', 'CreateRoom', async (ctx, input) => ({ Room: presentRoom(await createAccountRoom(ctx, input.AccountId, input.Name, input.ClientRequestToken)) })),
  read('chime', 'GetRoom', async (ctx, input) => ({ Room: presentRoom(await accessRoom(ctx, input.AccountId, input.RoomId)) })),
  read('chime', 'ListRooms', async (ctx, input) => {
    const account = await accessRoomAccount(ctx, input.AccountId);
    const memberId = input.MemberId?.toLowerCase();
    const scope = `ListRooms ${account} ${memberId ?? ''}`;
    const limit = input.MaxResults ?? PAGE;
    const after = openPageToken(ctx, scope, input.NextToken) as ChannelId | undefined;
    // Nobody has an id of another form.
    const rows = memberId !== undefined && !isId(memberId) ? [] : await readRooms(ctx.sql, account, { memberId: memberId as PersonId | undefined, after }, limit);
    const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.id);
    return { Rooms: shown.map(presentRoom), NextToken: nextToken };
  }),
  write('chime', 'UpdateRoom', async (ctx, input) => ({ Room: presentRoom(await updateAccountRoom(ctx, input.AccountId, input.RoomId, input.Name)) })),
  write('chime', 'DeleteRoom', async (ctx, input) => {
    await deleteAccountRoom(ctx, input.AccountId, input.RoomId);
  }),
  write('chime', 'CreateRoomMembership', async (ctx, input) => ({ RoomMembership: presentSeat(await createRoomSeat(ctx, input.AccountId, input.RoomId, input)) })),
  write('chime', 'BatchCreateRoomMembership', async (ctx, input) => ({ Errors: await createRoomSeats(ctx, input.AccountId, input.RoomId, input.MembershipItemList) })),
  write('chime', 'UpdateRoomMembership', async (ctx, input) => ({ RoomMembership: presentSeat(await updateRoomSeat(ctx, input.AccountId, input.RoomId, input.MemberId, input.Role)) })),
  write('chime', 'DeleteRoomMembership', async (ctx, input) => {
    await deleteRoomSeat(ctx, input.AccountId, input.RoomId, input.MemberId);
  }),
  read('chime', 'ListRoomMemberships', async (ctx, input) => {
    const room = await accessRoom(ctx, input.AccountId, input.RoomId);
    const scope = `ListRoomMemberships ${room.id}`;
    const limit = input.MaxResults ?? PAGE;
    const after = openPageToken(ctx, scope, input.NextToken) as PersonId | undefined;
    const { shown, nextToken } = cutPage(ctx, scope, await readSeats(ctx.sql, room.id, after, limit), limit, last => last.id);
    return { RoomMemberships: shown.map(presentSeat), NextToken: nextToken };
  }),
];

/** Whoever made it: an ARN, or the id of the person who did so in the app. */
function presentRoom(row: RoomRow): aws.Room {
  return { RoomId: row.id, Name: row.name, AccountId: row.accountId, CreatedBy: row.createdByArn ?? row.createdBy ?? undefined, CreatedTimestamp: row.createdAt, UpdatedTimestamp: row.updatedAt ?? row.createdAt };
}

function presentSeat(row: SeatRow): aws.RoomMembership {
  return {
    RoomId: row.channelId, Member: { MemberId: row.id, MemberType: row.memberType, Email: row.email, FullName: row.displayName, AccountId: row.accountId ?? undefined }, Role: row.role,
    InvitedBy: row.invitedBy ?? undefined, UpdatedTimestamp: row.updatedAt ?? row.joinedAt,
  };
}
