/** Where a page says its encoding itself, the standard looks no further either. */
const DECLARED_WITHIN = 1_024;
const DECLARED = /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_:-]{2,40})/i;

/** The bytes of a page as text: by its byte order mark, what the answer says, what the page says, or UTF-8; what cannot be read becomes a mark of its own. */
export function decodePage(bytes: Uint8Array, charset: string | undefined): string {
  const label = markOf(bytes) ?? usable(charset) ?? usable(declaredIn(bytes)) ?? 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function usable(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // An encoding that nobody knows: the next guess counts.
    return undefined;
  }
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const found = DECLARED.exec(Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1'))?.[1];
  // Whoever could read so far as one byte a letter does not have two.
  return found !== undefined && /^utf-?16/i.test(found) ? 'utf-8' : found;
}
