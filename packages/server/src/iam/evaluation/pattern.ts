/** Patterns of policies: `*` and `?`, with variables already put in as plain text. Matching takes no longer than text × stars. */
const STAR = -1;
const ANY = -2;

export type Pattern = readonly number[];

/** `resolve` gives a variable's text; undefined makes the whole pattern match nothing. */
export function compilePattern(text: string, resolve?: (variable: string) => string | undefined): Pattern | undefined {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (resolve && text[i] === '$' && text[i + 1] === '{') {
      const end = text.indexOf('}', i);
      if (end > 0) {
        const value = resolve(text.slice(i + 2, end));
        if (value === undefined) return undefined;
        for (let k = 0; k < value.length; k++) codes.push(value.charCodeAt(k));
        i = end;
        continue;
      }
    }
    codes.push(text[i] === '*' ? STAR : text[i] === '?' ? ANY : text.charCodeAt(i));
  }
  return codes;
}

/** Whether the whole text matches. */
export function matches(pattern: Pattern, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let restart = 0;
  while (t < text.length) {
    const code = pattern[p];
    if (code === STAR) {
      star = p++;
      restart = t;
    } else if (code === ANY || code === text.charCodeAt(t)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++restart;
    } else return false;
  }
  while (pattern[p] === STAR) p++;
  return p === pattern.length;
}
