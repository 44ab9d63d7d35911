import { randomSecret } from '@carillon/kernel/chance.js';
import { forbidden } from '@carillon/kernel/errors.js';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import { isSetUp } from '../accounts/access.js';
import { createOwnerAccount } from '../accounts/create-owner-account.js';
import { joinAccount } from '../accounts/join-account.js';
import type { Ctx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import { createPerson } from '../users/create-person.js';
import { canonicalEmail } from '../users/model.js';
import { LINK_LIFE_MS } from './model.js';
import { hashPassword } from '../platform/password.js';
import { deleteSetupLinks, insertLink, spendLink } from './store.js';

/** A fresh set-up link's path, or undefined when the server has its owner. Earlier links stop working. */
export async function issueSetupLink(ctx: Ctx): Promise<string | undefined> {
  if (await isSetUp(ctx.sql)) return undefined;
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  await ctx.tx(async tx => {
    await deleteSetupLinks(tx.sql);
    await insertLink(tx.sql, {
      kind: 'setup', secretHash: hashSecret(secret), email: null, personId: null, accountId: null, invitedBy: null, payload: null, at, expiresAt: new Date(at.getTime() + LINK_LIFE_MS.setup),
    });
  });
  return `/setup/${secret}`;
}

export interface SetUp {
  displayName: string;
  email: string;
  password: string;
  accountName: string;
}

/** Spends the link and makes the owner. */
export async function setUp(ctx: Ctx, secret: string, wanted: SetUp): Promise<PersonId> {
  const passwordHash = await hashPassword(wanted.password);
  return ctx.tx(async tx => {
    const link = await spendLink(tx.sql, 'setup', hashSecret(secret), ctx.now());
    if (!link || (await isSetUp(tx.sql))) throw forbidden('This set-up link was used or is too old. Restart the server: it prints a new one while nobody has set it up.', 'link-spent');
    return (await createOwner(ctx, tx.sql, wanted, passwordHash)).personId;
  });
}

/**
 * The owner account with its root user, a Team account, and the owner's person as its first Pro user (architecture:
 * data).
 */
export async function createOwner(ctx: Ctx, sql: Ctx['sql'], wanted: SetUp, passwordHash: string): Promise<{ ownerAccountId: string; accountId: AccountId; personId: PersonId }> {
  const { ownerAccountId, accountId } = await createOwnerAccount(ctx, sql, { name: wanted.accountName.trim(), email: canonicalEmail(wanted.email), passwordHash });
  const personId = await createPerson(ctx, sql, { email: wanted.email, displayName: wanted.displayName, passwordHash, locale: null, isOwner: true, verified: true });
  await joinAccount(ctx, sql, { personId, accountId, licence: 'Pro' });
  return { ownerAccountId, accountId, personId };
}
