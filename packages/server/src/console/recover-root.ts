import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { findMailedLink, linkSpent, mailLink, spendMailedLink } from '../identity/mail-links.js';
import type { MailLocale } from '../identity/mails.js';
import { hashPassword } from '../platform/password.js';
import { demandSecondFactor } from './demand-second-factor.js';
import { recordSignIn } from './record-sign-in.js';
import * as store from './store.js';

/** Answers the same for known and unknown addresses; the root user's alone gets a mail, with a link for an hour. Throttled. */
export async function requestRootPassword(ctx: Ctx, email: string, locale: MailLocale | undefined, caller: Caller): Promise<void> {
  const key = email.trim().toLowerCase();
  await ctx.limits.spend('mail-ip', caller.address);
  await ctx.limits.spend('mail-email', `root ${key}`);
  const root = await store.readRootCredentials(ctx.sql, key);
  if (!root) return;
  await ctx.tx(tx => mailLink(ctx, tx, 'root-reset', { email: key, locale }));
  await record(ctx, root.ownerAccountId, 'PasswordRecoveryRequested', caller, false);
}

/**
 * Whoever reads the root user's mail may choose its password, and all its sessions end; a second factor is asked for all the same. Forbidden with
 * `link-spent`; Unauthorized with `totp-required` or `totp-wrong`; Throttled.
 */
export async function chooseRootPassword(ctx: Ctx, secret: string, password: string, totp: string | undefined, caller: Caller): Promise<void> {
  await ctx.limits.spend('secret-ip', caller.address);
  const { email } = await findMailedLink(ctx, 'root-reset', secret);
  const root = email === null ? undefined : await store.readRootCredentials(ctx.sql, email);
  if (!root) throw linkSpent();
  const mfa = await demandSecondFactor(ctx, root.ownerAccountId, null, totp);
  const passwordHash = await hashPassword(password);
  await ctx.tx(async tx => {
    await spendMailedLink(ctx, tx, 'root-reset', secret);
    await store.updateRootPassword(tx.sql, root.ownerAccountId, passwordHash);
    await store.deleteRootSessions(tx.sql, root.ownerAccountId);
  });
  await record(ctx, root.ownerAccountId, 'PasswordRecoveryCompleted', caller, mfa);
}

function record(ctx: Ctx, ownerAccountId: string, name: 'PasswordRecoveryRequested' | 'PasswordRecoveryCompleted', caller: Caller, mfa: boolean): Promise<void> {
  return recordSignIn(ctx, { ownerAccountId, as: 'root', user: undefined, known: true }, name, caller, { failed: false, mfa });
}
