import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId, PersonId, WebhookId } from '@carillon/kernel/ids.js';
import type { Channel, ChannelEvent, Message } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { applyEvent, mergeMessages } from './apply-event.js';
import { viewOf, type ChannelView } from './state.js';

const ME = 'me' as PersonId;
const CHANNEL = 'c' as ChannelId;
const AT = '2026-11-24T09:00:00.000Z';

function person(id: string): Person {
  return { id: id as PersonId, displayName: id, email: `${id}@example.test`, pictureVersion: null };
}
function message(seq: number, ordinal: number, sender = 'ann', content = `text ${seq}`): Message {
  return {
    id: `m${seq}` as MessageId, channelId: CHANNEL, seq, ordinal, sender: { kind: 'person', id: sender as PersonId, name: sender }, content,
    attachments: [], mentions: [], quoted: null, createdAt: AT, redactedAt: null, clientToken: `token-${seq}`,
  };
}
function channel(part: Partial<Channel> = {}): Channel {
  return {
    id: CHANNEL, kind: 'group', accountId: null, name: null, role: 'Member', memberCount: 2, people: [person('ann')], createdAt: AT, lastSeq: 3, messageCount: 2,
    unreadMentions: [], settings: { favourite: false, hidden: false, desktop: 'always', mobile: 'always', position: null }, invitePolicy: 'administrators', accessRequestCount: 0,
    lastReadOrdinal: 2, lastMessage: message(3, 2), meetingId: null, ...part,
  };
}
function opened(part: Partial<Channel> = {}): ChannelView {
  return { ...viewOf(channel(part)), opened: true, messages: [message(2, 1), message(3, 2)] };
}
function after(view: ChannelView, event: ChannelEvent): ChannelView {
  const applied = applyEvent(view, event, ME);
  if (applied.kind !== 'applied') throw new Error(applied.kind);
  return applied.view;
}

describe('one event on a channel', () => {
  it('a number that is known already changes nothing', () => {
    expect(applyEvent(opened(), { channelId: CHANNEL, seq: 3, at: AT, kind: 'message', message: message(3, 2) }, ME).kind).toBe('known');
  });

  it('a number beyond the next one is a gap', () => {
    expect(applyEvent(opened(), { channelId: CHANNEL, seq: 5, at: AT, kind: 'message', message: message(5, 4) }, ME).kind).toBe('gap');
  });

  it('state and a message give what a fresh fetch gives', () => {
    const sent = message(4, 3);
    const view = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'message', message: sent });
    expect(view.channel).toEqual(channel({ lastSeq: 4, messageCount: 3, lastMessage: sent }));
    expect(view.messages).toEqual([message(2, 1), message(3, 2), sent]);
  });

  it('what I wrote myself is read', () => {
    const view = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'message', message: message(4, 3, ME) });
    expect(view.channel.lastReadOrdinal).toBe(3);
  });

  it('state and a redaction give what a fresh fetch gives', () => {
    const view = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'redacted', messageId: 'm3' as MessageId });
    const blank = { ...message(3, 2), content: '', redactedAt: AT };
    expect(view.channel).toEqual(channel({ lastSeq: 4, lastMessage: blank }));
    expect(view.messages).toEqual([message(2, 1), blank]);
  });

  it('state and the preview of a link give what a fresh fetch gives, and a redaction takes it away again', () => {
    const preview = { address: 'https://example.test/', siteName: null, title: 'A page', description: null, picture: null };
    const view = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'previewed', messageId: 'm3' as MessageId, preview });
    expect(view.channel).toEqual(channel({ lastSeq: 4, lastMessage: { ...message(3, 2), preview } }));
    expect(view.messages).toEqual([message(2, 1), { ...message(3, 2), preview }]);
    const blank = after(view, { channelId: CHANNEL, seq: 5, at: AT, kind: 'redacted', messageId: 'm3' as MessageId });
    expect(blank.messages[1]).not.toHaveProperty('preview');
    expect(after(blank, { channelId: CHANNEL, seq: 6, at: AT, kind: 'previewed', messageId: 'm3' as MessageId, preview }).messages[1]).not.toHaveProperty('preview');
  });

  it('state and a new name give what a fresh fetch gives', () => {
    const view = after(opened({ kind: 'room', name: 'Old', people: [] }), { channelId: CHANNEL, seq: 4, at: AT, kind: 'renamed', name: 'New', by: ME });
    expect(view.channel).toEqual(channel({ kind: 'room', name: 'New', people: [], lastSeq: 4 }));
  });

  it('state and a new member give what a fresh fetch gives', () => {
    const view = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'member-added', person: person('bob'), role: 'Member', by: ME });
    expect(view.channel).toEqual(channel({ lastSeq: 4, memberCount: 3, people: [person('ann'), person('bob')] }));
    const room = after(opened({ kind: 'room', name: 'R', people: [] }), { channelId: CHANNEL, seq: 4, at: AT, kind: 'member-added', person: person('bob'), role: 'Member', by: ME });
    expect(room.channel).toEqual(channel({ kind: 'room', name: 'R', people: [], lastSeq: 4, memberCount: 3 }));
  });

  it('state and a new role give what a fresh fetch gives', () => {
    const view = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'member-changed', person: person('me'), role: 'Administrator', by: ME });
    expect(view.channel).toEqual(channel({ lastSeq: 4, role: 'Administrator' }));
    const other = after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind: 'member-changed', person: person('ann'), role: 'Administrator', by: ME });
    expect(other.channel).toEqual(channel({ lastSeq: 4 }));
  });

  it('state and a member who left or was removed give what a fresh fetch gives', () => {
    for (const event of [
      { channelId: CHANNEL, seq: 4, at: AT, kind: 'member-left', person: person('ann') },
      { channelId: CHANNEL, seq: 4, at: AT, kind: 'member-removed', person: person('ann'), by: ME },
    ] satisfies ChannelEvent[]) {
      expect(after(opened(), event).channel).toEqual(channel({ lastSeq: 4, memberCount: 1, people: [] }));
    }
  });

  it('WHK-05 a program that comes, is renamed or goes gives what a fresh fetch gives: it is no member', () => {
    for (const kind of ['program-added', 'program-changed', 'program-removed'] as const) {
      expect(after(opened(), { channelId: CHANNEL, seq: 4, at: AT, kind, program: { kind: 'webhook', id: 'hook' as WebhookId, name: 'Tickets' }, by: ME }).channel).toEqual(channel({ lastSeq: 4 }));
    }
  });

  it('whatever changes who is there, or as what, makes lists of members old; nothing else does', () => {
    const before = opened().membersSeq;
    const base = { channelId: CHANNEL, seq: 4, at: AT };
    for (const event of [
      { ...base, kind: 'member-added', person: person('bob'), role: 'Member', by: null },
      { ...base, kind: 'member-changed', person: person('ann'), role: 'Administrator', by: null },
      { ...base, kind: 'member-left', person: person('ann') },
      { ...base, kind: 'member-removed', person: person('ann'), by: null },
      ...(['program-added', 'program-changed', 'program-removed'] as const).map(kind => ({ ...base, kind, program: { kind: 'webhook' as const, id: 'hook' as WebhookId, name: 'Tickets' }, by: null })),
    ] satisfies ChannelEvent[]) expect(after(opened(), event).membersSeq).toBe(4);
    for (const event of [{ ...base, kind: 'renamed', name: 'New', by: null }, { ...base, kind: 'message', message: message(4, 3) }] satisfies ChannelEvent[]) expect(after(opened(), event).membersSeq).toBe(before);
  });

  it('a channel that was never opened keeps no messages', () => {
    expect(after(viewOf(channel()), { channelId: CHANNEL, seq: 4, at: AT, kind: 'message', message: message(4, 3) }).messages).toEqual([]);
  });
});

describe('merging messages', () => {
  it('puts pages in order, each number once, the later word winning', () => {
    const merged = mergeMessages([message(5, 4), message(6, 5)], [message(3, 2), message(5, 4, 'ann', 'newer')]);
    expect(merged.map(each => [each.seq, each.content])).toEqual([[3, 'text 3'], [5, 'newer'], [6, 'text 6']]);
  });
});
