import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { AccountPurge } from '../accounts/purge-accounts.js';
import type { Ctx, Tx } from '../ctx.js';
import { presentPerson, type PersonRow } from '../users/model.js';
import type { PersonPurge } from '../users/purge-people.js';
import { readRequestedChannels } from './rooms/access-request-store.js';
import { forgetRequests } from './rooms/access-requests.js';
import { announce } from './announce.js';
import { deleteBlocksOf } from './block-store.js';
import { DELETE_CHANNEL } from './meeting-chat.js';
import { blankPersonInEvents, blankSender, countLivingMembers, detachRooms, readLongestMember, readSeatsOfPerson } from './purge-store.js';
import { countOtherMembers, deleteMember, lockChannel, readMember, updateMemberRole } from './store.js';

/**
 * A deleted person leaves their rooms; conversations stay to the others, and go when all who were in them are deleted. The logs of
 * those channels say no more who it was.
 */
export const purgePerson: PersonPurge = async (ctx, tx, personId) => {
  for (const channelId of await readRequestedChannels(tx.sql, personId)) {
    await lockChannel(tx.sql, channelId);
    await forgetRequests(ctx, tx, channelId, [personId]);
  }
  await deleteBlocksOf(tx.sql, personId);
  for (const { channelId, kind } of await readSeatsOfPerson(tx.sql, personId)) {
    await lockChannel(tx.sql, channelId);
    const person = await readMember(tx.sql, channelId, personId);
    if (!person) continue;
    await blankPersonInEvents(tx.sql, channelId, person);
    await blankSender(tx.sql, channelId, personId, person.displayName);
    if (kind === 'room') await leaveForGood(ctx, tx, channelId, person);
    else if ((await countLivingMembers(tx.sql, channelId)) === 0) await tx.enqueue(DELETE_CHANNEL, { channelId }, { uniqueKey: `${DELETE_CHANNEL} ${channelId}` });
  }
};

/** Where the last administrator goes, whoever has been in the room longest administers it. */
async function leaveForGood(ctx: Ctx, tx: Tx, channelId: ChannelId, person: PersonRow): Promise<void> {
  const others = await countOtherMembers(tx.sql, channelId, person.id);
  await deleteMember(tx.sql, channelId, person.id);
  await announce(ctx, tx, channelId, { kind: 'member-left', person: presentPerson(person) });
  if (others.administrators === 0) await promote(ctx, tx, channelId, await readLongestMember(tx.sql, channelId));
}

async function promote(ctx: Ctx, tx: Tx, channelId: ChannelId, id: PersonId | undefined): Promise<void> {
  const heir = id && (await readMember(tx.sql, channelId, id));
  if (!heir) return;
  await updateMemberRole(tx.sql, channelId, heir.id, 'Administrator', ctx.now());
  await announce(ctx, tx, channelId, { kind: 'member-changed', person: presentPerson(heir), role: 'Administrator', by: null });
}

/** Rooms of a deleted account go on as rooms of none: their members keep them (guide, DEL-04). */
export const purgeAccount: AccountPurge = (_ctx, tx, accountId) => detachRooms(tx.sql, accountId);
