/**
 * What a file is, by its first bytes and never by what its sender says. Only kinds that no browser can be made to run
 * are named; everything else is `application/octet-stream`, a download.
 */
const SIGNATURES: readonly { type: string; offset: number; bytes: readonly number[] }[] = [
  { type: 'image/png', offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', offset: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', offset: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'image/avif', offset: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66] },
  { type: 'application/pdf', offset: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'application/zip', offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
];

/** The kind by the first bytes (HEAD_BYTES are enough), or `application/octet-stream`. */
export function contentTypeOf(head: Uint8Array): string {
  const match = SIGNATURES.find(({ offset, bytes }) => bytes.every((byte, i) => head[offset + i] === byte));
  return match?.type ?? 'application/octet-stream';
}

/** Pictures we try to make a preview of; the preview is our own encoding. */
export function isPicture(contentType: string): boolean {
  return contentType.startsWith('image/');
}

/** A name to show and to offer for saving: without path, control and bidirectional control characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
   
  const clean = last.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/^\.+/, '').trim();
  return clean.slice(0, 200) || 'file';
}
