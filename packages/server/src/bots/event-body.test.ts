import { expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { eventBody, signatureOf } from './event-body.js';

const event = { channelId: 'abcdef12-0000-7000-8000-000000000000' as ChannelId, sender: 'user@example.com', at: new Date('2019-04-04T21:27:52.736Z'), message: null };
const URL = 'https://hooks.a.chime.aws/incomingwebhooks/a1b2c34d?token=ABC';
const head = '{"Sender":{"SenderId":"user@example.com","SenderIdType":"EmailId"},"Discussion":{"DiscussionId":"abcdef12-0000-7000-8000-000000000000","DiscussionType":"Room"}';

test('BEV-01 BEV-02 BEV-04 events are what the guide prints, key by key in its order', () => {
  expect(eventBody({ ...event, type: 'Invite' }, URL)).toBe(`${head},"EventType":"Invite","InboundHttpsEndpoint":{"EndpointType":"Persistent","Url":"${URL}"},"EventTimestamp":"2019-04-04T21:27:52.736Z"}`);
  expect(eventBody({ ...event, type: 'Mention', message: '@botDisplayName@example.com Hello Chatbot' }, URL)).toBe(`${head},"EventType":"Mention","InboundHttpsEndpoint":{"EndpointType":"ShortLived","Url":"${URL}"},"EventTimestamp":"2019-04-04T21:27:52.736Z","Message":"@botDisplayName@example.com Hello Chatbot"}`);
  expect(eventBody({ ...event, type: 'Remove' }, '')).toBe(`${head},"EventType":"Remove","EventTimestamp":"2019-04-04T21:27:52.736Z"}`);
});

test('BOT-14 a signature is Base64 of the HMAC-SHA256 of time, bar and body, by a value that openssl reckoned', () => {
  // printf '2019-04-04T21:30:43.181Z|{"EventType":"Invite"}' | openssl dgst -sha256 -hmac 'token' -binary | base64
  expect(signatureOf('token', '2019-04-04T21:30:43.181Z', '{"EventType":"Invite"}')).toBe('jA1ZDvJX5czgcrTohUp0iq9y3RNDRgx4TyJVT9xNoUs=');
});
