import { expect, test } from 'vitest';
import { writeCsv } from './csv.js';

test('fields are quoted, quotes doubled, lines end with CRLF after the mark of UTF-8', () => {
  expect(writeCsv([['Name', 'Role'], ['Say "hi", O’Neil\nJr', 'Member']])).toBe('\ufeff"Name","Role"\r\n"Say ""hi"", O’Neil\nJr","Member"\r\n');
  expect(writeCsv([])).toBe('\ufeff');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r1', ' =1', '\u200b=1', '\u202e=1', '＝1'])('what a spreadsheet would reckon (%j) is text', field => {
  expect(writeCsv([[field]])).toBe(`\ufeff"'${field}"\r\n`);
});

test('an ordinary name stays as it is', () => {
  expect(writeCsv([['Anna-Maria (née) = 1']])).toBe('\ufeff"Anna-Maria (née) = 1"\r\n');
});
