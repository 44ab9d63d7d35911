/**
 * Packets on a stream (RFC 4571 2), as ICE-TCP carries them (RFC 6544 3):
 *
 * ```
 * | length (16 bits) | packet … | length | packet … |
 * ```
 */
export const FRAME_BYTES_MAX = 2_048;

export function frame(packet: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(2 + packet.length);
  framed.writeUInt16BE(packet.length, 0);
  framed.set(packet, 2);
  return framed;
}

/** Cuts a stream into packets. Holds at most one incomplete frame. */
export class FrameReader {
  #rest = Buffer.alloc(0);

  /** The packets that `chunk` completes; undefined when the stream announces a frame nobody would send: end it. */
  read(chunk: Buffer): Buffer[] | undefined {
    const stream = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const packets: Buffer[] = [];
    let offset = 0;
    while (offset + 2 <= stream.length) {
      const length = stream.readUInt16BE(offset);
      if (length > FRAME_BYTES_MAX) return undefined;
      if (offset + 2 + length > stream.length) break;
      if (length > 0) packets.push(stream.subarray(offset + 2, offset + 2 + length));
      offset += 2 + length;
    }
    this.#rest = Buffer.from(stream.subarray(offset));
    return packets;
  }
}
