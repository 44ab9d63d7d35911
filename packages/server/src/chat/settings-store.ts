import { sql as raw } from 'kysely';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { ChannelKind, ChannelSettings, Mention } from '@carillon/wire/rest/chat.js';
import type { Sql } from '../platform/database/database.js';
import type { ChannelRow } from './model.js';

/** SQL about what members set for themselves. */

type SettingsRow = Pick<ChannelRow, 'favourite' | 'visibility' | 'desktop' | 'mobile' | 'position'>;
const SETTINGS = ['favourite', 'visibility', 'notification_level as desktop', 'mobile_notification_level as mobile', 'position'] as const;

/** Changes those that are given; the seat's settings afterwards, undefined without a seat. */
export async function updateSettings(sql: Sql, channelId: ChannelId, personId: PersonId, { favourite, hidden, desktop, mobile }: Partial<Omit<ChannelSettings, 'position'>>): Promise<SettingsRow | undefined> {
  return sql
    .updateTable('channel_member')
    .set(eb => ({
      favourite: favourite ?? eb.ref('favourite'),
      visibility: hidden === undefined ? eb.ref('visibility') : hidden ? 'hidden' : 'visible',
      notification_level: desktop ?? eb.ref('notification_level'),
      mobile_notification_level: mobile ?? eb.ref('mobile_notification_level'),
      // A place among the favourites ends with being one.
      position: favourite === false ? null : eb.ref('position'),
    }))
    .where('channel_id', '=', channelId)
    .where('member_id', '=', personId)
    .returning(SETTINGS)
    .executeTakeFirst();
}

/** Those of `channelIds` that are favourites of the person get their place in this order, all others lose theirs; returns the placed ones in order. */
export async function updatePositions(sql: Sql, personId: PersonId, channelIds: readonly ChannelId[]): Promise<ChannelId[]> {
  const favourites = await sql.selectFrom('channel_member').select('channel_id as id').where('member_id', '=', personId).where('favourite', '=', true).execute();
  const known = new Set(favourites.map(row => row.id));
  const placed = channelIds.filter(id => known.has(id));
  await sql.updateTable('channel_member').set({ position: null }).where('member_id', '=', personId).where('position', 'is not', null).execute();
  if (placed.length > 0) {
    await sql
      .updateTable('channel_member')
      .set({ position: raw<number>`array_position(array[${raw.join(placed)}]::uuid[], channel_id) - 1` })
      .where('member_id', '=', personId)
      .where('channel_id', 'in', placed)
      .execute();
  }
  return placed;
}

/** People who hid this channel; of a room, those of them whom `mentions` names. */
export async function readHidden(sql: Sql, channelId: ChannelId, mentions: readonly Mention[]): Promise<{ id: PersonId; kind: ChannelKind }[]> {
  const named = mentions.filter((one): one is PersonId => one !== 'all' && one !== 'present');
  return sql
    .selectFrom('channel_member')
    .innerJoin('channel', 'channel.id', 'channel_member.channel_id')
    // Guests set nothing.
    .select(['channel_member.member_id as id', 'channel.kind'])
    .$narrowType<{ id: PersonId }>()
    .where('channel_id', '=', channelId)
    .where('visibility', '=', 'hidden')
    .$if(!mentions.includes('all'), query => query.where(eb => eb.or([eb('channel.kind', 'in', ['direct', 'group']), ...(named.length > 0 ? [eb('channel_member.member_id', 'in', named)] : [])])))
    .orderBy('channel_member.member_id')
    .execute();
}

export async function updateVisible(sql: Sql, channelId: ChannelId, people: readonly PersonId[]): Promise<void> {
  if (people.length > 0) await sql.updateTable('channel_member').set({ visibility: 'visible' }).where('channel_id', '=', channelId).where('member_id', 'in', [...people]).execute();
}
