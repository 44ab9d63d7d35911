import { useSyncExternalStore } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { senderLabel, type Message } from '@carillon/wire/rest/chat.js';
import type { ChosenMention } from './mention-draft.js';
import { plainText } from './plain-text.js';

/** What is half written, per channel and device. It outlives the page, in storage under the person's own keys, until it is sent. */
export interface Draft { readonly text: string; readonly quoted: Message['quoted']; readonly mentions: readonly ChosenMention[] }

/** The part of `localStorage` this needs. */
export interface DraftTexts { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }

const EMPTY: Draft = { text: '', quoted: null, mentions: [] };
const drafts = new Map<ChannelId, Draft>();
const listeners = new Set<() => void>();
let kept: { readonly texts: DraftTexts; readonly prefix: string } | null = null;

/** Drafts are this person's from now on: two people may use one browser. */
export function openDrafts(owner: string, texts: DraftTexts): void {
  const prefix = `carillon.draft.${owner}.`;
  if (kept?.prefix === prefix) return;
  kept = { texts, prefix };
  drafts.clear();
}

export function readDraft(channelId: ChannelId): Draft {
  const known = drafts.get(channelId);
  if (known !== undefined) return known;
  const draft = parse(kept === null ? null : kept.texts.getItem(kept.prefix + channelId));
  drafts.set(channelId, draft);
  return draft;
}

export function useDraft(channelId: ChannelId): Draft { return useSyncExternalStore(subscribe, () => readDraft(channelId)); }

export function setDraft(channelId: ChannelId, part: Partial<Draft>): void {
  const draft = { ...readDraft(channelId), ...part };
  drafts.set(channelId, draft);
  keep(channelId, draft);
  for (const listener of listeners) listener();
}

function keep(channelId: ChannelId, draft: Draft): void {
  if (kept === null) return;
  const key = kept.prefix + channelId;
  try {
    if (draft.text === '' && draft.quoted === null) kept.texts.removeItem(key);
    else kept.texts.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
  }
}

function parse(text: string | null): Draft {
  if (text === null) return EMPTY;
  try {
    const { text: words, quoted, mentions } = JSON.parse(text) as Partial<Draft>;
    return {
      text: typeof words === 'string' ? words : '', quoted: typeof quoted?.excerpt === 'string' && typeof quoted.sender === 'string' ? quoted : null,
      mentions: Array.isArray(mentions) ? mentions.filter((one: Partial<ChosenMention> | null): one is ChosenMention => typeof one?.id === 'string' && typeof one.name === 'string') : [],
    };
  } catch {
    // Something else wrote there.
    return EMPTY;
  }
}

export const EXCERPT_LENGTH_MAX = 200;

export function setQuote(message: Message): void {
  const excerpt = plainText(message.content).slice(0, EXCERPT_LENGTH_MAX) || (message.attachments[0]?.name ?? '');
  setDraft(message.channelId, { quoted: { messageId: message.id, sender: senderLabel(message.sender), excerpt } });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
