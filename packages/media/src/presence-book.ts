import type { MeetingEvent } from './sfu/meeting-event.js';

/** Who a worker has reported as present or sharing, so that somebody can be told of their end when the worker dies. */
export class PresenceBook {
  readonly #present = new Map<string, MeetingEvent>();

  note(event: MeetingEvent): void {
    switch (event.kind) {
      case 'joined':
        this.#present.set(keyOf('attendee', event), event);
        break;
      case 'left':
        this.#present.delete(keyOf('attendee', event));
        break;
      case 'sharing':
        if (event.sharing) this.#present.set(keyOf('share', event), event);
        else this.#present.delete(keyOf('share', event));
        break;
    }
  }

  /** The reports of everybody's end; afterwards nobody is present. */
  takeAll(at: number): MeetingEvent[] {
    const ends = Array.from(this.#present.values(), ({ kind, meetingId, attendeeId }): MeetingEvent => (
      kind === 'sharing' ? { kind, meetingId, attendeeId, sharing: false, at } : { kind: 'left', meetingId, attendeeId, reason: 'dropped', at }
    ));
    this.#present.clear();
    return ends;
  }
}

function keyOf(what: 'attendee' | 'share', event: MeetingEvent): string {
  return `${what} ${event.meetingId} ${event.attendeeId}`;
}
