import type { AttendeeId, MeetingId, PersonId } from '@carillon/kernel/ids.js';
import type { MediaReport, StandingOrders } from '@carillon/wire/media.js';
import type { Ctx, Tx } from '../ctx.js';
import { announceAttendee, announceMeeting } from './announce-meeting.js';
import { admit, seatInChat } from './join-meeting.js';
import { TOKEN_LIFE_MS, type AttendeeRow, type MeetingRow } from './model.js';
import { countSeats, insertMeetingEvent, isHostSidePresent, lockMeeting, markAllAbsent, readMeeting, readStandingOrders, readWaiting, updateAttendeeSharing, updateAttendeeState, updateMeetingState } from './store.js';

/** Meetings of another kind on the same media node; they are told the same, in the same order. */
export interface OtherMeetings {
  take(report: MediaReport): Promise<void>;
  nodeDown(): Promise<void>;
  standingOrders(): Promise<StandingOrders[]>;
}

/** What the media node says, written down in the order it was said. One failed report does not stop the next. */
export class MediaReports {
  readonly #ctx: Ctx;
  readonly #others: OtherMeetings;
  /** Who is counted as busy because of which seat. */
  readonly #busy = new Map<AttendeeId, PersonId>();
  #last: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(ctx: Ctx, others: OtherMeetings) {
    this.#ctx = ctx;
    this.#others = others;
  }

  take(report: MediaReport): Promise<void> {
    void this.#queue(() => this.#write(report));
    return this.#queue(() => this.#others.take(report));
  }

  /** The media node died: nobody is present until it says so again. */
  nodeDown(): Promise<void> {
    return this.#queue(async () => {
      for (const attendeeId of [...this.#busy.keys()]) this.#countFree(attendeeId);
      await markAllAbsent(this.#ctx.sql, this.#ctx.now());
      await this.#others.nodeDown();
    });
  }

  async standingOrders(): Promise<StandingOrders[]> {
    const own = await readStandingOrders(this.#ctx.sql, new Date(this.#ctx.clock.now() - TOKEN_LIFE_MS));
    return [...own, ...(await this.#others.standingOrders())];
  }

  /** Resolves when what has come is written down; whatever comes later is dropped, because the database goes next. */
  close(): Promise<void> {
    this.#closed = true;
    return this.#last;
  }

  #queue(work: () => Promise<void>): Promise<void> {
    if (this.#closed) return this.#last;
    this.#last = this.#last.then(work).catch((error: unknown) => this.#ctx.log.error({ err: error }, 'a media report could not be written down'));
    return this.#last;
  }

  async #write(report: MediaReport): Promise<void> {
    if (report.kind !== 'joined' && report.kind !== 'left' && report.kind !== 'sharing') return;
    // The token carried our own ids; the node hands them back.
    const meetingId = report.meetingId as MeetingId;
    const attendeeId = report.attendeeId.replace(/#content$/, '') as AttendeeId;
    // Also when the meeting has ended meanwhile, which is when everybody goes.
    if (report.kind === 'left') this.#countFree(attendeeId);
    const joined = await this.#ctx.tx(async tx => {
      const meeting = await lockMeeting(tx.sql, meetingId);
      if (!meeting || meeting.endedAt) return undefined;
      if (report.kind === 'joined') return this.#joined(tx, meeting, attendeeId);
      if (report.kind === 'left') await this.#left(tx, meeting, attendeeId, report.reason);
      else await this.#sharing(tx, meeting, attendeeId, report.sharing);
      return undefined;
    });
    if (joined) this.#countBusy(joined);
  }

  async #joined(tx: Tx, meeting: MeetingRow, attendeeId: AttendeeId): Promise<AttendeeRow | undefined> {
    const seat = await updateAttendeeState(tx.sql, attendeeId, 'present', this.#ctx.now());
    if (!seat) return undefined;
    await seatInChat(this.#ctx, tx, meeting, seat);
    await updateMeetingState(tx.sql, meeting.id, { state: 'running', startedAt: this.#ctx.now(), emptySince: null });
    await insertMeetingEvent(tx.sql, meeting.id, 'joined', { attendeeId }, this.#ctx.now());
    announceAttendee(tx, seat);
    await announceMeeting(tx, meeting.id);
    if (await isHostSidePresent(tx.sql, meeting)) await this.#admitWaiting(tx, meeting);
    return seat;
  }

  async #left(tx: Tx, meeting: MeetingRow, attendeeId: AttendeeId, reason: string): Promise<void> {
    const seat = await updateAttendeeState(tx.sql, attendeeId, 'left', this.#ctx.now());
    if (!seat) return;
    await insertMeetingEvent(tx.sql, meeting.id, 'left', { attendeeId, reason }, this.#ctx.now());
    announceAttendee(tx, seat);
    const after = await readMeeting(tx.sql, meeting.id);
    if (after?.presentCount === 0) await updateMeetingState(tx.sql, meeting.id, { emptySince: this.#ctx.now() });
    await announceMeeting(tx, meeting.id);
  }

  async #sharing(tx: Tx, meeting: MeetingRow, attendeeId: AttendeeId, sharing: boolean): Promise<void> {
    const seat = await updateAttendeeSharing(tx.sql, attendeeId, sharing);
    if (seat) announceAttendee(tx, seat);
    await insertMeetingEvent(tx.sql, meeting.id, sharing ? 'share-started' : 'share-stopped', { attendeeId }, this.#ctx.now());
  }

  /** Guests who waited for the host's side come in, in the order they came, as far as there is room. */
  async #admitWaiting(tx: Tx, meeting: MeetingRow): Promise<void> {
    let room = meeting.capacity - (await countSeats(tx.sql, meeting.id, undefined));
    for (const guest of await readWaiting(tx.sql, meeting.id)) {
      if (room-- <= 0) return;
      await updateAttendeeState(tx.sql, guest.id, 'admitted', this.#ctx.now());
      await admit(this.#ctx, tx, meeting, guest.id);
    }
  }

  #countBusy(seat: AttendeeRow): void {
    if (!seat.personId || this.#busy.has(seat.id)) return;
    this.#busy.set(seat.id, seat.personId);
    this.#ctx.hooks.countMeeting(seat.personId, 1);
  }

  #countFree(attendeeId: AttendeeId): void {
    const personId = this.#busy.get(attendeeId);
    if (personId && this.#busy.delete(attendeeId)) this.#ctx.hooks.countMeeting(personId, -1);
  }
}
