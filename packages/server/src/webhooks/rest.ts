import * as wire from '@carillon/wire/rest/webhooks.js';
import { handle, type RestDoor } from '../door.js';
import { createWebhook, listWebhooks, regenerateWebhook, removeWebhook, renameWebhook } from './manage-webhooks.js';

export const webhookDoors: readonly RestDoor[] = [
  handle(wire.listWebhooks, async (ctx, { params }) => ({ webhooks: await listWebhooks(ctx, params.channelId) })),
  handle(wire.createWebhook, async (ctx, { params, body }) => ({ webhook: await createWebhook(ctx, params.channelId, body.name) })),
  handle(wire.renameWebhook, async (ctx, { params, body }) => ({ webhook: await renameWebhook(ctx, params.channelId, params.webhookId, body.name) })),
  handle(wire.regenerateWebhook, async (ctx, { params }) => ({ webhook: await regenerateWebhook(ctx, params.channelId, params.webhookId) })),
  handle(wire.removeWebhook, async (ctx, { params }) => {
    await removeWebhook(ctx, params.channelId, params.webhookId);
    return {};
  }),
];
