import { Type, type Static } from 'typebox';
import { ChannelIdValue, PersonIdValue, Time } from '../values.js';
import { ChannelSettings, InvitePolicy, NotificationLevel } from './chat.js';
import { Person } from './identity.js';
import { route } from './route.js';

/** What one sets for oneself in a channel, what administrators set in their rooms, and the way into a room by its address. */

export const FAVOURITES_ORDERED_MAX = 200;
export const ACCESS_REQUESTS_MAX = 200;

const params = Type.Object({ channelId: ChannelIdValue });

/** What is left out stays as it is. */
export const changeSettings = route('PATCH', '/api/channels/:channelId/settings', {
  params,
  body: Type.Object({ favourite: Type.Optional(Type.Boolean()), hidden: Type.Optional(Type.Boolean()), desktop: Type.Optional(NotificationLevel), mobile: Type.Optional(NotificationLevel) }),
  reply: Type.Object({ settings: ChannelSettings }),
});
export const orderFavourites = route('PUT', '/api/favourites', {
  body: Type.Object({ channelIds: Type.Array(ChannelIdValue, { maxItems: FAVOURITES_ORDERED_MAX, uniqueItems: true }) }),
});

/** For the room's administrators. */
export const setInvitePolicy = route('PUT', '/api/rooms/:channelId/invite-policy', { params, body: Type.Object({ invitePolicy: InvitePolicy }) });
/** For the room's administrators; with its history and its files, for good. */
export const deleteRoom = route('DELETE', '/api/rooms/:channelId', { params });
/** The members as a file (TRN-13) are at this path, for the room's administrators. */
export function memberListPath(channelId: string): string { return `/api/rooms/${channelId}/members.csv`; }

/** A room as a colleague sees it who is no member: NotFound for everybody else. */
export const RoomDoor = Type.Object({ name: Type.String(), memberCount: Type.Integer(), state: Type.Union([Type.Literal('closed'), Type.Literal('asked'), Type.Literal('denied')]) });
export type RoomDoor = Static<typeof RoomDoor>;
export const getRoomDoor = route('GET', '/api/rooms/:channelId/door', { params, reply: RoomDoor });
/** Asks the room's administrators to be let in. Once more is no error; refused with `access-denied` for a day after a refusal. */
export const askForAccess = route('POST', '/api/rooms/:channelId/access-requests', { params, reply: RoomDoor });
export const AccessRequest = Type.Object({ person: Person, askedAt: Time });
export type AccessRequest = Static<typeof AccessRequest>;
export const listAccessRequests = route('GET', '/api/rooms/:channelId/access-requests', { params, reply: Type.Object({ requests: Type.Array(AccessRequest) }) });
export const answerAccessRequest = route('PUT', '/api/rooms/:channelId/access-requests/:personId', {
  params: Type.Object({ channelId: ChannelIdValue, personId: PersonIdValue }),
  body: Type.Object({ approve: Type.Boolean() }),
});
