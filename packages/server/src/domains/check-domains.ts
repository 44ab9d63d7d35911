import { enterpriseFrom } from '../accounts/convert-account.js';
import type { Ctx } from '../ctx.js';
import { isUniqueViolation } from '../platform/database/errors.js';
import { nextPauseMs, PULL_IN_PEOPLE, txtRecordOf, type DomainRow } from './model.js';
import { failOtherClaims, readDueClaims, updateClaim } from './store.js';

const CLAIMS_BATCH = 100;
/** Looked up at the same time: a silent server delays its own claims, and few others. */
const LOOKUPS_AT_ONCE = 10;

/** A job: looks for the records of claimed domains (guide, DOM-02 to DOM-04). */
export async function checkDomains(ctx: Ctx): Promise<void> {
  const due = await readDueClaims(ctx.sql, ctx.now(), CLAIMS_BATCH);
  for (let i = 0; i < due.length; i += LOOKUPS_AT_ONCE) await Promise.all(due.slice(i, i + LOOKUPS_AT_ONCE).map(claim => checkClaim(ctx, claim)));
}

async function checkClaim(ctx: Ctx, claim: DomainRow): Promise<void> {
  const record = txtRecordOf(claim);
  const found = await ctx.txtRecords.lookUp(record.name);
  if (found.includes(record.value)) return verify(ctx, claim);
  const now = ctx.now();
  if (now >= claim.checkedUntil) await updateClaim(ctx.sql, claim, { status: 'Failed' });
  else await updateClaim(ctx.sql, claim, { nextCheckAt: new Date(now.getTime() + nextPauseMs(now.getTime() - claim.createdAt.getTime())) });
}

async function verify(ctx: Ctx, claim: DomainRow): Promise<void> {
  try {
    await ctx.tx(async tx => {
      if (!(await updateClaim(tx.sql, claim, { status: 'Verified', at: ctx.now() }))) return;
      await failOtherClaims(tx.sql, claim);
      await enterpriseFrom(tx.sql, claim.accountId);
      await tx.enqueue(PULL_IN_PEOPLE, { accountId: claim.accountId, domain: claim.name });
    });
  } catch (error) {
    // Two accounts proved the same name in the same moment: one was first.
    if (!isUniqueViolation(error)) throw error;
    await updateClaim(ctx.sql, claim, { status: 'Failed' });
  }
}
