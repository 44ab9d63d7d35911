import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import { badRequest } from '@carillon/kernel/errors.js';
import type { AccountId, BotId, ChannelId, Id, MessageId } from '@carillon/kernel/ids.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { BOT_NAME_LENGTH_MAX } from '@carillon/wire/values.js';

export const BOTS_PAGE = 10;
export const DELIVERIES_PAGE = 50;
export const ENDPOINT_LENGTH_MAX = 2_048;

/** Guide, "Autentica le richieste dei chatbot". */
export const ANSWER_MS = 2 * SECOND_MS;
export const RETRY_AFTER_MS: readonly number[] = [200, 400];
/** Guide, note to the mention event. */
export const SHORT_LIVED_MS = 2 * MINUTE_MS;

/** Waiting events of one bot; of more the oldest fail. */
export const QUEUE_MAX = 1_000;
/** Failures in a row after which an endpoint is left alone for a while, twice as long each time. */
export const FAILURES_MAX = 5;
const PAUSE_MS = 30 * SECOND_MS;
const PAUSE_MS_MAX = HOUR_MS;

export const DELIVERIES_KEPT_MS = 30 * DAY_MS;
export const DELIVERIES_KEPT_MAX = 10_000;

/** The job that tells a bot what waits for it. */
export const DELIVER_EVENTS = 'bots.deliver';

export type DeliveryId = Id<'BotDelivery'>;
export type EventType = aws.BotEventType;

export interface BotRow {
  id: BotId;
  accountId: AccountId;
  displayName: string;
  email: string;
  disabled: boolean;
  securityToken: Buffer;
  createdAt: Date;
  updatedAt: Date;
  endpoint: string | null;
  lambdaArn: string | null;
  failuresInRow: number;
  pausedUntil: Date | null;
}

/** One try to tell a bot something. */
export interface BotAttempt {
  /** As it stood in Chime-Request-Timestamp. */
  at: string;
  /** What it answered, or why nothing came. */
  status?: number;
  cause?: string;
  tookMs: number;
}

/** What happened to a bot in a room. */
export interface BotEvent {
  type: EventType;
  channelId: ChannelId;
  /** The address of whoever did it. */
  sender: string;
  /** Of a mention. */
  message?: { id: MessageId; text: string };
}

export interface DeliveryRow {
  id: DeliveryId;
  botId: BotId;
  channelId: ChannelId;
  type: EventType;
  at: Date;
  sender: string;
  messageId: MessageId | null;
  message: string | null;
  state: aws.BotDeliveryState;
  reason: string | null;
  attempts: BotAttempt[];
  endedAt: Date | null;
  redeliveryOf: DeliveryId | null;
}

/** Marks that nobody sees, line ends and halves of characters: a name must not look like another's. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A bot's name as it is kept: trimmed, on one line, of at most 55 characters (guide, BOT-06). BadRequest for others. */
export function checkBotName(name: string): string {
  const trimmed = name.trim();
  if (!VISIBLE.test(trimmed) || NOT_IN_A_NAME.test(trimmed) || Array.from(trimmed).length > BOT_NAME_LENGTH_MAX) throw badRequest(`A bot's name has from 1 to ${BOT_NAME_LENGTH_MAX} visible characters on one line.`);
  return trimmed;
}

/** The part of a bot's address before the @: what an address cannot hold is a hyphen in it. `n` tells bots of one name apart, from 2 on. */
export function botLocalPart(name: string, n = 1): string {
  const suffix = `${n === 1 ? '' : `-${n}`}-chimebot`;
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^A-Za-z0-9._+%]+/g, '-').replaceAll(/\.{2,}/g, '.').slice(0, 64 - suffix.length).replaceAll(/^[-.]+|[-.]+$/g, '');
  return `${plain === '' ? 'bot' : plain}${suffix}`;
}

/** How long an endpoint is left alone after so many failures in a row; 0 for not at all. */
export function pauseAfter(failuresInRow: number): number {
  return failuresInRow < FAILURES_MAX ? 0 : Math.min(PAUSE_MS_MAX, PAUSE_MS * 2 ** Math.min(failuresInRow - FAILURES_MAX, 20));
}

/** As the API gives a bot. One id names it everywhere (BotId, UserId, MemberId); its token is told only when it is new. */
export function presentBot(row: BotRow, securityToken?: string): aws.Bot {
  return {
    BotId: row.id, UserId: row.id, DisplayName: row.displayName, BotType: 'ChatBot', Disabled: row.disabled, CreatedTimestamp: row.createdAt, UpdatedTimestamp: row.updatedAt, BotEmail: row.email,
    SecurityToken: securityToken,
  };
}
