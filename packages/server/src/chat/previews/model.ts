import { createHash } from 'node:crypto';
import type { MessageId } from '@carillon/kernel/ids.js';
import type { LinkPreview } from '@carillon/wire/rest/chat.js';

/** The job that looks where a message's link leads. */
export const PREVIEW_LINK = 'chat.preview-link';

/** A row of a message whose link was looked at. */
export interface PreviewRow {
  outcome: 'page' | 'picture' | 'nothing';
  address: string | null;
  siteName: string | null;
  title: string | null;
  description: string | null;
  pictureWidth: number | null;
  pictureHeight: number | null;
  pictureMoves: boolean;
}

/** What was found: the row, and its picture in our own encoding. */
export interface FoundPreview {
  row: PreviewRow;
  still: Uint8Array | undefined;
  moving: Uint8Array | undefined;
}

/** The link led to nothing that can be shown. */
export const NOTHING: FoundPreview = {
  row: { outcome: 'nothing', address: null, siteName: null, title: null, description: null, pictureWidth: null, pictureHeight: null, pictureMoves: false }, still: undefined, moving: undefined,
};

/** The wire form; undefined when there is nothing to show. */
export function presentPreview(row: PreviewRow | null): LinkPreview | undefined {
  if (row === null || row.address === null) return undefined;
  const { address, siteName, title, description, pictureWidth: width, pictureHeight: height, pictureMoves: moves } = row;
  return { address, siteName, title, description, picture: width === null || height === null ? null : { width, height, moves } };
}

/** Stands for a link of whatever length in an index. */
export function hashOfLink(link: string): Buffer {
  return createHash('sha256').update(link).digest();
}

export function stillKey(id: MessageId): string {
  return `preview/${id}`;
}

export function movingKey(id: MessageId): string {
  return `preview/${id}.moving`;
}

/** The blobs of one message's preview. */
export function previewKeys(id: MessageId): string[] {
  return [stillKey(id), movingKey(id)];
}
