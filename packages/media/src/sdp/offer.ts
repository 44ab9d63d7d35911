import { parse, type MediaDescription, type SessionDescription } from 'sdp-transform';
import type { RemoteParameters } from '../transport/types.js';
import { isForwardedVideo, isOpus, type OfferedCodec } from './codec.js';
import { isKeptExtension, type OfferedExtension } from './header-extension.js';

/**
 * An SDP offer (RFC 8866, RFC 8829) reduced to what a meeting needs. `parseOffer` is the only door for SDP from
 * outside: it is bounded before anything is parsed, and whatever it gives has been checked.
 */
export const OFFER_CHARACTERS_MAX = 512 * 1_024;
/** Audio, the camera, 25 received videos, and room for stopped sections that wait to be used again. */
export const SECTIONS_MAX = 64;
const LINES_PER_SECTION_MAX = 600;
const RIDS_MAX = 3;
const ID_PATTERN = /^[A-Za-z0-9_-]{1,16}$/;

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export interface OfferedSection {
  readonly kind: 'audio' | 'video' | 'other';
  /** As the m-line names it, for the answer to a stopped section. */
  readonly mediaType: string;
  readonly protocol: string;
  readonly payloads: string;
  readonly mid: string;
  /** Port 0 without `a=bundle-only` (RFC 9143 6): the section is no longer used. */
  readonly stopped: boolean;
  readonly direction: Direction;
  /** Only codecs that we carry, in the order of the browser's preference. */
  readonly codecs: readonly OfferedCodec[];
  readonly extensions: readonly OfferedExtension[];
  /** Simulcast layers in the order of `a=simulcast:send`, without the `~` of paused ones; empty without simulcast. */
  readonly rids: readonly string[];
  /** Primary SSRCs the browser announced for this section; retransmission SSRCs are left out. */
  readonly ssrcs: readonly number[];
}

export interface Offer {
  readonly remote: RemoteParameters;
  readonly sections: readonly OfferedSection[];
}

/** What the client sent cannot be answered; the socket it came by is closed. */
export class OfferError extends Error {}

export function parseOffer(text: string): Offer {
  checkOfferSize(text);
  let description: SessionDescription;
  try {
    description = parse(text);
  } catch (cause) {
    throw new OfferError('The offer is no SDP.', { cause });
  }
  if (description.media.length === 0) throw new OfferError('The offer has no section.');
  const mids = new Set<string>();
  const sections = description.media.map(media => {
    const section = readSection(description, media);
    if (mids.has(section.mid)) throw new OfferError('Two sections of the offer have the same mid.');
    mids.add(section.mid);
    return section;
  });
  return { remote: readRemote(description), sections };
}

function checkOfferSize(text: string): void {
  if (text.length > OFFER_CHARACTERS_MAX) throw new OfferError('The offer is too long.');
  let sections = 0;
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (text.startsWith('m=', at + 1)) sections += 1;
    if (sections > SECTIONS_MAX) throw new OfferError(`The offer has more than ${SECTIONS_MAX} sections.`);
    if (lines > SECTIONS_MAX * LINES_PER_SECTION_MAX) throw new OfferError('The offer has too many lines.');
  }
}

function readRemote(description: SessionDescription): RemoteParameters {
  // The first section that is used carries the transport of the whole bundle (RFC 9143 7.2).
  const tagged = description.media.find(media => media.port !== 0 || media.bundleOnly !== undefined) ?? description.media[0];
  const iceUfrag = tagged?.iceUfrag ?? description.iceUfrag;
  const icePwd = tagged?.icePwd ?? description.icePwd;
  const fingerprint = tagged?.fingerprint ?? description.fingerprint;
  if (iceUfrag === undefined || icePwd === undefined || fingerprint === undefined) {
    throw new OfferError('The offer lacks ICE credentials or a fingerprint.');
  }
  // sdp-transform turns digits into numbers.
  const ufrag = String(iceUfrag);
  const pwd = String(icePwd);
  if (!/^[A-Za-z0-9+/]{4,256}$/.test(ufrag) || !/^[A-Za-z0-9+/]{22,256}$/.test(pwd)) {
    throw new OfferError('The ICE credentials of the offer are malformed (RFC 8839 5.4).');
  }
  if (fingerprint.type.toLowerCase() !== 'sha-256' || !/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}$/.test(fingerprint.hash)) {
    throw new OfferError('The fingerprint of the offer is no SHA-256 (RFC 8122 5).');
  }
  return { iceUfrag: ufrag, icePwd: pwd, fingerprintSha256: Buffer.from(fingerprint.hash.replaceAll(':', ''), 'hex') };
}

function readSection(description: SessionDescription, media: MediaDescription): OfferedSection {
  const kind = media.type === 'audio' || media.type === 'video' ? media.type : 'other';
  const mid = String(media.mid ?? '');
  if (!ID_PATTERN.test(mid)) throw new OfferError('A section of the offer has no usable mid.');
  const payloads = String(media.payloads ?? '');
  if (!/^[A-Za-z]{1,16}$/.test(media.type) || !/^[A-Za-z/]{1,32}$/.test(media.protocol) || !/^[\w -]{1,600}$/.test(payloads)) {
    throw new OfferError('An m-line of the offer is malformed.');
  }
  const codecs = readCodecs(media, payloads);
  return {
    kind,
    mediaType: media.type,
    protocol: media.protocol,
    payloads,
    mid,
    stopped: media.port === 0 && media.bundleOnly === undefined,
    direction: media.direction ?? description.direction ?? 'sendrecv',
    codecs: codecs.filter(kind === 'audio' ? isOpus : isForwardedVideo),
    extensions: readExtensions(media),
    rids: readRids(media),
    ssrcs: readPrimarySsrcs(media),
  };
}

function readCodecs(media: MediaDescription, payloads: string): OfferedCodec[] {
  const codecs: OfferedCodec[] = [];
  for (const text of payloads.split(' ')) {
    const payloadType = Number(text);
    const rtp = media.rtp.find(entry => entry.payload === payloadType);
    if (!Number.isInteger(payloadType) || payloadType < 0 || payloadType > 127 || rtp === undefined) continue;
    const parameters = media.fmtp.find(entry => entry.payload === payloadType)?.config ?? '';
    codecs.push({
      payloadType,
      name: rtp.codec.toUpperCase(),
      clockRate: rtp.rate ?? 0,
      channels: rtp.encoding === undefined ? undefined : Number(rtp.encoding),
      parameters: String(parameters).split(';').filter(pair => !pair.trim().startsWith('x-google-')).join(';'),
      feedback: (media.rtcpFb ?? [])
        .filter(entry => entry.payload === '*' || Number(entry.payload) === payloadType)
        .map(entry => (entry.subtype === undefined ? entry.type : `${entry.type} ${entry.subtype}`)),
    });
  }
  return codecs;
}

function readExtensions(media: MediaDescription): OfferedExtension[] {
  return (media.ext ?? [])
    // One-byte ids only (RFC 8285 4.2); the others are never needed for what we keep.
    .filter(extension => extension.value >= 1 && extension.value <= 14)
    .map(extension => ({ id: extension.value, uri: extension.uri }))
    .filter(isKeptExtension);
}

function readRids(media: MediaDescription): string[] {
  const simulcast = media.simulcast;
  if (simulcast === undefined) return [];
  const list = simulcast.dir1 === 'send' ? simulcast.list1 : simulcast.dir2 === 'send' ? simulcast.list2 : undefined;
  const rids = (list ?? '').split(';').map(rid => rid.replace('~', '')).filter(rid => rid !== '');
  if (rids.length > RIDS_MAX || rids.some(rid => !ID_PATTERN.test(rid))) throw new OfferError('The simulcast line of the offer is malformed.');
  return rids;
}

function readPrimarySsrcs(media: MediaDescription): number[] {
  const secondary = new Set<number>();
  for (const group of media.ssrcGroups ?? []) {
    if (group.semantics === 'FID') for (const ssrc of group.ssrcs.split(' ').slice(1)) secondary.add(Number(ssrc));
  }
  const ssrcs = new Set((media.ssrcs ?? []).map(line => Number(line.id)));
  return [...ssrcs].filter(ssrc => Number.isInteger(ssrc) && ssrc > 0 && ssrc <= 0xffff_ffff && !secondary.has(ssrc)).slice(0, RIDS_MAX);
}
