import { ApiError, assert, forbidden } from '@carillon/kernel/errors.js';
import type { Ctx, Principal } from '../ctx.js';
import type { Call } from '../operation.js';

/** Who signs. */
export function accessPrincipal(ctx: Ctx): Principal {
  if (ctx.actor.kind !== 'principal') throw forbidden('This is for signed requests.');
  return ctx.actor.principal;
}

/** How the request of this operation came in. */
export function accessCall(ctx: Ctx): Call {
  assert(ctx.actor.kind === 'principal' && ctx.actor.call, 'an operation runs inside performOperation');
  return ctx.actor.call;
}

/** IAM's refusal of what is not there; another owner's looks the same. */
export function noSuchEntity(what: string): ApiError {
  return new ApiError('NotFound', `The ${what} cannot be found.`, { reason: 'NoSuchEntity' });
}

export function entityExists(what: string): ApiError {
  return new ApiError('Conflict', `${what} already exists.`, { reason: 'EntityAlreadyExists' });
}

export function deleteConflict(why: string): ApiError {
  return new ApiError('Conflict', `Cannot delete entity, ${why} first.`, { reason: 'DeleteConflict' });
}

export function limitExceeded(what: string): ApiError {
  return new ApiError('ResourceLimitExceeded', `Cannot exceed quota for ${what}.`, { reason: 'LimitExceeded' });
}
