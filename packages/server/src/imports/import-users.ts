import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { lockOwnAccount } from '../accounts/access.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import { findClaim } from '../domains/find-claim.js';
import { inviteUser, nameUser } from '../identity/invite-users.js';
import { findMember } from '../users/find-member.js';
import { canonicalEmail, isReserved } from '../users/model.js';

/** Pending users of the account, one for each address that is not in it; each row's fate is told. */
export async function importUsers(ctx: Ctx, input: aws.ImportUsersRequest): Promise<aws.ImportResult[]> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  const results: aws.ImportResult[] = [];
  const seen = new Set<string>();
  for (const user of input.Users) {
    const email = canonicalEmail(user.Email);
    const refusal = seen.has(email) ? 'This address stands there twice.' : await refusalOf(ctx, account, email);
    seen.add(email);
    const exists = refusal === undefined && (await findMember(ctx, account, email)) !== undefined;
    if (refusal === undefined && !exists && input.DryRun !== true) await bringIn(ctx, account, email, user.DisplayName, input.SendInvitations === true);
    results.push({ Key: user.Email, Outcome: refusal !== undefined ? 'Refused' : exists ? 'Unchanged' : 'Created', ...(refusal !== undefined && { Message: refusal }) });
  }
  return results;
}

async function bringIn(ctx: Ctx, account: AccountRow, email: string, displayName: string | undefined, mails: boolean): Promise<void> {
  await ctx.tx(tx => (mails ? inviteUser(ctx, tx, account, email, ctx.ids.next<'Invite'>(), displayName) : nameUser(ctx, tx, account, email, displayName)));
}

/** Why an address cannot be of this account (guide, DOM-06, ACC-03). */
async function refusalOf(ctx: Ctx, account: AccountRow, email: string): Promise<string | undefined> {
  if (isReserved(email)) return 'This address is the Assistant’s.';
  const claim = await findClaim(ctx.sql, email);
  if (claim !== undefined && claim !== account.id) return 'The domain of this address is claimed by another account.';
  if (account.type !== 'Team' && claim === undefined) return 'The domain of this address is none of the account’s: claim it first.';
  return undefined;
}
