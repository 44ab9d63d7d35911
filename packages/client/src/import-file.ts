import { parseCsv, type CsvRow } from '@carillon/kernel/csv.js';

/** Files as Chime exported them, read into rows (guide, TRN-13, EXT-03). */

const ROWS_MAX = 100_000;
/** What columns are called, in whatever case: our own, Chime's, and in Italian. */
const EMAIL = ['email', 'e-mail', 'email address', 'e-mail address', 'primary email', 'primaryemail', 'indirizzo e-mail', 'indirizzo email'];
const NAME = ['name', 'full name', 'fullname', 'display name', 'displayname', 'nome', 'nome completo'];
const ROLE = ['role', 'ruolo'];
const ADMINISTRATOR = ['administrator', 'admin', 'amministratore'];

export interface ImportedPerson {
  readonly line: number;
  readonly email: string;
  readonly name: string | undefined;
  readonly role: 'Administrator' | 'Member';
}

export interface ImportFile {
  readonly people: readonly ImportedPerson[];
  /** Rows without an address, by their line. */
  readonly refused: readonly number[];
}

/** A file of people or of a room's members. Throws a sentence that says what is wrong with it. */
export function readImportFile(path: string, bytes: Uint8Array): ImportFile {
  const rows = parseCsv(decode(path, bytes), ROWS_MAX);
  if (rows === 'too-many-lines') throw new Error(`${path} has more than ${ROWS_MAX} rows. Divide it.`);
  if (rows === 'unclosed-quote') throw new Error(`${path} ends within a quotation mark: it was cut, or is no CSV file.`);
  const [head, ...body] = rows;
  const columnOf = (names: readonly string[]) => head?.cells.findIndex(cell => names.includes(cell.trim().toLowerCase())) ?? -1;
  const [email, name, role] = [columnOf(EMAIL), columnOf(NAME), columnOf(ROLE)];
  if (email < 0) throw new Error(`${path} has no column of e-mail addresses. Its first row must name the columns, one of them "email".`);
  const people = body.map(row => personOf(row, email, name, role));
  return { people: people.filter(one => one.email !== ''), refused: people.filter(one => one.email === '').map(one => one.line) };
}

function personOf({ line, cells }: CsvRow, email: number, name: number, role: number): ImportedPerson {
  const text = (column: number) => (column < 0 ? '' : (cells[column] ?? '').trim());
  return { line, email: text(email), name: text(name).slice(0, 60) || undefined, role: ADMINISTRATOR.includes(text(role).toLowerCase()) ? 'Administrator' : 'Member' };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${path} is not UTF-8. Save it as "CSV UTF-8" and try again.`);
  }
}

/** A room is named as its file is (guide, TRN-13). */
export function roomNameOf(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return name.replace(/(?<=.)\.[^.]*$/, '').trim();
}
