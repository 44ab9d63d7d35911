import type { ChannelId } from '@carillon/kernel/ids.js';
import { listMessages } from '@carillon/wire/rest/chat.js';
import type { RouteQuery } from '@carillon/wire/rest/route.js';
import type { Api } from './api.js';
import { putAround, putNewer, putNewest, putOlder, type Page } from './pages.js';
import type { ChannelView } from './state.js';

export const PAGE_SIZE = 50;
export const JUMP_PAGE_SIZE = 100;

type Edit = (view: ChannelView) => ChannelView;

export interface HistoryOptions {
  readonly api: Api;
  readonly view: (channelId: ChannelId) => ChannelView | undefined;
  readonly edit: (channelId: ChannelId, edit: Edit) => void;
}

/** The messages of channels, page by page: upwards from the newest, or around one and from there in both directions. */
export class History {
  readonly #options: HistoryOptions;
  readonly #paging = new Map<ChannelId, Promise<void>>();
  readonly #newer = new Set<ChannelId>();
  /** What happened to a channel since each of its pages that are on their way was asked for. */
  readonly #noted = new Map<ChannelId, Set<Edit[]>>();

  constructor(options: HistoryOptions) { this.#options = options; }

  /** Loads the newest page; harmless when one is here. */
  async open(channelId: ChannelId): Promise<void> {
    if (this.#options.view(channelId)?.opened === false) await this.#page(channelId, PAGE_SIZE);
  }

  async loadOlder(channelId: ChannelId): Promise<void> {
    if (this.#options.view(channelId)?.hasOlder === true) await this.#page(channelId, JUMP_PAGE_SIZE);
  }

  /** The part of an opened channel's history around the message with this number, unless it is here already. It may end before the newest message. */
  async loadAround(channelId: ChannelId, seq: number): Promise<void> {
    const view = this.#options.view(channelId);
    const [first, last] = [view?.messages[0]?.seq, view?.messages.at(-1)?.seq];
    if (view === undefined || first === undefined || last === undefined) return;
    if ((seq >= first || !view.hasOlder) && (seq <= last || !view.hasNewer)) return;
    await this.#ask(channelId, { around: seq, limit: JUMP_PAGE_SIZE }, putAround);
  }

  async loadNewer(channelId: ChannelId): Promise<void> {
    const view = this.#options.view(channelId);
    const after = view?.messages.at(-1)?.seq;
    if (view?.hasNewer !== true || after === undefined || this.#newer.has(channelId)) return;
    this.#newer.add(channelId);
    const put = (known: ChannelView, page: Page): ChannelView => (known.messages.at(-1)?.seq === after ? putNewer(known, page) : known);
    await this.#ask(channelId, { after, limit: JUMP_PAGE_SIZE }, put).finally(() => this.#newer.delete(channelId));
  }

  /** Leaves the part of history one looks at for the newest page. */
  async toNewest(channelId: ChannelId): Promise<void> {
    if (this.#options.view(channelId)?.hasNewer === true) await this.#ask(channelId, { limit: PAGE_SIZE }, putNewest);
  }

  /**
   * Something happened to the channel. The server may have read a page before it that is not here yet: `edit` is done to that page too, or a message
   * would be missing in it and a redacted one shown. The page may know of it already.
   */
  note(channelId: ChannelId, edit: Edit): void {
    for (const edits of this.#noted.get(channelId) ?? []) edits.push(edit);
  }

  #page(channelId: ChannelId, limit: number): Promise<void> {
    const running = this.#paging.get(channelId);
    if (running !== undefined) return running;
    const paging = this.#loadPage(channelId, limit).finally(() => this.#paging.delete(channelId));
    this.#paging.set(channelId, paging);
    return paging;
  }

  async #loadPage(channelId: ChannelId, limit: number): Promise<void> {
    const before = this.#options.view(channelId)?.messages[0]?.seq;
    await this.#ask(channelId, before === undefined ? { limit } : { before, limit }, (known, page) => {
      // Whoever is told of this page may ask for the next one at once.
      this.#paging.delete(channelId);
      // Meanwhile another part of history may have taken the place of this one's: between the two there would be a hole.
      const fits = before === undefined ? !known.hasNewer : known.messages[0]?.seq === before;
      return fits ? putOlder(known, page) : known;
    });
    if (this.#options.view(channelId)?.opened === false) await this.#page(channelId, limit);
  }

  /** Asks for a page and puts it where `put` says, with what was noted meanwhile. */
  async #ask(channelId: ChannelId, query: RouteQuery<typeof listMessages>, put: (view: ChannelView, page: Page) => ChannelView): Promise<void> {
    const edits: Edit[] = [];
    const all = this.#noted.get(channelId) ?? new Set();
    this.#noted.set(channelId, all.add(edits));
    try {
      const page = await this.#options.api.call(listMessages, { params: { channelId }, query });
      this.#options.edit(channelId, known => edits.reduce((view, edit) => edit(view), put(known, page)));
    } finally {
      all.delete(edits);
      if (all.size === 0) this.#noted.delete(channelId);
    }
  }
}
