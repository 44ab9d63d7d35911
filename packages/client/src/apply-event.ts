import { mentionsPerson } from '@carillon/wire/mentions.js';
import { MENTIONS_TOLD_MAX } from '@carillon/wire/rest/chat.js';
import type { Channel, ChannelEvent, LinkPreview, Message } from '@carillon/wire/rest/chat.js';
import { readUpTo } from './apply-change.js';
import type { ChannelView } from './state.js';

export type Applied = { kind: 'applied'; view: ChannelView } | { kind: 'known' } | { kind: 'gap' };

/**
 * One event on what is known of its channel. The sequence decides: the next number is applied, an old one is known already, and
 * a later one shows a gap, for which the caller asks the server. `myId` is one's own, a person's or a guest's.
 */
export function applyEvent(view: ChannelView, event: ChannelEvent, myId: string | null): Applied {
  if (event.seq <= view.channel.lastSeq) return { kind: 'known' };
  if (event.seq > view.channel.lastSeq + 1) return { kind: 'gap' };
  const channel: Channel = { ...view.channel, lastSeq: event.seq };
  const membersSeq = /^(member|program)-/.test(event.kind) ? event.seq : view.membersSeq;
  return { kind: 'applied', view: applyKind({ ...view, channel, membersSeq }, event, myId) };
}

function applyKind(view: ChannelView, event: ChannelEvent, myId: string | null): ChannelView {
  const { channel } = view;
  switch (event.kind) {
    case 'message':
      return applyMessage(view, event.message, myId);
    case 'expired':
      // It counts as a message that was read: nobody can any more.
      return {
        ...view,
        channel: {
          ...channel, messageCount: Math.max(channel.messageCount, event.ordinal), lastReadOrdinal: Math.max(channel.lastReadOrdinal, event.ordinal),
          unreadMentions: channel.unreadMentions.filter(mention => mention.ordinal > event.ordinal),
        },
      };
    case 'redacted':
      return redact(view, event.messageId, event.at);
    case 'previewed':
      return event.preview === null ? view : withPreview(view, event.messageId, event.preview);
    case 'renamed':
      return { ...view, channel: { ...channel, name: event.name } };
    case 'invite-policy':
      return { ...view, channel: { ...channel, invitePolicy: event.invitePolicy } };
    case 'access-requests':
      return { ...view, channel: { ...channel, accessRequestCount: event.count } };
    case 'member-added':
      return { ...view, channel: { ...channel, memberCount: channel.memberCount + 1, people: withPerson(channel, event.person, myId), role: event.person.id === myId ? event.role : channel.role } };
    case 'member-changed':
      return event.person.id === myId ? { ...view, channel: { ...channel, role: event.role } } : view;
    case 'member-left':
    case 'member-removed':
      return { ...view, channel: { ...channel, memberCount: Math.max(0, channel.memberCount - 1), people: channel.people.filter(person => person.id !== event.person.id) } };
    case 'program-added':
    case 'program-changed':
    case 'program-removed':
      // Whoever shows them asks for the list anew.
      return view;
  }
}

function applyMessage(view: ChannelView, message: Message, myId: string | null): ChannelView {
  const mine = message.sender.kind === 'person' && message.sender.id === myId;
  // Who writes has read what stands above.
  const before = mine ? readUpTo(view.channel, Math.max(view.channel.lastReadOrdinal, message.ordinal)) : view.channel;
  const mentioned = message.ordinal > before.lastReadOrdinal && mentionsPerson(message.mentions, myId);
  const channel: Channel = {
    ...before,
    messageCount: Math.max(before.messageCount, message.ordinal),
    unreadMentions: mentioned ? [...before.unreadMentions, { messageId: message.id, ordinal: message.ordinal }].slice(-MENTIONS_TOLD_MAX) : before.unreadMentions,
    lastMessage: message,
  };
  return { ...view, channel, messages: view.opened && !view.hasNewer ? mergeMessages(view.messages, [message]) : view.messages };
}

/** What an event does to messages that are here already: on a page of history that the server may have read before it, its due comes after. */
export function applyToHistory(view: ChannelView, event: ChannelEvent): ChannelView {
  switch (event.kind) {
    case 'message': return putSent(view, event.message);
    case 'redacted': return redact(view, event.messageId, event.at);
    case 'previewed': return event.preview === null ? view : withPreview(view, event.messageId, event.preview);
    default: return view;
  }
}

/** A message of one's own that the server has taken, or any that was told while a page was on its way. */
export function putSent(view: ChannelView, message: Message): ChannelView {
  const absent = !view.opened || view.hasNewer || view.messages.some(each => each.seq === message.seq);
  return absent ? view : { ...view, messages: mergeMessages(view.messages, [message]) };
}

function redact(view: ChannelView, messageId: string, at: string): ChannelView {
  const blank = (message: Message): Message => {
    if (message.id === messageId) {
      const blanked: Message = { ...message, content: '', attachments: [], mentions: [], quoted: null, redactedAt: at };
      delete blanked.preview;
      return blanked;
    }
    // What was quoted of it goes too.
    return message.quoted?.messageId === messageId ? { ...message, quoted: null } : message;
  };
  const { lastMessage } = view.channel;
  return { ...view, messages: view.messages.map(blank), channel: { ...view.channel, unreadMentions: view.channel.unreadMentions.filter(mention => mention.messageId !== messageId), lastMessage: lastMessage === null ? null : blank(lastMessage) } };
}

function withPreview(view: ChannelView, messageId: string, preview: LinkPreview): ChannelView {
  const shown = (message: Message): Message => (message.id === messageId && message.redactedAt === null ? { ...message, preview } : message);
  const { lastMessage } = view.channel;
  return { ...view, messages: view.messages.map(shown), channel: { ...view.channel, lastMessage: lastMessage === null ? null : shown(lastMessage) } };
}

function withPerson(channel: Channel, person: Channel['people'][number], myId: string | null): Channel['people'] {
  if (channel.kind === 'room' || channel.kind === 'meeting' || person.id === myId) return channel.people;
  return [...channel.people.filter(other => other.id !== person.id), person];
}

/** Both lists by `seq`, each number once; the later word on a message wins. */
export function mergeMessages(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const last = known.at(-1);
  const first = more[0];
  if (first === undefined) return known;
  // The usual cases, a new message below and an older page above, are not worth sorting everything.
  if (last === undefined || first.seq > last.seq) return [...known, ...more];
  if ((more.at(-1)?.seq ?? Infinity) < (known[0]?.seq ?? 0)) return [...more, ...known];
  const bySeq = new Map(known.map(message => [message.seq, message]));
  for (const message of more) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
