import { Type, type Static } from 'typebox';
import { BotIdValue, ChannelIdValue, EMAIL_LENGTH_MAX } from '../values.js';
import { route } from './route.js';

/** Bots in a room (guide, "Passaggio 3"): its administrators add them by their address and remove them; every member sees them. */

const params = Type.Object({ channelId: ChannelIdValue });

/** One that can be spoken with is mentioned like a person: `writeMention(id, name)`. */
export const RoomBot = Type.Object({
  id: BotIdValue,
  name: Type.String(),
  email: Type.String(),
  /** `stopped` by the administrators of its account, or `unreachable` because it has no endpoint. */
  state: Type.Union([Type.Literal('ready'), Type.Literal('stopped'), Type.Literal('unreachable')]),
});
export type RoomBot = Static<typeof RoomBot>;

export const listRoomBots = route('GET', '/api/rooms/:channelId/bots', { params, reply: Type.Object({ bots: Type.Array(RoomBot) }) });
/** Refused with `bot-stopped`, `bot-unreachable`, and `bot-there` for one that is in the room. */
export const addRoomBot = route('POST', '/api/rooms/:channelId/bots', { params, body: Type.Object({ email: Type.String({ minLength: 1, maxLength: EMAIL_LENGTH_MAX }) }), reply: Type.Object({ bot: RoomBot }) });
export const removeRoomBot = route('DELETE', '/api/rooms/:channelId/bots/:botId', { params: Type.Object({ channelId: ChannelIdValue, botId: BotIdValue }) });
