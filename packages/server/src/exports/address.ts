import { notFound } from '@carillon/kernel/errors.js';
import { isId, type AttachmentId, type PersonId } from '@carillon/kernel/ids.js';
import { SECOND_MS } from '@carillon/kernel/clock.js';
import { publicOrigin } from '../config.js';
import { openFileForExport } from '../chat/messages/attachments.js';
import type { Ctx } from '../ctx.js';
import type { FileDoor, FileReply } from '../door.js';
import { listKey, type ExportId } from './model.js';
import { readExport } from './store.js';

/** What an address leads to: a list, or one attachment. */
type Kind = 'l' | 'a';

/** An address that leads there until `expiresAt`, for whoever holds it. */
export function signAddress(ctx: Ctx, kind: Kind, id: ExportId | AttachmentId, expiresAt: Date): string {
  const words = `${kind}${id.replaceAll('-', '')}${Math.floor(expiresAt.getTime() / SECOND_MS).toString(36)}`;
  return `${publicOrigin(ctx.config)}/api/exports/${ctx.secrets.seal(words).toString('base64url')}`;
}

/** A person's own list that is ready: whose, how many files are in it, and where it is until it ends. */
export async function findOwnList(ctx: Ctx, id: ExportId): Promise<{ personId: PersonId; count: number; url: string } | undefined> {
  const row = await readExport(ctx.sql, id);
  if (!row?.personId || row.status !== 'Ready' || !row.expiresAt) return undefined;
  return { personId: row.personId, count: row.attachmentCount, url: signAddress(ctx, 'l', row.id, row.expiresAt) };
}

/** Forged, cut and ended addresses look alike. */
function openAddress(ctx: Ctx, token: string): { kind: string; id: string } {
  const words = unseal(ctx, token);
  const id = words.slice(1, 33).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const ends = Number.parseInt(words.slice(33), 36) * SECOND_MS;
  if (!isId(id) || !(ctx.clock.now() < ends)) throw notFound('file');
  return { kind: words.slice(0, 1), id };
}

function unseal(ctx: Ctx, token: string): string {
  try {
    return ctx.secrets.open(Buffer.from(token, 'base64url'));
  } catch {
    // It was sealed with no key of ours.
    return '';
  }
}

export const exportFiles: readonly FileDoor[] = [{ path: '/api/exports/:id', work: openExported }];

async function openExported(ctx: Ctx, token: string): Promise<FileReply> {
  const { kind, id } = openAddress(ctx, token);
  // It was sealed by us with an id of that kind.
  if (kind === 'a') return openFileForExport(ctx, id as AttachmentId);
  const found = kind === 'l' ? await ctx.blobs.stream(listKey(id as ExportId)) : undefined;
  if (!found) throw notFound('file');
  return { contentType: 'text/plain; charset=utf-8', inline: false, name: 'attachments.txt', bytes: found.bytes, body: found.body, cacheSeconds: 0 };
}
