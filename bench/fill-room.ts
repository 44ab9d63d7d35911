import { sql as raw } from 'kysely';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '@carillon/server/platform/database/database.js';

/** Whole blocks of the table of words, so that each is written once. */
const BATCH = 2_048;

export interface RoomFill {
  channelId: ChannelId;
  senderId: PersonId;
  count: number;
  /** Of the vocabulary in each message, besides `riunione`: filling takes as long as indexing them. */
  words: number;
  /** When the last message was written; each is a second after the one before. */
  newestAt: Date;
  say(line: string): void;
}

/**
 * Messages of a room, with their entries in the log, written in bulk: words of a vocabulary in which some are a thousand times as frequent as
 * others, `riunione` in each, `ornitorinco` in one message in the middle.
 */
export async function fillRoom(sql: Sql, { channelId, senderId, count, words, newestAt, say }: RoomFill): Promise<void> {
  for (let first = 1, last = 0; last < count; first = last + 1) {
    last = Math.min(count, first - (first % BATCH) + BATCH - 1);
    await raw`
      with written as (
        insert into message (channel_id, seq, ordinal, id, sender_id, sender_kind, sender_name, content, client_token, created_at)
        select ${channelId}::uuid, n, n, gen_random_uuid(), ${senderId}::uuid, 'person', 'Olga',
          'riunione ' || case when n = ${Math.floor(count / 2)}::bigint then 'ornitorinco ' else '' end
            || (select string_agg('parola' || floor(20000 * power(random(), 3))::int, ' ') from generate_series(1, ${words}::int) k where n > 0),
          'bench-' || n, ${newestAt}::timestamptz - make_interval(secs => ${count}::bigint - n)
        from generate_series(${first}::bigint, ${last}::bigint) n returning channel_id, seq, created_at
      )
      insert into channel_event (channel_id, seq, kind, payload, created_at) select channel_id, seq, 'message', '{}', created_at from written`.execute(sql);
    await raw`update channel set last_seq = ${last}, message_count = ${last} where id = ${channelId}`.execute(sql);
    if (first % (BATCH * 50) === 0) say(`${last} messages`);
  }
}

/** As the server does by itself: the embedded database on the hour, PostgreSQL when it likes. */
export async function tidyUp(database: { kind: string; sql: Sql; tidyUp(): Promise<void> }): Promise<void> {
  if (database.kind === 'pglite') return database.tidyUp();
  for (const table of ['message', 'message_word', 'channel', 'channel_event', 'channel_member', 'person', 'session']) await raw.raw(`vacuum (analyze) ${table}`).execute(database.sql);
}
