import * as wire from '@carillon/wire/rest/notifications.js';
import { handle, type RestDoor } from '../door.js';
import { getNotifications, subscribePush, unsubscribePush, updateNotifications } from './settings.js';

export const notificationDoors: readonly RestDoor[] = [
  handle(wire.getNotifications, ctx => getNotifications(ctx)),
  handle(wire.updateNotifications, async (ctx, { body }) => ({ settings: await updateNotifications(ctx, body) })),
  handle(wire.subscribePush, async (ctx, { body, caller }) => {
    await subscribePush(ctx, caller, body);
    return {};
  }),
  handle(wire.unsubscribePush, async ctx => {
    await unsubscribePush(ctx);
    return {};
  }),
];
