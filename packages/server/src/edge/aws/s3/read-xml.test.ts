import { expect, test } from 'vitest';
import { childText, readXml } from './read-xml.js';

const read = (text: string) => readXml(Buffer.from(text));

test('a document of S3 is read: elements, attributes passed over, text with the five entities and numbered characters', () => {
  const root = read('<?xml version="1.0" encoding="UTF-8"?>\n<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><!-- a note -->\n <Object><Key>a&amp;b &lt;&#233;&#x1F3BA;&gt;&quot;&apos;\n</Key></Object><Quiet>true</Quiet><Empty/></Delete>\n');
  expect(root.name).toBe('Delete');
  expect(root.children.map(one => one.name)).toEqual(['Object', 'Quiet', 'Empty']);
  expect(childText(root.children[0]!, 'Key')).toBe('a&b <é🎺>"\'\n');
  expect([childText(root, 'Quiet'), childText(root, 'Nothing')]).toEqual(['true', undefined]);
});

test('nothing that could expand or be fetched is read, nor what is not well formed', () => {
  const bad = [
    '', ' ', 'text', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a></a>x', '<a><b></a></b>', '<a>&b;</a>', '<a>&#0;</a>', '<a>&#xD800;</a>', '<a>&#x110000;</a>', '<a>&</a>', '<a>& b</a>', '<a b></a>', '<a b="<"/>', '<a><![CDATA[x]]></a>',
    '<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', '<a><?php x ?></a>', '<a><?xml version="1.0"?></a>', '<a', '<a></a', '<-a/>', `${'<a>'.repeat(100_000)}`,
    `${'<a>'.repeat(9)}${'</a>'.repeat(9)}`, `<a>${'<b/>'.repeat(60_001)}</a>`, '<a/ >', '</a/>', '<!-- x --', `<a>${'&'.repeat(100_000)}</a>`, `<a ${'b="c" '.repeat(10_000)}`,
  ];
  for (const document of bad) expect([document.slice(0, 40), (() => { try { return read(document).name; } catch (error) { return (error as { reason?: string }).reason; } })()]).toEqual([document.slice(0, 40), 'MalformedXML']);
  const started = performance.now();
  for (const document of [`<a>${'<!-'.repeat(300_000)}`, `<!--${' -'.repeat(400_000)}`, `<a${' b'.repeat(400_000)}`, `<a${' b="'.repeat(200_000)}`]) expect(() => read(document)).toThrow();
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(() => childText(read('<a><b/><b/></a>'), 'b')).toThrow();
});
