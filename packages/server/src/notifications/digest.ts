import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { SEND_MAIL } from '../platform/mail.js';
import { digestMail } from './digest-mail.js';
import { DIGEST_EVERY_MS, DIGEST_LOOKS_BACK_MS, isMentioned, levelOf } from './model.js';
import { runsOf } from './runs-of.js';
import { claimDigest, readMissed, type MissedMessage } from './store.js';

const ROWS_A_PAGE = 2_000;
const PAGES_MAX = 200;

/**
 * A job: mails people who are away about direct messages and mentions they have not read. Once in DIGEST_EVERY_MS at most, and never about the same
 * message twice.
 */
export async function mailDigests(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.clock.now() - DIGEST_LOOKS_BACK_MS);
  const lastBefore = new Date(ctx.clock.now() - DIGEST_EVERY_MS);
  let after: PersonId | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const rows = await readMissed(ctx.sql, { since, lastBefore, after, limit: ROWS_A_PAGE });
    for (const missed of runsOf(rows.filter(isMissed), row => row.personId)) {
      const personId = missed[0]?.personId;
      if (personId !== undefined && ctx.hooks.isAway(personId)) await mailDigest(ctx, personId, missed, lastBefore);
    }
    after = rows.at(-1)?.personId;
    if (rows.length < ROWS_A_PAGE) return;
  }
}

function isMissed(row: MissedMessage): boolean {
  return levelOf(row.channelLevel) !== 'never' && (row.channelKind === 'direct' || isMentioned(row.personId, row));
}

async function mailDigest(ctx: Ctx, personId: PersonId, missed: readonly MissedMessage[], lastBefore: Date): Promise<void> {
  const [first] = missed;
  if (!first) return;
  await ctx.tx(async tx => {
    if (!(await claimDigest(tx.sql, personId, ctx.now(), lastBefore))) return;
    await tx.enqueue(SEND_MAIL, { to: first.email, ...digestMail(missed, { locale: first.locale, withContent: first.withContent, origin: ctx.origin }) });
  });
}
