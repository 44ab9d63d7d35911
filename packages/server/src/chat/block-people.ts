import { badRequest, forbidden, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import { BLOCKED_MAX } from '@carillon/wire/rest/blocks.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { accessPeople, accessSelf } from '../users/access.js';
import { presentPerson } from '../users/model.js';
import { accessMemberId } from './access.js';
import { deleteBlock, insertBlock, readBlocked, readBlockers, readPartner } from './block-store.js';

/** Whom the caller blocks. */
export async function listBlocked(ctx: Ctx): Promise<Person[]> {
  return (await readBlocked(ctx.sql, accessSelf(ctx), BLOCKED_MAX)).map(presentPerson);
}

/** From now on the two have no conversation of their own; rooms and groups stay. Once more is no error. */
export async function blockPerson(ctx: Ctx, personId: PersonId): Promise<void> {
  const self = accessSelf(ctx);
  if (personId === self) throw badRequest('You cannot block yourself.', 'blocks-oneself');
  if (personId === ASSISTANT_ID) throw badRequest('The Assistant cannot be blocked. It writes only when you ask it something; hide its conversation instead.', 'assistant-block');
  await accessPeople(ctx, [personId]);
  if ((await readBlocked(ctx.sql, self, BLOCKED_MAX)).length >= BLOCKED_MAX) throw badRequest(`You can block at most ${BLOCKED_MAX} people.`, 'too-many-blocked');
  await insertBlock(ctx.sql, self, personId, ctx.now());
}

export async function unblockPerson(ctx: Ctx, personId: PersonId): Promise<void> {
  await deleteBlock(ctx.sql, accessSelf(ctx), personId);
}

/** To those who are blocked the other looks as if there were nobody; who blocks is told why. */
export async function refuseBlocked(ctx: Ctx, other: PersonId, missing: 'person' | 'conversation', sql: Sql = ctx.sql): Promise<void> {
  const self = accessSelf(ctx);
  const blockers = await readBlockers(sql, self, other);
  if (blockers.includes(self)) throw forbidden('You blocked this person. Unblock them first.', 'blocked-by-you');
  if (blockers.length > 0) throw notFound(missing);
}

/** The same for a conversation of two, whose other person it gives; every other channel passes. */
export async function refuseBlockedIn(ctx: Ctx, channelId: ChannelId, sql: Sql = ctx.sql): Promise<PersonId | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const partner = await readPartner(sql, channelId, accessMemberId(ctx));
  if (partner) await refuseBlocked(ctx, partner, 'conversation', sql);
  return partner;
}
