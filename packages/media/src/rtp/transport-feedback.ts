/**
 * Transport-wide congestion control feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01, 3.1).
 *
 * ```
 *  0                   1                   2                   3
 * |V=2|P|  FMT=15 |    PT=205     |           length              |
 * |                     SSRC of packet sender                     |
 * |                      SSRC of media source                     |
 * |      base sequence number     |      packet status count      |
 * |     reference time, 64 ms units, signed       | fb pkt. count |
 * |          packet chunk         |          packet chunk …       |
 * |  receive deltas in 250 us: one byte (small) or two (large), one for each received packet, then zero padding
 *
 * chunk:  0 | symbol(2) | run length(13)         run of one symbol
 *         1 | 0 | 14 symbols of one bit          received (small) or not
 *         1 | 1 | 7 symbols of two bits
 * ```
 */

export interface TransportFeedback {
  readonly type: 'transportFeedback';
  readonly senderSsrc: number;
  readonly mediaSsrc: number;
  readonly baseSequenceNumber: number;
  readonly feedbackCount: number;
  /**
   * One entry for each sequence number from the base on; undefined = not received. Milliseconds on the receiver's
   * clock.
   */
  readonly arrivalsMs: readonly (number | undefined)[];
}

const SYMBOL_LOST = 0;
const SYMBOL_SMALL = 1;
const SYMBOL_LARGE = 2;
const REFERENCE_MS = 64;
const DELTAS_PER_MS = 4;
const FIXED_BYTES = 20;
/** At 100 ms a feedback covers a few hundred packets; a run length could claim 65,535 in two bytes. */
const STATUS_COUNT_MAX = 4_096;

/** `packet` is one whole RTCP packet with PT 205 and FMT 15; undefined when it contradicts itself. */
export function parseTransportFeedback(packet: Buffer): TransportFeedback | undefined {
  if (packet.length < FIXED_BYTES) return undefined;
  const statusCount = packet.readUInt16BE(14);
  if (statusCount > STATUS_COUNT_MAX) return undefined;
  const symbols = new Uint8Array(statusCount);
  let offset = readChunks(packet, symbols);
  if (offset < 0) return undefined;

  const arrivalsMs: (number | undefined)[] = new Array<number | undefined>(statusCount).fill(undefined);
  let timeMs = packet.readIntBE(16, 3) * REFERENCE_MS;
  for (let i = 0; i < statusCount; i += 1) {
    const symbol = symbols[i];
    if (symbol === SYMBOL_LOST) continue;
    const deltaBytes = symbol === SYMBOL_SMALL ? 1 : 2;
    if (offset + deltaBytes > packet.length) return undefined;
    timeMs += (symbol === SYMBOL_SMALL ? packet.readUInt8(offset) : packet.readInt16BE(offset)) / DELTAS_PER_MS;
    arrivalsMs[i] = timeMs;
    offset += deltaBytes;
  }
  return {
    type: 'transportFeedback', senderSsrc: packet.readUInt32BE(4), mediaSsrc: packet.readUInt32BE(8),
    baseSequenceNumber: packet.readUInt16BE(12), feedbackCount: packet.readUInt8(19), arrivalsMs,
  };
}

/** Fills `symbols` from the chunks; gives the offset behind the last chunk, or -1. */
function readChunks(packet: Buffer, symbols: Uint8Array): number {
  let offset = FIXED_BYTES;
  let filled = 0;
  while (filled < symbols.length) {
    if (offset + 2 > packet.length) return -1;
    const chunk = packet.readUInt16BE(offset);
    offset += 2;
    if (chunk < 0x8000) {
      const symbol = (chunk >> 13) & 3;
      if (symbol === 3) return -1;
      const end = Math.min(symbols.length, filled + (chunk & 0x1fff));
      symbols.fill(symbol, filled, end);
      filled = end === filled ? symbols.length + 1 : end;
    } else {
      const bits = (chunk & 0x4000) === 0 ? 1 : 2;
      for (let shift = 14 - bits; shift >= 0 && filled < symbols.length; shift -= bits) {
        const symbol = (chunk >> shift) & (bits === 1 ? 1 : 3);
        if (symbol === 3) return -1;
        symbols[filled] = symbol;
        filled += 1;
      }
    }
  }
  // A run of length zero never ends a well-formed list.
  return filled > symbols.length ? -1 : offset;
}

/**
 * Builds one feedback. `statusCount` tells how many of `arrivalsMs` it covers: all of them, unless a pause of more than
 * 8 s lies within; then the rest belongs into the next feedback. The caller counts `feedbackCount` up for each.
 */
export function buildTransportFeedback(feedback: Omit<TransportFeedback, 'type'>): { packet: Buffer; statusCount: number } {
  const firstMs = feedback.arrivalsMs.find(arrival => arrival !== undefined) ?? 0;
  const reference = Math.floor(firstMs / REFERENCE_MS);
  const symbols: number[] = [];
  const deltas: number[] = [];
  let lastTicks = reference * REFERENCE_MS * DELTAS_PER_MS;
  for (const arrivalMs of feedback.arrivalsMs.slice(0, STATUS_COUNT_MAX)) {
    if (arrivalMs === undefined) {
      symbols.push(SYMBOL_LOST);
      continue;
    }
    const ticks = Math.round(arrivalMs * DELTAS_PER_MS);
    const delta = ticks - lastTicks;
    if (delta < -0x8000 || delta > 0x7fff) break;
    symbols.push(delta >= 0 && delta <= 0xff ? SYMBOL_SMALL : SYMBOL_LARGE);
    deltas.push(delta);
    lastTicks = ticks;
  }
  const chunks = encodeChunks(symbols);
  const deltaBytes = deltas.reduce((sum, delta) => sum + (delta >= 0 && delta <= 0xff ? 1 : 2), 0);
  const packet = Buffer.alloc(Math.ceil((FIXED_BYTES + chunks.length * 2 + deltaBytes) / 4) * 4);
  packet.writeUInt8(0x8f, 0);
  packet.writeUInt8(205, 1);
  packet.writeUInt16BE(packet.length / 4 - 1, 2);
  packet.writeUInt32BE(feedback.senderSsrc, 4);
  packet.writeUInt32BE(feedback.mediaSsrc, 8);
  packet.writeUInt16BE(feedback.baseSequenceNumber, 12);
  packet.writeUInt16BE(symbols.length, 14);
  packet.writeUIntBE(reference & 0xffffff, 16, 3);
  packet.writeUInt8(feedback.feedbackCount & 0xff, 19);
  let offset = FIXED_BYTES;
  for (const chunk of chunks) offset = packet.writeUInt16BE(chunk, offset);
  for (const delta of deltas) offset = delta >= 0 && delta <= 0xff ? packet.writeUInt8(delta, offset) : packet.writeInt16BE(delta, offset);
  return { packet, statusCount: symbols.length };
}

/** Runs of 7 and more become run lengths, the rest vectors of seven two-bit symbols. */
function encodeChunks(symbols: readonly number[]): number[] {
  const chunks: number[] = [];
  let at = 0;
  while (at < symbols.length) {
    const symbol = symbols[at] ?? 0;
    let run = 1;
    while (run < 0x1fff && symbols[at + run] === symbol) run += 1;
    if (run >= 7 || at + run === symbols.length) {
      chunks.push((symbol << 13) | run);
      at += run;
    } else {
      let chunk = 0xc000;
      for (let i = 0; i < 7; i += 1) chunk |= (symbols[at + i] ?? SYMBOL_LOST) << (12 - 2 * i);
      chunks.push(chunk);
      at += 7;
    }
  }
  return chunks;
}
