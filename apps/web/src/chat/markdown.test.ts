import { describe, expect, it } from 'vitest';
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
