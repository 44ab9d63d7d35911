import type { AccountId } from '@carillon/kernel/ids.js';
import { joinWithDefaultLicence } from '../accounts/join-account.js';
import type { Ctx, Tx } from '../ctx.js';
import { isClaimed } from '../domains/find-claim.js';
import { deleteForeignInvitations, deleteJoinedMemberships, endTrials, readPeopleOfDomain } from './member-store.js';
import { numberChange } from './number-change.js';

const PEOPLE_BATCH = 200;

/**
 * A job: everybody with an address of a verified domain comes into its account, from whatever account they were in, with its
 * licence and without a trial (guide, TRN-07, PRO-01). Doing it again is harmless.
 */
export async function pullInPeople(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const [accountId, domain] = [payload['accountId'] as AccountId, payload['domain'] as string];
  while ((await ctx.tx(tx => pullInBatch(ctx, tx, accountId, domain))) === PEOPLE_BATCH);
}

async function pullInBatch(ctx: Ctx, tx: Tx, accountId: AccountId, domain: string): Promise<number> {
  // It may have been removed since.
  if (!(await isClaimed(tx.sql, accountId, domain))) return 0;
  await deleteForeignInvitations(tx.sql, accountId, domain);
  const ids = await readPeopleOfDomain(tx.sql, accountId, domain, PEOPLE_BATCH);
  if (ids.length === 0) return 0;
  await deleteJoinedMemberships(tx.sql, ids);
  for (const personId of ids) await joinWithDefaultLicence(ctx, tx.sql, { personId, accountId });
  await endTrials(tx.sql, ids);
  await numberChange(ctx, tx, ids, { kind: 'profile' });
  return ids.length;
}
