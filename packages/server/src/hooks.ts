import type { AttendeeId, ChannelId, GuestId, MeetingId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { Mention } from '@carillon/wire/rest/chat.js';
import type { Capabilities } from '@carillon/wire/media.js';
import type { Tx } from './ctx.js';
import type { Sql } from './platform/database/database.js';

/**
 * What a lower feature must ask a higher one. Declared here as types alone, so that no import points upward; `app.ts`
 * fills it.
 */
export interface Hooks {
  /** After a commit: people who are not looking may be told of it. */
  notify(news: { kind: 'message' | 'call'; channelId: ChannelId; fromId: string; fromName: string; content: string; mentions: readonly Mention[]; path: string }): void;
  /** Whether the person has the app before them: a device in use that shows it. */
  isAttending(personId: PersonId): boolean;
  /** Whether no device of the person has been here for a quarter of an hour. */
  isAway(personId: PersonId): boolean;
  /**
   * Ends the sockets of sessions that were signed out: all of a person's or guest's, one session's alone, or all but
   * one session's.
   */
  endSockets(memberId: PersonId | GuestId, which: { only?: SessionId | undefined; except?: SessionId | undefined }): void;
  /** Somebody left a meeting: their sockets hear no more of it nor of its chat. */
  endListening(memberId: PersonId | GuestId, meeting: { id: MeetingId; chatChannelId: ChannelId }): void;
  /** People who were shut out are taken out of running meetings, with the transaction that shuts them out. */
  leaveMeetings(tx: Tx, personIds: readonly PersonId[]): Promise<void>;
  /** Channel in which a meeting runs now, for channel lists. */
  readRunningMeetings(sql: Sql, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, string>>;
  /** Tells the media node; it is also told again when it restarts, so a lost order is no harm. */
  orderMedia(order: { kind: 'end'; meetingId: MeetingId } | { kind: 'remove'; meetingId: MeetingId; attendeeId: AttendeeId } | { kind: 'capabilities'; meetingId: MeetingId; capabilities: Capabilities[] }): void;
  /** The media node's own view of a meeting. */
  readMediaDebug(meetingId: MeetingId): Promise<unknown>;
  /** People who have the channel open on a device now. */
  listPresent(channelId: ChannelId): PersonId[];
  /** Whether a device of the person is connected. */
  isOnline(personId: PersonId): boolean;
  /** A person's media in a meeting begins (+1) or ends (−1). */
  countMeeting(personId: PersonId, by: 1 | -1): void;
}
