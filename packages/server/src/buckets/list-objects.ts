import type { Ctx } from '../ctx.js';
import { accessBucket } from './access.js';
import type { ObjectRow } from './model.js';
import { readObjectRows } from './store.js';

export interface Listing {
  objects: ObjectRow[];
  commonPrefixes: string[];
  /** The last key or prefix of this page, when there is more. */
  next: string | undefined;
}

/** Sorts after every key that begins with the text before it. */
const HIGHEST = '\u{10ffff}';

/**
 * Keys of a bucket that begin with `prefix`, above `after`, with those that share a part up to `delimiter` told as one. One
 * statement for each run of keys between two common prefixes, so a page costs at most `limit` of them.
 */
export async function listObjects(ctx: Ctx, bucket: string, wanted: { prefix: string; delimiter: string; after: string; limit: number }): Promise<Listing> {
  await accessBucket(ctx, bucket);
  const { prefix, delimiter, limit } = wanted;
  const listing: Listing = { objects: [], commonPrefixes: [], next: undefined };
  let after = wanted.after;
  let last: string | undefined;
  const count = () => listing.objects.length + listing.commonPrefixes.length;
  while (limit > 0) {
    const rows = await readObjectRows(ctx.sql, bucket, { after, from: prefix, before: prefix === '' ? undefined : prefix + HIGHEST }, limit - count() + 1);
    let jumped = false;
    for (const row of rows) {
      if (count() >= limit) return { ...listing, next: last };
      const at = delimiter === '' ? -1 : row.key.indexOf(delimiter, prefix.length);
      if (at < 0) {
        listing.objects.push(row);
        last = after = row.key;
        continue;
      }
      last = row.key.slice(0, at + delimiter.length);
      after = last + HIGHEST;
      listing.commonPrefixes.push(last);
      jumped = true;
      break;
    }
    if (!jumped) break;
  }
  return listing;
}

/** Where the page after `next` begins: behind a common prefix all of it is passed over. */
export function afterOf(next: string, delimiter: string): string {
  return delimiter !== '' && next.endsWith(delimiter) ? next + HIGHEST : next;
}
