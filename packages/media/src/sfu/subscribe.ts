import type { ISdkStreamDescriptor, ISdkSubscribeFrame } from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import { isUsed, writeAnswer, type AnsweredStream } from '../sdp/answer.js';
import { codecCapability, codecKey } from '../sdp/codec.js';
import { ABS_SEND_TIME_URI, AUDIO_LEVEL_URI, extensionId, RID_URI, VIDEO_ORIENTATION_URI } from '../sdp/header-extension.js';
import { OfferError, parseOffer, type Offer, type OfferedSection } from '../sdp/offer.js';
import { FrameType, StreamMediaType, StreamServiceType } from '../signalling/frame.js';
import { deflateAnswer, inflateOffer } from '../signalling/sdp-compression.js';
import type { PeerTransport } from '../transport/types.js';
import { AudioDownlink } from './audio-downlink.js';
import type { ClientSession } from './client-session.js';
import { randomSsrc, type Subscription } from './video-downlinks.js';
import type { LayerDescription } from './video-layer.js';
import { passVideoPacket } from './video-path.js';
import { VideoSource, type CameraDescription } from './video-source.js';

/** What the client shows when the meeting has no room for another camera: its tile is removed. */
const STATUS_VIDEO_LIMIT = 206;
const SIMULCAST_LAYERS_MAX = 3;
const BITRATE_KBPS_MAX = 100_000;
/** What the client sends at most when it does not say. */
const BITRATE_KBPS_DEFAULT = 1_500;

/**
 * SUBSCRIBE (signalling notes 5.3, 5.4 and 6): the offer is answered, what the client sends becomes known to the
 * meeting, and what it wants to receive is connected. The same for the first one and for every change.
 */
export function subscribe(session: ClientSession, request: ISdkSubscribeFrame): void {
  const offer = readOffer(request);
  const first = session.transport === undefined;
  const transport = session.openTransport();
  const refused = describeCamera(session, request, offer);
  const answered = new Map<string, AnsweredStream>();
  describeAudio(session, offer, transport, answered);
  const tracks = connectVideos(session, request, offer, transport, answered);
  if (first) {
    session.meeting.setMuted(session, request.audioMuted ?? false);
    transport.start(offer.remote);
  }
  session.answerCount += 1;
  const answer = writeAnswer(offer, { local: transport.local, version: session.answerCount, streams: answered });
  session.socket.send({
    type: FrameType.SUBSCRIBE_ACK,
    suback: {
      duplex: request.duplex ?? StreamServiceType.RX,
      allocations: (session.source?.layers ?? []).map(layer => ({ trackLabel: 'AmazonChimeExpressVideo', streamId: layer.streamId, groupId: layer.description.groupId })),
      tracks,
      ...(session.compressesSdp ? { compressedSdpAnswer: deflateAnswer(answer, session.lastAnswer) } : { sdpAnswer: answer }),
    },
  });
  session.lastAnswer = answer;
  if (refused) session.socket.send({ type: FrameType.BITRATES, bitrates: { bitrates: [] }, error: { status: STATUS_VIDEO_LIMIT, description: 'No further video.' } });
}

function readOffer(request: ISdkSubscribeFrame): Offer {
  const compressed = request.compressedSdpOffer ?? new Uint8Array(0);
  const text = compressed.length > 0 ? inflateOffer(compressed) : request.sdpOffer ?? '';
  if (text === undefined) throw new OfferError('The compressed offer is malformed.');
  return parseOffer(text);
}

function videoSections(offer: Offer): readonly OfferedSection[] {
  return offer.sections.filter(section => section.mediaType === 'video');
}

function describeAudio(session: ClientSession, offer: Offer, transport: PeerTransport, answered: Map<string, AnsweredStream>): void {
  const section = offer.sections.find(candidate => candidate.kind === 'audio' && isUsed(candidate));
  const codec = section?.codecs[0];
  if (section === undefined || codec === undefined) throw new OfferError('The offer has no audio section with Opus.');
  session.audioSection = { payloadType: codec.payloadType, levelExtension: extensionId(section.extensions, AUDIO_LEVEL_URI) };
  if (session.audioDownlink === undefined) {
    const random = Buffer.from(session.meeting.deps.chance.bytes(10));
    const stream = transport.addStream(randomSsrc(random), 0);
    session.audioDownlink = new AudioDownlink(session.owner, session.hearsNothing, stream, {
      payloadType: codec.payloadType, sequenceNumber: random.readUInt16BE(4), timestamp: random.readUInt32BE(6),
    });
  }
  session.audioDownlink.setPayloadType(codec.payloadType);
  answered.set(section.mid, { ssrc: session.audioDownlink.ssrc, streamId: 'a_0' });
}

/** True when the client wants to send video and the meeting has no room for it. */
function describeCamera(session: ClientSession, request: ISdkSubscribeFrame, offer: Offer): boolean {
  const { meeting } = session;
  // The camera is the first video section that is not only for receiving.
  const section = videoSections(offer)[0];
  if (section !== undefined && section.codecs.length > 0) {
    const capabilities = section.codecs.map(codec => codecCapability(codecKey(codec))).filter(capability => capability !== undefined);
    meeting.setCodecCapabilities(session, [...new Set(capabilities)]);
  }
  const streams = (request.sendStreams ?? []).filter(stream => stream.mediaType === StreamMediaType.VIDEO).slice(0, SIMULCAST_LAYERS_MAX);
  const sends = section !== undefined && isUsed(section) && (section.direction === 'sendrecv' || section.direction === 'sendonly')
    && streams.length > 0 && request.duplex !== StreamServiceType.RX;
  const known = session.source;
  if (known !== undefined && (!sends || !sameLayers(known, section))) {
    meeting.videos.remove(known);
    session.source = undefined;
  }
  if (!sends) return false;
  if (session.source === undefined && meeting.videos.full) return true;
  const groupId = session.source?.groupId ?? meeting.videos.takeGroupId();
  const camera = readCamera(session, section, streams, groupId);
  if (session.source === undefined) {
    session.source = new VideoSource(session.attendeeId, groupId, camera, passVideoPacket);
    meeting.videos.add(session.source, session);
  } else {
    const before = session.source.layers.map(layer => layer.description);
    session.source.update(camera);
    if (JSON.stringify(before) !== JSON.stringify(camera.layers)) meeting.changeLayers(session.source);
  }
  return false;
}

/** A camera that changes between simulcast and a single stream is a new one: its old SSRCs mean nothing any more. */
function sameLayers(source: VideoSource, section: OfferedSection): boolean {
  const before = source.layers.map(layer => layer.description.rid ?? '').join();
  return before === section.rids.join();
}

function readCamera(session: ClientSession, section: OfferedSection, streams: readonly ISdkStreamDescriptor[], groupId: number): CameraDescription {
  const known = session.source?.layers ?? [];
  // Low, mid, hi: the client lists its streams in the order of the layers in its SDP. Without simulcast there is one.
  const rids = section.rids.length > 0 ? section.rids : [undefined];
  const layers = rids.map((rid, i): LayerDescription => ({
    rid,
    groupId,
    streamId: known[i]?.streamId ?? session.meeting.videos.takeStreamId(),
    maxBitrateKbps: readBitrate(streams[i]?.maxBitrateKbps ?? 0, rid !== undefined),
    framerate: Math.min(streams[i]?.framerate ?? 0, 120),
  }));
  return {
    layers,
    codecs: new Map(section.codecs.map(codec => [codec.payloadType, codecKey(codec)])),
    ssrcs: section.rids.length > 0 ? [] : section.ssrcs,
    ridExtension: extensionId(section.extensions, RID_URI),
    orientationExtension: extensionId(section.extensions, VIDEO_ORIENTATION_URI),
  };
}

/**
 * With simulcast 0 means that the layer is off. A single stream is on whenever it is offered: after a reconnect the
 * client says 0 and sends.
 */
function readBitrate(maxBitrateKbps: number, simulcast: boolean): number {
  const kbps = Math.min(maxBitrateKbps, BITRATE_KBPS_MAX);
  return kbps === 0 && !simulcast ? BITRATE_KBPS_DEFAULT : kbps;
}

/**
 * `receive_stream_ids` has one number for each video section in the order of the offer; 0 where nothing is received.
 */
function connectVideos(session: ClientSession, request: ISdkSubscribeFrame, offer: Offer, transport: PeerTransport, answered: Map<string, AnsweredStream>) {
  const streamIds = request.receiveStreamIds ?? [];
  const subscriptions: Subscription[] = [];
  videoSections(offer).forEach((section, i) => {
    const streamId = streamIds[i] ?? 0;
    if (streamId === 0 || !isUsed(section) || section.direction !== 'recvonly') return;
    subscriptions.push({
      mid: section.mid,
      streamId,
      section: {
        payloadTypes: new Map(section.codecs.map(codec => [codecKey(codec), codec.payloadType])),
        orientationExtension: extensionId(section.extensions, VIDEO_ORIENTATION_URI),
        sendTimeExtension: extensionId(section.extensions, ABS_SEND_TIME_URI),
      },
    });
  });
  session.downlinks.sync(subscriptions, transport);
  const tracks: { streamId: number; ssrc: number; trackLabel: string }[] = [];
  for (const { mid, streamId } of subscriptions) {
    const forwarder = session.downlinks.byMid(mid);
    if (forwarder === undefined) continue;
    const trackLabel = `v_${mid}`;
    answered.set(mid, { ssrc: forwarder.ssrc, streamId: trackLabel });
    tracks.push({ streamId, ssrc: forwarder.ssrc, trackLabel });
  }
  return tracks;
}
