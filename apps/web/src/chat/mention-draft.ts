import type { PersonId } from '@carillon/kernel/ids.js';
import { readCommand } from '@carillon/wire/commands.js';
import { PRESENT_MENTION_MEMBERS_MAX, writeMention } from '@carillon/wire/mentions.js';
import type { Channel, Mention } from '@carillon/wire/rest/chat.js';

/** Somebody chosen after `@`: stands in the field as `@Full Name`, and leaves as a mention if it still stands there. */
export interface ChosenMention { readonly id: PersonId; readonly name: string }

/** Whether `@all` and `@present` mean something here. */
export function wordsOf(channel: Channel): readonly ('all' | 'present')[] {
  if (channel.kind === 'direct') return [];
  return channel.memberCount > PRESENT_MENTION_MEMBERS_MAX ? ['all'] : ['all', 'present'];
}

/** The text as it is sent: names that were chosen, and the words for everybody, become mentions. Code stays code. */
export function writeMentions(text: string, chosen: readonly ChosenMention[], words: readonly ('all' | 'present')[]): string {
  if (readCommand(text).isCode) return text;
  const names = new Map<string, Mention>(words.map(word => [word, word]));
  for (const { id, name } of chosen) names.set(name, id);
  if (names.size === 0) return text;
  // The longest first, so that Anna Able is not read as Anna.
  const pattern = [...names.keys()].sort((a, b) => b.length - a.length).map(name => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_@])@(${pattern})(?![\\p{L}\\p{N}_])`, 'gu'), (whole, name: string) => {
    const mention = names.get(name);
    return mention === undefined ? whole : writeMention(mention, name);
  });
}
