import { FrameType, StreamMediaType, type OutgoingFrame } from './frame.js';

/** The video streams of a meeting as one receiver sees them (signalling notes 5.2). Always a complete snapshot. */
export interface IndexedStream {
  readonly streamId: number;
  /** Newer sessions of an attendee have higher group ids: the client believes the highest. */
  readonly groupId: number;
  readonly attendeeId: string;
  /** The attendee behind it; for a content share its sharer. */
  readonly owner: string;
  /** A shared screen. */
  readonly content: boolean;
  readonly externalUserId: string;
  readonly maxBitrateKbps: number;
  readonly averageBps: number;
  readonly framerate: number;
}

export interface MeetingIndex {
  readonly streams: readonly IndexedStream[];
  /** No further camera may be started. */
  readonly atCapacity: boolean;
  readonly participantCount: number;
  /** `SdkVideoCodecCapability` numbers that every receiver can decode. */
  readonly codecIntersection: readonly number[];
}

/** Without the receiver's own streams: some client policies would subscribe to themselves. */
export function indexFrame(index: MeetingIndex, receiver: string, receives: (stream: IndexedStream) => boolean = () => true): OutgoingFrame {
  return {
    type: FrameType.INDEX,
    index: {
      atCapacity: index.atCapacity,
      numParticipants: index.participantCount,
      pausedAtSourceIds: [],
      supportedReceiveCodecIntersection: [...index.codecIntersection],
      sources: index.streams.filter(stream => stream.owner !== receiver && receives(stream)).map(stream => ({
        streamId: stream.streamId,
        groupId: stream.groupId,
        attendeeId: stream.attendeeId,
        externalUserId: stream.externalUserId,
        mediaType: StreamMediaType.VIDEO,
        maxBitrateKbps: stream.maxBitrateKbps,
        avgBitrateBps: stream.averageBps,
        framerate: stream.framerate,
        trackLabel: '',
        width: 0,
        height: 0,
      })),
    },
  };
}

/** What all of `capabilities` have in common, in the order of the first; empty when nobody has said anything yet. */
export function intersectCodecs(capabilities: readonly (readonly number[])[]): number[] {
  const [first, ...others] = capabilities;
  return first === undefined ? [] : first.filter(codec => others.every(other => other.includes(codec)));
}
