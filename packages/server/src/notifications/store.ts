import { sql as raw } from 'kysely';
import type { ChannelId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { Mention, Sender } from '@carillon/wire/rest/chat.js';
import type { NotificationSettings } from '@carillon/wire/rest/notifications.js';
import type { Sql } from '../platform/database/database.js';
import { DEFAULT_SETTINGS, type PushTarget } from './model.js';

/** A person's settings, the usual ones while they changed none. */
export async function readSettings(sql: Sql, personId: PersonId): Promise<NotificationSettings> {
  const row = await sql
    .selectFrom('notification_settings')
    .select(['desktop', 'mobile', 'calls', 'push_content as pushContent', 'digest', 'digest_content as digestContent'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? DEFAULT_SETTINGS;
}

/** Sets all of them. */
export async function writeSettings(sql: Sql, personId: PersonId, settings: NotificationSettings): Promise<void> {
  const { desktop, mobile, calls, pushContent, digest, digestContent } = settings;
  const set = { desktop, mobile, calls, push_content: pushContent, digest, digest_content: digestContent };
  await sql.insertInto('notification_settings').values({ person_id: personId, ...set, digest_sent_at: null }).onConflict(conflict => conflict.column('person_id').doUpdateSet(set)).execute();
}

export interface NewSubscription {
  sessionId: SessionId;
  personId: PersonId;
  endpoint: string;
  p256dh: Buffer;
  auth: Buffer;
  mobile: boolean;
  at: Date;
}

/** A browser is one session's: an earlier session of the same browser loses it. */
export async function writeSubscription(sql: Sql, { sessionId, personId, endpoint, p256dh, auth, mobile, at }: NewSubscription): Promise<void> {
  await sql.deleteFrom('push_subscription').where('endpoint', '=', endpoint).where('session_id', '!=', sessionId).execute();
  const set = { endpoint, p256dh, auth, mobile, created_at: at };
  await sql.insertInto('push_subscription').values({ session_id: sessionId, person_id: personId, ...set }).onConflict(conflict => conflict.column('session_id').doUpdateSet(set)).execute();
}

export async function deleteSubscription(sql: Sql, sessionId: SessionId): Promise<void> {
  await sql.deleteFrom('push_subscription').where('session_id', '=', sessionId).execute();
}

/** Whether any browser takes pushes: on many servers none does. */
export async function isAnySubscribed(sql: Sql): Promise<boolean> {
  return (await sql.selectFrom('push_subscription').select('session_id').limit(1).executeTakeFirst()) !== undefined;
}

export async function isSubscribed(sql: Sql, sessionId: SessionId): Promise<boolean> {
  return (await sql.selectFrom('push_subscription').select('session_id').where('session_id', '=', sessionId).executeTakeFirst()) !== undefined;
}

/** Which of the channel's people take pushes, but for the one it comes from, and the channel's kind; none for a meeting's chat. */
export async function readPushTargets(sql: Sql, channelId: ChannelId, fromId: string, now: Date, limit: number): Promise<(PushTarget & { channelKind: string })[]> {
  const { rows } = await raw<PushTarget & { channelKind: string }>`
    select push.session_id as "sessionId", push.person_id as "personId", push.endpoint, push.p256dh, push.auth, push.mobile as "isMobile",
      person.presence_mode as "presenceMode", person.locale, case when push.mobile then seat.mobile_notification_level else seat.notification_level end as "channelLevel", channel.kind as "channelKind",
      coalesce(settings.desktop, 'always') as desktop, coalesce(settings.mobile, 'always') as mobile, coalesce(settings.calls, true) as calls,
      coalesce(settings.push_content, false) as "pushContent", coalesce(settings.digest, true) as digest, coalesce(settings.digest_content, false) as "digestContent"
    from channel
    join channel_member seat on seat.channel_id = channel.id and seat.member_kind = 'person' and seat.member_id <> ${fromId}
    join push_subscription push on push.person_id = seat.member_id
    join session on session.id = push.session_id and session.expires_at > ${now}
    join person on person.id = push.person_id and person.registration = 'Registered'
    left join notification_settings settings on settings.person_id = person.id
    where channel.id = ${channelId} and channel.kind <> 'meeting'
    order by push.person_id limit ${limit}`.execute(sql);
  return rows;
}

export interface MissedMessage {
  personId: PersonId;
  email: string;
  locale: string | null;
  channelId: ChannelId;
  channelName: string | null;
  channelKind: string;
  channelLevel: string;
  senderName: string;
  senderKind: Sender['kind'];
  content: string;
  mentions: Mention[];
  withContent: boolean;
}

/**
 * Unread direct messages and mentions since `since`, in order of people, of those who want the mail and had none since `lastBefore`; people after the
 * given one alone.
 */
export async function readMissed(sql: Sql, wanted: { since: Date; lastBefore: Date; after: PersonId | undefined; limit: number }): Promise<MissedMessage[]> {
  const { rows } = await raw<MissedMessage>`
    select person.id as "personId", person.email, person.locale, channel.id as "channelId", channel.name as "channelName", channel.kind as "channelKind",
      seat.notification_level as "channelLevel", message.sender_name as "senderName", message.sender_kind as "senderKind", message.content, message.mentions, coalesce(settings.digest_content, false) as "withContent"
    from channel
    join message on message.channel_id = channel.id and message.created_at > ${wanted.since} and message.redacted_at is null
    join channel_member seat on seat.channel_id = channel.id and seat.member_kind = 'person' and seat.member_id <> message.sender_id
      and message.ordinal > seat.last_read_ordinal and message.created_at >= seat.joined_at
    join person on person.id = seat.member_id and person.registration = 'Registered' and person.presence_mode <> 'dnd'
    left join notification_settings settings on settings.person_id = person.id
    where channel.last_event_at > ${wanted.since} and channel.kind <> 'meeting'
      and (channel.kind = 'direct' or (message.mentions <> '[]'::jsonb and (jsonb_exists(message.mentions, person.id::text) or jsonb_exists(message.mentions, 'all'))))
      and coalesce(settings.digest, true)
      and (settings.digest_sent_at is null or (settings.digest_sent_at <= ${wanted.lastBefore} and message.created_at > settings.digest_sent_at))
      ${wanted.after === undefined ? raw`` : raw`and person.id > ${wanted.after}`}
    order by person.id, message.created_at, message.id limit ${wanted.limit}`.execute(sql);
  return rows;
}

/** Remembers that a mail went out. False when another node did so since `lastBefore`. */
export async function claimDigest(sql: Sql, personId: PersonId, at: Date, lastBefore: Date): Promise<boolean> {
  const { rows } = await raw<{ personId: PersonId }>`
    insert into notification_settings (person_id, digest_sent_at) values (${personId}, ${at})
    on conflict (person_id) do update set digest_sent_at = excluded.digest_sent_at where notification_settings.digest_sent_at is null or notification_settings.digest_sent_at <= ${lastBefore}
    returning person_id as "personId"`.execute(sql);
  return rows.length > 0;
}

/** All of a person's. */
export async function deleteNotificationsOf(sql: Sql, personId: PersonId): Promise<void> {
  await sql.deleteFrom('push_subscription').where('person_id', '=', personId).execute();
  await sql.deleteFrom('notification_settings').where('person_id', '=', personId).execute();
}
