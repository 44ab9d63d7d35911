import { Parser } from 'htmlparser2';
import { PREVIEW_DESCRIPTION_LENGTH_MAX, PREVIEW_TITLE_LENGTH_MAX } from '@carillon/wire/rest/chat.js';
import { cleanText } from './clean-text.js';
import { LINK_LENGTH_MAX } from './first-link.js';

/** What a page says of itself; addresses are whole ones of http and https. */
export interface PageHead {
  /** On the page's own server; else the address where the page was found. */
  readonly address: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
  readonly picture: string | undefined;
  /** A small sign of the site, of a kind that we can read. */
  readonly icon: string | undefined;
}

const SITE_NAME_LENGTH_MAX = 60;
const STEP_LENGTH = 16 * 1024;
const TITLE_READ_MAX = 4_000;
/** A head is flat. The parser's own list of open elements costs the square of their number. */
const DEPTH_MAX = 100;
/** The first of each that the page has. Open Graph (ogp.me), the cards of Twitter, HTML. */
const TITLES = ['og:title', 'twitter:title', 'title'];
const DESCRIPTIONS = ['og:description', 'twitter:description', 'description'];
const PICTURES = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src', 'image_src'];
const ICONS = ['apple-touch-icon', 'apple-touch-icon-precomposed', 'icon'];
const KNOWN = new Set([...TITLES, ...DESCRIPTIONS, ...PICTURES, ...ICONS, 'og:site_name', 'application-name', 'og:url', 'canonical']);
const UNREADABLE_ICON = /\.(?:ico|svg)(?:[?#]|$)/i;

/** Reads the head of a page that was found at `address`; its body is not looked at. Time is linear in the length. */
export function readHead(html: string, address: URL): PageHead {
  const { words, base } = collect(html);
  const first = (names: readonly string[]) => names.map(name => words.get(name)).find(word => word !== undefined && word.trim() !== '');
  const root = resolve(base, address.href) ?? address.href;
  const found = (names: readonly string[]) => resolve(first(names), root);
  const canonical = [found(['canonical']), found(['og:url'])].find(each => each !== undefined && new URL(each).host === address.host && new URL(each).protocol === address.protocol);
  return {
    address: canonical ?? address.href,
    title: cleanText(first(TITLES), PREVIEW_TITLE_LENGTH_MAX),
    description: cleanText(first(DESCRIPTIONS), PREVIEW_DESCRIPTION_LENGTH_MAX),
    siteName: cleanText(first(['og:site_name', 'application-name']), SITE_NAME_LENGTH_MAX),
    picture: found(PICTURES),
    icon: ICONS.map(name => found([name])).find(each => each !== undefined && !UNREADABLE_ICON.test(each)),
  };
}

function resolve(link: string | undefined, root: string): string | undefined {
  if (link === undefined || link.length > LINK_LENGTH_MAX || !URL.canParse(link.trim(), root)) return undefined;
  const url = new URL(link.trim(), root);
  return /^https?:$/.test(url.protocol) && url.href.length <= LINK_LENGTH_MAX ? url.href : undefined;
}

/** By name, the first of each: what `<title>`, `<meta>` and `<link>` say, and the address of `<base>`. */
function collect(html: string): { words: Map<string, string>; base: string | undefined } {
  const words = new Map<string, string>();
  const note = (name: string | undefined, value: string | undefined) => {
    const key = name?.trim().toLowerCase();
    if (key !== undefined && value !== undefined && KNOWN.has(key) && !words.has(key)) words.set(key, value);
  };
  let base: string | undefined;
  let title: string | undefined;
  let ended = false;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body' || ++depth > DEPTH_MAX) ended = true;
      if (ended) return;
      if (name === 'title') title = '';
      else if (name === 'base') base ??= attributes['href'];
      else if (name === 'meta') note(attributes['property'] ?? attributes['name'], attributes['content']);
      else if (name === 'link') for (const rel of (attributes['rel'] ?? '').slice(0, 200).split(/\s+/)) note(rel, attributes['href']);
    },
    ontext(text) {
      if (title !== undefined && title.length < TITLE_READ_MAX) title += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (ended) return;
      if (name === 'title' && title !== undefined) { note('title', title); title = undefined; }
      if (name === 'head') ended = true;
    },
  });
  for (let at = 0; at < html.length && !ended; at += STEP_LENGTH) parser.write(html.slice(at, at + STEP_LENGTH));
  parser.end();
  return { words, base };
}
