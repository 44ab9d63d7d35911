import { badRequest, forbidden, notFound } from '@carillon/kernel/errors.js';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { ACCESS_REQUESTS_MAX, type AccessRequest, type RoomDoor } from '@carillon/wire/rest/rooms.js';
import type { Ctx, Tx } from '../../ctx.js';
import { accessSelf } from '../../users/access.js';
import { presentPerson } from '../../users/model.js';
import { accessRoomAsAdministrator, lockRoomAsAdministrator } from '../access.js';
import { denyRequest, deleteRequests, insertRequest, readAsker, readDoor, readRequests, updateRequestCount, type DoorRow } from './access-request-store.js';
import { announce } from '../announce.js';
import { seatPeople } from './seat-people.js';
import { lockChannel } from '../store.js';

/** A refusal holds for so long. */
const DENIED_MS = DAY_MS;

/** The room as a colleague finds it who is no member (product-facts, section 5); NotFound for everybody else, as for no room. */
export async function getRoomDoor(ctx: Ctx, id: ChannelId): Promise<RoomDoor> {
  return presentDoor(ctx, await accessDoor(ctx, id));
}

/** Asks to be let in; the administrators see it at once. Once more changes nothing. */
export async function askForAccess(ctx: Ctx, id: ChannelId): Promise<RoomDoor> {
  const self = accessSelf(ctx);
  return ctx.tx(async tx => {
    await lockChannel(tx.sql, id);
    const row = await accessDoor(ctx, id, tx);
    const door = presentDoor(ctx, row);
    if (door.state === 'asked') return door;
    if (door.state === 'denied') throw forbidden('The room’s administrators did not let you in. Ask again tomorrow.', 'access-denied');
    if (row.requestCount >= ACCESS_REQUESTS_MAX) throw badRequest('Too many people ask to be let into this room. Try again later.', 'too-many-requests');
    await insertRequest(tx.sql, id, self, ctx.now());
    await tellCount(ctx, tx, id);
    return { ...door, state: 'asked' };
  });
}

/** Who waits at the door, for the room's administrators. */
export async function listAccessRequests(ctx: Ctx, id: ChannelId): Promise<AccessRequest[]> {
  await accessRoomAsAdministrator(ctx, id);
  const rows = await readRequests(ctx.sql, id, ACCESS_REQUESTS_MAX);
  return rows.map(row => ({ person: presentPerson(row), askedAt: row.askedAt.toISOString() }));
}

/** Lets in or refuses; NotFound when the question was answered or withdrawn, or its asker left the account. */
export async function answerAccessRequest(ctx: Ctx, id: ChannelId, personId: PersonId, approve: boolean): Promise<void> {
  await ctx.tx(async tx => {
    const room = await lockRoomAsAdministrator(ctx, tx, id);
    if (approve) {
      const asker = await readAsker(tx.sql, id, personId);
      if (!asker) throw notFound('request');
      return void (await seatPeople(ctx, tx, room, [asker]));
    }
    if (!(await denyRequest(tx.sql, id, personId, ctx.now()))) throw notFound('request');
    await tellCount(ctx, tx, id);
  });
}

/** These people need not ask any more. The caller holds the room's lock. */
export async function forgetRequests(ctx: Ctx, tx: Tx, id: ChannelId, people: readonly PersonId[]): Promise<void> {
  if (await deleteRequests(tx.sql, id, people)) await tellCount(ctx, tx, id);
}

async function tellCount(ctx: Ctx, tx: Tx, id: ChannelId): Promise<void> {
  const count = await updateRequestCount(tx.sql, id);
  if (count !== undefined) await announce(ctx, tx, id, { kind: 'access-requests', count });
}

async function accessDoor(ctx: Ctx, id: ChannelId, { sql }: { sql: Tx['sql'] } = ctx): Promise<DoorRow> {
  const row = await readDoor(sql, id, accessSelf(ctx));
  if (!row) throw notFound('room');
  return row;
}

function presentDoor(ctx: Ctx, row: DoorRow): RoomDoor {
  const denied = row.deniedAt !== null && ctx.clock.now() - row.deniedAt.getTime() < DENIED_MS;
  return { name: row.name, memberCount: row.memberCount, state: denied ? 'denied' : row.askedAt !== null && row.deniedAt === null ? 'asked' : 'closed' };
}
