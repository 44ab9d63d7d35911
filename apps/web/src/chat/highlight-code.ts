import { escapeHtml } from './escape-html.js';

const KEYWORDS = new Set((
  'abstract and as async await break case catch class const continue def default del delete do elif else enum except export extends false finally fn for from ' +
  'func function if implements import in instanceof interface is lambda let match mut new nil none not null or package pass private protected pub public raise ' +
  'return self static struct super switch then this throw true try type typeof undefined use var void while with yield ' +
  'select insert update delete into values set where group by order having join left right inner outer on limit create table alter drop index begin commit union all distinct'
).split(' '));

const TOKENS = /(\/\/[^\n]*|--\s[^\n]*|#\s[^\n]*|\/\*[^]*?\*\/)|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(\b\d[\d_.]*\b)|([A-Za-z_$][\w$]*)(?=(\s*\()?)/g;
export const HIGHLIGHT_LENGTH_MAX = 8_000;

/** Colours for words, strings and numbers that nearly every language shares. Gives HTML; everything of the source is escaped. */
export function highlightCode(source: string): string {
  if (source.length > HIGHLIGHT_LENGTH_MAX) return escapeHtml(source);
  let html = '';
  let end = 0;
  for (const match of source.matchAll(TOKENS)) {
    html += escapeHtml(source.slice(end, match.index));
    end = match.index + match[0].length;
    const text = escapeHtml(match[0]);
    const name = classOf(match);
    html += name === null ? text : `<span class="${name}">${text}</span>`;
  }
  return html + escapeHtml(source.slice(end));
}

function classOf([, comment, string, number, word, call]: RegExpMatchArray): string | null {
  if (comment !== undefined) return 'code-note';
  if (string !== undefined) return 'code-str';
  if (number !== undefined) return 'code-num';
  if (word !== undefined && KEYWORDS.has(word.toLowerCase())) return 'code-kw';
  return call === undefined ? null : 'code-num';
}
