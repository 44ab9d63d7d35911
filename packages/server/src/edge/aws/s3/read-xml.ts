import { badRequest, type ApiError } from '@carillon/kernel/errors.js';

/**
 * The little XML that S3's requests carry: elements and text. Document types, processing instructions, CDATA and entities but
 * the five of XML itself and numbered characters are refused, so nothing can expand or be fetched.
 */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const DEPTH_MAX = 8;
const ELEMENTS_MAX = 60_000;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };
const TOKEN = /<\?xml[^<>?]*\?>|<!--(?:(?!--)[^])*-->|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

interface Open {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

/** The root of a document; MalformedXML for anything else. */
export function readXml(document: Buffer): XmlElement {
  const source = document.toString('utf8').replace(/^\ufeff/, '');
  const top: Open = { name: '', text: '', children: [] };
  const open: Open[] = [top];
  let count = 0;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match || (match[0].startsWith('<?') && at > 0)) throw malformedXml();
    const [, closing, name, attributes, empty, text] = match;
    const current = open.at(-1)!;
    if (text !== undefined) current.text += unescape(text);
    else if (name === undefined) continue;
    else if (closing === '/') {
      if (open.length < 2 || current.name !== name || attributes !== '' || empty === '/') throw malformedXml();
      open.pop();
      open.at(-1)!.children.push(current);
    } else if (++count > ELEMENTS_MAX || open.length > DEPTH_MAX || (open.length === 1 && top.children.length > 0)) throw malformedXml();
    else if (empty === '/') current.children.push({ name, text: '', children: [] });
    else open.push({ name, text: '', children: [] });
  }
  const [root] = top.children;
  if (open.length !== 1 || top.text.trim() !== '' || !root) throw malformedXml();
  return root;
}

/** The text of the only child of this name; undefined without one. */
export function childText(element: XmlElement, name: string): string | undefined {
  const [child, second] = element.children.filter(one => one.name === name);
  if (second) throw malformedXml();
  return child?.text;
}

export function malformedXml(): ApiError {
  return badRequest('The XML you provided was not well-formed or did not validate against our published schema', 'MalformedXML');
}

function unescape(text: string): string {
  return text.replaceAll(/&([^;&]{0,10});?/g, (whole, body: string) => {
    if (!whole.endsWith(';')) throw malformedXml();
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
    const code = number ? Number.parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : 0;
    if (number && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) return String.fromCodePoint(code);
    const named = Object.hasOwn(NAMED, body) ? NAMED[body] : undefined;
    if (named === undefined) throw malformedXml();
    return named;
  });
}
