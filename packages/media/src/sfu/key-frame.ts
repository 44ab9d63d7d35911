import type { VideoCodecName } from '../sdp/codec.js';

/**
 * Whether a packet is the first one of a frame that can be decoded without any other. Only there may a receiver be put
 * on another stream. Malformed payloads are no key frames; nothing here throws.
 */
export function startsKeyFrame(codec: VideoCodecName, payload: Uint8Array): boolean {
  switch (codec) {
    case 'VP8': return startsVp8KeyFrame(payload);
    case 'VP9': return startsVp9KeyFrame(payload);
    case 'H264': return startsH264KeyFrame(payload);
    case 'AV1': return startsAv1KeyFrame(payload);
  }
}

/** RFC 7741 4.2 and 4.3: the descriptor `X R N S R PID`, its extensions, then the frame's own first byte with bit P. */
function startsVp8KeyFrame(payload: Uint8Array): boolean {
  const first = payload[0] ?? 0;
  if ((first & 0x10) === 0 || (first & 0x07) !== 0) return false;
  let offset = 1;
  if ((first & 0x80) !== 0) {
    const extension = payload[1] ?? 0;
    offset = 2;
    if ((extension & 0x80) !== 0) offset += ((payload[offset] ?? 0) & 0x80) !== 0 ? 2 : 1;
    if ((extension & 0x40) !== 0) offset += 1;
    if ((extension & 0x30) !== 0) offset += 1;
  }
  const header = payload[offset];
  return header !== undefined && (header & 0x01) === 0;
}

/** RFC 9628 4.2: `I P L F B E V Z`; not predicted from another picture, begin of a frame, lowest spatial layer. */
function startsVp9KeyFrame(payload: Uint8Array): boolean {
  const first = payload[0] ?? 0;
  if (payload.length < 2 || (first & 0x40) !== 0 || (first & 0x08) === 0) return false;
  if ((first & 0x20) === 0) return true;
  let offset = 1;
  if ((first & 0x80) !== 0) offset += ((payload[offset] ?? 0) & 0x80) !== 0 ? 2 : 1;
  const layers = payload[offset];
  return layers !== undefined && ((layers >> 1) & 0x07) === 0;
}

const H264_SPS = 7;
const H264_STAP_A = 24;
const H264_FU_A = 28;

/** RFC 6184 5.2: a sequence parameter set opens an IDR picture, alone, aggregated or as the first fragment. */
function startsH264KeyFrame(payload: Uint8Array): boolean {
  const type = (payload[0] ?? 0) & 0x1f;
  if (type === H264_SPS) return true;
  if (type === H264_FU_A) {
    const header = payload[1] ?? 0;
    return (header & 0x80) !== 0 && (header & 0x1f) === H264_SPS;
  }
  if (type !== H264_STAP_A) return false;
  let offset = 1;
  while (offset + 2 < payload.length) {
    if (((payload[offset + 2] ?? 0) & 0x1f) === H264_SPS) return true;
    offset += 2 + (((payload[offset] ?? 0) << 8) | (payload[offset + 1] ?? 0));
  }
  return false;
}

/** AV1 RTP 1.0, 4.4: the aggregation header `Z Y W W N`; N opens a coded video sequence. */
function startsAv1KeyFrame(payload: Uint8Array): boolean {
  const header = payload[0] ?? 0;
  return payload.length > 1 && (header & 0x08) !== 0 && (header & 0x80) === 0;
}
