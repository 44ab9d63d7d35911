/**
 * DTLS records, as far as a carrier must know them (RFC 6347 4.1).
 *
 * ```
 * | type(1) | version(2) | epoch(2) | sequence number(6) | length(2) | fragment … |
 * ```
 */
export const RECORD_HEADER_BYTES = 13;
const CONTENT_HANDSHAKE = 22;
const HANDSHAKE_CLIENT_HELLO = 1;

/**
 * OpenSSL writes to a byte stream, and the borders of its datagrams are lost there. Whole records go into datagrams of
 * at most `datagramBytesMax` again. A record never exceeds that, because OpenSSL knows the MTU.
 */
export function packRecords(stream: Buffer, datagramBytesMax: number): Buffer[] {
  const datagrams: Buffer[] = [];
  let start = 0;
  let end = 0;
  while (end + RECORD_HEADER_BYTES <= stream.length) {
    const next = end + RECORD_HEADER_BYTES + stream.readUInt16BE(end + 11);
    if (next > stream.length) break;
    if (next - start > datagramBytesMax && end > start) {
      datagrams.push(stream.subarray(start, end));
      start = end;
    }
    end = next;
  }
  if (end > start) datagrams.push(stream.subarray(start, end));
  return datagrams;
}

/** Whether a datagram begins a handshake: a first fragment or a whole ClientHello in epoch 0. */
export function beginsHandshake(datagram: Buffer): boolean {
  return datagram.length > RECORD_HEADER_BYTES
    && datagram.readUInt8(0) === CONTENT_HANDSHAKE
    && datagram.readUInt16BE(3) === 0
    && datagram.readUInt8(RECORD_HEADER_BYTES) === HANDSHAKE_CLIENT_HELLO;
}
