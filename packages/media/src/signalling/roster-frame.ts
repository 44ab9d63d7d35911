import { FrameType, type OutgoingFrame } from './frame.js';

/**
 * AUDIO_STREAM_ID_INFO: who is there (signalling notes 5.5). What a field's absence means is the protocol, so none is
 * set idly.
 */
export interface RosterEntry {
  /** Unique in the meeting, higher for whoever joined later. */
  readonly audioStreamId: number;
  readonly attendeeId: string;
  readonly externalUserId: string;
  readonly muted: boolean;
}

export type RosterChange =
  | { readonly kind: 'joined'; readonly entry: RosterEntry }
  | { readonly kind: 'muted'; readonly audioStreamId: number; readonly muted: boolean }
  | { readonly kind: 'left'; readonly audioStreamId: number; readonly dropped: boolean };

export function rosterFrame(changes: readonly RosterChange[]): OutgoingFrame {
  return { type: FrameType.AUDIO_STREAM_ID_INFO, audioStreamIdInfo: { streams: changes.map(streamOf) } };
}

function streamOf(change: RosterChange) {
  switch (change.kind) {
    case 'joined': {
      const { audioStreamId, attendeeId, externalUserId, muted } = change.entry;
      return { audioStreamId, attendeeId, externalUserId, muted };
    }
    case 'muted': return { audioStreamId: change.audioStreamId, muted: change.muted };
    case 'left': return change.dropped ? { audioStreamId: change.audioStreamId, dropped: true } : { audioStreamId: change.audioStreamId };
  }
}
