import * as bots from '@carillon/wire/rest/bots.js';
import { handle, type RestDoor } from '../../door.js';
import { addRoomBot, listRoomBots, removeRoomBot } from './seat-bots.js';

/** Bots in rooms. */
export const roomBotDoors: readonly RestDoor[] = [
  handle(bots.listRoomBots, async (ctx, { params }) => ({ bots: await listRoomBots(ctx, params.channelId) })),
  handle(bots.addRoomBot, async (ctx, { params, body }) => ({ bot: await addRoomBot(ctx, params.channelId, body.email) })),
  handle(bots.removeRoomBot, async (ctx, { params }) => {
    await removeRoomBot(ctx, params.channelId, params.botId);
    return {};
  }),
];
