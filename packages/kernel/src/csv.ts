/** CSV (RFC 4180) as spreadsheets write and read it. */

const BOM = '\ufeff';
/** What a spreadsheet takes for a formula: full-width signs count too, and marks that nobody sees do not hide the sign after them. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/**
 * A whole file: UTF-8 with its mark, without which a spreadsheet takes it for something else; every cell in quotes, lines end with CRLF. A cell that would
 * run as a formula gets an apostrophe in front, as OWASP advises ("CSV Injection").
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map(row => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

/** The same for programs: no mark, and quotes only around what needs them, so that a first line reads as it was agreed upon. */
export function writePlainCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell => (/[",\r\n]/.test(guarded(cell)) ? writeCell(cell) : guarded(cell))).join(',')}\r\n`).join('');
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export type CsvFault = 'too-many-lines' | 'unclosed-quote';

export interface CsvRow {
  /** Of the file, the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a file, empty ones left out; the separator is whichever of comma, semicolon and tab the first line has most of. What `writeCsv` put
 * before a formula is taken off again. A file that is cut within quotes, or has more than `rowsMax` rows, is no file.
 */
export function parseCsv(text: string, rowsMax: number): readonly CsvRow[] | CsvFault {
  const whole = text.startsWith(BOM) ? text.slice(1) : text;
  const separator = separatorOf(whole);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let [line, begun] = [1, 1];
  const endCell = (): void => {
    cells.push(cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some(each => each !== '')) rows.push({ line: begun, cells });
    cells = [];
  };
  for (let i = 0; i < whole.length; i++) {
    const character = whole[i]!;
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (whole[i + 1] === '"') cell += whole[++i]!;
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && whole[i + 1] === '\n') {
        i += 1;
        line += 1;
      }
      endRow();
      begun = line;
      if (rows.length > rowsMax) return 'too-many-lines';
    } else cell += character;
  }
  if (quoted) return 'unclosed-quote';
  endRow();
  return rows.length > rowsMax ? 'too-many-lines' : rows;
}

function separatorOf(text: string): string {
  const first = text.slice(0, 2_000).split(/[\r\n]/, 1)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
