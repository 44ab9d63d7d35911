import { badRequest } from '@carillon/kernel/errors.js';
import * as wire from '@carillon/wire/rest/chat.js';
import { handle, type FileDoor, type RestDoor } from '../door.js';
import { findPeople } from '../users/find-people.js';
import { accessMemberId } from './access.js';
import { openAttachment, openPreview, uploadAttachment } from './messages/attachments.js';
import { addMembers, leaveRoom, listMembers, removeMember, updateMember } from './rooms/change-members.js';
import { createRoom, renameRoom } from './rooms/create-room.js';
import { markRead } from './mark-read.js';
import { openConversation } from './open-conversation.js';
import { getChannel, listChannels } from './present-channels.js';
import { openMovingPicture, openPreviewPicture } from './previews/open-preview-picture.js';
import { listEvents, listMessages } from './messages/read-history.js';
import { searchMessages } from './search/search-messages.js';
import { listPrograms } from './programs/program-seats.js';
import { sendMessage } from './messages/send-message.js';
import { findRooms } from './store.js';

function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw badRequest('The time is none.', 'malformed');
  return at;
}

export const chatDoors: readonly RestDoor[] = [
  handle(wire.listChannels, async ctx => ({ channels: await listChannels(ctx) })),
  handle(wire.getChannel, async (ctx, { params }) => ({ channel: await getChannel(ctx, params.channelId) })),
  handle(wire.openConversation, async (ctx, { body }) => ({ channel: await openConversation(ctx, body.personIds) })),
  handle(wire.createRoom, async (ctx, { body }) => ({ channel: await createRoom(ctx, body.name, body.personIds) })),
  handle(wire.renameRoom, async (ctx, { params, body }) => {
    await renameRoom(ctx, params.channelId, body.name);
    return {};
  }),
  handle(wire.listMembers, (ctx, { params, query }) => listMembers(ctx, params.channelId, query.after)),
  handle(wire.listPrograms, async (ctx, { params }) => ({ programs: await listPrograms(ctx, params.channelId) })),
  handle(wire.addMembers, async (ctx, { params, body }) => ({ channel: await addMembers(ctx, params.channelId, body.personIds) })),
  handle(wire.removeMember, async (ctx, { params }) => {
    await removeMember(ctx, params.channelId, params.personId);
    return {};
  }),
  handle(wire.updateMember, async (ctx, { params, body }) => {
    await updateMember(ctx, params.channelId, params.personId, body.role);
    return {};
  }),
  handle(wire.leaveRoom, async (ctx, { params }) => {
    await leaveRoom(ctx, params.channelId);
    return {};
  }),
  handle(wire.listMessages, (ctx, { params, query }) => listMessages(ctx, params.channelId, query, query.limit)),
  handle(wire.listEvents, (ctx, { params, query }) => listEvents(ctx, params.channelId, query.after)),
  handle(wire.sendMessage, async (ctx, { params, body }) => ({ message: await sendMessage(ctx, params.channelId, body) })),
  handle(wire.markRead, async (ctx, { params, body }) => {
    await markRead(ctx, params.channelId, body.ordinal);
    return {};
  }),
  handle(wire.uploadAttachment, async (ctx, { params, query, bytes }) => ({ attachment: await uploadAttachment(ctx, params.channelId, query.name, bytes) })),
  handle(wire.searchMessages, (ctx, { body }) => searchMessages(ctx, { words: body.q ?? '', senderId: body.from, channelId: body.in, from: readTime(body.since), until: readTime(body.until), files: body.files, next: body.next })),
  handle(wire.find, async (ctx, { query }) => ({ people: await findPeople(ctx, query.q), channelIds: await findRooms(ctx.sql, accessMemberId(ctx), query.q) })),
];

export const chatFiles: readonly FileDoor[] = [
  { path: '/api/attachments/:id', work: openAttachment },
  { path: '/api/attachments/:id/preview', work: openPreview },
  { path: '/api/messages/:id/preview', work: openPreviewPicture },
  { path: '/api/messages/:id/preview/moving', work: openMovingPicture },
];
