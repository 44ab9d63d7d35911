import { expect, test } from 'vitest';
import { parseCsv, writeCsv, writePlainCsv } from './csv.js';

const cellsOf = (text: string, rowsMax = 100) => {
  const rows = parseCsv(text, rowsMax);
  return typeof rows === 'string' ? rows : rows.map(row => row.cells);
};

test('what is written is what is read, whatever stands in a cell', () => {
  const rows = [['Name', 'E-mail address'], ['Anna "Annie" Able', 'a@x.example'], ['Two\nlines, one; cell', ' edge '], ['=1+1', '@home'], ['-5', '+39 06'], ['\tx', '\u202eabc'], ['', 'only']];
  expect(cellsOf(writeCsv(rows))).toEqual(rows);
});

test('a file begins with the mark of UTF-8, ends its lines as RFC 4180 wants, and no cell is a formula', () => {
  expect(writeCsv([['a', '=HYPERLINK("x")'], ['b,c', '@x']])).toBe('\ufeff"a","\'=HYPERLINK(""x"")"\r\n"b,c","\'@x"\r\n');
});

test('spreadsheets that part by semicolon or tab, and systems that end lines otherwise, are read too', () => {
  expect(cellsOf('Nome;E-mail\nRossi, Anna;a@x.example\n')).toEqual([['Nome', 'E-mail'], ['Rossi, Anna', 'a@x.example']]);
  expect(cellsOf('a\tb\rc\td')).toEqual([['a', 'b'], ['c', 'd']]);
  expect(parseCsv('"x\ny",1\r\n\r\nz,2', 9)).toEqual([{ line: 1, cells: ['x\ny', '1'] }, { line: 4, cells: ['z', '2'] }]);
});

test('too many rows and a quote that never ends are told', () => {
  expect(parseCsv('a\n'.repeat(1_000_000), 1_000)).toBe('too-many-lines');
  expect(parseCsv('a,"b\nc', 10)).toBe('unclosed-quote');
  expect(cellsOf('')).toEqual([]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r1', ' =1', '\u200b=1', '\u202e=1', '＝1'])('what a spreadsheet would reckon (%j) is text', field => {
  expect(writeCsv([[field]])).toBe(`\ufeff"'${field}"\r\n`);
});

test('an ordinary name stays as it is', () => {
  expect(writeCsv([['Anna-Maria (née) = 1']])).toBe('\ufeff"Anna-Maria (née) = 1"\r\n');
});

test('EXT-03 for programs a file begins with its first column; quotes stand around what needs them, and formulas are guarded all the same', () => {
  expect(writePlainCsv([['userId', 'email'], ['1', '=a@b.example'], ['2', '"x,y"@b.example']])).toBe("userId,email\r\n1,'=a@b.example\r\n2,\"\"\"x,y\"\"@b.example\"\r\n");
});
