import type { Readable } from 'node:stream';
import { parseCsv } from '@carillon/kernel/csv.js';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { CONTACTS_MAX, IMPORT_BYTES_MAX, IMPORT_ROWS_MAX, importContacts as wire } from '@carillon/wire/rest/contacts.js';
import type { RouteReply } from '@carillon/wire/rest/route.js';
import { EMAIL_LENGTH_MAX } from '@carillon/wire/values.js';
import type { Ctx } from '../ctx.js';
import { accessSelf } from './access.js';
import { insertContacts, lockContacts, readContacts } from './contact-store.js';
import { isIn, resolveAddresses, type NewContact } from './contacts.js';

type Report = RouteReply<typeof wire>;

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/**
 * Takes in a CSV file: of each row the first cell that is an address, and the first other one as the name. The first row may be headings. What fits
 * is added even when some rows are refused, and the report tells of each.
 */
export async function importContacts(ctx: Ctx, bytes: Readable): Promise<Report> {
  const self = accessSelf(ctx);
  const rows = readRows(await readBytes(bytes));
  const report: Report = { added: 0, already: 0, unknown: [], refused: [] };
  const wanted = new Map<string, { email: string; name: string; line: number }>();
  rows.forEach(({ line, cells }, index) => {
    const email = cells.find(isAddress)?.trim().toLowerCase();
    const name = cells.find(cell => cell.trim() !== '' && !isAddress(cell)) ?? '';
    if (email === undefined && index > 0) report.refused.push({ line, reason: 'no-address' });
    else if (email !== undefined && wanted.has(email)) report.already += 1;
    else if (email !== undefined) wanted.set(email, { email, name, line });
  });
  const contacts = await resolveAddresses(ctx, [...wanted.values()]);
  await ctx.tx(async tx => {
    await lockContacts(tx.sql, self);
    const known = await readContacts(tx.sql, self);
    const added: NewContact[] = [];
    for (const [index, contact] of contacts.entries()) {
      const line = [...wanted.values()][index]!.line;
      if (contact.personId === self) report.refused.push({ line, reason: 'self' });
      else if (isIn(known, contact)) report.already += 1;
      else if (known.length + added.length >= CONTACTS_MAX) report.refused.push({ line, reason: 'list-full' });
      else added.push(contact);
    }
    await insertContacts(tx.sql, self, added, ctx.now());
    report.added = added.length;
    report.unknown = added.filter(contact => contact.personId === null).map(contact => contact.email);
  });
  report.refused.sort((a, b) => a.line - b.line);
  return report;
}

function isAddress(cell: string): boolean {
  const text = cell.trim();
  return text.length <= EMAIL_LENGTH_MAX && !text.includes('\0') && ADDRESS.test(text);
}

function readRows(bytes: Buffer) {
  const rows = parseCsv(decode(bytes), IMPORT_ROWS_MAX);
  if (rows === 'too-many-lines') throw new ApiError('PayloadTooLarge', `The file has more than ${IMPORT_ROWS_MAX} lines. Your list holds ${CONTACTS_MAX} contacts.`, { reason: 'csv-too-long' });
  if (rows === 'unclosed-quote') throw badRequest('The file ends within quotation marks. Save it again as CSV.', 'csv-malformed');
  return rows;
}

/** UTF-8, or UTF-16 with its mark as some spreadsheets write it; anything else would come out as wrong letters. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('The file’s letters cannot be read. Save it as “CSV UTF-8”.', 'csv-encoding');
  }
}

async function readBytes(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > IMPORT_BYTES_MAX) throw new ApiError('PayloadTooLarge', `The file is larger than ${IMPORT_BYTES_MAX / 1024} KB. Your list holds ${CONTACTS_MAX} contacts.`, { reason: 'csv-too-long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
