import { sql as raw } from 'kysely';
import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import type { Sql } from '../../platform/database/database.js';

/** Bots in a room with what is known of them; their seats as such are those of programs (`programs/program-store.ts`). */

export interface BotSeatRow {
  id: BotId;
  name: string;
  email: string;
  disabled: boolean;
  reachable: boolean;
}

/** Bots in a room, by name. */
export async function readBotSeats(sql: Sql, channelId: ChannelId): Promise<BotSeatRow[]> {
  const { rows } = await raw<BotSeatRow>`
    select bot.id, bot.display_name as name, bot.email, bot.disabled, (bot.endpoint is not null or bot.lambda_arn is not null) as reachable
    from channel_member seat join bot on bot.id = seat.member_id
    where seat.channel_id = ${channelId} and seat.member_kind = 'bot' order by lower(bot.display_name), bot.id`.execute(sql);
  return rows;
}
