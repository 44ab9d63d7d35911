/** What is wrong with a text that should be JSON, and where: both from 1. */
export interface JsonFault { readonly line: number; readonly column: number }

const SPACE = /[ \t\r\n]*/y;
const TOKEN = /([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** What may come next. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** Undefined when it is JSON. Browsers word their errors each in its own way, and not all tell the place: so it is looked for here. */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    // Which error it was says nothing that the place does not.
  }
  const lines = text.slice(0, faultAt(text)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Reads token by token; the first that may not be where it is, is the fault. */
function faultAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Expected | undefined = match === null ? undefined : follow(expected, match[1], match[2] !== undefined, open);
    if (match === null || next === undefined) return at;
    expected = next;
    at += match[0].length;
  }
  return text.length;
}

function follow(expected: Expected, mark: string | undefined, isText: boolean, open: ('{' | '[')[]): Expected | undefined {
  const inside = open.at(-1);
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  if (mark === '}' || mark === ']') {
    const fits = inside === (mark === '}' ? '{' : '[') && (expected === 'commaOrEnd' || expected === (mark === '}' ? 'keyOrEnd' : 'valueOrEnd'));
    if (!fits) return undefined;
    open.pop();
    return after();
  }
  if (mark === ',') return expected !== 'commaOrEnd' ? undefined : inside === '{' ? 'key' : 'value';
  if (mark === ':') return expected === 'colon' ? 'value' : undefined;
  if (expected === 'key' || expected === 'keyOrEnd') return isText ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'valueOrEnd') return undefined;
  if (mark === undefined) return after();
  open.push(mark === '{' ? '{' : '[');
  return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
