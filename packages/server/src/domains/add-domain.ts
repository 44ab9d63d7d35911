import { randomSecret } from '@carillon/kernel/chance.js';
import { ApiError, notFound } from '@carillon/kernel/errors.js';
import { accessAccount, lockOwnAccount } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import { CHECKED_FOR_MS, DOMAINS_MAX, type DomainRow } from './model.js';
import { countClaims, deleteDomainRow, readDomain, readVerified, writeClaim } from './store.js';

/** CTR-03: the sentence of the guide's sample record. */
const CONFLICT = 'Request could not be completed due to a conflict';

/** Claims a domain (guide, DOM-01): from now on its record is looked for. Conflict when it is claimed, here or by somebody who proved it (CTR-04). */
export async function addDomain(ctx: Ctx, accountId: string, domainName: string): Promise<DomainRow> {
  const account = await lockOwnAccount(ctx, accountId);
  const name = domainName.toLowerCase();
  if ((await readVerified(ctx.sql, [name])).length > 0) throw new ApiError('Conflict', CONFLICT);
  if ((await countClaims(ctx.sql, account.id)) >= DOMAINS_MAX) throw new ApiError('BadRequest', `An account claims at most ${DOMAINS_MAX} domains.`);
  const at = ctx.now();
  const claimed = await writeClaim(ctx.sql, { accountId: account.id, name, challenge: randomSecret(ctx.chance, 24), at, checkedUntil: new Date(at.getTime() + CHECKED_FOR_MS) });
  if (!claimed) throw new ApiError('Conflict', CONFLICT);
  return accessDomain(ctx, account.id, name);
}

/** A domain of an account that the caller administers. */
export async function accessDomain(ctx: Ctx, accountId: string, domainName: string): Promise<DomainRow> {
  const account = await accessAccount(ctx, accountId);
  const domain = await readDomain(ctx.sql, account.id, domainName.toLowerCase());
  if (!domain) throw notFound('domain');
  return domain;
}

/** Gives a claim up; returns what it was. What follows for people is the caller's. */
export async function dropDomain(ctx: Ctx, accountId: string, domainName: string): Promise<DomainRow> {
  const account = await lockOwnAccount(ctx, accountId);
  const domain = await accessDomain(ctx, account.id, domainName);
  await deleteDomainRow(ctx.sql, account.id, domain.name);
  return domain;
}
