import { randomSecret } from '@carillon/kernel/chance.js';
import type { ChannelId, MeetingId } from '@carillon/kernel/ids.js';
import {
  getChannel, listChannels, listEvents, markRead, type Attachment, type Channel, type ChannelEvent, type Message,
} from '@carillon/wire/rest/chat.js';
import { getSession, type Me } from '@carillon/wire/rest/identity.js';
import type { Attendee, Meeting } from '@carillon/wire/rest/meetings.js';
import type { PersonChange, ServerPush } from '@carillon/wire/socket/frames.js';
import { isFailure } from './api.js';
import { applyChange, dropChannel, putChannel, raiseRead } from './apply-change.js';
import { applyEvent, applyToHistory, putSent } from './apply-event.js';
import { endTyping, putMeetings, withoutSeat } from './apply-meetings.js';
import { applyPresence } from './apply-presence.js';
import { History } from './history.js';
import { restoreState } from './kept-state.js';
import { Outbox } from './outbox.js';
import { PresenceWatch } from './presence-watch.js';
import { PushSocket } from './socket.js';
import type { SyncOptions } from './sync-options.js';
import { EMPTY_STATE, selfOf, type ChannelView, type SyncState } from './state.js';

export const TYPING_SHOWN_MS = 5_000;
export const TYPING_TOLD_EVERY_MS = 3_000;
export const READ_DELAY_MS = 250;
/** A longer absence is not replayed event by event: the channel is fetched anew. */
export const CATCH_UP_PAGES_MAX = 5;

/**
 * Everything a device knows, kept current: snapshots by HTTP, hints by the push socket, holes filled by number. The interface
 * reads `state` and hears of changes through `subscribe`; it never edits.
 */
export class SyncStore {
  readonly presenceWatch: PresenceWatch;
  /** The pages of messages of opened channels. */
  readonly history: History;
  /** Hear messages as they come, not those that are fetched later. */
  readonly listeners = new Set<(message: Message) => void>();
  readonly #options: SyncOptions;
  #state: SyncState;
  readonly #listeners = new Set<() => void>();
  readonly #outbox: Outbox;
  readonly #socket: PushSocket;
  readonly #filling = new Map<ChannelId, Promise<void>>();
  readonly #readTimers = new Map<ChannelId, ReturnType<typeof setTimeout>>();
  readonly #typingTold = new Map<ChannelId, number>();
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  /** By which change of one's own a channel was left last: an answer that was asked for before it is too late. */
  readonly #leftBy = new Map<ChannelId, number>();
  /** The last change of one's own settings: an answer that was asked for before it may not know of it. */
  #settingsBy = 0;
  #shown: ChannelId | null = null;
  /** The highest number heard of each channel while its list was still on its way. */
  readonly #heard = new Map<ChannelId, number>();
  #welcomed = false;
  #closed = false;

  constructor(options: SyncOptions) {
    this.#options = options;
    const { me, guest } = options;
    this.#state = { ...EMPTY_STATE, me, self: me !== null ? selfOf(me) : guest === undefined ? null : { ...guest, pictureVersion: null } };
    if (options.keptState !== undefined) this.#state = restoreState(this.#state, options.keptState);
    this.#outbox = new Outbox({
      api: options.api, kept: options.kept, owner: this.#state.self?.id ?? 'nobody',
      onChange: waiting => this.#set({ waiting }), onSent: message => this.#acknowledged(message),
    });
    this.#state = { ...this.#state, waiting: this.#outbox.entries };
    this.#socket = new PushSocket({
      url: () => options.socketUrl(this.#state.personSeq), chance: options.chance, ...(options.connect ? { connect: options.connect } : {}),
      onPush: push => this.#push(push), onState: online => this.#turned(online), onSignedOut: options.onSignedOut,
    });
    this.history = new History({ api: options.api, view: channelId => this.#state.channels[channelId], edit: (channelId, edit) => this.#edit(channelId, edit) });
    this.presenceWatch = new PresenceWatch(people => this.#socket.send({ t: 'watch', people }));
    if (options.me === null) this.#set({ ready: true });
    else void this.#fetchAll();
  }

  get state(): SyncState { return this.#state; }

  readonly getState = (): SyncState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#closed = true;
    this.#socket.close();
    this.#outbox.close();
    this.presenceWatch.close();
    clearTimeout(this.#typingTimer);
    for (const timer of this.#readTimers.values()) clearTimeout(timer);
    this.#listeners.clear();
  }

  /** Loads the newest page of a channel; harmless when it is here. Also for channels that are in no list (a meeting's chat). */
  async open(channelId: ChannelId): Promise<void> {
    if (this.#state.channels[channelId] === undefined) {
      const { channel } = await this.#options.api.call(getChannel, { params: { channelId } });
      this.adopt(channel);
    }
    await this.history.open(channelId);
  }

  /** Takes in a channel that an answer of the API carried (a new room, an opened conversation). */
  adopt(channel: Channel): void { this.#replace(putChannel(this.#state, channel)); }

  drop(channelId: ChannelId): void { this.#replace(dropChannel(this.#state, channelId)); }

  /** The part of a channel's history around the message with this number, unless it is here already. */
  async openAt(channelId: ChannelId, seq: number): Promise<void> {
    await this.open(channelId);
    await this.history.loadAround(channelId, seq);
  }

  send(channelId: ChannelId, content: string, attachments: readonly Attachment[] = [], quoted: Message['quoted'] = null): void {
    this.#outbox.add({
      clientToken: randomSecret(this.#options.chance, 18), channelId, content, attachments, quoted,
      writtenAtMs: this.#options.clock.now(), state: 'waiting', failure: null,
    });
    this.#typingTold.delete(channelId);
    // Whoever writes wants to see it among the newest. When that fails, the list still tells that there are newer ones.
    this.history.toNewest(channelId).catch(() => undefined);
  }

  retry(clientToken: string): void { this.#outbox.retry(clientToken); }
  discard(clientToken: string): void { this.#outbox.remove(clientToken); }

  /** The person has seen everything up to `ordinal`. Told to the server once the eye rests for a moment. */
  markRead(channelId: ChannelId, ordinal: number): void {
    const next = raiseRead(this.#state, channelId, ordinal);
    if (next === this.#state) return;
    this.#replace(next);
    clearTimeout(this.#readTimers.get(channelId));
    this.#readTimers.set(channelId, setTimeout(() => {
      const read = this.#state.channels[channelId]?.channel.lastReadOrdinal ?? 0;
      // A lost mark is made good by the next one; nothing is shown about it.
      this.#options.api.call(markRead, { params: { channelId }, body: { ordinal: read } }).catch(() => undefined);
    }, READ_DELAY_MS));
  }

  tellTyping(channelId: ChannelId): void {
    const now = this.#options.clock.now();
    if (now - (this.#typingTold.get(channelId) ?? 0) < TYPING_TOLD_EVERY_MS) return;
    this.#typingTold.set(channelId, now);
    this.#socket.send({ t: 'typing', channelId });
  }

  /** This device shows this channel from now on, or none. */
  show(channelId: ChannelId | null): void {
    this.#shown = channelId;
    this.#set({ here: {} });
    this.#socket.send({ t: 'open', channelId });
  }

  tellActivity(idle: boolean): void { this.#socket.send({ t: 'activity', idle }); }
  /** Whether somebody looks at this page: pushes keep quiet meanwhile. */
  tellView(visible: boolean): void { this.#socket.send({ t: 'view', visible }); }

  putMe(me: Me): void { this.#set({ me, self: selfOf(me) }); }
  /** Meetings as told just now; the channels they run in show it. */
  putMeetings(meetings: readonly Meeting[]): void { this.#replace(putMeetings(this.#state, meetings)); }
  putAttendees(meetingId: MeetingId, attendees: readonly Attendee[]): void {
    this.#set({ attendees: { ...this.#state.attendees, [meetingId]: Object.fromEntries(attendees.map(attendee => [attendee.id, attendee])) } });
  }
  forgetSeat(meetingId: MeetingId): void { this.#set({ seats: withoutSeat(this.#state.seats, meetingId) }); }

  #set(part: Partial<SyncState>): void { this.#replace({ ...this.#state, ...part }); }

  #replace(state: SyncState): void {
    if (this.#closed || state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #turned(online: boolean): void {
    this.#set({ online });
    if (online) return;
    // A refused connection looks like a broken one; the session tells whether one is signed out.
    this.#options.api.call(getSession, {}).then(session => { if (session.kind === 'none' && !this.#closed) this.#options.onSignedOut(); }, () => undefined);
  }

  #push(push: ServerPush): void {
    switch (push.t) {
      case 'welcome': return this.#welcome(push);
      case 'event': return this.#event(push.event);
      case 'change': return this.#change(push.change, push.channel, push.me);
      case 'typing': return this.#typing(push.channelId, push.personId);
      case 'presence': return this.#replace(applyPresence(this.#state, push.people));
      case 'here': return this.#set({ here: push.channelId === this.#shown ? { [push.channelId]: push.people } : {} });
      case 'meeting': return this.putMeetings([push.meeting]);
      case 'attendee':
        return this.#set({ attendees: { ...this.#state.attendees, [push.meetingId]: { ...this.#state.attendees[push.meetingId], [push.attendee.id]: push.attendee } } });
      case 'seat': return this.#set({ seats: { ...this.#state.seats, [push.meetingId]: push.state } });
      case 'pong': return;
    }
  }

  #welcome(push: Extract<ServerPush, { t: 'welcome' }>): void {
    const missed = this.#welcomed ? push.changes : [];
    this.#welcomed = true;
    this.#set({ personSeq: push.personSeq, build: { first: this.#state.build?.first ?? push.build, now: push.build } });
    this.presenceWatch.tell();
    if (this.#shown !== null) this.#socket.send({ t: 'open', channelId: this.#shown });
    if (missed === null) void this.#fetchAll();
    else for (const change of missed) void this.#replay(change);
    this.#compare(push.channels);
    this.#outbox.flush();
  }

  /** What the server counts against what is here: fetch what is missing, drop what one is no longer in. */
  #compare(numbers: Extract<ServerPush, { t: 'welcome' }>['channels']): void {
    const told = new Set(numbers.map(each => each.id));
    for (const each of numbers) {
      const view = this.#state.channels[each.id];
      if (view === undefined) this.#hear(each.id, each.lastSeq);
      else if (each.lastSeq > view.channel.lastSeq) void this.#fill(each.id);
      this.#replace(raiseRead(this.#state, each.id, each.lastReadOrdinal));
    }
    for (const { channel } of Object.values<ChannelView>(this.#state.channels)) {
      if (!told.has(channel.id) && channel.kind !== 'meeting') this.#replace(dropChannel(this.#state, channel.id));
    }
  }

  /** Somebody speaks of a channel that is not here: fetch it, or compare once the list that is on its way has come. */
  #hear(channelId: ChannelId, seq: number): void {
    if (this.#state.ready) void this.#fetchOne(channelId);
    else this.#heard.set(channelId, Math.max(seq, this.#heard.get(channelId) ?? 0));
  }

  #event(event: ChannelEvent): void {
    const view = this.#state.channels[event.channelId];
    if (view === undefined) return this.#hear(event.channelId, event.seq);
    const applied = applyEvent(view, event, this.#state.self?.id ?? null);
    if (applied.kind === 'gap') void this.#fill(event.channelId);
    if (applied.kind !== 'applied') return;
    this.#applied(event, applied.view);
    if (event.kind === 'message') for (const listener of this.listeners) listener(event.message);
  }

  #applied(event: ChannelEvent, view: ChannelView): void {
    this.history.note(event.channelId, known => applyToHistory(known, event));
    let typing = this.#state.typing;
    if (event.kind === 'message') {
      this.#outbox.remove(event.message.clientToken);
      const rest = { ...typing[event.channelId] };
      delete rest[event.message.sender.id];
      typing = { ...typing, [event.channelId]: rest };
    }
    this.#set({ typing, channels: { ...this.#state.channels, [event.channelId]: view } });
  }

  #change(change: PersonChange, channel?: Channel, me?: Me): void {
    if (change.seq <= this.#state.personSeq) return;
    // A hole in one's own numbers: the welcome of a new connection brings what is missing.
    if (change.seq > this.#state.personSeq + 1) return this.#socket.renew();
    this.#note(change);
    if (change.kind === 'channel-left') this.#leftBy.set(change.channelId, change.seq);
    if ((change.kind === 'channel-joined' && channel === undefined) || (change.kind === 'profile' && me === undefined)) void this.#replay(change);
    else this.#replace(applyChange(this.#state, change, { channel, me }));
  }

  #note(change: PersonChange): void {
    if (change.kind === 'channel-settings' || change.kind === 'favourites-ordered') this.#settingsBy = change.seq;
  }

  /** A change that comes without what it is about: fetch that first. */
  async #replay(change: PersonChange): Promise<void> {
    this.#note(change);
    this.#set({ personSeq: Math.max(this.#state.personSeq, change.seq) });
    if (change.kind === 'channel-joined') return this.#fetchOne(change.channelId);
    if (change.kind === 'profile') {
      const session = await this.#options.api.call(getSession, {}).catch(() => null);
      if (session?.kind === 'person') this.putMe(session.me);
      return;
    }
    this.#replace(applyChange(this.#state, change, {}));
  }

  async #fetchAll(): Promise<void> {
    const asked = this.#state.personSeq;
    const reply = await this.#options.api.call(listChannels, {}).catch(() => null);
    // Without an answer the next welcome asks again.
    if (reply === null) { this.#welcomed = false; return; }
    if (this.#settingsBy > asked) return this.#fetchAll();
    let next = this.#state;
    for (const channel of reply.channels) next = putChannel(next, channel);
    this.#replace({ ...next, ready: true });
    for (const [channelId, seq] of this.#heard) {
      const view = this.#state.channels[channelId];
      if (view === undefined) void this.#fetchOne(channelId);
      else if (view.channel.lastSeq < seq) void this.#fill(channelId);
    }
    this.#heard.clear();
  }

  async #fetchOne(channelId: ChannelId): Promise<void> {
    const asked = this.#state.personSeq;
    try {
      const { channel } = await this.#options.api.call(getChannel, { params: { channelId } });
      if ((this.#leftBy.get(channelId) ?? 0) > asked) return;
      if (this.#settingsBy > asked) return await this.#fetchOne(channelId);
      this.adopt(channel);
    } catch (error) {
      if (isFailure(error, 'NotFound')) this.drop(channelId);
    }
  }

  /** Asks for what lies after the last number, one question at a time per channel. */
  #fill(channelId: ChannelId): Promise<void> {
    const running = this.#filling.get(channelId);
    if (running !== undefined) return running;
    const filling = this.#catchUp(channelId).catch(() => undefined).finally(() => this.#filling.delete(channelId));
    this.#filling.set(channelId, filling);
    return filling;
  }

  async #catchUp(channelId: ChannelId): Promise<void> {
    for (let page = 0; page < CATCH_UP_PAGES_MAX; page++) {
      const after = this.#state.channels[channelId]?.channel.lastSeq;
      if (after === undefined) return;
      const { events, more } = await this.#options.api.call(listEvents, { params: { channelId }, query: { after } });
      for (const event of events) {
        const view = this.#state.channels[channelId];
        const applied = view === undefined ? null : applyEvent(view, event, this.#state.self?.id ?? null);
        if (applied?.kind === 'applied') this.#applied(event, applied.view);
      }
      if (!more) return;
    }
    await this.#fetchOne(channelId);
    await this.history.open(channelId);
  }

  #edit(channelId: ChannelId, edit: (view: ChannelView) => ChannelView): void {
    const view = this.#state.channels[channelId];
    if (view !== undefined) this.#set({ channels: { ...this.#state.channels, [channelId]: edit(view) } });
  }

  /** The answer to a sent message. Its event comes by the socket; until then it stands in the list by its number. */
  #acknowledged(message: Message): void {
    this.history.note(message.channelId, view => putSent(view, message));
    this.#edit(message.channelId, view => putSent(view, message));
  }

  #typing(channelId: ChannelId, personId: string): void {
    const until = this.#options.clock.now() + TYPING_SHOWN_MS;
    this.#set({ typing: { ...this.#state.typing, [channelId]: { ...this.#state.typing[channelId], [personId]: until } } });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#set({ typing: endTyping(this.#state.typing, this.#options.clock.now()) }), TYPING_SHOWN_MS + 50);
  }
}
