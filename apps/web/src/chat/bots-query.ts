import { queryOptions } from '@tanstack/react-query';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { listRoomBots, type RoomBot } from '@carillon/wire/rest/bots.js';
import { api } from '../api.js';

/** A room's bots with their addresses and whether they can be spoken with. */
export const botsQuery = (channelId: ChannelId) => queryOptions({
  queryKey: ['room-bots', channelId], queryFn: async (): Promise<readonly RoomBot[]> => (await api.call(listRoomBots, { params: { channelId } })).bots,
});
