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

/**
 * Keys of a bucket that begin with `prefix`, above `after`, with those that share a part up to `delimiter` told as one. When `after`
 * is itself such a part, all below it is passed over. One statement for each run of keys between two common prefixes, so a page
 * costs at most `limit` of them.
 */
export async function listObjects(ctx: Ctx, bucket: string, wanted: { prefix: string; delimiter: string; after: string; limit: number }): Promise<Listing> {
  await accessBucket(ctx, bucket);
  const { prefix, delimiter, limit } = wanted;
  const listing: Listing = { objects: [], commonPrefixes: [], next: undefined };
  const before = endOfPrefix(prefix);
  let { after } = wanted;
  let from: string | undefined = commonPrefixOf(after, prefix, delimiter) === after ? endOfPrefix(after) : prefix;
  let last: string | undefined;
  const count = () => listing.objects.length + listing.commonPrefixes.length;
  while (limit > 0 && from !== undefined) {
    const rows = await readObjectRows(ctx.sql, bucket, { after, from, before }, limit - count() + 1);
    from = undefined;
    for (const row of rows) {
      if (count() >= limit) return { ...listing, next: last };
      const common = commonPrefixOf(row.key, prefix, delimiter);
      last = common ?? row.key;
      after = row.key;
      if (common === undefined) listing.objects.push(row);
      else {
        listing.commonPrefixes.push(common);
        from = endOfPrefix(common);
        break;
      }
    }
  }
  return listing;
}

/** The part of a key up to the first delimiter behind the prefix; undefined where there is none. */
function commonPrefixOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '' || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

/** The least text above everything that begins with `prefix`, by the bytes of UTF-8; undefined where nothing is above. */
export function endOfPrefix(prefix: string): string | undefined {
  const letters = Array.from(prefix);
  for (let last = letters.pop(); last !== undefined; last = letters.pop()) {
    const code = last.codePointAt(0)!;
    // Surrogates are no characters of their own, and nothing comes after the last one.
    if (code < 0x10ffff) return letters.join('') + String.fromCodePoint(code === 0xd7ff ? 0xe000 : code + 1);
  }
  return undefined;
}
