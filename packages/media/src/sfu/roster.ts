import type { Capabilities } from '@carillon/wire/media.js';
import { receives, sends } from './capabilities.js';
import type { RosterChange, RosterEntry } from '../signalling/roster-frame.js';
import type { ClientSession } from './client-session.js';

/**
 * Somebody in a meeting, or a content share (`<attendee>#content`), which is an attendee of its own in the protocol.
 */
export class Attendee {
  readonly attendeeId: string;
  /** The attendee itself; for a content share its sharer. */
  readonly owner: string;
  readonly externalUserId: string;
  readonly content: boolean;
  muted = false;
  /** Undefined when everything is allowed. */
  capabilities: Capabilities | undefined;
  /** Given when the media connection stands; from then on others know of it. */
  audioStreamId: number | undefined;
  session: ClientSession | undefined;
  /** Monotone time since when a connection that broke off has not come back. */
  absentSinceMs: number | undefined;

  constructor(attendeeId: string, owner: string, externalUserId: string, content: boolean) {
    this.attendeeId = attendeeId;
    this.owner = owner;
    this.externalUserId = externalUserId;
    this.content = content;
  }

  get sendsAudio(): boolean {
    return this.capabilities === undefined || sends(this.content ? this.capabilities.content : this.capabilities.audio);
  }

  get receivesAudio(): boolean {
    return this.capabilities === undefined || receives(this.capabilities.audio);
  }

  /** Of a content share: the screen. */
  get sendsVideo(): boolean {
    return this.capabilities === undefined || sends(this.content ? this.capabilities.content : this.capabilities.video);
  }

  /** Cameras, or shared screens. */
  receivesVideoOf(content: boolean): boolean {
    return this.capabilities === undefined || receives(content ? this.capabilities.content : this.capabilities.video);
  }

  get present(): boolean {
    return this.audioStreamId !== undefined;
  }
}

/** Who is in a meeting, and the changes that have not been told yet. */
export class Roster {
  readonly #attendees = new Map<string, Attendee>();
  #pending: RosterChange[] = [];
  #nextAudioStreamId: number;

  /** `firstId` should be higher than any this meeting had before, also in an earlier life of the worker. */
  constructor(firstId: number) {
    this.#nextAudioStreamId = firstId;
  }

  get attendees(): Iterable<Attendee> {
    return this.#attendees.values();
  }

  get size(): number {
    return this.#attendees.size;
  }

  get(attendeeId: string): Attendee | undefined {
    return this.#attendees.get(attendeeId);
  }

  count(content: boolean): number {
    let count = 0;
    for (const attendee of this.#attendees.values()) if (attendee.content === content) count += 1;
    return count;
  }

  presentCount(): number {
    let count = 0;
    for (const attendee of this.#attendees.values()) if (attendee.present && !attendee.content) count += 1;
    return count;
  }

  add(attendee: Attendee): void {
    this.#attendees.set(attendee.attendeeId, attendee);
  }

  /** Its media connection stands. False when others knew already, because it only comes back. */
  arrive(attendee: Attendee): boolean {
    attendee.absentSinceMs = undefined;
    if (attendee.present) return false;
    attendee.audioStreamId = this.#nextAudioStreamId;
    this.#nextAudioStreamId += 1;
    this.#pending.push({ kind: 'joined', entry: entryOf(attendee, attendee.audioStreamId) });
    return true;
  }

  setMuted(attendee: Attendee, muted: boolean): void {
    if (attendee.muted === muted) return;
    attendee.muted = muted;
    if (attendee.audioStreamId !== undefined) this.#pending.push({ kind: 'muted', audioStreamId: attendee.audioStreamId, muted });
  }

  /** It is gone for the others; a later arrival gets a higher number. False when they never knew of it. */
  depart(attendee: Attendee, dropped: boolean): boolean {
    const audioStreamId = attendee.audioStreamId;
    attendee.audioStreamId = undefined;
    attendee.absentSinceMs = undefined;
    if (audioStreamId === undefined) return false;
    this.#pending.push({ kind: 'left', audioStreamId, dropped });
    return true;
  }

  delete(attendee: Attendee): void {
    if (this.#attendees.get(attendee.attendeeId) === attendee) this.#attendees.delete(attendee.attendeeId);
  }

  takeChanges(): RosterChange[] {
    const changes = this.#pending;
    this.#pending = [];
    return changes;
  }

  /** Everybody who is present, for somebody whose connection has just been made. */
  snapshot(): RosterChange[] {
    const changes: RosterChange[] = [];
    for (const attendee of this.#attendees.values()) {
      if (attendee.audioStreamId !== undefined) changes.push({ kind: 'joined', entry: entryOf(attendee, attendee.audioStreamId) });
    }
    return changes;
  }
}

function entryOf(attendee: Attendee, audioStreamId: number): RosterEntry {
  return { audioStreamId, attendeeId: attendee.attendeeId, externalUserId: attendee.externalUserId, muted: attendee.muted };
}
