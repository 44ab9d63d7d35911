import { describe, expect, it } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { findEmoji, takeEmoji } from './emoji.js';
import { isOnlyEmoji, renderMarkdown } from './markdown.js';
import { plainText } from './plain-text.js';

takeEmoji('😄\tsmile\tgrinning face with smiling eyes\tfaccina con sorriso\n😸\tsmile_cat\tgrinning cat\tgatto che ride\n❤️\theart red_heart\tred heart\tcuore rosso');
const html = (content: string): string => renderMarkdown(content, true);

describe('a message as HTML', () => {
  it('shows Markdown', () => {
    expect(html('**bold** and `code`')).toBe('<p><strong>bold</strong> and <code>code</code></p>\n');
  });

  it('tags are text', () => {
    expect(html('<img src=x onerror=alert(1)><script>1</script>')).not.toMatch(/<(img|script)/);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', 'java&#115;cript:alert(1)', '&#106;avascript:alert(1)'])(
    'a link to %s is inert text', link => {
      expect(html(`[press me](${link})`)).not.toContain('<a');
      expect(html(`<${link}>`)).not.toMatch(/href="(?!https?:|mailto:)/);
    });

  it('web and mail addresses are live, in a window of their own', () => {
    expect(html('see https://example.com/a?b=1')).toContain('<a href="https://example.com/a?b=1" target="_blank" rel="noopener noreferrer nofollow">');
    expect(html('write to ann@example.com')).toContain('href="mailto:ann@example.com"');
    expect(html('go to www.example.com')).toContain('href="http://www.example.com"');
  });

  it('pictures from elsewhere are not loaded', () => {
    expect(html('![x](https://example.com/x.png)')).not.toContain('<img');
  });

  it.each(['[', '![', '*', '_a ', '`', '~', '<', '|\n', '> ', '- ', '(', '[a](', '[a](b "', 'www.', 'a@', 'http://', '&', ':', '\\', '<@', '    x\n'])('ten thousand characters of %j are shown, not pondered', part => {
    // What takes time in proportion to a power of the length would not end within the test's time, fifty times over.
    for (let i = 0; i < 20; i++) expect(html(part.repeat(Math.floor(10_000 / part.length)).slice(i)).length).toBeGreaterThan(0);
  });

  it('shortcodes are emoji, but not in code', () => {
    expect(html('hi :smile:')).toBe('<p>hi 😄</p>\n');
    expect(html('`:smile:`')).toContain(':smile:');
    expect(html(':unknown:')).toContain(':unknown:');
  });

  it('code is coloured and escaped', () => {
    expect(html('```\nselect "<b>"\n```')).toContain('<span class="code-kw">select</span> <span class="code-str">&quot;&lt;b&gt;&quot;</span>');
  });

  it('emoji alone are large', () => {
    expect(isOnlyEmoji(':heart: 😄')).toBe(true);
    expect(isOnlyEmoji('1')).toBe(false);
    expect(isOnlyEmoji('ok 😄')).toBe(false);
  });
});

it('one line of a message has no marks', () => {
  expect(plainText('**Hi** [there](https://x.example)\n> `now` :smile: snake_case_name')).toBe('Hi there now 😄 snake_case_name');
});

it('emoji are found by code and by name in the language', () => {
  expect(findEmoji('smile', 'en', 5).map(emoji => emoji.text)).toEqual(['😄', '😸']);
  expect(findEmoji('cuore', 'it', 5).map(emoji => emoji.text)).toEqual(['❤️']);
});

const ANNA = '01923456-789a-7000-8000-00000000000a' as PersonId;
const BEN = '01923456-789a-7000-8000-00000000000b' as PersonId;

describe('a mention', () => {
  const text = `<@${ANNA}|Anna *Able*> and <@all|All members>`;

  it('is a chip for whom the server says is mentioned, and one of another colour for oneself', () => {
    expect(renderMarkdown(text, true, { mentions: [ANNA], myId: BEN })).toBe('<p><span class="mention"><bdi>@Anna *Able*</bdi></span> and <bdi>@all</bdi></p>\n');
    expect(renderMarkdown(text, true, { mentions: [ANNA], myId: ANNA })).toContain('<span class="mention" data-mine><bdi>@Anna');
    expect(renderMarkdown('<@present|x>', true, { mentions: ['present', BEN], myId: BEN })).toContain('data-mine');
    expect(renderMarkdown('<@present|x>', true, { mentions: ['present'], myId: BEN })).not.toContain('data-mine');
  });

  it('of whoever is no member is words, and on its way it is a chip already', () => {
    expect(renderMarkdown(text, true, { mentions: [], myId: BEN })).toBe('<p><bdi>@Anna *Able*</bdi> and <bdi>@all</bdi></p>\n');
    expect(renderMarkdown(text, true, { mentions: null, myId: BEN })).toContain('class="mention"');
  });

  it('is neither a tag nor anything in code', () => {
    expect(renderMarkdown(`<@${ANNA}|"&quot;x'>`, true, { mentions: [ANNA], myId: BEN })).toContain('@&quot;&amp;quot;x');
    expect(renderMarkdown('`<@all|All members>`', true, { mentions: ['all'], myId: BEN })).toContain('<code>&lt;@all|All members&gt;</code>');
  });
});
