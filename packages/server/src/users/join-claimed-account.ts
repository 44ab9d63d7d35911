import type { PersonId } from '@carillon/kernel/ids.js';
import { joinWithDefaultLicence } from '../accounts/join-account.js';
import type { Ctx, Tx } from '../ctx.js';
import { findClaim } from '../domains/find-claim.js';
import { endTrials } from './member-store.js';

/** Whoever registers with an address of a claimed domain is of its account at once, with its licence and without a trial (guide, ACC-03, USR-23, PRO-01). */
export async function joinClaimedAccount(ctx: Ctx, tx: Tx, personId: PersonId, email: string): Promise<void> {
  const accountId = await findClaim(tx.sql, email);
  if (!accountId) return;
  await joinWithDefaultLicence(ctx, tx.sql, { personId, accountId });
  await endTrials(tx.sql, [personId]);
}
