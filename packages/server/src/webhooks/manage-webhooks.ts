import { ApiError, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, WebhookId } from '@carillon/kernel/ids.js';
import { WEBHOOKS_MAX, type Webhook } from '@carillon/wire/rest/webhooks.js';
import { accessRoomAsAdministrator, lockRoomAsAdministrator } from '../chat/access.js';
import { renameProgram, seatProgram, unseatProgram } from '../chat/programs/program-seats.js';
import type { Ctx, Tx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import { accessSelf } from '../users/access.js';
import { checkWebhookName, presentWebhook, type WebhookRow } from './model.js';
import { endWebhook, insertWebhook, readWebhook, readWebhooks, replaceToken } from './store.js';

/** The webhooks of a room, oldest first, with their addresses; for its administrators, as everything here. */
export async function listWebhooks(ctx: Ctx, channelId: ChannelId): Promise<Webhook[]> {
  await accessRoomAsAdministrator(ctx, channelId);
  return (await readWebhooks(ctx.sql, channelId)).map(row => presentWebhook(ctx, row));
}

/** One more; ResourceLimitExceeded beyond WEBHOOKS_MAX (guide, WHK-01). */
export async function createWebhook(ctx: Ctx, channelId: ChannelId, wantedName: string): Promise<Webhook> {
  const name = checkWebhookName(wantedName);
  const self = accessSelf(ctx);
  await ctx.limits.spend('webhook-person', self);
  return ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, channelId);
    if ((await readWebhooks(tx.sql, channelId)).length >= WEBHOOKS_MAX) throw new ApiError('ResourceLimitExceeded', `A room has at most ${WEBHOOKS_MAX} webhooks. Remove one first.`, { reason: 'webhooks-full' });
    const id = ctx.ids.next<'Webhook'>();
    await insertWebhook(tx.sql, { id, channelId, ...newToken(ctx), createdBy: self, at: ctx.now() });
    await seatProgram(ctx, tx, channelId, { kind: 'webhook', id, name }, self, self);
    return presentWebhook(ctx, await accessWebhook(tx, channelId, id));
  });
}

/** Another name; what it wrote keeps the one it had. */
export async function renameWebhook(ctx: Ctx, channelId: ChannelId, id: WebhookId, wantedName: string): Promise<Webhook> {
  const name = checkWebhookName(wantedName);
  return ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, channelId);
    const row = await accessWebhook(tx, channelId, id);
    if (row.name !== name) await renameProgram(ctx, tx, channelId, { kind: 'webhook', id, name }, accessSelf(ctx));
    return presentWebhook(ctx, { ...row, name });
  });
}

/** Another address; the old one answers 404 from now on (guide, WHK-10). */
export async function regenerateWebhook(ctx: Ctx, channelId: ChannelId, id: WebhookId): Promise<Webhook> {
  await ctx.limits.spend('webhook-person', accessSelf(ctx));
  return ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, channelId);
    await accessWebhook(tx, channelId, id);
    await replaceToken(tx.sql, id, newToken(ctx), ctx.now());
    return presentWebhook(ctx, await accessWebhook(tx, channelId, id));
  });
}

/** Out of the room; its address answers 404 from now on (guide, WHK-11). What it wrote stays. */
export async function removeWebhook(ctx: Ctx, channelId: ChannelId, id: WebhookId): Promise<void> {
  await ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, channelId);
    await accessWebhook(tx, channelId, id);
    await unseatProgram(ctx, tx, channelId, id, accessSelf(ctx));
    await endWebhook(tx.sql, channelId, id, ctx.now());
  });
}

/** A webhook of a room that the caller administers and has locked. */
async function accessWebhook(tx: Tx, channelId: ChannelId, id: WebhookId): Promise<WebhookRow> {
  const row = await readWebhook(tx.sql, channelId, id);
  if (!row) throw notFound('webhook');
  return row;
}

/** 256 bits: nobody finds one by trying. */
function newToken(ctx: Ctx): { token: Buffer; tokenHash: Buffer } {
  const token = Buffer.from(ctx.chance.bytes(32)).toString('base64url');
  return { token: ctx.secrets.seal(token), tokenHash: hashSecret(token) };
}
