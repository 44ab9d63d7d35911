import { badRequest } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../../ctx.js';
import { accessSelf } from '../../users/access.js';
import { presentPerson, type PersonRow } from '../../users/model.js';
import { forgetRequests } from './access-requests.js';
import { announce, announceJoined } from '../announce.js';
import { ROOM_SIZE_MAX, type ChannelRow } from '../model.js';
import { insertMembers } from '../store.js';

/** Adds people to a locked room, and tells everybody; those who are in it already stay as they are. Returns who came. */
export async function seatPeople(ctx: Ctx, tx: Tx, room: ChannelRow, people: readonly PersonRow[]): Promise<PersonId[]> {
  if (room.memberCount + people.length > ROOM_SIZE_MAX) throw badRequest(`A room has at most ${ROOM_SIZE_MAX} members.`, 'room-full');
  const by = accessSelf(ctx);
  // People were given, people come back.
  const added = (await insertMembers(tx.sql, room.id, people.map(person => ({ id: person.id, kind: 'person', role: 'Member' })), ctx.now(), by)) as PersonId[];
  await announce(ctx, tx, room.id, ...people.filter(one => added.includes(one.id)).map(person => ({ kind: 'member-added' as const, person: presentPerson(person), role: 'Member' as const, by })));
  await forgetRequests(ctx, tx, room.id, added);
  await announceJoined(ctx, tx, room.id, added);
  return added;
}
