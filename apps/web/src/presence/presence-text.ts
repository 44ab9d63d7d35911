import type { PersonId } from '@carillon/kernel/ids.js';
import type { Presence } from '@carillon/ui/presence-mark.js';
import type { Me, StatusMessage } from '@carillon/wire/rest/identity.js';
import { useNow } from '../clock.js';
import { useWords, type Words } from '../i18n.js';
import { usePresence, useSync } from '../session/sync-context.js';

/** The words of a status message. */
export function messageText(message: StatusMessage, t: Words['t']): string {
  return message.text ?? t(`status.kinds.${message.kind}`);
}

/** A message whose time is over is none, also before the server says so. */
export function currentMessage(message: StatusMessage | null | undefined, nowMs: number): StatusMessage | null {
  return message === null || message === undefined || (message.until !== null && Date.parse(message.until) <= nowMs) ? null : message;
}

/** A person's presence in words, with their status message. */
export function usePresenceText(id: PersonId | undefined): string {
  const { t } = useWords();
  const presence = usePresence(id);
  const now = useNow(60_000);
  const message = currentMessage(useSync(state => (id === undefined ? null : state.statuses[id])), now);
  const word = presence === undefined ? t('assistant.about') : t(`presence.${presence}`);
  return message === null ? word : t('status.joined', { presence: word, message: messageText(message, t) });
}

/** The mark on one's own picture: what one chose, or what the others see by themselves. */
export function ownPresence(me: Me, online: boolean, told: Presence | undefined): Presence {
  if (!online) return 'offline';
  return me.presenceMode === 'automatic' ? (told ?? 'available') : me.presenceMode;
}
