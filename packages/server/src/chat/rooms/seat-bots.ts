import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import type { AccountId, BotId, ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { RoomBot } from '@carillon/wire/rest/bots.js';
import { findBotByEmail } from '../../bots/find-bot.js';
import type { BotRow } from '../../bots/model.js';
import { queueEvents, queueRemoval } from '../../bots/queue-events.js';
import type { Ctx, Tx } from '../../ctx.js';
import { accessSelf } from '../../users/access.js';
import { accessChannel, lockRoomAsAdministrator } from '../access.js';
import { readMember } from '../store.js';
import { seatProgram, unseatProgram } from '../programs/program-seats.js';
import { deleteProgramSeat, readProgram } from '../programs/program-store.js';
import { readBotSeats, type BotSeatRow } from './bot-seat-store.js';

/** Who adds or removes a bot: a person of the room, or null for an administrator through the API; and the address the bot is told. */
interface By {
  person: PersonId | null;
  sender: string;
}

/**
 * A bot into a locked room of its account; it is told (guide, BEV-01). Refused for one that is stopped or has no endpoint (BOT-03, BOT-08), Conflict for one that is there.
 */
export async function seatBot(ctx: Ctx, tx: Tx, room: { id: ChannelId; accountId: AccountId | null }, bot: BotRow, by: By & { invitedBy: string }): Promise<void> {
  if (bot.accountId !== room.accountId) throw notFound('bot');
  if (bot.disabled) throw badRequest('This bot is stopped. Only one that runs can be added.', 'bot-stopped');
  if (bot.endpoint === null && bot.lambdaArn === null) throw badRequest('This bot has no endpoint yet: it could not hear anybody.', 'bot-unreachable');
  if (await readProgram(tx.sql, room.id, bot.id)) throw new ApiError('Conflict', 'This bot is a member of the room already.', { reason: 'bot-there' });
  await seatProgram(ctx, tx, room.id, { kind: 'bot', id: bot.id, name: bot.displayName }, by.person, by.invitedBy);
  await queueEvents(ctx, tx, [bot.id], { type: 'Invite', channelId: room.id, sender: by.sender });
}

/** Out of a locked room; it is told (BEV-04). NotFound for one that is not in it. */
export async function unseatBot(ctx: Ctx, tx: Tx, room: { id: ChannelId }, bot: { id: BotId }, by: By): Promise<void> {
  if (!(await unseatProgram(ctx, tx, room.id, bot.id, by.person))) throw notFound('bot');
  await queueRemoval(ctx, tx, [bot.id], room.id, by.sender);
}

/** Of a room that goes. */
export async function unseatAllBots(ctx: Ctx, tx: Tx, channelId: ChannelId): Promise<void> {
  for (const bot of await readBotSeats(tx.sql, channelId)) {
    await deleteProgramSeat(tx.sql, channelId, bot.id);
    await queueRemoval(ctx, tx, [bot.id], channelId, bot.email);
  }
}

/** For every member of the room. */
export async function listRoomBots(ctx: Ctx, channelId: ChannelId): Promise<RoomBot[]> {
  const room = await accessChannel(ctx, channelId);
  return room.kind === 'room' ? (await readBotSeats(ctx.sql, channelId)).map(present) : [];
}

/** The room's administrators add a bot by its address (guide, BOT-13); bots of other accounts look as if there were none. */
export async function addRoomBot(ctx: Ctx, channelId: ChannelId, email: string): Promise<RoomBot> {
  const self = accessSelf(ctx);
  return ctx.tx(async tx => {
    const room = await lockRoomAsAdministrator(ctx, tx, channelId);
    const bot = room.accountId === null ? undefined : await findBotByEmail(tx, room.accountId, email);
    if (!bot) throw notFound('bot');
    await seatBot(ctx, tx, room, bot, { person: self, invitedBy: self, sender: await addressOf(tx, channelId, self) });
    return present({ id: bot.id, name: bot.displayName, email: bot.email, disabled: false, reachable: true });
  });
}

/** The room's administrators remove a bot, a stopped one too. */
export async function removeRoomBot(ctx: Ctx, channelId: ChannelId, botId: BotId): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, channelId);
    const bot = (await readBotSeats(tx.sql, channelId)).find(each => each.id === botId);
    if (!bot) throw notFound('bot');
    await unseatBot(ctx, tx, { id: channelId }, { id: bot.id }, { person: self, sender: await addressOf(tx, channelId, self) });
  });
}

async function addressOf(tx: Tx, channelId: ChannelId, self: PersonId): Promise<string> {
  const person = await readMember(tx.sql, channelId, self);
  if (!person) throw notFound('room');
  return person.email;
}

function present({ id, name, email, disabled, reachable }: BotSeatRow): RoomBot {
  return { id, name, email, state: disabled ? 'stopped' : reachable ? 'ready' : 'unreachable' };
}
