import { sql as raw } from 'kysely';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { PresenceMode } from '@carillon/wire/rest/identity.js';
import type { Sql } from '../platform/database/database.js';

export interface ActivityRow {
  readonly messagesSent: number;
  readonly lastActiveAt: Date | null;
  readonly presenceMode: PresenceMode;
}

/** Messages are counted by the index of words, which has a row for every 512 numbers of a channel: history may be long. */
export async function readActivity(sql: Sql, id: PersonId): Promise<ActivityRow> {
  return sql
    .selectFrom('person')
    .select(eb => [
      'last_active_at as lastActiveAt', 'presence_mode as presenceMode',
      eb.fn.coalesce(
        eb.selectFrom('channel_member')
          .innerJoin('message_word', join => join.onRef('message_word.channel_id', '=', 'channel_member.channel_id').on('message_word.word', '=', `@${id}`))
          .select(raw<number>`sum(cardinality(message_word.offsets))::float8`.as('count'))
          .where('channel_member.member_id', '=', id),
        eb.val(0),
      ).as('messagesSent'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
