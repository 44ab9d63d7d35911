import { createHmac } from 'node:crypto';
import type { DeliveryRow } from './model.js';

/** An event's body, letter by letter as the guide prints it ("Eventi Amazon Chime inviati ai chatbot"): which keys, and their order. */
export function eventBody(event: Pick<DeliveryRow, 'type' | 'channelId' | 'at' | 'sender' | 'message'>, url: string): string {
  return JSON.stringify({
    Sender: { SenderId: event.sender, SenderIdType: 'EmailId' },
    Discussion: { DiscussionId: event.channelId, DiscussionType: 'Room' },
    EventType: event.type,
    ...(event.type !== 'Remove' && { InboundHttpsEndpoint: { EndpointType: event.type === 'Invite' ? 'Persistent' : 'ShortLived', Url: url } }),
    EventTimestamp: event.at.toISOString(),
    ...(event.type === 'Mention' && { Message: event.message ?? '' }),
  });
}

/** What a bot compares (guide, "Autentica le richieste dei chatbot"): Base64 of the HMAC-SHA256 of time and body. */
export function signatureOf(securityToken: string, timestamp: string, body: string): string {
  return createHmac('sha256', securityToken).update(`${timestamp}|${body}`, 'utf8').digest('base64');
}
