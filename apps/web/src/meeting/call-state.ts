/** Why a call is over for this device. */
export type CallEnd = 'left' | 'ended' | 'removed' | 'elsewhere' | 'full' | 'failed';
export type CallTrouble = 'microphone' | 'camera' | 'share' | 'video-full';

export interface CallPerson {
  readonly attendeeId: string;
  readonly muted: boolean;
  readonly talking: boolean;
  /** Their network: 0 (bad) to 1 (good). */
  readonly signal: number;
}

export interface CallTile {
  readonly tileId: number;
  readonly attendeeId: string;
  readonly local: boolean;
  readonly content: boolean;
  readonly paused: boolean;
}

export interface CallState {
  readonly phase: 'connecting' | 'connected' | 'reconnecting' | 'over';
  readonly end: CallEnd | null;
  readonly people: Readonly<Record<string, CallPerson>>;
  readonly tiles: Readonly<Record<number, CallTile>>;
  /** Who speaks now, loudest first. */
  readonly speakers: readonly string[];
  readonly muted: boolean;
  readonly cameraOn: boolean;
  readonly sharing: boolean;
  /** One's own network is weak. */
  readonly poor: boolean;
  readonly trouble: CallTrouble | null;
  /** The browser waits for a press before it plays sound. */
  readonly soundBlocked: boolean;
}

export const FIRST_CALL_STATE: CallState = {
  phase: 'connecting', end: null, people: {}, tiles: {}, speakers: [], muted: false, cameraOn: false, sharing: false, poor: false, trouble: null, soundBlocked: false,
};

export const CONTENT = '#content';
export const TALKING_VOLUME = 0.1;
/** A pause between words is no silence. */
export const TALKING_HOLD_MS = 400;
export const SIGNAL_WEAK = 0.5;

export function isContentId(attendeeId: string): boolean { return attendeeId.endsWith(CONTENT); }
export function ownerOf(attendeeId: string): string { return attendeeId.replace(/#content$/, ''); }

/** The shared screen to show: the newest that is not one's own, else one's own. */
export function contentTile(state: CallState, myId: string): CallTile | null {
  const shared = Object.values(state.tiles).filter(tile => tile.content);
  return shared.findLast(tile => ownerOf(tile.attendeeId) !== myId) ?? shared.at(-1) ?? null;
}

/** Each person's camera, by attendee. */
export function cameraTiles(state: CallState): ReadonlyMap<string, CallTile> {
  return new Map(Object.values(state.tiles).filter(tile => !tile.content).map(tile => [tile.attendeeId, tile]));
}
