import type { Capabilities } from '@carillon/wire/media.js';
import type { Chance } from '@carillon/kernel/chance.js';
import type { Clock } from '@carillon/kernel/clock.js';
import { SILENT_LEVEL } from '../mixer/audio-input.js';
import { MeetingMixer } from '../mixer/meeting-mixer.js';
import type { OpusLibrary } from '../mixer/opus-library.js';
import type { Timers } from '../net/timers.js';
import { AudioMetadata, type AttendeeSound } from '../signalling/audio-metadata.js';
import { DataMessages } from '../signalling/data-messages.js';
import { FrameType, writeFrame, type OutgoingFrame } from '../signalling/frame.js';
import { indexFrame, intersectCodecs, type MeetingIndex } from '../signalling/index-frame.js';
import { rosterFrame } from '../signalling/roster-frame.js';
import { CLOSE_NORMAL, CLOSE_RECONNECT } from '../signalling/signal-socket.js';
import type { Log, TransportHub } from '../transport/transport-hub.js';
import type { ClientSession } from './client-session.js';
import type { MeetingEvent } from './meeting-event.js';
import { Roster, type Attendee } from './roster.js';
import { sendReports, sendRequests } from './session-rtcp.js';
import { VideoRegistry } from './video-registry.js';
import type { VideoSource } from './video-source.js';

/** In ticks of 20 ms. */
const METADATA_TICKS = 10;
const SECOND_TICKS = 50;
const BITRATES_TICKS = 200;
/** A connection that breaks off may come back for so long before others are told. */
const ABSENCE_MS_MAX = 5_000;
/** The client pings every 10 s. */
const SOCKET_SILENCE_MS_MAX = 60_000;

const STATUS_OTHER_DEVICE = 301;
const STATUS_ENDED = 410;
const STATUS_REMOVED = 411;

export interface MeetingDeps {
  readonly clock: Clock;
  /** Monotone milliseconds. */
  readonly nowMs: () => number;
  readonly chance: Chance;
  readonly timers: Timers;
  readonly log: Log;
  readonly hub: TransportHub;
  readonly opus: OpusLibrary;
  /** One encoded frame of silence. */
  readonly silence: Uint8Array;
  readonly report: (event: MeetingEvent) => void;
}

/** One meeting: who is there, who sends what, who gets what. Everything periodic happens in `tick`. */
export class Meeting {
  readonly meetingId: string;
  readonly deps: MeetingDeps;
  readonly roster: Roster;
  readonly videos: VideoRegistry;
  readonly mixer: MeetingMixer;
  readonly dataMessages = new DataMessages();
  /** Since when nobody is here; monotone. */
  emptySinceMs: number | undefined;
  readonly #metadata = new AudioMetadata();
  #codecIntersection: readonly number[] = [];
  #ticks = 0;

  constructor(meetingId: string, deps: MeetingDeps) {
    this.meetingId = meetingId;
    this.deps = deps;
    // Clients expect ids that rise, also across a restart of this worker: seconds do, as long as fewer join per second.
    const firstId = Math.floor(deps.clock.now() / 1_000) % 1_000_000_000;
    this.roster = new Roster(firstId);
    this.videos = new VideoRegistry(firstId);
    this.mixer = new MeetingMixer(deps.opus, deps.silence);
    this.emptySinceMs = deps.nowMs();
  }

  /** A session that was let in takes the attendee's place at once; another one of the same attendee ends. */
  enter(attendee: Attendee, audioSessionId: number): void {
    const old = attendee.session;
    if (old !== undefined && old.audioSessionId !== audioSessionId) {
      // Another device, not a reconnect: others see a leave and a join.
      old.dismiss(STATUS_OTHER_DEVICE);
      this.#depart(attendee, 'left');
      this.roster.add(attendee);
    } else if (old !== undefined) {
      this.drop(old);
      this.roster.add(attendee);
      old.socket.close(CLOSE_NORMAL, 'replaced');
    }
    this.emptySinceMs = undefined;
  }

  /** The media connection of a session stands: now its attendee is present. */
  connect(session: ClientSession): void {
    if (session.closed || session.audioDownlink === undefined) return;
    const { attendee } = session;
    const arrived = this.roster.arrive(attendee);
    this.#tellRoster();
    session.connected = true;
    session.socket.send(rosterFrame(this.roster.snapshot()));
    if (!attendee.content) for (const frame of this.dataMessages.replay(this.deps.clock.now())) session.socket.send(frame);
    this.mixer.addInput(session.audioInput);
    this.mixer.outputs.add(session.audioDownlink);
    this.#metadata.forget();
    this.videos.changed = true;
    if (arrived) this.#reportArrival(attendee);
  }

  /** The client has said that it leaves. */
  leave(session: ClientSession): void {
    session.closeMedia();
    if (session.attendee.session === session) this.#depart(session.attendee, 'left');
  }

  /** The socket is gone without a word; the attendee may come back. */
  drop(session: ClientSession): void {
    session.closeMedia();
    const { attendee } = session;
    if (attendee.session !== session) return;
    attendee.session = undefined;
    this.videos.changed = true;
    if (attendee.present) attendee.absentSinceMs = this.deps.nowMs();
    else this.#depart(attendee, 'dropped');
  }

  setMuted(session: ClientSession, muted: boolean): void {
    session.audioInput.setMuted(muted);
    this.roster.setMuted(session.attendee, muted);
  }

  setCodecCapabilities(session: ClientSession, capabilities: readonly number[]): void {
    if (capabilities.join() === session.codecCapabilities.join()) return;
    session.codecCapabilities = capabilities;
    this.videos.changed = true;
  }

  /** The sender has switched layers on or off. */
  changeLayers(source: VideoSource): void {
    this.videos.changed = true;
    for (const attendee of this.roster.attendees) attendee.session?.downlinks.retarget(source);
  }

  /** Everybody is sent away, and knows why. */
  end(): void {
    for (const attendee of [...this.roster.attendees]) this.#dismiss(attendee, STATUS_ENDED, 'ended');
  }

  /** The attendee and its content share are sent away. */
  remove(attendeeId: string): void {
    for (const attendee of [...this.roster.attendees]) {
      if (attendee.owner === attendeeId) this.#dismiss(attendee, STATUS_REMOVED, 'removed');
    }
  }

  /** What an attendee may send and receive has changed; its share ends when it may no longer share. */
  limit(capabilities: Capabilities): void {
    for (const attendee of [...this.roster.attendees]) {
      if (attendee.owner !== capabilities.attendeeId) continue;
      attendee.capabilities = capabilities;
      if (attendee.content && !attendee.sendsVideo) this.#dismiss(attendee, STATUS_REMOVED, 'removed');
      const { session } = attendee;
      if (session?.audioDownlink !== undefined) session.audioDownlink.silent = session.hearsNothing;
    }
    this.videos.changed = true;
    for (const attendee of this.roster.attendees) attendee.session?.downlinks.check();
  }

  broadcast(frame: OutgoingFrame, to: (session: ClientSession) => boolean = () => true): void {
    let bytes: Uint8Array | undefined;
    for (const attendee of this.roster.attendees) {
      const session = attendee.session;
      if (session === undefined || !session.connected || !to(session)) continue;
      bytes ??= writeFrame(frame, this.deps.clock.now());
      session.socket.sendBytes(bytes);
    }
  }

  sendIndex(session: ClientSession): void {
    session.socket.send(this.#indexFor(session, this.#index()));
  }

  /** Every 20 ms, in this order: sound first, because it must not wait. */
  tick(nowMs: number): void {
    this.mixer.tick(nowMs);
    this.#ticks += 1;
    for (const attendee of this.roster.attendees) if (attendee.session?.connected === true) sendRequests(attendee.session, nowMs);
    this.#tellRoster();
    if (this.videos.changed) this.#tellIndex();
    if (this.#ticks % METADATA_TICKS === 0) this.#tellMetadata(nowMs);
    if (this.#ticks % SECOND_TICKS === 0) this.#everySecond(nowMs);
    if (this.#ticks % BITRATES_TICKS === 0) this.#tellBitrates(nowMs);
  }

  close(): void {
    for (const attendee of this.roster.attendees) {
      attendee.session?.closeMedia();
      attendee.session?.socket.close(CLOSE_RECONNECT, 'restart');
    }
    this.mixer.close();
  }

  #dismiss(attendee: Attendee, status: number, reason: 'ended' | 'removed'): void {
    attendee.session?.dismiss(status);
    this.#depart(attendee, reason);
  }

  #depart(attendee: Attendee, reason: 'left' | 'dropped' | 'removed' | 'ended'): void {
    attendee.session = undefined;
    const known = this.roster.depart(attendee, reason === 'dropped');
    this.roster.delete(attendee);
    this.videos.changed = true;
    if (this.roster.size === 0) this.emptySinceMs = this.deps.nowMs();
    if (!known) return;
    const { attendeeId, owner, content } = attendee;
    if (content) this.deps.report({ kind: 'sharing', meetingId: this.meetingId, attendeeId: owner, sharing: false, at: this.deps.clock.now() });
    else this.deps.report({ kind: 'left', meetingId: this.meetingId, attendeeId, reason, at: this.deps.clock.now() });
  }

  #reportArrival({ attendeeId, owner, externalUserId, content }: Attendee): void {
    const at = this.deps.clock.now();
    if (content) this.deps.report({ kind: 'sharing', meetingId: this.meetingId, attendeeId: owner, sharing: true, at });
    else this.deps.report({ kind: 'joined', meetingId: this.meetingId, attendeeId, externalUserId, at });
  }

  #tellRoster(): void {
    const changes = this.roster.takeChanges();
    if (changes.length > 0) this.broadcast(rosterFrame(changes));
  }

  #index(): MeetingIndex {
    const capabilities: (readonly number[])[] = [];
    for (const attendee of this.roster.attendees) {
      const known = attendee.session?.codecCapabilities ?? [];
      if (!attendee.content && known.length > 0) capabilities.push(known);
    }
    this.#codecIntersection = intersectCodecs(capabilities);
    return {
      streams: this.videos.index(this.deps.nowMs()),
      atCapacity: this.videos.full,
      participantCount: this.roster.presentCount(),
      codecIntersection: this.#codecIntersection,
    };
  }

  #tellIndex(): void {
    this.videos.changed = false;
    const index = this.#index();
    const senders = new Set(index.streams.map(stream => stream.owner));
    // Whoever sends nothing and may see everything gets the same bytes.
    const ownView = (attendee: Attendee) => senders.has(attendee.owner) || attendee.capabilities !== undefined;
    this.broadcast(indexFrame(index, ''), session => !ownView(session.attendee));
    for (const attendee of this.roster.attendees) {
      if (attendee.session?.connected === true && ownView(attendee)) attendee.session.socket.send(this.#indexFor(attendee.session, index));
    }
  }

  #indexFor({ attendee }: ClientSession, index: MeetingIndex): OutgoingFrame {
    return indexFrame(index, attendee.owner, stream => attendee.receivesVideoOf(stream.content));
  }

  #tellMetadata(nowMs: number): void {
    const sounds: AttendeeSound[] = [];
    for (const attendee of this.roster.attendees) {
      if (attendee.audioStreamId === undefined) continue;
      const { session } = attendee;
      sounds.push({
        audioStreamId: attendee.audioStreamId,
        level: session?.audioInput.level(nowMs) ?? SILENT_LEVEL,
        signalStrength: session?.signalStrength ?? 0,
      });
      const absentMs = nowMs - (attendee.absentSinceMs ?? nowMs);
      if (absentMs > ABSENCE_MS_MAX) this.#depart(attendee, 'dropped');
    }
    const frame = this.#metadata.update(sounds);
    if (frame !== undefined) this.broadcast(frame);
  }

  #everySecond(nowMs: number): void {
    const wallMs = this.deps.clock.now();
    for (const attendee of [...this.roster.attendees]) {
      const session = attendee.session;
      if (session === undefined) continue;
      if (session.connected) sendReports(session, nowMs, wallMs);
      session.downlinkLoss *= 0.5;
      if (wallMs - session.socket.lastFrameMs > SOCKET_SILENCE_MS_MAX) session.socket.close(CLOSE_RECONNECT, 'silent');
    }
  }

  #tellBitrates(nowMs: number): void {
    const bitrates = this.videos.bitrates(nowMs);
    for (const attendee of this.roster.attendees) {
      const session = attendee.session;
      if (session?.connected !== true) continue;
      session.socket.send({ type: FrameType.BITRATES, bitrates: { bitrates, serverAvailableOutgoingBitrate: Math.round(session.downlinkEstimate.bps / 1_000) } });
    }
  }
}
