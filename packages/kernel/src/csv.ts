/**
 * A table as CSV (RFC 4180): every field in quotes, lines end with CRLF. It begins with the mark by which spreadsheets know
 * UTF-8. A field that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises ("CSV Injection").
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => `${row.map(writeField).join(',')}\r\n`).join('')}`;
}

// Full-width signs count too, and marks that nobody sees do not hide the sign after them.
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function writeField(text: string): string {
  return `"${FORMULA.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
