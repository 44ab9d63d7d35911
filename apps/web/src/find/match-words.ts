/** True when every word that is typed begins a word of the text, without regard to case and accents. */
export function matchesAll(text: string, typed: string): boolean {
  const words = folded(text).split(/[\s,.@_-]+/);
  return folded(typed).split(/\s+/).every(wanted => wanted === '' || words.some(word => word.startsWith(wanted)));
}

function folded(text: string): string { return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(); }
