import type { Mention } from './rest/chat.js';

/**
 * Mentions stand in a message's text as `<@PERSON-ID|Full Name>`, `<@all|All members>` and `<@present|Present members>`
 * (product-facts, section 5).
 */

export const MENTIONED_PEOPLE_MAX = 50;
/** `@present` is for rooms of at most so many members. */
export const PRESENT_MENTION_MEMBERS_MAX = 50;

const NAME_LENGTH_MAX = 200;
const SOURCE = `<@(all|present|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\|([^|<>\\n]{1,${NAME_LENGTH_MAX}})>`;
const LABELS: ReadonlyMap<Mention, string> = new Map([['all', 'All members'], ['present', 'Present members']]);
// Marks that turn the direction of what follows: in a name they would turn the sentence around it.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** One that begins exactly at `at`; null when none does. */
export function readMentionAt(text: string, at: number): { mention: Mention; name: string; length: number } | null {
  const pattern = new RegExp(SOURCE, 'y');
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && { mention: found[1] as Mention, name: found[2]!, length: found[0].length };
}

/** Whom a text mentions, each once. */
export function readMentions(text: string): Set<Mention> {
  return new Set([...text.matchAll(new RegExp(SOURCE, 'g'))].map(found => found[1] as Mention));
}

/** The form in a message's text. What the form itself or the line around it would stumble over is taken out of the name. */
export function writeMention(mention: Mention, name: string): string {
  const label = LABELS.get(mention);
  if (label !== undefined) return `<@${mention}|${label}>`;
  const plain = name.replaceAll(DIRECTION_MARKS, '').replaceAll(/[|<>\n]/g, ' ').trim().slice(0, NAME_LENGTH_MAX);
  return `<@${mention}|${plain === '' ? '?' : plain}>`;
}

/** The text with each mention as `write` has it. */
export function replaceMentions(text: string, write: (mention: Mention, name: string, whole: string) => string): string {
  return text.replaceAll(new RegExp(SOURCE, 'g'), (whole: string, mention: Mention, name: string) => write(mention, name, whole));
}

/** For previews and clipboards: `@Full Name`. */
export function mentionsAsText(text: string): string {
  return replaceMentions(text, (mention, name) => (LABELS.has(mention) ? `@${mention}` : `@${name.replaceAll(DIRECTION_MARKS, '')}`));
}

/** Whether a message speaks to this person. */
export function mentionsPerson(mentions: readonly Mention[], personId: string | null): boolean {
  return personId !== null && mentions.some(one => one === 'all' || one === personId);
}
