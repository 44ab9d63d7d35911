import { expect, it } from 'vitest';
import type { Waiting } from '@carillon/client/state.js';
import type { WebhookId } from '@carillon/kernel/ids.js';
import type { Message } from '@carillon/wire/rest/chat.js';
import { timelineRows } from './timeline-rows.js';

function message(seq: number, sender: string, at: string): Message {
  return { id: `m${seq}`, seq, ordinal: seq, sender: { kind: 'person', id: sender, name: sender }, content: '', attachments: [], quoted: null, createdAt: at, redactedAt: null, clientToken: `t${seq}` } as unknown as Message;
}
const base = { waiting: [], hasOlder: true, myId: 'me', readUpTo: null, unreadCount: 0 };
const outline = (rows: ReturnType<typeof timelineRows>): string => rows.map(row => ('head' in row ? (row.head ? 'M' : 'm') : row.kind)).join(' ');

it('groups by sender, time and day', () => {
  expect(outline(timelineRows({ ...base, messages: [
    message(1, 'ann', '2026-11-23T10:00:00Z'), message(2, 'ann', '2026-11-23T10:01:00Z'), message(3, 'bob', '2026-11-23T10:02:00Z'),
    message(4, 'bob', '2026-11-23T10:20:00Z'), message(5, 'bob', '2026-11-24T10:00:00Z'),
  ] }))).toBe('day M m M M day M');
});

it('WHK-05: a webhook that was renamed begins a new group, because both names are true', () => {
  const named = (seq: number, name: string): Message => ({ ...message(seq, 'hook', '2026-11-23T10:00:00Z'), sender: { kind: 'webhook', id: 'hook' as WebhookId, name } });
  expect(outline(timelineRows({ ...base, messages: [named(1, 'Tickets'), named(2, 'Tickets'), named(3, 'Support')] }))).toBe('day M m M');
});

it('draws the unread line once, before the first message of others that was not read', () => {
  const messages = [message(1, 'ann', '2026-11-24T10:00:00Z'), message(2, 'me', '2026-11-24T10:00:01Z'), message(3, 'ann', '2026-11-24T10:00:02Z'), message(4, 'ann', '2026-11-24T10:00:03Z')];
  expect(outline(timelineRows({ ...base, messages, readUpTo: 1, unreadCount: 2 }))).toBe('day M M unread M m');
  expect(outline(timelineRows({ ...base, messages, readUpTo: 4, hasOlder: false }))).toBe('start day M M M m');
});

it('what waits stands at the end, and only once when its message is here already', () => {
  const waiting = [{ clientToken: 't1', quoted: null, writtenAtMs: 0 }, { clientToken: 'new', quoted: null, writtenAtMs: Date.parse('2026-11-24T10:00:30Z') }] as unknown as Waiting[];
  expect(outline(timelineRows({ ...base, messages: [message(1, 'me', '2026-11-24T10:00:00Z')], waiting }))).toBe('day M m');
});
