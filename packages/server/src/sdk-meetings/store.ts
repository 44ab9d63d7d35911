import { sql as raw } from 'kysely';
import type { AttendeeId, MeetingId } from '@carillon/kernel/ids.js';
import type { StandingOrders } from '@carillon/wire/media.js';
import type { Sql } from '../platform/database/database.js';
import { LIFE_MS, type SdkAttendeeRow, type SdkMeetingRow, type Tag } from './model.js';

const MEETING_COLUMNS = [
  'id', 'owner_account_id as ownerAccountId', 'external_meeting_id as externalMeetingId', 'meeting_host_id as meetingHostId', 'media_region as mediaRegion', 'features',
  'primary_meeting_id as primaryMeetingId', 'tenant_ids as tenantIds', 'tags',
] as const;
const ATTENDEE_COLUMNS = ['id', 'meeting_id as meetingId', 'external_user_id as externalUserId', 'audio', 'video', 'content', 'tags'] as const;

/** Writes the meeting unless one with this token runs; says whether it did. */
export async function insertSdkMeeting(sql: Sql, meeting: SdkMeetingRow & { clientRequestToken: string; at: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('sdk_meeting')
    .values({
      id: meeting.id, owner_account_id: meeting.ownerAccountId, client_request_token: meeting.clientRequestToken, external_meeting_id: meeting.externalMeetingId,
      meeting_host_id: meeting.meetingHostId, media_region: meeting.mediaRegion, features: meeting.features && JSON.stringify(meeting.features),
      primary_meeting_id: meeting.primaryMeetingId, tenant_ids: JSON.stringify(meeting.tenantIds), tags: JSON.stringify(meeting.tags), created_at: meeting.at, empty_since: null, ended_at: null,
    })
    .onConflict(conflict => conflict.columns(['owner_account_id', 'client_request_token']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The running meeting with this token. */
export async function readSdkMeetingByToken(sql: Sql, ownerAccountId: string, clientRequestToken: string): Promise<SdkMeetingRow | undefined> {
  return sql.selectFrom('sdk_meeting').select(MEETING_COLUMNS).where('owner_account_id', '=', ownerAccountId).where('client_request_token', '=', clientRequestToken).where('ended_at', 'is', null).executeTakeFirst();
}

/** A running meeting of this owner. */
export async function readSdkMeeting(sql: Sql, ownerAccountId: string, id: MeetingId): Promise<SdkMeetingRow | undefined> {
  return sql.selectFrom('sdk_meeting').select(MEETING_COLUMNS).where('id', '=', id).where('owner_account_id', '=', ownerAccountId).where('ended_at', 'is', null).executeTakeFirst();
}

/** The same, locked until the transaction ends: its attendees are counted and added one after the other. */
export async function lockSdkMeeting(sql: Sql, ownerAccountId: string, id: MeetingId): Promise<SdkMeetingRow | undefined> {
  return sql.selectFrom('sdk_meeting').select(MEETING_COLUMNS).where('id', '=', id).where('owner_account_id', '=', ownerAccountId).where('ended_at', 'is', null).forNoKeyUpdate().executeTakeFirst();
}

/** Running meetings of an owner in order of their ids, and one more than `limit`, which tells whether there is another page. */
export async function readSdkMeetings(sql: Sql, ownerAccountId: string, after: MeetingId | undefined, limit: number): Promise<SdkMeetingRow[]> {
  return sql
    .selectFrom('sdk_meeting')
    .select(MEETING_COLUMNS)
    .where('owner_account_id', '=', ownerAccountId)
    .where('ended_at', 'is', null)
    .$if(after !== undefined, query => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

/** Ends a running meeting; false when there is none. */
export async function endSdkMeetingRow(sql: Sql, ownerAccountId: string, id: MeetingId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql.updateTable('sdk_meeting').set({ ended_at: at }).where('id', '=', id).where('owner_account_id', '=', ownerAccountId).where('ended_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends what is over by itself (README); returns which. At most 200 at a time. */
export async function endAbandonedSdkMeetings(sql: Sql, emptyBefore: Date, createdBefore: Date, at: Date): Promise<MeetingId[]> {
  const rows = await sql
    .updateTable('sdk_meeting')
    .set({ ended_at: at })
    .where('id', 'in', query => query.selectFrom('sdk_meeting').select('id').where('ended_at', 'is', null).where(eb => eb.or([eb('empty_since', '<', emptyBefore), eb('created_at', '<', createdBefore)])).limit(200))
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(row => row.id);
}

/** Ended meetings with their attendees. */
export async function deleteSdkMeetings(sql: Sql, endedBefore: Date): Promise<void> {
  await sql.deleteFrom('sdk_meeting').where('id', 'in', query => query.selectFrom('sdk_meeting').select('id').where('ended_at', '<', endedBefore).limit(200)).execute();
}

export async function updateSdkMeetingTags(sql: Sql, id: MeetingId, tags: readonly Tag[]): Promise<void> {
  await sql.updateTable('sdk_meeting').set({ tags: JSON.stringify(tags) }).where('id', '=', id).execute();
}

export async function updateSdkAttendeeTags(sql: Sql, id: AttendeeId, tags: readonly Tag[]): Promise<void> {
  await sql.updateTable('sdk_attendee').set({ tags: JSON.stringify(tags) }).where('id', '=', id).execute();
}

export async function insertSdkAttendees(sql: Sql, attendees: readonly (SdkAttendeeRow & { at: Date })[]): Promise<void> {
  if (attendees.length === 0) return;
  await sql
    .insertInto('sdk_attendee')
    .values(attendees.map(one => ({
      id: one.id, meeting_id: one.meetingId, external_user_id: one.externalUserId, audio: one.audio, video: one.video, content: one.content, tags: JSON.stringify(one.tags), created_at: one.at, removed_at: null,
    })))
    .execute();
}

export async function countSdkAttendees(sql: Sql, meetingId: MeetingId): Promise<number> {
  const row = await sql.selectFrom('sdk_attendee').select(raw<number>`count(*)::int`.as('count')).where('meeting_id', '=', meetingId).where('removed_at', 'is', null).executeTakeFirstOrThrow();
  return row.count;
}

/** An attendee of a running meeting of this owner. */
export async function readSdkAttendee(sql: Sql, ownerAccountId: string, meetingId: MeetingId, id: AttendeeId): Promise<SdkAttendeeRow | undefined> {
  return sql
    .selectFrom('sdk_attendee')
    .innerJoin('sdk_meeting', 'sdk_meeting.id', 'sdk_attendee.meeting_id')
    .select(['sdk_attendee.id', 'meeting_id as meetingId', 'external_user_id as externalUserId', 'audio', 'video', 'content', 'sdk_attendee.tags'])
    .where('sdk_attendee.id', '=', id)
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .where('owner_account_id', '=', ownerAccountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Attendees in order of their ids, and one more than `limit`. */
export async function readSdkAttendees(sql: Sql, meetingId: MeetingId, after: AttendeeId | undefined, limit: number): Promise<SdkAttendeeRow[]> {
  return sql
    .selectFrom('sdk_attendee')
    .select(ATTENDEE_COLUMNS)
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .$if(after !== undefined, query => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

/** False when there was no such attendee. */
export async function removeSdkAttendee(sql: Sql, meetingId: MeetingId, id: AttendeeId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql.updateTable('sdk_attendee').set({ removed_at: at, present: false }).where('id', '=', id).where('meeting_id', '=', meetingId).where('removed_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sets what attendees may do: one, or all but some. Returns them as they are now. */
export async function updateSdkCapabilities(
  sql: Sql,
  meetingId: MeetingId,
  which: { only: AttendeeId } | { except: readonly AttendeeId[] },
  set: Pick<SdkAttendeeRow, 'audio' | 'video' | 'content'>,
): Promise<SdkAttendeeRow[]> {
  const update = sql.updateTable('sdk_attendee').set(set).where('meeting_id', '=', meetingId).where('removed_at', 'is', null);
  const chosen = 'only' in which ? update.where('id', '=', which.only) : which.except.length > 0 ? update.where('id', 'not in', [...which.except]) : update;
  return chosen.returning(ATTENDEE_COLUMNS).execute();
}

/** The media node saw somebody come or go. Nothing happens for attendees of other meetings. */
export async function updateSdkPresence(sql: Sql, attendeeId: AttendeeId, present: boolean, at: Date): Promise<void> {
  await raw`
    with changed as (update sdk_attendee set present = ${present} where id = ${attendeeId} returning meeting_id)
    update sdk_meeting set empty_since = case
      when ${present} or exists (select 1 from sdk_attendee other where other.meeting_id = sdk_meeting.id and other.present and other.id <> ${attendeeId}) then null
      else ${at}::timestamptz end
    from changed where sdk_meeting.id = changed.meeting_id`.execute(sql);
}

/** The media node died: nobody is present until it says so again. */
export async function markAllSdkAttendeesAbsent(sql: Sql, at: Date): Promise<void> {
  await raw`
    with changed as (update sdk_attendee set present = false where present returning meeting_id)
    update sdk_meeting set empty_since = ${at}::timestamptz where id in (select meeting_id from changed) and ended_at is null`.execute(sql);
}

/** What a media node must know again after its start. */
export async function readSdkStandingOrders(sql: Sql, now: Date): Promise<StandingOrders[]> {
  const meetings = await sql.selectFrom('sdk_meeting').select(['id', 'ended_at as endedAt']).where('created_at', '>', new Date(now.getTime() - 2 * LIFE_MS)).execute();
  const special = await sql
    .selectFrom('sdk_attendee')
    .innerJoin('sdk_meeting', 'sdk_meeting.id', 'sdk_attendee.meeting_id')
    .select(['meeting_id as meetingId', 'sdk_attendee.id as attendeeId', 'removed_at as removedAt', 'audio', 'video', 'content'])
    .where('ended_at', 'is', null)
    .where(eb => eb.or([eb('removed_at', 'is not', null), eb('audio', '!=', 'SendReceive'), eb('video', '!=', 'SendReceive'), eb('content', '!=', 'SendReceive')]))
    .execute();
  return meetings.flatMap(meeting => {
    const own = special.filter(one => one.meetingId === meeting.id);
    if (!meeting.endedAt && own.length === 0) return [];
    return [{
      meetingId: meeting.id,
      ended: meeting.endedAt !== null,
      removedAttendeeIds: own.filter(one => one.removedAt !== null).map(one => one.attendeeId),
      capabilities: own.filter(one => one.removedAt === null).map(({ attendeeId, audio, video, content }) => ({ attendeeId, audio, video, content })),
    }];
  });
}
