import type { ChannelId } from '@carillon/kernel/ids.js';
import { sendMessage, type Message } from '@carillon/wire/rest/chat.js';
import { ApiFailure, type Api } from './api.js';
import type { Waiting } from './state.js';

export const RESEND_DELAY_MS_MIN = 1_000;
export const RESEND_DELAY_MS_MAX = 30_000;

/** The part of `localStorage` this needs. */
export interface KeptTexts {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface OutboxOptions {
  api: Api;
  kept: KeptTexts;
  /** Whose messages these are: two people may use one browser. */
  owner: string;
  onChange: (waiting: readonly Waiting[]) => void;
  onSent: (message: Message) => void;
}

/**
 * Messages on their way. Each lies in storage under its own key until the server has it (two windows of one person then never
 * overwrite each other), goes out in the order it was written within its channel, and keeps its token however often it is sent.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #entries: Waiting[];
  readonly #busy = new Set<ChannelId>();
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#entries = readKept(options.kept, this.#prefix);
  }

  get entries(): readonly Waiting[] { return this.#entries; }
  get #prefix(): string { return `carillon.outbox.${this.#options.owner}.`; }

  add(entry: Waiting): void {
    this.#keep(entry);
    this.#set([...this.#entries, entry]);
    this.flush();
  }

  /** Sends everything that waits and is not on its way. Called when something was added and when the network is back. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const channelId of new Set(this.#entries.map(entry => entry.channelId))) void this.#flushChannel(channelId);
  }

  retry(clientToken: string): void {
    this.#update(clientToken, { state: 'waiting', failure: null });
    this.flush();
  }

  /** Takes a message out: the server has it, or its writer gave it up. */
  remove(clientToken: string): void {
    this.#options.kept.removeItem(this.#prefix + clientToken);
    if (this.#entries.some(entry => entry.clientToken === clientToken)) this.#set(this.#entries.filter(entry => entry.clientToken !== clientToken));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #flushChannel(channelId: ChannelId): Promise<void> {
    if (this.#busy.has(channelId)) return;
    this.#busy.add(channelId);
    try {
      for (let entry = this.#next(channelId); entry !== undefined && !this.#closed; entry = this.#next(channelId)) {
        if (!await this.#sendOne(entry)) break;
      }
    } finally {
      this.#busy.delete(channelId);
    }
  }

  #next(channelId: ChannelId): Waiting | undefined {
    return this.#entries.find(entry => entry.channelId === channelId && entry.state !== 'failed');
  }

  /** True when the next may follow; false when the server is away and the order would suffer. */
  async #sendOne(entry: Waiting): Promise<boolean> {
    this.#update(entry.clientToken, { state: 'sending' });
    try {
      const { message } = await this.#options.api.call(sendMessage, {
        params: { channelId: entry.channelId },
        body: {
          clientToken: entry.clientToken, content: entry.content,
          ...(entry.attachments.length === 0 ? {} : { attachmentIds: entry.attachments.map(attachment => attachment.id) }),
          ...(entry.quoted === null ? {} : { quotedMessageId: entry.quoted.messageId }),
        },
      });
      this.#attempt = 0;
      if (this.#closed) return false;
      this.#options.onSent(message);
      this.remove(entry.clientToken);
      return true;
    } catch (error) {
      return this.#failed(entry, error);
    }
  }

  #failed(entry: Waiting, error: unknown): boolean {
    if (!(error instanceof ApiFailure)) throw error;
    if (!error.transient) {
      this.#update(entry.clientToken, { state: 'failed', failure: { code: error.code, status: error.status, reason: error.reason ?? null, message: error.message } });
      return true;
    }
    this.#update(entry.clientToken, { state: 'waiting' });
    const delayMs = Math.max((error.retryAfterS ?? 0) * 1000, Math.min(RESEND_DELAY_MS_MAX, RESEND_DELAY_MS_MIN * 2 ** this.#attempt++));
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => this.flush(), delayMs);
    return false;
  }

  #update(clientToken: string, part: Partial<Waiting>): void {
    this.#set(this.#entries.map(entry => entry.clientToken === clientToken ? { ...entry, ...part } : entry));
    const entry = this.#entries.find(each => each.clientToken === clientToken);
    if (entry !== undefined) this.#keep(entry);
  }

  #keep(entry: Waiting): void {
    try {
      this.#options.kept.setItem(this.#prefix + entry.clientToken, JSON.stringify(entry));
    } catch {
      // A full or forbidden storage costs surviving a reload, not the message: it still goes out from memory.
    }
  }

  #set(entries: Waiting[]): void {
    this.#entries = entries;
    if (!this.#closed) this.#options.onChange(entries);
  }
}

function readKept(kept: KeptTexts, prefix: string): Waiting[] {
  const entries: Waiting[] = [];
  for (let i = 0; i < kept.length; i++) {
    const key = kept.key(i);
    if (key === null || !key.startsWith(prefix)) continue;
    const entry = JSON.parse(kept.getItem(key) ?? 'null') as Waiting | null;
    if (entry !== null) entries.push({ ...entry, state: entry.state === 'failed' ? 'failed' : 'waiting' });
  }
  return entries.sort((a, b) => a.writtenAtMs - b.writtenAtMs);
}
