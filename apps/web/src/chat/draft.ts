import { useSyncExternalStore } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Message } from '@carillon/wire/rest/chat.js';
import type { ChosenMention } from './mention-draft.js';
import { plainText } from './plain-text.js';

/** What is half written, per channel. It outlives a look into another conversation, not the page. */
export interface Draft { readonly text: string; readonly quoted: Message['quoted']; readonly mentions: readonly ChosenMention[] }

const EMPTY: Draft = { text: '', quoted: null, mentions: [] };
const drafts = new Map<ChannelId, Draft>();
const listeners = new Set<() => void>();

export function useDraft(channelId: ChannelId): Draft {
  return useSyncExternalStore(subscribe, () => drafts.get(channelId) ?? EMPTY);
}

export function setDraft(channelId: ChannelId, part: Partial<Draft>): void {
  drafts.set(channelId, { ...(drafts.get(channelId) ?? EMPTY), ...part });
  for (const listener of listeners) listener();
}

export const EXCERPT_LENGTH_MAX = 200;

export function setQuote(message: Message): void {
  const excerpt = plainText(message.content).slice(0, EXCERPT_LENGTH_MAX) || (message.attachments[0]?.name ?? '');
  setDraft(message.channelId, { quoted: { messageId: message.id, sender: message.sender.name, excerpt } });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
