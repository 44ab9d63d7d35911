import { findAssistantConversation, writeAsAssistant } from '../chat/assistant-conversation.js';
import type { Ctx } from '../ctx.js';
import { findOwnList } from '../exports/address.js';
import type { ExportId } from '../exports/model.js';
import { readAsker } from './store.js';
import { wordsFor } from './words.js';

/** A job: gives whoever asked for their attachments the address of the list. */
export async function tellExportReady(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const id = payload['exportId'] as ExportId;
  const list = await findOwnList(ctx, id);
  const channelId = list && (await findAssistantConversation(ctx.sql, list.personId));
  if (!channelId) return;
  await writeAsAssistant(ctx, channelId, `export-${id}`, async tx => {
    const asker = await readAsker(tx.sql, list.personId);
    return asker && wordsFor(asker.locale).ready(list);
  });
}
