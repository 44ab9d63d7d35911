/**
 * What a payload type stands for, independent of the number, which every browser chooses for itself. Two descriptions
 * with one key carry the same bit stream, so a packet of one may be forwarded as the other.
 */
export interface OfferedCodec {
  readonly payloadType: number;
  /** As SDP writes it, in upper case: VP8, H264, VP9, AV1, OPUS. */
  readonly name: string;
  readonly clockRate: number;
  readonly channels: number | undefined;
  /** The `a=fmtp` line's text, without the client's own `x-google-…` hints. */
  readonly parameters: string;
  /** `a=rtcp-fb` of this payload type: `nack`, `nack pli`, `ccm fir`, … */
  readonly feedback: readonly string[];
}

export type VideoCodecName = 'VP8' | 'H264' | 'VP9' | 'AV1';

const VIDEO_CODEC_NAMES: readonly string[] = ['VP8', 'H264', 'VP9', 'AV1'];

/** Feedback that we act upon; everything else is left out of the answer. */
const KEPT_FEEDBACK: readonly string[] = ['nack', 'nack pli', 'ccm fir', 'goog-remb'];

export function isForwardedVideo(codec: OfferedCodec): boolean {
  return VIDEO_CODEC_NAMES.includes(codec.name) && codec.clockRate === 90_000;
}

export function isOpus(codec: OfferedCodec): boolean {
  return codec.name === 'OPUS' && codec.clockRate === 48_000;
}

export function keptFeedback(codec: OfferedCodec): string[] {
  return KEPT_FEEDBACK.filter(feedback => codec.feedback.includes(feedback));
}

/**
 * The key that sender and receiver must share. H.264: packetization mode and profile (RFC 6184 8.1; the level is free,
 * because browsers allow level asymmetry). VP9: the profile (RFC 9628 7.2). AV1: the profile.
 */
export function codecKey(codec: OfferedCodec): string {
  switch (codec.name) {
    case 'H264': {
      const mode = parameter(codec, 'packetization-mode') ?? '0';
      return `H264/${mode}/${h264Profile(codec)}`;
    }
    case 'VP9': return `VP9/${parameter(codec, 'profile-id') ?? '0'}`;
    case 'AV1': return `AV1/${parameter(codec, 'profile') ?? '0'}`;
    default: return codec.name;
  }
}

export function videoCodecName(key: string): VideoCodecName | undefined {
  const name = key.split('/', 1)[0];
  return name === 'VP8' || name === 'H264' || name === 'VP9' || name === 'AV1' ? name : undefined;
}

/** Numbers of `SdkVideoCodecCapability` in the Chime SDK's protocol (signalling notes 5.2, rule 8). */
export function codecCapability(key: string): number | undefined {
  if (key === 'VP8') return 1;
  if (key === 'VP9/0') return 8;
  if (key === 'AV1/0') return 11;
  switch (key.startsWith('H264/') ? key.split('/')[2] : undefined) {
    case 'baseline': return 2;
    case 'constrained-baseline': return 3;
    case 'main': return 4;
    case 'high': return 5;
    case 'constrained-high': return 6;
    default: return undefined;
  }
}

/** RFC 6184 8.1: profile_idc in the first byte, constraint flags in the second. The default is Baseline. */
function h264Profile(codec: OfferedCodec): string {
  const level = parameter(codec, 'profile-level-id') ?? '42000a';
  const profile = Number.parseInt(level.slice(0, 2), 16);
  const constraints = Number.parseInt(level.slice(2, 4), 16);
  switch (profile) {
    case 0x42: return (constraints & 0x40) !== 0 ? 'constrained-baseline' : 'baseline';
    case 0x4d: return (constraints & 0x80) !== 0 ? 'constrained-baseline' : 'main';
    case 0x64: return (constraints & 0x0c) === 0x0c ? 'constrained-high' : 'high';
    default: return level.slice(0, 4).toLowerCase();
  }
}

function parameter(codec: OfferedCodec, name: string): string | undefined {
  for (const pair of codec.parameters.split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
