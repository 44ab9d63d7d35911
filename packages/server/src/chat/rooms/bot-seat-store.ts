import { sql as raw } from 'kysely';
import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import type { Sql } from '../../platform/database/database.js';

/** SQL about bots' seats in rooms. `member_count` counts people, so nothing is counted here. */

/** In a locked channel. False when the bot is in it. */
export async function insertBotSeat(sql: Sql, channelId: ChannelId, botId: BotId, at: Date, invitedBy: string): Promise<boolean> {
  const { rows } = await raw`
    insert into channel_member (channel_id, member_id, member_kind, role, joined_seq, joined_at, last_read_ordinal, invited_by)
    select id, ${botId}::uuid, 'bot', 'Member', last_seq, ${at}::timestamptz, message_count, ${invitedBy}::text from channel where id = ${channelId}
    on conflict (channel_id, member_id) do nothing returning member_id`.execute(sql);
  return rows.length > 0;
}

/** False when it was not in it. */
export async function deleteBotSeat(sql: Sql, channelId: ChannelId, botId: BotId): Promise<boolean> {
  const { rows } = await raw`delete from channel_member where channel_id = ${channelId} and member_id = ${botId}::uuid and member_kind = 'bot' returning member_id`.execute(sql);
  return rows.length > 0;
}

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
