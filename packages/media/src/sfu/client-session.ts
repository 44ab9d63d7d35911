import { AudioInput } from '../mixer/audio-input.js';
import { OPUS_PACKET_BYTES_MAX } from '../mixer/opus-library.js';
import { OfferError } from '../sdp/offer.js';
import { FrameType, type SignalFrame } from '../signalling/frame.js';
import { CLOSE_MALFORMED, CLOSE_NORMAL, CLOSE_RECONNECT, type SignalSocket } from '../signalling/signal-socket.js';
import { TokenBucket } from '../signalling/token-bucket.js';
import type { IncomingRtp, PeerTransport } from '../transport/types.js';
import type { AudioDownlink } from './audio-downlink.js';
import { BandwidthEstimate, DOWNLINK_LIMITS, UPLINK_LIMITS } from './bandwidth-estimate.js';
import { BitrateMeter } from './bitrate-meter.js';
import type { Meeting } from './meeting.js';
import { receiveFrame } from './receive-frame.js';
import { Reception } from './reception.js';
import type { Attendee } from './roster.js';
import { randomSsrc, VideoDownlinks } from './video-downlinks.js';
import { takeVideoPacket } from './video-path.js';
import type { VideoSource } from './video-source.js';
import { takeRtcp } from './session-rtcp.js';

const OPUS_CLOCK_RATE = 48_000;
/** A client that was told that it is over may say good-bye for so long. */
const FAREWELL_MS = 5_000;
/** What one attendee may send of data messages. */
const DATA_MESSAGES_PER_S = 50;
const DATA_MESSAGES_BURST = 100;
/**
 * A large screen takes 8 Mbit/s. What is above the bound is not received, so that one client cannot flood the others.
 */
const UPLINK_BYTES_PER_S = 2_500_000;
/** Loss from which others see the connection as fair, or bad. */
const FAIR_LOSS = 0.05;
const BAD_LOSS = 0.15;

/** How the client's audio section names things. */
export interface AudioSection {
  readonly payloadType: number;
  readonly levelExtension: number | undefined;
}

/**
 * One connection of one attendee: a socket, and after its first SUBSCRIBE a transport. A reconnect is a new session.
 */
export class ClientSession {
  readonly meeting: Meeting;
  readonly attendee: Attendee;
  readonly audioSessionId: number;
  readonly socket: SignalSocket;
  readonly sameHost: boolean;
  readonly localSsrc: number;
  readonly audioInput: AudioInput;
  readonly downlinks: VideoDownlinks;
  readonly uplinkEstimate = new BandwidthEstimate(UPLINK_LIMITS);
  readonly downlinkEstimate = new BandwidthEstimate(DOWNLINK_LIMITS);
  readonly sentMeter = new BitrateMeter();
  readonly dataBucket = new TokenBucket(DATA_MESSAGES_PER_S, DATA_MESSAGES_BURST);
  readonly #uplinkBucket = new TokenBucket(UPLINK_BYTES_PER_S, UPLINK_BYTES_PER_S);
  /** The client asked for compressed SDP, and was told yes. */
  readonly compressesSdp: boolean;

  transport: PeerTransport | undefined;
  audioSection: AudioSection | undefined;
  audioDownlink: AudioDownlink | undefined;
  audioReception: Reception | undefined;
  source: VideoSource | undefined;
  /** `SdkVideoCodecCapability` numbers from the last offer. */
  codecCapabilities: readonly number[] = [];
  answerCount = 0;
  lastAnswer = '';
  clockOffsetMs: number | undefined;
  roundTripMs: number | undefined;
  uplinkLoss = 0;
  downlinkLoss = 0;
  connected = false;
  closed = false;

  constructor(meeting: Meeting, attendee: Attendee, socket: SignalSocket, options: { audioSessionId: number; compressesSdp: boolean; sameHost: boolean }) {
    this.meeting = meeting;
    this.attendee = attendee;
    this.socket = socket;
    this.audioSessionId = options.audioSessionId;
    this.compressesSdp = options.compressesSdp;
    this.sameHost = options.sameHost;
    this.localSsrc = randomSsrc(Buffer.from(meeting.deps.chance.bytes(4)));
    this.audioInput = new AudioInput(attendee.owner);
    this.downlinks = new VideoDownlinks({
      chance: meeting.deps.chance,
      nowMs: meeting.deps.nowMs,
      findLayer: streamId => meeting.videos.find(streamId, attendee),
      onSent: bytes => this.sentMeter.add(bytes, meeting.deps.nowMs()),
    });
    socket.listen({ frame: frame => this.#receiveFrame(frame), closed: () => meeting.drop(this) });
  }

  get attendeeId(): string {
    return this.attendee.attendeeId;
  }

  get owner(): string {
    return this.attendee.owner;
  }

  /** A content share, or an attendee who may not receive sound: it gets silence, because sound must never stop. */
  get hearsNothing(): boolean {
    return this.attendee.content || !this.attendee.receivesAudio;
  }

  get externalUserId(): string {
    return this.attendee.externalUserId;
  }

  /** 0 bad, 1 fair, 2 good. */
  get signalStrength(): number {
    const loss = Math.max(this.uplinkLoss, this.downlinkLoss);
    if (loss >= BAD_LOSS) return 0;
    return loss >= FAIR_LOSS ? 1 : 2;
  }

  /** With the first offer. */
  openTransport(): PeerTransport {
    const { hub, nowMs, clock, log } = this.meeting.deps;
    this.transport ??= hub.openTransport({
      connected: () => this.#guard(() => this.meeting.connect(this)),
      rtp: packet => this.#guard(() => this.#takeRtp(packet)),
      rtcp: compound => this.#guard(() => takeRtcp(this, compound, nowMs(), clock.now())),
      failed: reason => {
        log('info', 'A media transport failed.', { meetingId: this.meeting.meetingId, attendeeId: this.attendeeId, reason });
        // With its socket closed the client tries again at once; otherwise it would wait for half a minute.
        this.socket.close(CLOSE_RECONNECT, 'media transport failed');
      },
    }, { includeLoopback: this.sameHost });
    return this.transport;
  }

  /** Tells the client that it is over (AUDIO_STATUS), and leaves it a moment to say good-bye. */
  dismiss(audioStatus: number): void {
    this.socket.send({ type: FrameType.AUDIO_STATUS, audioStatus: { audioStatus } });
    this.socket.listen({
      frame: frame => {
        if (frame.type === FrameType.LEAVE) this.socket.send({ type: FrameType.LEAVE_ACK, leaveAck: {} });
      },
      closed: () => undefined,
    });
    this.meeting.deps.timers.after(FAREWELL_MS, () => this.socket.close(CLOSE_NORMAL, 'over'));
    this.closeMedia();
  }

  /** Ends everything but the socket. Idempotent. */
  closeMedia(): void {
    if (this.closed) return;
    this.closed = true;
    this.connected = false;
    if (this.source !== undefined) this.meeting.videos.remove(this.source);
    this.source = undefined;
    this.meeting.mixer.removeInput(this.audioInput);
    if (this.audioDownlink !== undefined) this.meeting.mixer.outputs.delete(this.audioDownlink);
    this.downlinks.close();
    this.audioDownlink?.close();
    this.transport?.close();
  }

  #receiveFrame(frame: SignalFrame): void {
    this.#guard(() => receiveFrame(this, frame));
  }

  #takeRtp(packet: IncomingRtp): void {
    if (this.closed || !this.#uplinkBucket.take(packet.packet.length, packet.arrivalMs)) return;
    if (packet.payloadType === this.audioSection?.payloadType) this.#takeAudio(packet, this.audioSection);
    else if (this.source !== undefined && this.attendee.sendsVideo) takeVideoPacket(this.source, packet);
  }

  #takeAudio(packet: IncomingRtp, section: AudioSection): void {
    if (this.audioReception?.ssrc !== packet.ssrc) this.audioReception = new Reception(packet.ssrc, OPUS_CLOCK_RATE);
    this.audioReception.take(packet.sequenceNumber, packet.timestamp, packet.arrivalMs);
    if (this.audioInput.muted || !this.attendee.sendsAudio || packet.payloadLength === 0 || packet.payloadLength > OPUS_PACKET_BYTES_MAX) return;
    const level = section.levelExtension === undefined ? undefined : packet.extension(section.levelExtension)?.[0];
    // The jitter buffer keeps the payload, and the packet's buffer is used again.
    const payload = Buffer.from(packet.packet.subarray(packet.payloadOffset, packet.payloadOffset + packet.payloadLength));
    this.audioInput.push(packet.sequenceNumber, payload, level === undefined ? undefined : level & 0x7f, packet.arrivalMs);
  }

  /** Whatever a client sends may at worst end its own session. */
  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      const { log } = this.meeting.deps;
      const fields = { meetingId: this.meeting.meetingId, attendeeId: this.attendeeId, error: String(error) };
      if (error instanceof OfferError) {
        log('info', 'A client sent an offer that cannot be answered.', fields);
        this.socket.close(CLOSE_MALFORMED, 'malformed offer');
      } else {
        log('error', 'A session is restarted after an error.', { ...fields, stack: error instanceof Error ? error.stack : undefined });
        this.socket.close(CLOSE_RECONNECT, 'internal error');
      }
    }
  }
}
