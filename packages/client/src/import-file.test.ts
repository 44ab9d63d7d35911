import { expect, test } from 'vitest';
import { readImportFile, roomNameOf } from './import-file.js';

const read = (text: string | Uint8Array) => readImportFile('people.csv', typeof text === 'string' ? Buffer.from(text) : text);

test('users and members of rooms are read by the names of their columns, in English and in Italian', () => {
  expect(read('userId,email\r\n1,ann@acme.example\r\n2,ben@acme.example\r\n').people.map(one => one.email)).toEqual(['ann@acme.example', 'ben@acme.example']);
  expect(read('\ufeff"Nome";"Indirizzo e-mail";"Ruolo"\n"Rossi, Ann";ann@acme.example;Amministratore\n').people).toEqual([{ line: 2, email: 'ann@acme.example', name: 'Rossi, Ann', role: 'Administrator' }]);
  expect(read('Name,Email,Role\nBen,ben@acme.example,Member\n,,\nCem,,Member\n')).toEqual({ people: [{ line: 2, email: 'ben@acme.example', name: 'Ben', role: 'Member' }], refused: [4] });
});

test('a file that is cut, in another encoding, too long or without addresses is refused with a sentence', () => {
  expect(() => read('email\n"ann@acme')).toThrow(/within a quotation mark/);
  expect(() => read(Buffer.from('email\ncaf\xe9@acme.example', 'latin1'))).toThrow(/not UTF-8/);
  expect(() => read('name\nAnn\n')).toThrow(/no column of e-mail addresses/);
  expect(() => read('')).toThrow(/no column/);
  expect(() => read(`email\n${'a@b.cd\n'.repeat(100_001)}`)).toThrow(/more than 100000 rows/);
});

test('TRN-13 a room is named as its file is', () => {
  expect(roomNameOf('/tmp/Project Aurora.csv')).toBe('Project Aurora');
});
