import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';

const TOKEN_LENGTH_MAX = 4_096;

/**
 * The opaque `NextToken` of a list: where the next page begins, sealed, so that nobody reads or makes one. `scope` says
 * of which list it is (operation, owner, filters): elsewhere the token is refused.
 */
export function sealPageToken(ctx: Ctx, scope: string, position: unknown): string {
  return ctx.secrets.seal(JSON.stringify([scope, position])).toString('base64url');
}

/** The position of a token, undefined without one; BadRequest for one that is forged or of another list. */
export function openPageToken(ctx: Ctx, scope: string, token: string | undefined): unknown {
  if (token === undefined) return undefined;
  const opened = token.length <= TOKEN_LENGTH_MAX ? open(ctx, token) : undefined;
  if (!opened || opened[0] !== scope) throw badRequest('The next token is not valid. Begin again without one.', 'InvalidNextToken');
  return opened[1];
}

/**
 * One page of rows that were read with one more than `limit`: what is shown, and the token of the next page where there is
 * one. `positionOf` names the last row that is shown.
 */
export function cutPage<T>(ctx: Ctx, scope: string, rows: readonly T[], limit: number, positionOf: (last: T) => unknown): { shown: T[]; nextToken: string | undefined } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextToken: rows.length > limit && last !== undefined ? sealPageToken(ctx, scope, positionOf(last)) : undefined };
}

function open(ctx: Ctx, token: string): [string, unknown] | undefined {
  try {
    return JSON.parse(ctx.secrets.open(Buffer.from(token, 'base64url'))) as [string, unknown];
  } catch {
    // Forged or cut: it was sealed with no key of ours.
    return undefined;
  }
}
