import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx, Principal } from '../ctx.js';
import type { Call, Caller, Operation, Permission } from '../operation.js';
import { insertAuditEvents } from '../platform/audit.js';
import { inTransaction } from '../platform/create-ctx.js';
import { DatabaseUnavailable, translateSqlError } from '../platform/database/errors.js';
import { accessPrincipal } from './access.js';
import { auditEventOf, type Outcome } from './audit-record.js';
import { authorize } from './evaluation/authorize.js';

/**
 * An operation through any door: decided, run, recorded. A change commits together with its record; a refused or failed one
 * is recorded before it is answered; reads are recorded within half a second. `decode` throws BadRequest.
 */
export async function performOperation(ctx: Ctx, operation: Operation, decode: () => unknown, call: Call): Promise<unknown> {
  const principal = accessPrincipal(ctx);
  const inside: Ctx = { ...ctx, actor: { kind: 'principal', principal, call } };
  // Of temporary keys nothing is kept.
  if (principal.accessKeyId !== undefined && principal.session === undefined) ctx.audit.noteUse(principal.accessKeyId, { at: ctx.now(), service: operation.service, region: call.region });
  let input: unknown;
  try {
    // Whoever may not do it learns nothing of what is wrong with the input, unless that decides what is asked for.
    if (operation.resource) input = decode();
    await decide(ctx, principal, operation, input, call);
    input ??= decode();
    if (operation.kind === 'write') return await change(inside, principal, operation, input, call);
    // The door has decoded the input by this operation's contract.
    const output = await operation.work(inside, input as never, undefined as never);
    await ctx.audit.add(auditEventOf(ctx, principal, operation, call, { input }));
    return output;
  } catch (error) {
    const failure = translateSqlError(error);
    await recordFailure(ctx, principal, operation, call, { input, error: describe(failure) });
    throw failure;
  }
}

/** What was prepared stays while it is not known whether the change took effect. */
async function change(ctx: Ctx, principal: Principal, operation: Operation, input: unknown, call: Call): Promise<unknown> {
  const prepared = await operation.prepare?.(ctx, input as never);
  try {
    return await ctx.tx(async tx => {
      const output = await operation.work(inTransaction(ctx, tx), input as never, prepared as never);
      await insertAuditEvents(tx.sql, [auditEventOf(ctx, principal, operation, call, { input, output })]);
      return output;
    });
  } catch (error) {
    if (!(translateSqlError(error) instanceof DatabaseUnavailable)) await operation.undo?.(ctx, prepared as never);
    throw error;
  }
}

async function decide(ctx: Ctx, principal: Principal, operation: Operation, input: unknown, call: Call): Promise<void> {
  if (operation.free === true) return;
  const caller: Caller = { owner: principal.ownerAccountId, region: call.region, self: principal.userName ?? '' };
  const conditions = operation.conditions?.(input as never);
  const needed: readonly Permission[] = [{ action: operation.action, resource: operation.resource?.(input as never, caller) ?? '*' }, ...(operation.also?.(input as never, caller) ?? [])];
  for (const { action, resource } of needed) {
    const decision = await authorize(ctx, principal, action, resource, call, conditions);
    if (decision === 'allowed') continue;
    // Chime is decided on `*`, and names the path in its refusal (architecture, section 4).
    const named = resource === '*' && operation.service === 'chime' ? `arn:aws:chime:us-east-1:${principal.ownerAccountId}:${call.path}` : resource;
    const sentence = `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${named}`;
    throw new ApiError('AccessDenied', decision === 'explicitDeny' ? `${sentence} with an explicit deny` : sentence);
  }
}

/** In a transaction of its own; a refusal that cannot be recorded is a failure of ours. */
async function recordFailure(ctx: Ctx, principal: Principal, operation: Operation, call: Call, outcome: Outcome): Promise<void> {
  await insertAuditEvents(ctx.sql, [auditEventOf(ctx, principal, operation, call, outcome)]);
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof ApiError)) return { code: 'ServiceFailureException', message: 'An internal error occurred' };
  return { code: error.code === 'AccessDenied' ? 'AccessDenied' : (error.reason !== undefined && /^[A-Z]/.test(error.reason) ? error.reason : `${error.code}Exception`), message: error.message };
}
