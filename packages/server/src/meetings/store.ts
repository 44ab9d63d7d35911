import { sql as raw } from 'kysely';
import type { AccountId, AttendeeId, ChannelId, GuestId, MeetingId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import type { AttendeeRow, MeetingRow } from './model.js';

function selectMeetings(sql: Sql) {
  return sql
    .selectFrom('meeting')
    .select([
      'meeting.id', 'meeting.number', 'meeting.kind', 'meeting.title', 'meeting.host_id as hostId', 'meeting.host_name as hostName', 'meeting.host_account_id as hostAccountId',
      'meeting.from_channel_id as fromChannelId', 'meeting.chat_channel_id as chatChannelId', 'meeting.state', 'meeting.guests_allowed as guestsAllowed', 'meeting.capacity',
      'meeting.started_at as startedAt', 'meeting.ended_at as endedAt',
      raw<number>`(select count(*)::int from attendee where attendee.meeting_id = meeting.id and attendee.state = 'present')`.as('presentCount'),
    ]);
}

/** A meeting nobody is in yet. Fails on the unique key when one runs in the channel, or by the host’s own number. */
export async function insertMeeting(sql: Sql, meeting: Omit<MeetingRow, 'startedAt' | 'endedAt' | 'presentCount' | 'state'> & { at: Date }): Promise<void> {
  await sql
    .insertInto('meeting')
    .values({
      id: meeting.id, number: meeting.number, kind: meeting.kind, title: meeting.title, host_id: meeting.hostId, host_name: meeting.hostName, host_account_id: meeting.hostAccountId,
      from_channel_id: meeting.fromChannelId, chat_channel_id: meeting.chatChannelId, state: 'waiting', guests_allowed: meeting.guestsAllowed, capacity: meeting.capacity,
      created_at: meeting.at, started_at: null, ended_at: null, empty_since: meeting.at,
    })
    .execute();
}

/** A meeting by its id, ended or not. */
export async function readMeeting(sql: Sql, id: MeetingId): Promise<MeetingRow | undefined> {
  return selectMeetings(sql).where('meeting.id', '=', id).executeTakeFirst();
}

/** A meeting by its own number, ended or not. */
export async function readMeetingByNumber(sql: Sql, number: string): Promise<MeetingRow | undefined> {
  return selectMeetings(sql).where('meeting.number', '=', number).executeTakeFirst();
}

/** The open meeting of this kind. */
export async function readOpenMeetingOfHost(sql: Sql, hostId: PersonId, kind: 'personal'): Promise<MeetingRow | undefined> {
  return selectMeetings(sql).where('meeting.host_id', '=', hostId).where('meeting.kind', '=', kind).where('meeting.ended_at', 'is', null).orderBy('meeting.created_at', 'desc').executeTakeFirst();
}

/** The meeting that runs in a channel. */
export async function readOpenMeetingOfChannel(sql: Sql, channelId: ChannelId): Promise<MeetingRow | undefined> {
  return selectMeetings(sql).where('meeting.from_channel_id', '=', channelId).where('meeting.ended_at', 'is', null).executeTakeFirst();
}

/** The meeting that runs in each of the channels. */
export async function readRunningMeetings(sql: Sql, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, MeetingId>> {
  if (channelIds.length === 0) return new Map();
  const rows = await sql.selectFrom('meeting').select(['id', 'from_channel_id as channelId']).where('from_channel_id', 'in', [...channelIds]).where('ended_at', 'is', null).execute();
  return new Map(rows.flatMap(row => (row.channelId ? [[row.channelId, row.id] as const] : [])));
}

/** Open meetings a person hosts, has a seat in, or that run in a channel of theirs. */
export async function readJoinableMeetings(sql: Sql, personId: PersonId): Promise<MeetingRow[]> {
  return selectMeetings(sql)
    .where('meeting.ended_at', 'is', null)
    .where(eb =>
      eb.or([
        eb('meeting.host_id', '=', personId),
        eb.exists(eb.selectFrom('attendee').select('attendee.id').whereRef('attendee.meeting_id', '=', 'meeting.id').where('attendee.person_id', '=', personId).where('attendee.state', '!=', 'removed')),
        eb.exists(eb.selectFrom('channel_member').select('channel_member.member_id').whereRef('channel_member.channel_id', '=', 'meeting.from_channel_id').where('channel_member.member_id', '=', personId)),
      ]),
    )
    .orderBy('meeting.created_at', 'desc')
    .limit(50)
    .execute();
}

export interface PersonalNumber {
  personId: PersonId;
  displayName: string;
}

/** Whose personal number it is. */
export async function readOwnerOfNumber(sql: Sql, number: string): Promise<PersonalNumber | undefined> {
  return sql.selectFrom('person').select(['id as personId', 'display_name as displayName']).where('personal_meeting_number', '=', number).where('registration', '=', 'Registered').executeTakeFirst();
}

/** Locks the meeting, so that seats are counted and given one after the other, and reads it as it is then. */
export async function lockMeeting(sql: Sql, id: MeetingId): Promise<MeetingRow | undefined> {
  return selectMeetings(sql).where('meeting.id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** Sets what is given; `startedAt` only once. */
export async function updateMeetingState(sql: Sql, id: MeetingId, set: { state?: MeetingRow['state']; startedAt?: Date; endedAt?: Date; emptySince?: Date | null; guestsAllowed?: boolean }): Promise<void> {
  await sql
    .updateTable('meeting')
    .set(eb => ({
      ...(set.state !== undefined && { state: set.state }),
      ...(set.startedAt !== undefined && { started_at: eb.fn.coalesce('started_at', eb.val(set.startedAt)) }),
      ...(set.endedAt !== undefined && { ended_at: set.endedAt }),
      ...(set.emptySince !== undefined && { empty_since: set.emptySince }),
      ...(set.guestsAllowed !== undefined && { guests_allowed: set.guestsAllowed }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Ends an open meeting; false when it had ended before. The caller holds its lock. */
export async function endMeetingRow(sql: Sql, id: MeetingId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql.updateTable('meeting').set({ state: 'ended', ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await sql
    .updateTable('attendee')
    .set({ state: 'left', state_at: at, left_at: at, sharing: false })
    .where('meeting_id', '=', id)
    .where('state', 'in', ['waiting', 'admitted', 'present'])
    .execute();
  return true;
}

/** Since when nobody has been in, for a meeting that began, and for one that never did. */
export interface Abandoned {
  before: Date;
  unusedBefore: Date;
}

function selectAbandoned(sql: Sql, { before, unusedBefore }: Abandoned) {
  return sql
    .selectFrom('meeting')
    .select('meeting.id')
    .where('ended_at', 'is', null)
    .where(eb => eb.or([eb.and([eb('started_at', 'is not', null), eb('empty_since', '<', before)]), eb.and([eb('started_at', 'is', null), eb('empty_since', '<', unusedBefore)])]))
    // Somebody has a seat and is on the way; a seat whose media never comes is freed first.
    .where(eb => eb.not(eb.exists(eb.selectFrom('attendee').select('attendee.id').whereRef('attendee.meeting_id', '=', 'meeting.id').where('attendee.state', 'in', ['admitted', 'present']))));
}

/** Open meetings that nobody has been in for long; at most 100. */
export async function readAbandonedMeetings(sql: Sql, since: Abandoned): Promise<MeetingId[]> {
  return (await selectAbandoned(sql, since).limit(100).execute()).map(row => row.id);
}

/** Whether it still is one, asked under the meeting's lock. */
export async function isAbandoned(sql: Sql, id: MeetingId, since: Abandoned): Promise<boolean> {
  return (await selectAbandoned(sql, since).where('meeting.id', '=', id).executeTakeFirst()) !== undefined;
}

/** Numbers an event under the meeting’s row lock and writes it. */
export async function insertMeetingEvent(sql: Sql, id: MeetingId, kind: string, payload: Record<string, unknown>, at: Date): Promise<void> {
  await raw`
    with numbered as (update meeting set last_seq = last_seq + 1 where id = ${id} returning id, last_seq)
    insert into meeting_event (meeting_id, seq, kind, payload, created_at) select id, last_seq, ${kind}, ${JSON.stringify(payload)}::jsonb, ${at}::timestamptz from numbered`.execute(sql);
}

function selectAttendees(sql: Sql) {
  return sql
    .selectFrom('attendee')
    .leftJoin('person', 'person.id', 'attendee.person_id')
    .select([
      'attendee.id', 'attendee.meeting_id as meetingId', 'attendee.person_id as personId', 'attendee.guest_id as guestId', raw<string>`coalesce(person.display_name, attendee.name)`.as('name'),
      'person.picture_version as pictureVersion', 'attendee.is_host as isHost', 'attendee.state', 'attendee.sharing',
    ]);
}

/** The meeting’s seats in the order they were taken; at most 1,000. */
export async function readAttendees(sql: Sql, meetingId: MeetingId): Promise<AttendeeRow[]> {
  return selectAttendees(sql).where('attendee.meeting_id', '=', meetingId).orderBy('attendee.created_at').limit(1_000).execute();
}

/** Names of people who are in, the first few. */
export async function readPresentNames(sql: Sql, meetingId: MeetingId, limit: number): Promise<string[]> {
  const rows = await selectAttendees(sql).where('attendee.meeting_id', '=', meetingId).where('attendee.state', '=', 'present').orderBy('attendee.created_at').limit(limit).execute();
  return rows.map(row => row.name);
}

/** How many guests wait at the door. */
export async function countWaiting(sql: Sql, meetingId: MeetingId): Promise<number> {
  const row = await sql.selectFrom('attendee').select(raw<number>`count(*)::int`.as('count')).where('meeting_id', '=', meetingId).where('state', '=', 'waiting').executeTakeFirstOrThrow();
  return row.count;
}

/** A seat, with its person’s name as it is now. */
export async function readAttendee(sql: Sql, id: AttendeeId): Promise<AttendeeRow | undefined> {
  return selectAttendees(sql).where('attendee.id', '=', id).executeTakeFirst();
}

/** A person’s or guest’s seat in a meeting. */
export async function readSeat(sql: Sql, meetingId: MeetingId, holder: { personId: PersonId } | { guestId: GuestId }): Promise<AttendeeRow | undefined> {
  return selectAttendees(sql)
    .where('attendee.meeting_id', '=', meetingId)
    .where(eb => ('personId' in holder ? eb('attendee.person_id', '=', holder.personId) : eb('attendee.guest_id', '=', holder.guestId)))
    .executeTakeFirst();
}

/** Seats that count against the capacity, without `except`. */
export async function countSeats(sql: Sql, meetingId: MeetingId, except: AttendeeId | undefined): Promise<number> {
  const row = await sql
    .selectFrom('attendee')
    .select(raw<number>`count(*)::int`.as('count'))
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['admitted', 'present'])
    .$if(except !== undefined, query => query.where('id', '!=', except!))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Whether the host, or somebody of the host's account, is in: the condition for guests to be let in. */
export async function isHostSidePresent(sql: Sql, meeting: Pick<MeetingRow, 'id' | 'hostId' | 'hostAccountId'>): Promise<boolean> {
  const { rows } = await raw<{ present: boolean }>`
    select exists (
      select 1 from attendee a left join membership m on m.person_id = a.person_id and m.status = 'Joined'
      where a.meeting_id = ${meeting.id} and a.state = 'present' and a.person_id is not null and (a.person_id = ${meeting.hostId} or m.account_id = ${meeting.hostAccountId}::uuid)
    ) as present`.execute(sql);
  return rows[0]?.present ?? false;
}

/** A new seat. Fails on the unique key when its holder has one. */
export async function insertAttendee(
  sql: Sql,
  attendee: { id: AttendeeId; meetingId: MeetingId; personId: PersonId | null; guestId: GuestId | null; name: string; isHost: boolean; state: 'waiting' | 'admitted'; at: Date },
): Promise<void> {
  await sql
    .insertInto('attendee')
    .values({
      id: attendee.id, meeting_id: attendee.meetingId, person_id: attendee.personId, guest_id: attendee.guestId, name: attendee.name, is_host: attendee.isHost, state: attendee.state,
      state_at: attendee.at, created_at: attendee.at, joined_at: null, left_at: null,
    })
    .execute();
}

/**
 * Moves a seat to another state (only from `from`, where given), unless it was removed; the new row, or undefined when
 * nothing changed.
 */
export async function updateAttendeeState(sql: Sql, id: AttendeeId, state: AttendeeRow['state'], at: Date, from?: AttendeeRow['state']): Promise<AttendeeRow | undefined> {
  const changed = await sql
    .updateTable('attendee')
    .set({ state, state_at: at, ...(state === 'present' && { joined_at: at }), ...(state === 'left' && { left_at: at, sharing: false }) })
    .where('id', '=', id)
    .where('state', 'not in', ['removed', state])
    .$if(from !== undefined, query => query.where('state', '=', from!))
    .returning('id')
    .executeTakeFirst();
  return changed && readAttendee(sql, id);
}

/** Whether the seat’s holder shares their screen. */
export async function updateAttendeeSharing(sql: Sql, id: AttendeeId, sharing: boolean): Promise<AttendeeRow | undefined> {
  await sql.updateTable('attendee').set({ sharing }).where('id', '=', id).execute();
  return readAttendee(sql, id);
}

/** Who waits at the door, in the order they came; at most 250. */
export async function readWaiting(sql: Sql, meetingId: MeetingId): Promise<AttendeeRow[]> {
  return selectAttendees(sql).where('attendee.meeting_id', '=', meetingId).where('attendee.state', '=', 'waiting').orderBy('attendee.created_at').limit(250).execute();
}

/** Seats given before `before` whose media never came. */
export async function readStaleSeats(sql: Sql, before: Date): Promise<AttendeeRow[]> {
  return selectAttendees(sql)
    .innerJoin('meeting', 'meeting.id', 'attendee.meeting_id')
    .where('meeting.ended_at', 'is', null)
    .where('attendee.state', '=', 'admitted')
    .where('attendee.state_at', '<', before)
    .limit(500)
    .execute();
}

/** After a media node's end nobody is present until the node says so again; their seats are kept for a while. */
export async function markAllAbsent(sql: Sql, at: Date): Promise<void> {
  await sql.updateTable('attendee').set({ state: 'admitted', state_at: at, sharing: false }).where('state', '=', 'present').execute();
  await sql.updateTable('meeting').set({ empty_since: at }).where('ended_at', 'is', null).where('empty_since', 'is', null).execute();
}

/** Meetings in which a person or guest has a seat: what their sockets listen to. */
export async function readOpenSeats(sql: Sql, memberId: PersonId | GuestId): Promise<MeetingId[]> {
  const rows = await sql
    .selectFrom('attendee')
    .innerJoin('meeting', 'meeting.id', 'attendee.meeting_id')
    .select('meeting.id')
    .where('meeting.ended_at', 'is', null)
    .where('attendee.state', 'in', ['admitted', 'present'])
    .where(eb => eb.or([eb('attendee.person_id', '=', memberId as PersonId), eb('attendee.guest_id', '=', memberId as GuestId)]))
    .limit(20)
    .execute();
  return rows.map(row => row.id);
}

/** The seats of these people in open meetings. */
export async function readSeatsOf(sql: Sql, personIds: readonly PersonId[]): Promise<{ id: AttendeeId; meetingId: MeetingId; personId: PersonId }[]> {
  if (personIds.length === 0) return [];
  return sql
    .selectFrom('attendee')
    .innerJoin('meeting', 'meeting.id', 'attendee.meeting_id')
    .select(['attendee.id', 'meeting.id as meetingId', 'attendee.person_id as personId'])
    .where('meeting.ended_at', 'is', null)
    .where('attendee.state', 'in', ['waiting', 'admitted', 'present'])
    .where('attendee.person_id', '=', raw<PersonId>`any(${[...personIds]}::uuid[])`)
    .orderBy('meeting.id')
    .$narrowType<{ personId: PersonId }>()
    .execute();
}

/** Another name for a person in all meetings they hosted or were in; titles that name the host name them so. */
export async function blankInMeetings(sql: Sql, personId: PersonId, name: string): Promise<void> {
  await sql.updateTable('attendee').set({ name }).where('person_id', '=', personId).execute();
  await sql
    .updateTable('meeting')
    .set(eb => ({ host_name: name, title: eb.fn<string>('replace', ['title', 'host_name', eb.val(name)]) }))
    .where('host_id', '=', personId)
    .execute();
}

/** Meetings of an account that is deleted for good. */
export async function forgetHostAccount(sql: Sql, accountId: AccountId): Promise<void> {
  await sql.updateTable('meeting').set({ host_account_id: null }).where('host_account_id', '=', accountId).execute();
}

/** What a media node must obey: removed attendees of open meetings, and meetings that ended within a token's life. */
export async function readStandingOrders(sql: Sql, endedAfter: Date): Promise<{ meetingId: MeetingId; ended: boolean; removedAttendeeIds: AttendeeId[] }[]> {
  const removed = await sql
    .selectFrom('attendee')
    .innerJoin('meeting', 'meeting.id', 'attendee.meeting_id')
    .select(['meeting.id as meetingId', 'attendee.id as attendeeId'])
    .where('meeting.ended_at', 'is', null)
    .where('attendee.state', '=', 'removed')
    .execute();
  const ended = await sql.selectFrom('meeting').select('id').where('ended_at', '>', endedAfter).execute();
  const open = new Map<MeetingId, AttendeeId[]>();
  for (const row of removed) open.set(row.meetingId, [...(open.get(row.meetingId) ?? []), row.attendeeId]);
  return [...ended.map(row => ({ meetingId: row.id, ended: true, removedAttendeeIds: [] })), ...[...open].map(([meetingId, removedAttendeeIds]) => ({ meetingId, ended: false, removedAttendeeIds }))];
}
