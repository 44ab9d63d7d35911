import { mentionsAsText } from '@carillon/wire/mentions.js';
import { emojiByCode } from './emoji.js';

export const PREVIEW_LENGTH_MAX = 160;

/** What is left of Markdown on one line: the words, without the marks around them. */
export function plainText(content: string): string {
  const text = mentionsAsText(content).slice(0, PREVIEW_LENGTH_MAX * 4)
    .replace(/```[^\n]*\n?/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)/gm, '')
    .replace(/(\*\*|__|~~|`)(?=\S)([^]*?\S)\1/g, '$2')
    .replace(/(^|\W)[*_](?=\S)([^*_]*\S)[*_](?=\W|$)/g, '$1$2')
    .replace(/:([a-z0-9_+-]+):/g, (whole, code: string) => emojiByCode(code) ?? whole)
    .replace(/\s+/g, ' ').trim();
  return text.length > PREVIEW_LENGTH_MAX ? `${text.slice(0, PREVIEW_LENGTH_MAX)}…` : text;
}
