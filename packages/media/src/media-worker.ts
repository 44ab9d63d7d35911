import type { MediaCommand } from '@carillon/wire/media.js';
import type { Chance } from '@carillon/kernel/chance.js';
import type { Clock } from '@carillon/kernel/clock.js';
import { encodeSilence } from './mixer/meeting-mixer.js';
import { FRAME_MS } from './mixer/opus-codec.js';
import { loadOpusLibrary } from './mixer/opus-library.js';
import { TickClock } from './mixer/tick-clock.js';
import type { Timers } from './net/timers.js';
import type { MeetingEvent } from './sfu/meeting-event.js';
import { MeetingHouse } from './sfu/meeting-house.js';
import { readTokenPublicKey } from './signalling/join-token.js';
import { SignalDoor } from './signalling/signal-door.js';
import { createTransportHub, type Log, type TransportHub } from './transport/transport-hub.js';

export interface MediaWorkerOptions {
  /** Its place among the workers of the node, as in `/media/<worker>/…`. */
  readonly worker: number;
  /** UDP and ICE-TCP; 0 lets the system choose. */
  readonly mediaPort: number;
  readonly announcedAddresses: readonly string[];
  /** SPKI DER in base64. */
  readonly tokenPublicKey: string;
  readonly clock: Clock;
  /** Monotone milliseconds. */
  readonly nowMs: () => number;
  readonly chance: Chance;
  readonly timers: Timers;
  readonly log: Log;
  readonly report: (event: MeetingEvent) => void;
}

/** One worker: one transport hub, one signalling listener, one beat, and the meetings that live on them. */
export class MediaWorker {
  readonly #hub: TransportHub;
  readonly #door: SignalDoor;
  readonly #house: MeetingHouse;
  readonly #beat: TickClock;

  private constructor(hub: TransportHub, door: SignalDoor, house: MeetingHouse, beat: TickClock) {
    this.#hub = hub;
    this.#door = door;
    this.#house = house;
    this.#beat = beat;
  }

  static async start(options: MediaWorkerOptions): Promise<MediaWorker> {
    const { clock, nowMs, chance, timers, log, report } = options;
    const publicKey = readTokenPublicKey(options.tokenPublicKey);
    const opus = loadOpusLibrary();
    const hub = await createTransportHub({ port: options.mediaPort, announcedAddresses: options.announcedAddresses, nowMs, chance, log, timers });
    const house = new MeetingHouse({ clock, nowMs, chance, timers, log, hub, opus, silence: encodeSilence(opus), report });
    const door = await SignalDoor.open({ worker: options.worker, publicKey, clock, timers, visit: visitor => house.visit(visitor) });
    const beat = new TickClock({ periodMs: FRAME_MS, nowMs, timers, tick: now => house.tick(now) });
    return new MediaWorker(hub, door, house, beat);
  }

  get signalPort(): number {
    return this.#door.port;
  }

  get mediaPort(): number {
    return this.#hub.port;
  }

  obey(command: MediaCommand): void {
    this.#house.obey(command);
  }

  snapshot(meetingId?: string): unknown {
    return this.#house.snapshot(meetingId);
  }

  /** Counters and gauges by name; summed over workers they are the node's. */
  metrics(): Record<string, number> {
    const hub = this.#hub.stats();
    const beat = this.#beat.stats;
    return {
      meetings: this.#house.meetingCount,
      sessions: this.#house.sessionCount,
      sockets: this.#door.socketCount,
      transports: hub.transports,
      transports_connected: hub.connected,
      handshakes_done: hub.handshakesDone,
      handshakes_failed: hub.handshakesFailed,
      datagrams_in: hub.datagramsIn,
      datagrams_ignored: hub.datagramsIgnored,
      datagrams_out: hub.datagramsOut,
      sends_refused: hub.sendsRefused,
      ticks_late: beat.lateCount,
      ticks_dropped: beat.droppedCount,
    };
  }

  async close(): Promise<void> {
    this.#beat.close();
    this.#house.close();
    this.#door.close();
    await this.#hub.close();
  }
}
