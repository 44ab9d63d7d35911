import { Readable } from 'node:stream';
import { writeCsv } from '@carillon/kernel/csv.js';
import { notFound } from '@carillon/kernel/errors.js';
import { isId, type ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../../ctx.js';
import type { FileReply } from '../../door.js';
import { accessRoomAsAdministrator } from '../access.js';
import { readMembers } from '../store.js';

const PAGE = 1_000;

/** TRN-13: name, address and role of every member, as a file named after the room. For its administrators. */
export async function openMemberList(ctx: Ctx, id: string): Promise<FileReply> {
  if (!isId(id)) throw notFound('room');
  const room = await accessRoomAsAdministrator(ctx, id as ChannelId);
  const rows = [['Name', 'Email address', 'Role']];
  for (let page = await readMembers(ctx.sql, room.id, undefined, PAGE); ; page = await readMembers(ctx.sql, room.id, page[PAGE - 1]!.id, PAGE)) {
    rows.push(...page.slice(0, PAGE).map(row => [row.displayName, row.email, row.role]));
    if (page.length <= PAGE) break;
  }
  const bytes = Buffer.from(writeCsv(rows));
  return { contentType: 'text/csv; charset=utf-8', inline: false, name: `${fileName(room.name ?? '')} members.csv`, bytes: bytes.length, body: Readable.from([bytes]), cacheSeconds: 0 };
}

/** What no system lets stand in a file's name becomes a dash; marks that nobody sees go. */
function fileName(name: string): string {
  return name.replaceAll(/[\p{Cf}\p{Cc}]/gu, '').replaceAll(/[\\/:*?"<>|]/g, '-').replace(/^[.\s]+/, '').trim() || 'Room';
}
