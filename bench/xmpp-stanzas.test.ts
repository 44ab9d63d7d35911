import { expect, test } from 'vitest';
import { StanzaReader } from './xmpp-stanzas.js';

const HEAD = "<?xml version='1.0'?><stream:stream id='1' version='1.0' xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client'>";
const STANZAS = [
  '<stream:features><mechanisms xmlns="urn:ietf:params:xml:ns:xmpp-sasl"><mechanism>ANONYMOUS</mechanism></mechanisms></stream:features>',
  "<iq type='result' id='b'/>",
  "<message from='r@c/it&apos;s' note='a > b' type='groupchat'><body>1 &lt; 2</body><x/><x><x/></x></message>",
  '<presence/>',
];

test('the children of a stream come out whole, wherever the network cuts it', () => {
  const stream = `${HEAD}${STANZAS.join('\n')}`;
  for (const size of [1, 2, 3, 7, 50, stream.length]) {
    const reader = new StanzaReader();
    const found: string[] = [];
    for (let at = 0; at < stream.length; at += size) found.push(...reader.read(stream.slice(at, at + size)));
    expect(found).toEqual(STANZAS);
  }
});

test('after a restart the stream begins anew', () => {
  const reader = new StanzaReader();
  expect(reader.read(`${HEAD}<success/>`)).toEqual(['<success/>']);
  reader.restart();
  expect(reader.read(`${HEAD}<a><b/>`)).toEqual([]);
  expect(reader.read('</a></stream:stream>')).toEqual(['<a><b/></a>']);
});
