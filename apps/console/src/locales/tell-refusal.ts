/** A sentence of the server's with {…} where something is filled in, and the same in the reader's language. */
export type RefusalTable = readonly (readonly [sentence: string, told: string])[];

const BLANK = /\{(\w+)\}/g;

/**
 * A refusal of the server's in the language of `table`; undefined for one that it does not have. What is filled in is matched from left to right, and the
 * first sentence of the table that fits is taken: the particular ones stand before the general one.
 */
export function tellRefusal(table: RefusalTable, sentence: string): string | undefined {
  for (const [known, told] of table) {
    const filled = matchSentence(known, sentence);
    if (filled) return told.replace(BLANK, (blank, name: string) => filled.get(name) ?? blank);
  }
  return undefined;
}

/** What stands in the place of each blank; undefined when it is another sentence. */
export function matchSentence(known: string, sentence: string): ReadonlyMap<string, string> | undefined {
  const names = [...known.matchAll(BLANK)].map(match => match[1]!);
  const pattern = known.split(BLANK).map((part, i) => (i % 2 === 0 ? escape(part) : '(.+?)')).join('');
  const match = new RegExp(`^${pattern}$`, 's').exec(sentence);
  return match ? new Map(names.map((name, i) => [name, match[i + 1]!])) : undefined;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
