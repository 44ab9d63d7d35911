import { badRequest } from '@carillon/kernel/errors.js';
import type { Me, PresenceMode, StatusMessage } from '@carillon/wire/rest/identity.js';
import type { Ctx } from '../ctx.js';
import { accessSelf } from './access.js';
import { readPresenceMode, updateStatus } from './store.js';
import { changeProfile } from './update-me.js';

export interface NewStatus {
  mode?: PresenceMode | undefined;
  message?: StatusMessage | null | undefined;
}

/** Only a message of one's own has a text, and needs one. */
export function checkStatus({ message }: NewStatus): void {
  if (message && (message.kind === 'own') !== (message.text !== null)) throw badRequest('A status of your own needs a text, and a ready-made one takes none.', 'status-text');
  if (message?.text?.includes('\0')) throw badRequest('The status holds a character that cannot be stored.', 'status-text');
}

/** Sets how the caller is shown and the word beside it, what is left out stays; their other devices and whoever watches them hear of it. */
export async function setStatus(ctx: Ctx, set: NewStatus): Promise<Me> {
  checkStatus(set);
  const self = accessSelf(ctx);
  return changeProfile(ctx, self, tx => updateStatus(tx.sql, self, { mode: set.mode, message: set.message && { ...set.message, text: set.message.text?.trim() ?? null } }));
}

/** How the caller chose to be shown. */
export async function getPresenceMode(ctx: Ctx): Promise<PresenceMode> {
  return readPresenceMode(ctx.sql, accessSelf(ctx));
}
