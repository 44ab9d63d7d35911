import type { MeetingId } from '@carillon/kernel/ids.js';
import type { Tx } from '../ctx.js';
import type { Subject } from '../platform/bus.js';
import { presentAttendee, presentMeeting, type AttendeeRow, type MeetingRow } from './model.js';
import { readMeeting } from './store.js';

/** Tells everyone whom the meeting's state concerns: those in it, its host, and the channel it was started from. */
export async function announceMeeting(tx: Tx, id: MeetingId): Promise<MeetingRow | undefined> {
  const meeting = await readMeeting(tx.sql, id);
  if (!meeting) return undefined;
  const subjects: Subject[] = [`meeting.${id}`, `person.${meeting.hostId}`];
  if (meeting.fromChannelId) subjects.push(`channel.${meeting.fromChannelId}`);
  for (const subject of subjects) tx.emit(subject, { t: 'meeting', meeting: presentMeeting(meeting) });
  return meeting;
}

/** Tells everyone in the meeting of one of them. */
export function announceAttendee(tx: Tx, attendee: AttendeeRow): void {
  tx.emit(`meeting.${attendee.meetingId}`, { t: 'attendee', meetingId: attendee.meetingId, attendee: presentAttendee(attendee) });
}

/** Tells the seat's holder alone; their sockets begin or stop to listen to the meeting. */
export function announceSeat(tx: Tx, meeting: Pick<MeetingRow, 'id' | 'chatChannelId'>, attendee: AttendeeRow, state: 'admitted' | 'removed'): void {
  const subject: Subject | undefined = attendee.personId ? `person.${attendee.personId}` : attendee.guestId ? `guest.${attendee.guestId}` : undefined;
  if (subject) tx.emit(subject, { t: 'seat', meetingId: meeting.id, chatChannelId: meeting.chatChannelId, attendeeId: attendee.id, state });
}
