import type { PersonId } from '@carillon/kernel/ids.js';
import { leaveMeetingChat } from '../chat/meeting-chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { announceAttendee, announceMeeting } from './announce-meeting.js';
import { lockMeeting, readSeatsOf, updateAttendeeState, updateMeetingState } from './store.js';

/** Takes people out of every open meeting they sit in, and out of its chat: they were suspended or released. */
export async function leaveAllMeetings(ctx: Ctx, tx: Tx, personIds: readonly PersonId[]): Promise<void> {
  for (const seat of await readSeatsOf(tx.sql, personIds)) {
    const open = await lockMeeting(tx.sql, seat.meetingId);
    if (!open) continue;
    await leaveMeetingChat(tx, open.chatChannelId, seat.personId);
    const removed = await updateAttendeeState(tx.sql, seat.id, 'removed', ctx.now());
    if (!removed) continue;
    announceAttendee(tx, removed);
    const meeting = await announceMeeting(tx, seat.meetingId);
    if (meeting?.presentCount === 0) await updateMeetingState(tx.sql, seat.meetingId, { emptySince: ctx.now() });
    tx.afterCommit(() => ctx.hooks.orderMedia({ kind: 'remove', meetingId: seat.meetingId, attendeeId: seat.id }));
  }
}
