/** Where the words that were typed stand in a text. */

export interface Part { readonly text: string; readonly found: boolean }

const BEFORE = 60;
const LENGTH_MAX = 220;
/** Of a longer word the beginning is enough: the server finds it in any of its forms. */
const STEM_LENGTH = 4;

/** A piece of the text around the first find, in parts that were found and parts that were not. */
export function foundParts(text: string, typed: string): readonly Part[] {
  const wanted = folded(typed).split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(match => ({ from: match.index, to: match.index + match[0].length, hit: wanted.some(word => isForm(folded(match[0]), word)) }));
  const first = words.find(word => word.hit)?.from ?? 0;
  const start = first <= BEFORE ? 0 : words.find(word => word.from >= first - BEFORE)?.from ?? first;
  const end = Math.min(text.length, start + LENGTH_MAX);
  const parts: Part[] = start > 0 ? [{ text: '… ', found: false }] : [];
  let at = start;
  for (const word of words.filter(each => each.hit && each.from >= start && each.to <= end)) {
    if (word.from > at) parts.push({ text: text.slice(at, word.from), found: false });
    parts.push({ text: text.slice(word.from, word.to), found: true });
    at = word.to;
  }
  parts.push({ text: text.slice(at, end) + (end < text.length ? '…' : ''), found: false });
  return parts.filter(part => part.text !== '');
}

/** The same beginning, as far as the shorter word's stem goes. */
function isForm(word: string, wanted: string): boolean {
  const stem = Math.max(STEM_LENGTH, Math.min(word.length, wanted.length) - 3);
  const [short, long] = word.length < wanted.length ? [word, wanted] : [wanted, word];
  // `key` and `keys`, but not `cat` and `category`.
  const plural = short.length >= 3 && long.length - short.length <= 1 && long.startsWith(short);
  return word === wanted || plural || (wanted.length >= STEM_LENGTH && word.length >= STEM_LENGTH && word.slice(0, stem) === wanted.slice(0, stem) && Math.abs(word.length - wanted.length) <= 5);
}

function folded(text: string): string { return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(); }
