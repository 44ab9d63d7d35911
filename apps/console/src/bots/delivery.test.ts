import { expect, it } from 'vitest';
import { causeWords, formatBody, senderOf, whyNotAgain, type Delivery } from './delivery.js';

const told = (key: string, values: Record<string, string | number> = {}): string => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ');
const delivery: Delivery = { DeliveryId: 'd', BotId: 'b', EventType: 'Mention', State: 'Failed', Body: '{"Sender":{"SenderId":"anna@acme.example","SenderIdType":"EmailId"}}' };

it.each([
  ['There was no answer within 2 seconds.', 'bots.causes.silence seconds=2'],
  ['The connection failed (ECONNREFUSED).', 'bots.causes.connectionCode code=ECONNREFUSED'],
  ['The endpoint answered 404 instead of 200.', 'bots.causes.answered status=404'],
  ['The bot was stopped.', 'bots.causes.stopped'],
  ['ResourceNotFoundException: Function not found', 'ResourceNotFoundException: Function not found'],
])('“%s” is told in the reader’s words where there are any', (sentence, words) => {
  expect(causeWords(sentence, told)).toBe(words);
});

it('whoever caused an event is read out of its body, and nobody out of one that is gone or strange', () => {
  expect(senderOf(delivery)).toBe('anna@acme.example');
  for (const Body of [undefined, '', 'no JSON', '{}', '{"Sender":{"SenderId":7}}']) expect(senderOf({ ...delivery, Body })).toBeUndefined();
});

it('a body is shown with its members one below the other, and as it is when it is no JSON', () => {
  expect(formatBody('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(formatBody('half {')).toBe('half {');
});

it('what is over may be sent again, unless its words are gone, the bot is stopped or has no endpoint', () => {
  const endpoint = { BotId: 'b' };
  expect(whyNotAgain(delivery, {}, endpoint)).toBeUndefined();
  expect(whyNotAgain(delivery, {}, undefined)).toBeUndefined();
  expect(whyNotAgain({ ...delivery, State: 'Delivered' }, {}, endpoint)).toBeUndefined();
  expect(whyNotAgain({ ...delivery, State: 'Pending' }, {}, endpoint)).toBe('bots.stillWaits');
  expect(whyNotAgain({ ...delivery, Body: undefined }, {}, endpoint)).toBe('bots.wordsGone');
  expect(whyNotAgain(delivery, { Disabled: true }, endpoint)).toBe('bots.startFirst');
  expect(whyNotAgain(delivery, {}, null)).toBe('bots.setUpFirst');
});
