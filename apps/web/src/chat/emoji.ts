import { useEffect, useSyncExternalStore } from 'react';

export interface Emoji {
  readonly text: string;
  readonly codes: readonly string[];
  readonly names: { readonly en: string; readonly it: string };
}

let list: readonly Emoji[] = [];
let byCode = new Map<string, string>();
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Loads the table once; what shows emoji is told when it is here. */
export function loadEmoji(): Promise<void> {
  loading ??= import('./emoji-table.js').then(module => takeEmoji(module.EMOJI)).catch(() => {
    // Offline just now: the codes stay as typed, and the next one who needs the table tries again.
    loading = null;
  });
  return loading;
}

/** Takes the table in the form that `build/emoji-plugin.ts` writes. */
export function takeEmoji(lines: string): void {
  list = lines.split('\n').map(line => {
    const [text = '', codes = '', en = '', it = ''] = line.split('\t');
    return { text, codes: codes.split(' '), names: { en, it } };
  });
  byCode = new Map(list.flatMap(emoji => emoji.codes.map(code => [code, emoji.text] as const)));
  for (const listener of listeners) listener();
}

export function emojiByCode(code: string): string | undefined { return byCode.get(code); }

/** Those whose shortcode or name begins with, then holds, what is typed. */
export function findEmoji(typed: string, language: 'en' | 'it', max: number): readonly Emoji[] {
  const wanted = typed.toLowerCase();
  if (wanted === '') return list.slice(0, max);
  const begins: Emoji[] = [];
  const holds: Emoji[] = [];
  for (const emoji of list) {
    const words = [...emoji.codes, emoji.names[language].toLowerCase()];
    if (words.some(word => word.startsWith(wanted))) begins.push(emoji);
    else if (words.some(word => word.includes(wanted))) holds.push(emoji);
  }
  // The shortest code is what people mean: `:smile:` before `:smile_cat:`.
  begins.sort((a, b) => shortest(a, wanted) - shortest(b, wanted));
  return [...begins, ...holds].slice(0, max);
}

function shortest(emoji: Emoji, wanted: string): number {
  return Math.min(...emoji.codes.filter(code => code.startsWith(wanted)).map(code => code.length), 99);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hasShortcode(text: string): boolean { return /:[a-z0-9_+-]+:/.test(text); }

/** True once the table is here; where a text needs it, it is asked for when the page has nothing better to do. */
export function useEmojiReady(needed: boolean): boolean {
  useEffect(() => {
    if (!needed) return;
    const timer = setTimeout(() => void loadEmoji(), 400);
    return () => clearTimeout(timer);
  }, [needed]);
  return useSyncExternalStore(subscribe, () => list.length > 0);
}
