import { randomSecret } from '@carillon/kernel/chance.js';
import { forbidden } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { publicOrigin } from '../config.js';
import type { Ctx, Tx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import { enqueueMail } from './mails.js';
import { LINK_LIFE_MS } from './model.js';
import { deleteLinks, insertLink, readLink, spendLink, type LinkRow } from './store.js';

/** A link that is mailed to an address, and may be used once. */
export type MailedLinkKind = 'verify' | 'reset' | 'root-reset';
/** Where each leads, and which mail brings it. */
const WAYS = { 'verify': { path: '/verify', mail: 'verify' }, 'reset': { path: '/reset', mail: 'reset' }, 'root-reset': { path: '/console/recover', mail: 'rootReset' } } as const;

export interface MailedLink {
  readonly email: string;
  readonly locale: string | null | undefined;
  readonly personId?: PersonId;
  readonly payload?: Record<string, unknown>;
}

/** Writes the link and the job that mails it. Earlier links of the kind to this address stop working. */
export async function mailLink(ctx: Ctx, tx: Tx, kind: MailedLinkKind, { email, locale, personId, payload }: MailedLink): Promise<void> {
  const secret = randomSecret(ctx.chance);
  const at = ctx.now();
  await deleteLinks(tx.sql, kind, email);
  await insertLink(tx.sql, { kind, secretHash: hashSecret(secret), email, personId: personId ?? null, accountId: null, invitedBy: null, payload: payload ?? null, at, expiresAt: new Date(at.getTime() + LINK_LIFE_MS[kind]) });
  await enqueueMail(tx, WAYS[kind].mail, email, locale, { link: `${publicOrigin(ctx.config)}${WAYS[kind].path}/${secret}` });
}

/** Links of the kind to this address stop working. */
export function forgetLinks(tx: Tx, kind: MailedLinkKind, email: string): Promise<void> {
  return deleteLinks(tx.sql, kind, email);
}

/** A link that may still be spent. Forbidden with `link-spent`. */
export async function findMailedLink(ctx: Ctx, kind: MailedLinkKind, secret: string): Promise<LinkRow> {
  const link = await readLink(ctx.sql, kind, hashSecret(secret), ctx.now());
  if (!link) throw linkSpent();
  return link;
}

/** Spends it; of two who do so at the same moment one is refused. Forbidden with `link-spent`. */
export async function spendMailedLink(ctx: Ctx, tx: Tx, kind: MailedLinkKind, secret: string): Promise<LinkRow> {
  const link = await spendLink(tx.sql, kind, hashSecret(secret), ctx.now());
  if (!link) throw linkSpent();
  return link;
}

/** The one refusal of a link that is unknown, used or too old. */
export function linkSpent() {
  return forbidden('This link was used or is too old. Ask for a new one.', 'link-spent');
}
