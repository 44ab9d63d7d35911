import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../../ctx.js';
import { accessPeople, accessSelf } from '../../users/access.js';
import { getMe } from '../../users/update-me.js';
import { lockRoomAsAdministrator } from '../access.js';
import { announce, announceJoined } from '../announce.js';
import { refuseAssistant } from '../assistant-conversation.js';
import { checkRoomName } from '../model.js';
import { getChannel } from '../present-channels.js';
import { insertChannel, insertMembers, updateChannelName } from '../store.js';

/** A room belongs to the account its creator is in, to none if in none (RET-18). The creator administers it. */
export async function createRoom(ctx: Ctx, name: string, personIds: readonly PersonId[]): Promise<Channel> {
  const self = accessSelf(ctx);
  const roomName = checkRoomName(name);
  const others = [...new Set(personIds)].filter(id => id !== self);
  refuseAssistant(others);
  await accessPeople(ctx, others);
  const me = await getMe(ctx);
  return ctx.tx(async tx => {
    const id: ChannelId = ctx.ids.next<'Channel'>();
    const at = ctx.now();
    await insertChannel(tx.sql, { id, kind: 'room', accountId: me.account?.id ?? null, name: roomName, peopleKey: null, createdBy: self, at });
    const seats = [{ id: self, kind: 'person' as const, role: 'Administrator' as const }, ...others.map(person => ({ id: person, kind: 'person' as const, role: 'Member' as const }))];
    await insertMembers(tx.sql, id, seats, at, self);
    await announceJoined(ctx, tx, id, [self, ...others]);
    return getChannel(ctx, id, tx.sql);
  });
}

/** For the room's administrators. */
export async function renameRoom(ctx: Ctx, id: ChannelId, name: string): Promise<void> {
  const roomName = checkRoomName(name);
  await ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, id);
    await updateChannelName(tx.sql, id, roomName, ctx.now());
    await announce(ctx, tx, id, { kind: 'renamed', name: roomName, by: accessSelf(ctx) });
  });
}
