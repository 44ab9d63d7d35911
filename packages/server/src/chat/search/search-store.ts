import { sql as raw } from 'kysely';
import type { ChannelId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../../platform/database/database.js';

/** SQL of search; what it reads is kept by the triggers of migration 0012. */

export interface SearchableChannel {
  id: ChannelId;
  lastSeq: number;
}

/** The conversations and rooms a person sits in, newest activity first; only the one when it is given. */
export async function readSearchable(sql: Sql, personId: PersonId, only: ChannelId | undefined, limit: number): Promise<SearchableChannel[]> {
  return sql
    .selectFrom('channel_member as seat')
    .innerJoin('channel', 'channel.id', 'seat.channel_id')
    .select(['channel.id', 'channel.last_seq as lastSeq'])
    .where('seat.member_id', '=', personId)
    .where('channel.kind', '!=', 'meeting')
    .$if(only !== undefined, query => query.where('channel.id', '=', only!))
    .orderBy('channel.last_event_at', 'desc')
    .limit(limit)
    .execute();
}

/** For each word that was typed its stems, parted by spaces; words that say nothing in either language are left out. */
export async function readStems(sql: Sql, typed: string): Promise<string[]> {
  const { rows } = await raw<{ stems: string }>`
    select array_to_string(stems(t.word), ' ') as stems
    from regexp_split_to_table(plain_words(${typed}), '\\s+') with ordinality as t (word, place)
    where cardinality(stems(t.word)) > 0 order by place`.execute(sql);
  return [...new Set(rows.map(row => row.stems))];
}

/** Where in a channel to begin: at or below a number, and not after a moment where there is one. */
export interface SearchStart {
  id: ChannelId;
  seq: number;
  notAfter: Date | null;
}

export interface FoundRow {
  channelId: ChannelId;
  seq: number;
  /** False: the search gave up here, and goes on at this number and below. */
  hit: boolean;
  /** Null for a hit that is gone by now. */
  id: MessageId | null;
  at: Date;
}

/** In each of the channels the newest messages with all terms, at most `hitsMax`, in at most `stepsMax` steps each. */
export async function findHits(sql: Sql, starts: readonly SearchStart[], terms: readonly string[], hitsMax: number, stepsMax: number): Promise<FoundRow[]> {
  if (starts.length === 0) return [];
  const { rows } = await raw<FoundRow>`
    select one.id as "channelId", found.seq, found.hit, case when message.seq = found.seq then message.id end as id, message.created_at as at
    from jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) as one (id uuid, seq bigint, "notAfter" timestamptz)
    cross join lateral (
      select case when one."notAfter" is null then one.seq
        else least(one.seq, (select m.seq from message m where m.channel_id = one.id and m.created_at <= one."notAfter" order by m.created_at desc, m.seq desc limit 1)) end as seq
      where one."notAfter" is null or exists (select 1 from message m where m.channel_id = one.id and m.created_at <= one."notAfter")
    ) start
    cross join lateral find_messages(one.id, array[${raw.join(terms)}]::text[], start.seq, ${hitsMax}::int, ${stepsMax}::int) found
    cross join lateral (
      select m.id, m.seq, m.created_at from message m where m.channel_id = one.id and m.seq <= found.seq order by m.seq desc limit 1
    ) message`.execute(sql);
  return rows.map(row => ({ ...row, seq: Number(row.seq) }));
}
