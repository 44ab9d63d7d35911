import type { Ctx } from '../ctx.js';
import { dropDomain } from '../domains/add-domain.js';
import { releasePeople } from '../users/shut-out.js';
import { shutPeopleOut } from './sign-people-out.js';

/**
 * Gives a domain up. If it was verified, its people are signed out of all devices at once and reach nothing any more: registered ones are
 * Released and may sign up anew, suspended ones stay Suspended and block their address, and 90 days later all of them are deleted (guide, DEL-06,
 * DEL-08, DEL-09, TRN-09; requirements, X1, X2). It cannot be undone.
 */
export async function releaseDomain(ctx: Ctx, accountId: string, domainName: string): Promise<void> {
  const domain = await dropDomain(ctx, accountId, domainName);
  if (domain.status === 'Verified') await ctx.tx(async tx => shutPeopleOut(ctx, tx, await releasePeople(ctx, domain.accountId, domain.name)));
}
