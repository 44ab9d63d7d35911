import { senderLabel, type Channel, type Message } from '@carillon/wire/rest/chat.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Words } from '../i18n.js';
import { plainText } from './plain-text.js';

/** Rooms have a name; conversations are named after their people. */
export function channelTitle(channel: Channel, t: Words['t']): string {
  if (channel.kind === 'meeting') return t('meeting.chat');
  if (channel.name !== null) return channel.name;
  if (channel.people.length === 0) return t('chat.nobody');
  return channel.people.map(person => person.displayName).join(', ');
}

/** Whose colours and picture stand for a channel: the other person's, or the channel's own. */
export function channelFace(channel: Channel): { id: string; name: string | null; pictureVersion: number | null; personId: PersonId | undefined; shape: 'person' | 'room' } {
  const first = channel.people[0];
  if (channel.kind === 'direct' && first !== undefined) return { id: first.id, name: first.displayName, pictureVersion: first.pictureVersion, personId: first.id, shape: 'person' };
  // A group shows one of its people, because three initials in a circle are none.
  if (channel.kind === 'group' && first !== undefined) return { id: channel.id, name: first.displayName, pictureVersion: null, personId: undefined, shape: 'person' };
  return { id: channel.id, name: channel.name, pictureVersion: null, personId: undefined, shape: 'room' };
}

/** One line about the newest message: who (where that is not clear) and what. */
export function previewOf(channel: Channel, myId: string, t: Words['t']): string {
  const message = channel.lastMessage;
  if (message === null) return t('chat.noMessages');
  const text = previewText(message, t);
  if (message.sender.id === myId) return t('chat.previewMine', { text });
  if (channel.kind === 'direct') return text;
  // Of people the first name will do.
  const isPerson = message.sender.kind === 'person' || message.sender.kind === 'guest';
  return t('chat.previewTheirs', { name: isPerson ? (message.sender.name.split(/\s+/)[0] ?? '') : senderLabel(message.sender), text });
}

export function previewText(message: Message, t: Words['t']): string {
  if (message.redactedAt !== null) return t('chat.redacted');
  const text = plainText(message.content);
  if (text !== '') return text;
  const first = message.attachments[0];
  if (first === undefined) return '';
  return message.attachments.length === 1 ? first.name : t('chat.files', { count: message.attachments.length });
}
