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

function open(ctx: Ctx, token: string): [string, unknown] | undefined {
  try {
    return JSON.parse(ctx.secrets.open(Buffer.from(token, 'base64url'))) as [string, unknown];
  } catch {
    // Forged or cut: it was sealed with no key of ours.
    return undefined;
  }
}
