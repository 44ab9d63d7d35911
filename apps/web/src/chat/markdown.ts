import MarkdownIt from 'markdown-it';
import { readMentionAt } from '@carillon/wire/mentions.js';
import type { Mention } from '@carillon/wire/rest/chat.js';
import { emojiByCode } from './emoji.js';
import { escapeHtml } from './escape-html.js';
import { highlightCode } from './highlight-code.js';

/**
 * Markdown to HTML that is safe to show: `html: false` escapes what looks like tags, links lead to web and mail addresses only,
 * and pictures from elsewhere are links, because loading them would tell their owner who reads.
 */
const markdown = new MarkdownIt('default', {
  html: false, linkify: true, breaks: true, typographer: false, maxNesting: 20,
  highlight: source => highlightCode(source),
}).disable(['image']);

markdown.validateLink = url => /^(?:https?:\/\/|mailto:)/i.test(url.trim());
markdown.linkify.set({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false });

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow');
  return renderer.renderToken(tokens, index, options);
};

// A block of code scrolls sideways, so the keyboard must reach it.
const renderFence = markdown.renderer.rules.fence;
markdown.renderer.rules.fence = (...args) => (renderFence?.(...args) ?? '').replace('<pre>', '<pre tabindex="0">');
const renderCodeBlock = markdown.renderer.rules.code_block;
markdown.renderer.rules.code_block = (...args) => (renderCodeBlock?.(...args) ?? '').replace('<pre>', '<pre tabindex="0">');

markdown.core.ruler.push('emoji', state => {
  for (const block of state.tokens) {
    for (const token of block.children ?? []) {
      if (token.type === 'text') token.content = token.content.replace(/:([a-z0-9_+-]+):/g, (whole, code: string) => emojiByCode(code) ?? whole);
    }
  }
});

/** Whom a message mentions as the server says, or null while it has not said so; and whose eyes read it. */
export interface Readers { readonly mentions: readonly Mention[] | null; readonly myId: string }

markdown.inline.ruler.before('autolink', 'mention', (state, silent) => {
  const found = readMentionAt(state.src, state.pos);
  if (found === null || state.pos + found.length > state.posMax) return false;
  if (!silent) {
    const token = state.push('mention', 'span', 0);
    token.content = found.name;
    token.info = found.mention;
  }
  state.pos += found.length;
  return true;
});

markdown.renderer.rules['mention'] = (tokens, index, _options, env) => {
  // As `renderMarkdown` puts it there.
  const readers = env?.['readers'] as Readers;
  const token = tokens[index];
  const mention = (token?.info ?? '') as Mention;
  const name = mention === 'all' || mention === 'present' ? mention : (token?.content ?? '');
  // Isolated, so that no mark of direction in a name reaches beyond it.
  const words = `<bdi>@${escapeHtml(name)}</bdi>`;
  if (readers.mentions !== null && !readers.mentions.includes(mention)) return words;
  const mine = mention === readers.myId || mention === 'all' || (mention === 'present' && readers.mentions?.some(one => one === readers.myId) === true);
  return `<span class="mention"${mine ? ' data-mine' : ''}>${words}</span>`;
};

export const RENDERED_KEPT_MAX = 1_000;
const rendered = new Map<string, string>();
let renderedWithEmoji = false;

/** The HTML of a message. Kept for the messages seen last, so that scrolling renders nothing twice. */
export function renderMarkdown(content: string, emojiReady: boolean, readers: Readers = { mentions: [], myId: '' }): string {
  if (emojiReady !== renderedWithEmoji) { rendered.clear(); renderedWithEmoji = emojiReady; }
  const key = `${readers.myId} ${readers.mentions?.join() ?? '?'} ${content}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  let html: string;
  try {
    html = markdown.render(content, { readers });
  } catch {
    // A text that the parser cannot take is shown as it was written.
    html = `<p>${escapeHtml(content)}</p>`;
  }
  if (rendered.size >= RENDERED_KEPT_MAX) rendered.clear();
  rendered.set(key, html);
  return html;
}

// Written as a text, because the checker's target does not know the `v` flag that our browsers have.
const ONLY_EMOJI = new RegExp('^(?:\\s*\\p{RGI_Emoji}\\s*){1,3}$', 'v');

/** One to three emoji alone are shown large. */
export function isOnlyEmoji(content: string): boolean {
  const text = content.replace(/:([a-z0-9_+-]+):/g, (whole, code: string) => emojiByCode(code) ?? whole);
  return ONLY_EMOJI.test(text);
}
