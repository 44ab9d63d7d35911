import type { Waiting } from '@carillon/client/state.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { Message } from '@carillon/wire/rest/chat.js';
import { localDay } from '../clock.js';

export type Row =
  | { readonly kind: 'start'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly ms: number }
  | { readonly kind: 'unread'; readonly key: string; readonly count: number }
  /** `head`: with picture, name and time; the following ones of a group have neither. */
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly ms: number; readonly head: boolean }
  | { readonly kind: 'waiting'; readonly key: string; readonly entry: Waiting; readonly ms: number; readonly head: boolean };

export const GROUP_WITHIN_MS = 5 * MINUTE_MS;

interface Input {
  readonly messages: readonly Message[];
  readonly waiting: readonly Waiting[];
  readonly hasOlder: boolean;
  readonly myId: string;
  /** Where reading had ended when the conversation was opened; null when no line is to be drawn. */
  readonly readUpTo: number | null;
  readonly unreadCount: number;
}

/** Messages to what stands below each other: days, the unread line, groups of one sender, and what is on its way. */
export function timelineRows({ messages, waiting, hasOlder, myId, readUpTo, unreadCount }: Input): readonly Row[] {
  const rows: Row[] = hasOlder ? [] : [{ kind: 'start', key: 'start' }];
  let last: { sender: string; ms: number } | null = null;
  let lineDrawn = readUpTo === null;
  for (const message of messages) {
    const ms = Date.parse(message.createdAt);
    if (last === null || localDay(ms) !== localDay(last.ms)) {
      rows.push({ kind: 'day', key: `day-${message.seq}`, ms });
      last = null;
    }
    if (!lineDrawn && message.ordinal > (readUpTo ?? 0) && message.sender.id !== myId) {
      rows.push({ kind: 'unread', key: 'unread', count: unreadCount });
      lineDrawn = true;
      last = null;
    }
    const head = last === null || last.sender !== groupOf(message.sender) || ms - last.ms > GROUP_WITHIN_MS || message.quoted !== null;
    // The token stays the key, so that a message does not blink when it is acknowledged.
    rows.push({ kind: 'message', key: message.clientToken || message.id, message, ms, head });
    last = { sender: groupOf(message.sender), ms };
  }
  const sent = new Set(waiting.length === 0 ? [] : messages.slice(-100).map(message => message.clientToken));
  for (const entry of waiting) {
    if (sent.has(entry.clientToken)) continue;
    const ms = entry.writtenAtMs;
    const head = last === null || last.sender !== myId || ms - last.ms > GROUP_WITHIN_MS || entry.quoted !== null;
    rows.push({ kind: 'waiting', key: entry.clientToken, entry, ms, head });
    last = { sender: myId, ms };
  }
  return rows;
}

/** A program keeps the name it wrote under; after another name there is a new head. */
function groupOf({ kind, id, name }: Message['sender']): string {
  return kind === 'webhook' || kind === 'bot' ? `${id} ${name}` : id;
}
