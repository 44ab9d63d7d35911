import { Type, type Static } from 'typebox';
import { ChannelIdValue, Time, WebhookIdValue } from '../values.js';
import { route } from './route.js';

/** Webhooks of a room (guide, pages 96 to 98), for its administrators. Messages come in at `POST /incomingwebhooks/<id>?token=…`. */

/** Where a program posts, a webhook or a bot. Whoever has it may. */
export function incomingUrl(origin: string, id: string, token: string): string {
  return `${origin}/incomingwebhooks/${id}?token=${token}`;
}

export const WEBHOOKS_MAX = 10;
export const WEBHOOK_NAME_LENGTH_MAX = 100;

/** Why a request to a webhook's address was refused; `old-url`: it came to the address before the last regeneration. */
export const FailureCause = Type.Union([
  Type.Literal('malformed'), Type.Literal('room-too-large'), Type.Literal('too-large'), Type.Literal('wrong-type'), Type.Literal('too-fast'), Type.Literal('old-url'), Type.Literal('unavailable'),
]);
export type FailureCause = Static<typeof FailureCause>;

export const Webhook = Type.Object({
  id: WebhookIdValue,
  name: Type.String(),
  /** Whoever knows it may post: a secret. */
  url: Type.String(),
  createdBy: Type.String(),
  createdAt: Time,
  lastUsedAt: Type.Union([Time, Type.Null()]),
  /** Since it was made. */
  failures: Type.Array(Type.Object({ cause: FailureCause, count: Type.Integer() })),
  lastFailure: Type.Union([Type.Object({ cause: FailureCause, at: Time }), Type.Null()]),
});
export type Webhook = Static<typeof Webhook>;

const params = Type.Object({ channelId: ChannelIdValue });
const one = Type.Object({ channelId: ChannelIdValue, webhookId: WebhookIdValue });
const body = Type.Object({ name: Type.String({ minLength: 1, maxLength: 1_000 }) });
const reply = Type.Object({ webhook: Webhook });

/** Oldest first. */
export const listWebhooks = route('GET', '/api/rooms/:channelId/webhooks', { params, reply: Type.Object({ webhooks: Type.Array(Webhook) }) });
export const createWebhook = route('POST', '/api/rooms/:channelId/webhooks', { params, body, reply });
export const renameWebhook = route('PATCH', '/api/rooms/:channelId/webhooks/:webhookId', { params: one, body, reply });
/** Gives it another address; the old one stops at once. */
export const regenerateWebhook = route('POST', '/api/rooms/:channelId/webhooks/:webhookId/regenerate', { params: one, reply });
export const removeWebhook = route('DELETE', '/api/rooms/:channelId/webhooks/:webhookId', { params: one });
