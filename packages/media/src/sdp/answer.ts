import type { LocalParameters } from '../transport/types.js';
import { keptFeedback, type OfferedCodec } from './codec.js';
import type { Direction, Offer, OfferedSection } from './offer.js';

/**
 * Answers (RFC 8829 5.3.1) in the form the Chime SDK's client reads (signalling notes 6.2 and 6.3): sections in the
 * order of the offer, a direction in every section, `v_<mid>` as the stream of every received video, and one SSRC for
 * each mid that never changes.
 */

/** What we send in one section. */
export interface AnsweredStream {
  readonly ssrc: number;
  /** The stream id of `a=msid`; must be `v_<mid>` for received videos. */
  readonly streamId: string;
}

export interface AnswerOptions {
  readonly local: LocalParameters;
  /** Rises with every answer of a session. */
  readonly version: number;
  /** What we send, by mid. Sections without an entry carry nothing from us. */
  readonly streams: ReadonlyMap<string, AnsweredStream>;
}

const CNAME = 'carillon';

export function writeAnswer(offer: Offer, options: AnswerOptions): string {
  const used = offer.sections.filter(isUsed);
  const lines = [
    'v=0',
    `o=- 1 ${options.version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${used.map(section => section.mid).join(' ')}`.trimEnd(),
    'a=msid-semantic: WMS *',
  ];
  for (const section of offer.sections) {
    if (!isUsed(section)) lines.push(...stoppedSection(section));
    else lines.push(...usedSection(section, options, section === used[0]));
  }
  return lines.join('\r\n') + '\r\n';
}

/** A section of an unknown kind, or without a codec that we carry, is refused like a stopped one. */
export function isUsed(section: OfferedSection): boolean {
  return !section.stopped && section.kind !== 'other' && section.codecs.length > 0;
}

/** RFC 3264 6.1. The camera's `sendrecv` is mirrored, because the client finds its camera section by that word. */
export function answeredDirection(offered: Direction): Direction {
  if (offered === 'recvonly') return 'sendonly';
  return offered === 'sendonly' ? 'recvonly' : offered;
}

function stoppedSection(section: OfferedSection): string[] {
  return [
    `m=${section.mediaType} 0 ${section.protocol} ${section.payloads}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${section.mid}`,
    'a=inactive',
  ];
}

function usedSection(section: OfferedSection, options: AnswerOptions, first: boolean): string[] {
  const { local } = options;
  const direction = answeredDirection(section.direction);
  const codecs = section.kind === 'audio' ? section.codecs.slice(0, 1) : section.codecs;
  const stream = direction === 'sendrecv' || direction === 'sendonly' ? options.streams.get(section.mid) : undefined;
  return [
    `m=${section.mediaType} 9 ${section.protocol} ${codecs.map(codec => codec.payloadType).join(' ')}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    // The transport of a bundle is described once (RFC 9143 7.3.1), which keeps answers with 25 videos small.
    ...(first ? candidateLines(local) : []),
    `a=ice-ufrag:${local.iceUfrag}`,
    `a=ice-pwd:${local.icePwd}`,
    `a=fingerprint:sha-256 ${local.fingerprintSha256}`,
    'a=setup:passive',
    `a=mid:${section.mid}`,
    ...section.extensions.map(extension => `a=extmap:${extension.id} ${extension.uri}`),
    `a=${direction}`,
    ...(stream === undefined ? [] : [`a=msid:${stream.streamId} ${stream.streamId}_t`]),
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...codecs.flatMap(codecLines),
    ...simulcastLines(section, direction),
    ...(stream === undefined ? [] : [`a=ssrc:${stream.ssrc} cname:${CNAME}`, `a=ssrc:${stream.ssrc} msid:${stream.streamId} ${stream.streamId}_t`]),
  ];
}

function candidateLines(local: LocalParameters): string[] {
  const lines = local.candidates.map((candidate, i) =>
    `a=candidate:${i + 1} 1 ${candidate.protocol} ${candidate.priority} ${candidate.address} ${candidate.port} typ host`
    + (candidate.protocol === 'tcp' ? ' tcptype passive' : '') + ' generation 0');
  return [...lines, 'a=end-of-candidates'];
}

function codecLines(codec: OfferedCodec): string[] {
  const pt = codec.payloadType;
  const name = codec.name === 'OPUS' ? 'opus' : codec.name;
  const channels = codec.channels === undefined ? '' : `/${codec.channels}`;
  return [
    `a=rtpmap:${pt} ${name}/${codec.clockRate}${channels}`,
    ...(codec.parameters === '' ? [] : [`a=fmtp:${pt} ${codec.parameters}`]),
    ...keptFeedback(codec).map(feedback => `a=rtcp-fb:${pt} ${feedback}`),
  ];
}

/** RFC 8853 5.1: what is offered to be sent is answered as received; `~` (paused at the start) is not repeated. */
function simulcastLines(section: OfferedSection, direction: Direction): string[] {
  if (section.rids.length === 0 || (direction !== 'sendrecv' && direction !== 'recvonly')) return [];
  return [...section.rids.map(rid => `a=rid:${rid} recv`), `a=simulcast:recv ${section.rids.join(';')}`];
}
