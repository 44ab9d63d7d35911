import { ApiError } from '@carillon/kernel/errors.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Message, Program } from '@carillon/wire/rest/chat.js';
import type { FailureCause } from '@carillon/wire/rest/webhooks.js';
import type { Ctx, Tx } from '../../ctx.js';
import { checkProgramContent, postByProgram } from './post-by-program.js';
import { deletePaces, takePace } from './program-store.js';

/** Where an address below `/incomingwebhooks/` leads: a program in a room. */
export interface IncomingTarget {
  readonly channelId: ChannelId;
  readonly sender: Pick<Program, 'kind' | 'id'>;
  /** Requests of one key are taken once a second. */
  readonly limitKey: string;
  /** With the transaction that posts. */
  onPosted(ctx: Ctx, tx: Tx): Promise<void>;
  /** After a refusal, outside of any transaction. */
  onRefused(ctx: Ctx, cause: FailureCause): Promise<void>;
}

/**
 * Whose address it is, by its id and token. `gone` for one that was an address once (404), `invalid` for a wrong token (403), undefined for an id that this one does
 * not know; the token is compared in constant time.
 */
export type ResolveIncoming = (ctx: Ctx, id: string, token: string | undefined) => Promise<IncomingTarget | 'gone' | 'invalid' | undefined>;

/** Throttled when the target took another request less than a second ago, on whichever node. */
export async function checkPace(ctx: Ctx, target: IncomingTarget): Promise<void> {
  if (!(await takePace(ctx.sql, target.limitKey, ctx.now()))) throw new ApiError('Throttled', 'Only one message a second is taken here. Wait a second and send it again.', { retryAfterS: 1 });
}

/** Posts what came in; others' messages to the room at the same moment are committed together. */
export async function takeIncoming(ctx: Ctx, target: IncomingTarget, text: string): Promise<Message> {
  checkProgramContent(text);
  return ctx.together.run(ctx, `message ${target.channelId}`, async tx => {
    const message = await postByProgram(ctx, tx, { channelId: target.channelId, sender: target.sender, text });
    await target.onPosted(ctx, tx);
    return message;
  });
}

/** What took none for a day need not be remembered. */
export async function forgetPaces(ctx: Ctx, dayBefore: Date): Promise<void> {
  await deletePaces(ctx.sql, dayBefore);
}
