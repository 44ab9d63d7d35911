import type { MessageId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import { blankDeliveries } from './delivery-store.js';

/** Our copy of what bots got of a message goes with its words (a redaction); bots that have not got it do not get it. */
export async function forgetMessage(ctx: Ctx, tx: Tx, id: MessageId): Promise<void> {
  await blankDeliveries(tx.sql, id, ctx.now());
}
