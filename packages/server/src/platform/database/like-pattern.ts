/** What people typed, as a part of a `like` pattern that means just these characters: `%`, `_` and `\` lose their meaning. */
export function escapeLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, character => `\\${character}`);
}
