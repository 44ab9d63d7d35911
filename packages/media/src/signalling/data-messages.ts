import { FrameType, type OutgoingFrame } from './frame.js';
import { TokenBucket } from './token-bucket.js';

/**
 * DATA_MESSAGE (signalling notes 5.7): small messages between attendees, kept for late joiners as long as their
 * sender asks.
 */
export const TOPIC_PATTERN = /^[a-zA-Z0-9_-]{1,36}$/;
export const DATA_BYTES_MAX = 2_048;
/** Five minutes, the protocol's limit. */
export const LIFETIME_MS_MAX = 300_000;
const KEPT_MESSAGES_MAX = 1_024;
export const MESSAGES_PER_FRAME_MAX = 16;
const MEETING_MESSAGES_PER_S = 100;
const MEETING_MESSAGES_BURST = 200;

export interface DataSender {
  readonly attendeeId: string;
  readonly externalUserId: string;
}

interface DataMessage {
  readonly topic: string;
  readonly data: Uint8Array;
  readonly lifetimeMs: number;
  readonly sender: DataSender;
  /** Wall clock. */
  readonly sentMs: number;
}

export class DataMessages {
  readonly #kept: DataMessage[] = [];
  readonly #bucket = new TokenBucket(MEETING_MESSAGES_PER_S, MEETING_MESSAGES_BURST);

  /**
   * The frame for everybody else; 'throttled' is told to the sender, 'refused' breaks the limits the client checks
   * itself.
   */
  accept(sender: DataSender, message: { topic?: string | null; data?: Uint8Array | null; lifetimeMs?: number | null }, wallMs: number): OutgoingFrame | 'throttled' | 'refused' {
    const topic = message.topic ?? '';
    const data = message.data ?? new Uint8Array(0);
    if (!TOPIC_PATTERN.test(topic) || data.length > DATA_BYTES_MAX) return 'refused';
    if (!this.#bucket.take(1, wallMs)) return 'throttled';
    const lifetimeMs = Math.min(LIFETIME_MS_MAX, Math.max(0, message.lifetimeMs ?? 0));
    const kept = { topic, data: Uint8Array.from(data), lifetimeMs, sender, sentMs: wallMs };
    if (lifetimeMs > 0) this.#keep(kept, wallMs);
    return dataFrame(kept, wallMs);
  }

  /** What is still alive, for somebody who joins now. */
  replay(wallMs: number): OutgoingFrame[] {
    return this.#kept.filter(message => message.sentMs + message.lifetimeMs > wallMs).map(message => dataFrame(message, message.sentMs));
  }

  #keep(message: DataMessage, wallMs: number): void {
    const first = this.#kept[0];
    if (this.#kept.length >= KEPT_MESSAGES_MAX || (first !== undefined && first.sentMs + first.lifetimeMs <= wallMs)) this.#kept.shift();
    this.#kept.push(message);
  }
}

/** Tells a sender that its message was not passed on: an ingest time of 0 means just that. */
export function throttledFrame(sender: DataSender, topic: string, data: Uint8Array): OutgoingFrame {
  return dataFrame({ topic, data, lifetimeMs: 0, sender, sentMs: 0 }, 0);
}

function dataFrame(message: DataMessage, ingestMs: number): OutgoingFrame {
  return {
    type: FrameType.DATA_MESSAGE,
    dataMessage: {
      messages: [{
        topic: message.topic,
        data: message.data,
        lifetimeMs: message.lifetimeMs,
        senderAttendeeId: message.sender.attendeeId,
        senderExternalUserId: message.sender.externalUserId,
        ingestTimeNs: ingestMs * 1_000_000,
      }],
    },
  };
}
