import * as blocks from '@carillon/wire/rest/blocks.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import { handle, type FileDoor, type RestDoor } from '../../door.js';
import { answerAccessRequest, askForAccess, getRoomDoor, listAccessRequests } from './access-requests.js';
import { blockPerson, listBlocked, unblockPerson } from '../block-people.js';
import { changeSettings, orderFavourites } from '../change-settings.js';
import { deleteRoom } from './delete-room.js';
import { openMemberList } from './member-list.js';
import { setInvitePolicy } from './set-invite-policy.js';

/** One's own settings, rooms' settings, the way into a room, and people one blocks. */
export const roomDoors: readonly RestDoor[] = [
  handle(rooms.changeSettings, async (ctx, { params, body }) => ({ settings: await changeSettings(ctx, params.channelId, body) })),
  handle(rooms.orderFavourites, async (ctx, { body }) => {
    await orderFavourites(ctx, body.channelIds);
    return {};
  }),
  handle(rooms.setInvitePolicy, async (ctx, { params, body }) => {
    await setInvitePolicy(ctx, params.channelId, body.invitePolicy);
    return {};
  }),
  handle(rooms.deleteRoom, async (ctx, { params }) => {
    await deleteRoom(ctx, params.channelId);
    return {};
  }),
  handle(rooms.getRoomDoor, (ctx, { params }) => getRoomDoor(ctx, params.channelId)),
  handle(rooms.askForAccess, (ctx, { params }) => askForAccess(ctx, params.channelId)),
  handle(rooms.listAccessRequests, async (ctx, { params }) => ({ requests: await listAccessRequests(ctx, params.channelId) })),
  handle(rooms.answerAccessRequest, async (ctx, { params, body }) => {
    await answerAccessRequest(ctx, params.channelId, params.personId, body.approve);
    return {};
  }),
  handle(blocks.listBlocked, async ctx => ({ people: await listBlocked(ctx) })),
  handle(blocks.blockPerson, async (ctx, { params }) => {
    await blockPerson(ctx, params.personId);
    return {};
  }),
  handle(blocks.unblockPerson, async (ctx, { params }) => {
    await unblockPerson(ctx, params.personId);
    return {};
  }),
];

export const roomFiles: readonly FileDoor[] = [{ path: '/api/rooms/:id/members.csv', work: openMemberList }];
