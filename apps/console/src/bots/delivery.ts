import type { OutputOf } from '../operations.js';
import type { Words } from '../words.js';
import type { Bot, Endpoint } from './use-bots.js';

export type Delivery = NonNullable<OutputOf<'RetrieveBotDeliveries'>['BotDeliveries']>[number];
export type Attempt = NonNullable<Delivery['Attempts']>[number];
export const STATES = ['Failed', 'Pending', 'Delivered'] as const satisfies readonly Delivery['State'][];

/** Sentences of the log that the server writes, and ours for them; what Lambda says of a function stays as it is. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^There was no answer within (?<seconds>\d+) seconds\.$/, 'bots.causes.silence'],
  [/^The connection failed \((?<code>[^)]+)\)\.$/, 'bots.causes.connectionCode'],
  [/^The connection failed\.$/, 'bots.causes.connection'],
  [/^The certificate is not trusted \((?<code>[^)]+)\)\.$/, 'bots.causes.certificate'],
  [/^The address is not one of a public server\.$/, 'bots.causes.notPublic'],
  [/^The endpoint answered (?<status>\d+) instead of 200\.$/, 'bots.causes.answered'],
  [/^The bot was stopped\.$/, 'bots.causes.stopped'],
  [/^The bot has no endpoint\.$/, 'bots.causes.noEndpoint'],
  [/^The message was redacted\.$/, 'bots.causes.redacted'],
  [/^Too many events were waiting for the bot\.$/, 'bots.causes.tooMany'],
  [/^Lambda could not be reached\.$/, 'bots.causes.lambdaUnreachable'],
  [/^This server is not connected to Lambda\.$/, 'bots.causes.noLambda'],
  [/^The function failed \((?<code>[^)]+)\)\.$/, 'bots.causes.functionFailed'],
];

/** Why a try or a delivery failed, in the reader's language. */
export function causeWords(sentence: string, t: Words['t']): string {
  for (const [form, key] of SENTENCES) {
    const found = form.exec(sentence);
    if (found) return t(key, { ...found.groups });
  }
  return sentence;
}

/** Who did what the bot was told of: an address. Through the API nobody acts, and it is the bot's own. */
export function senderOf({ Body }: Delivery): string | undefined {
  try {
    const { Sender } = JSON.parse(Body ?? '{}') as { Sender?: { SenderId?: unknown } };
    return typeof Sender?.SenderId === 'string' ? Sender.SenderId : undefined;
  } catch {
    // Cut or strange: then nobody is named, and the body is shown as it is.
    return undefined;
  }
}

/** Who did it; nobody in person where it came through the API. */
export function senderWords(delivery: Delivery, bot: Bot, t: Words['t']): string {
  const sender = senderOf(delivery);
  return sender === undefined ? t('frame.unknown') : sender === bot.BotEmail ? t('bots.throughApi') : sender;
}

/** The body with its members one below the other; what is no JSON stays as it is. */
export function formatBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Shown all the same.
    return body;
  }
}

/** Why this is not sent again, as the key of a sentence; undefined where it may be. `endpoint` undefined is not known. */
export function whyNotAgain(delivery: Delivery, bot: Bot, endpoint: Endpoint | null | undefined): string | undefined {
  if (delivery.State === 'Pending') return 'bots.stillWaits';
  if (delivery.Body === undefined) return 'bots.wordsGone';
  if (bot.Disabled === true) return 'bots.startFirst';
  return endpoint === null ? 'bots.setUpFirst' : undefined;
}
