import type { Plugin } from 'vite';

const ID = '\0emoji-table';

interface CompactEmoji { hexcode: string; label: string; unicode?: string; tags?: string[]; group?: number }
type Shortcodes = Record<string, string | string[]>;

/**
 * The module `src/chat/emoji-table.js`: one text, a line for each emoji, with tabs between the character, its shortcodes, and its name in
 * English and Italian. A text of lines is the smallest form and takes no time to parse before somebody types a colon.
 */
export function emojiPlugin(): Plugin {
  return {
    name: 'carillon-emoji',
    enforce: 'pre',
    resolveId: id => (id === './emoji-table.js' ? ID : undefined),
    async load(id) {
      if (id !== ID) return undefined;
      const lines = await emojiLines();
      return `export const EMOJI = ${JSON.stringify(lines)};`;
    },
  };
}

async function emojiLines(): Promise<string> {
  const [english, italian, codes, github] = await Promise.all([
    read<CompactEmoji[]>(() => import('emojibase-data/en/compact.json', { with: { type: 'json' } })),
    read<CompactEmoji[]>(() => import('emojibase-data/it/compact.json', { with: { type: 'json' } })),
    read<Shortcodes>(() => import('emojibase-data/en/shortcodes/emojibase.json', { with: { type: 'json' } })),
    read<Shortcodes>(() => import('emojibase-data/en/shortcodes/github.json', { with: { type: 'json' } })),
  ]);
  const italianNames = new Map(italian.map(emoji => [emoji.hexcode, emoji.label]));
  return english
    .filter(emoji => emoji.group !== undefined && codes[emoji.hexcode] !== undefined)
    .map(emoji => {
      const names = [...new Set([github[emoji.hexcode] ?? [], codes[emoji.hexcode] ?? []].flat())];
      return [emoji.unicode ?? '', names.join(' '), emoji.label, italianNames.get(emoji.hexcode) ?? emoji.label].join('\t');
    })
    .join('\n');
}

async function read<Content>(load: () => Promise<{ default: unknown }>): Promise<Content> {
  return (await load()).default as Content;
}
