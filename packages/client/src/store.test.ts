import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chance } from '@carillon/kernel/chance.js';
import type { ChannelId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import type { Channel, ChannelEvent, Message } from '@carillon/wire/rest/chat.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { PersonChange, ServerPush } from '@carillon/wire/socket/frames.js';
import { createApi } from './api.js';
import type { KeptTexts } from './outbox.js';
import { RETRY_DELAY_MS_MAX, retryDelayMs } from './socket.js';
import { unreadOf } from './state.js';
import { SyncStore } from './store.js';

const ME = 'me' as PersonId;
const ROOM = 'room' as ChannelId;
const AT = '2026-11-24T09:00:00.000Z';
const chance: Chance = { bytes: count => crypto.getRandomValues(new Uint8Array(count)) };

/** A server of one room in memory: the same log behind the answers and the pushes, and faults to order. */
class OneRoom {
  readonly log: ChannelEvent[] = [];
  readonly changes: PersonChange[] = [];
  readonly sockets: LineSocket[] = [];
  read = 0;
  down = false;
  /** The request is carried out, the answer is lost. */
  loseAnswer = 0;
  asked: string[] = [];
  /** Answers about the room wait for this. */
  held: Promise<void> | undefined;
  /** Pages of history are read, and their answers wait for this. */
  heldPages: Promise<void> | undefined;

  get messages(): Message[] { return this.log.flatMap(event => event.kind === 'message' ? [event.message] : []); }

  get room(): Channel {
    return {
      id: ROOM, kind: 'room', accountId: null, name: 'Room', role: 'Member', memberCount: 2, people: [], createdAt: AT, lastSeq: this.log.length,
      messageCount: this.messages.length, lastReadOrdinal: this.read,
      unreadMentions: [], settings: { favourite: false, hidden: false, desktop: 'always', mobile: 'always', position: null }, invitePolicy: 'administrators', accessRequestCount: 0,
      lastMessage: this.messages.at(-1) ?? null, meetingId: null,
    };
  }

  write(content: string, sender = 'ann', clientToken = `their-${this.log.length}`): Message {
    const known = this.messages.find(message => message.clientToken === clientToken);
    if (known !== undefined) return known;
    const seq = this.log.length + 1;
    const message: Message = {
      id: `m${seq}` as MessageId, channelId: ROOM, seq, ordinal: this.messages.length + 1, sender: { kind: 'person', id: sender as PersonId, name: sender }, content,
      attachments: [], mentions: [], quoted: null, createdAt: AT, redactedAt: null, clientToken,
    };
    this.log.push({ channelId: ROOM, seq, at: AT, kind: 'message', message });
    return message;
  }

  redact(messageId: string): void { this.log.push({ channelId: ROOM, seq: this.log.length + 1, at: AT, kind: 'redacted', messageId: messageId as MessageId }); }

  push(push: ServerPush): void { for (const socket of this.sockets) if (socket.readyState === 1) socket.hear(push); }
  pushLast(): void { this.push({ t: 'event', event: this.log.at(-1)! }); }

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input), 'http://x');
    this.asked.push(`${init?.method} ${url.pathname}${url.search}`);
    if (this.down) throw new TypeError('network');
    if (url.pathname === '/api/channels/room') await this.held;
    const reply = this.#answer(url, init);
    if (init?.method === 'GET' && url.pathname.endsWith('/messages')) await this.heldPages;
    if (this.loseAnswer > 0) { this.loseAnswer--; throw new TypeError('network'); }
    return Response.json(reply);
  };

  #answer(url: URL, init?: RequestInit): unknown {
    if (url.pathname === '/api/session') return { kind: 'person', me };
    if (url.pathname === '/api/channels') return { channels: [this.room] };
    if (url.pathname === '/api/channels/room') return { channel: this.room };
    if (url.pathname.endsWith('/events')) return { events: this.log.filter(event => event.seq > Number(url.searchParams.get('after'))), more: false };
    if (url.pathname.endsWith('/read')) { this.read = (JSON.parse(String(init?.body)) as { ordinal: number }).ordinal; return {}; }
    if (init?.method === 'POST') {
      const { content, clientToken } = JSON.parse(String(init.body)) as { content: string; clientToken: string };
      return { message: this.write(content, ME, clientToken) };
    }
    const before = Number(url.searchParams.get('before') ?? Infinity);
    const older = this.messages.filter(message => message.seq < before);
    const limit = Number(url.searchParams.get('limit'));
    const [after, around] = [url.searchParams.get('after'), url.searchParams.get('around')];
    if (after !== null || around !== null) {
      const from = after !== null ? this.messages.findIndex(message => message.seq > Number(after)) : Math.max(0, Number(around) - 1 - limit / 2);
      const page = from < 0 ? [] : this.messages.slice(from, from + limit);
      return { messages: page, more: from > 0, newer: from >= 0 && from + limit < this.messages.length };
    }
    return { messages: older.slice(-limit), more: older.length > limit, newer: before !== Infinity };
  }

  readonly connect = (): WebSocket => {
    const socket = new LineSocket();
    this.sockets.push(socket);
    if (this.down) setTimeout(() => socket.cut(), 1);
    else setTimeout(() => { socket.readyState = 1; socket.hear(this.welcome()); }, 1);
    return socket as unknown as WebSocket;
  };

  welcome(): ServerPush {
    const { lastSeq, messageCount, lastReadOrdinal } = this.room;
    return { t: 'welcome', personSeq: this.changes.length, changes: this.changes, channels: [{ id: ROOM, lastSeq, messageCount, lastReadOrdinal }], build: 'b' };
  }
}

class LineSocket {
  readyState = 0;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;
  sent: string[] = [];
  hear(push: ServerPush): void { this.onmessage?.({ data: JSON.stringify([push]) }); }
  send(text: string): void { this.sent.push(text); }
  close(): void { this.readyState = 3; }
  cut(): void { this.readyState = 3; this.onclose?.({ code: 1006 }); }
}

class Memory implements KeptTexts {
  readonly texts = new Map<string, string>();
  get length(): number { return this.texts.size; }
  key(index: number): string | null { return [...this.texts.keys()][index] ?? null; }
  getItem(key: string): string | null { return this.texts.get(key) ?? null; }
  setItem(key: string, value: string): void { this.texts.set(key, value); }
  removeItem(key: string): void { this.texts.delete(key); }
}

const me = { id: ME, displayName: 'Me' } as Me;
let server: OneRoom;
let kept: Memory;
let store: SyncStore;

function start(): SyncStore {
  return new SyncStore({
    api: createApi('', server.fetch), clock: { now: () => Date.parse(AT) }, chance, kept, socketUrl: after => `ws://x?after=${after}`, connect: server.connect, me,
    onSignedOut: () => undefined,
  });
}
const settle = (ms = 5): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const texts = (): string[] => store.state.channels[ROOM]!.messages.map(message => message.content);

beforeEach(async () => {
  vi.useFakeTimers();
  server = new OneRoom();
  kept = new Memory();
  for (let i = 1; i <= 3; i++) server.write(`text ${i}`);
  store = start();
  await settle();
  await store.open(ROOM);
});
afterEach(() => { store.close(); vi.useRealTimers(); });

describe('a room kept current', () => {
  it('shows what is pushed, once, also when it is pushed twice', async () => {
    server.write('new');
    server.pushLast();
    server.pushLast();
    await settle();
    expect(texts()).toEqual(['text 1', 'text 2', 'text 3', 'new']);
    expect(unreadOf(store.state.channels[ROOM]!.channel)).toBe(4);
  });

  it('asks for what is missing when a number is skipped', async () => {
    server.write('lost push');
    server.write('seen push');
    server.pushLast();
    await settle();
    expect(texts().slice(3)).toEqual(['lost push', 'seen push']);
    expect(server.asked).toContain('GET /api/channels/room/events?after=3');
  });

  it('puts pushes that come in the wrong order right', async () => {
    server.write('first');
    const first = server.log.at(-1)!;
    server.write('second');
    server.pushLast();
    server.push({ t: 'event', event: first });
    await settle();
    expect(texts().slice(3)).toEqual(['first', 'second']);
  });

  it('after a dropped connection it has what came meanwhile', async () => {
    server.down = true;
    server.sockets.at(-1)!.cut();
    expect(store.state.online).toBe(false);
    server.write('while away');
    await settle(3_000);
    server.down = false;
    await settle(RETRY_DELAY_MS_MAX);
    expect(store.state.online).toBe(true);
    expect(texts().at(-1)).toBe('while away');
    expect(store.state.channels[ROOM]!.channel).toEqual(server.room);
  });

  it('a message that slips in while the list is on its way is not missed', async () => {
    store.close();
    const late = start();
    server.write('between');
    server.pushLast();
    await settle(10);
    expect(late.state.channels[ROOM]!.channel.lastSeq).toBe(server.log.length);
    late.close();
  });

  it('follows the reading of another device', async () => {
    server.push({ t: 'change', change: { seq: 1, kind: 'read', channelId: ROOM, ordinal: 2 } });
    expect(unreadOf(store.state.channels[ROOM]!.channel)).toBe(1);
    server.push({ t: 'change', change: { seq: 2, kind: 'read', channelId: ROOM, ordinal: 1 } });
    expect(unreadOf(store.state.channels[ROOM]!.channel)).toBe(1);
  });

  it('a room that one was removed from while its answer was on the way stays away', async () => {
    store.drop(ROOM);
    let answer = (): void => {};
    server.held = new Promise(done => (answer = done));
    const { personSeq } = store.state;
    server.push({ t: 'change', change: { seq: personSeq + 1, kind: 'channel-joined', channelId: ROOM } });
    await settle();
    server.push({ t: 'change', change: { seq: personSeq + 2, kind: 'channel-left', channelId: ROOM } });
    answer();
    await settle();
    expect(store.state.channels[ROOM]).toBeUndefined();
  });

  it('a hole in the own numbers makes a new connection', async () => {
    const before = server.sockets.length;
    server.push({ t: 'change', change: { seq: 5, kind: 'profile' } });
    await settle();
    expect(server.sockets.length).toBe(before + 1);
  });

  it('loads older pages above until there are none', async () => {
    store.close();
    for (let i = 4; i <= 180; i++) server.write(`text ${i}`);
    store = start();
    await settle();
    await store.open(ROOM);
    expect(texts().length).toBe(50);
    await store.history.loadOlder(ROOM);
    await store.history.loadOlder(ROOM);
    expect(texts().length).toBe(180);
    expect(store.state.channels[ROOM]!.hasOlder).toBe(false);
  });

  /** The room once more, with 480 messages. */
  async function openLongRoom(): Promise<void> {
    store.close();
    for (let i = 4; i <= 480; i++) server.write(`text ${i}`);
    store = start();
    await settle();
    await store.open(ROOM);
  }

  it('a message deep in history comes with what is around it in one request, and what lies below is found again', async () => {
    await openLongRoom();
    const asked = server.asked.length;
    await store.openAt(ROOM, 100);
    expect(server.asked.length).toBe(asked + 1);
    expect(texts()).toContain('text 100');
    expect(store.state.channels[ROOM]).toMatchObject({ hasOlder: true, hasNewer: true });
    await store.history.toNewest(ROOM);
    expect(texts()).toHaveLength(50);
    expect(store.state.channels[ROOM]!.hasNewer).toBe(false);
    await store.openAt(ROOM, 100);
    // What comes now is not put below a part of history.
    server.write('just now');
    server.pushLast();
    expect(texts()).not.toContain('just now');
    for (let page = 0; page < 5; page++) await store.history.loadNewer(ROOM);
    expect(store.state.channels[ROOM]!.hasNewer).toBe(false);
    expect(texts().slice(-2)).toEqual(['text 480', 'just now']);
    expect(new Set(texts()).size).toBe(texts().length);
  });

  it('older messages that were asked for before one went deep into history leave no hole there', async () => {
    await openLongRoom();
    let answer = (): void => {};
    server.heldPages = new Promise(done => (answer = done));
    const older = store.history.loadOlder(ROOM);
    await settle();
    server.heldPages = undefined;
    await store.openAt(ROOM, 100);
    const around = texts();
    answer();
    await older;
    expect(texts()).toEqual(around);
    await store.history.loadNewer(ROOM);
    expect(texts().slice(0, around.length)).toEqual(around);
    expect(texts()).toHaveLength(around.length + 100);
  });

  it('what happens while the first page is on its way is in it when it comes', async () => {
    store.close();
    store = start();
    await settle();
    let answer = (): void => {};
    server.heldPages = new Promise(done => (answer = done));
    const opening = store.open(ROOM);
    await settle();
    server.write('meanwhile');
    server.pushLast();
    server.redact('m2');
    server.pushLast();
    store.send(ROOM, 'mine');
    await settle();
    expect(texts()).toEqual([]);
    answer();
    await opening;
    expect(texts()).toEqual(['text 1', '', 'text 3', 'meanwhile', 'mine']);
    server.pushLast();
    expect(texts()).toEqual(['text 1', '', 'text 3', 'meanwhile', 'mine']);
  });

  it('what happens while a page around a message is on its way is done to it as well', async () => {
    await openLongRoom();
    let answer = (): void => {};
    server.heldPages = new Promise(done => (answer = done));
    const jumping = store.openAt(ROOM, 100);
    await settle();
    server.redact('m100');
    server.pushLast();
    answer();
    await jumping;
    expect(texts()).not.toContain('text 100');
    expect(store.state.channels[ROOM]!.messages.find(message => message.id === 'm100')!.redactedAt).toBe(AT);
  });

  it('tells the server once what was read', async () => {
    store.markRead(ROOM, 2);
    store.markRead(ROOM, 3);
    await settle(1_000);
    expect(server.read).toBe(3);
    expect(server.asked.filter(line => line.endsWith('/read')).length).toBe(1);
  });
});

describe('messages on their way', () => {
  it('a lost answer is asked again and does not double the message', async () => {
    server.loseAnswer = 1;
    store.send(ROOM, 'hello');
    await settle();
    expect(store.state.waiting[0]?.state).toBe('waiting');
    server.pushLast();
    await settle(60_000);
    expect(server.messages.filter(message => message.content === 'hello').length).toBe(1);
    expect(texts().filter(text => text === 'hello').length).toBe(1);
    expect(store.state.waiting).toEqual([]);
    expect(kept.length).toBe(0);
  });

  it('what is written offline goes out later, in order', async () => {
    server.down = true;
    for (const text of ['one', 'two', 'three']) store.send(ROOM, text);
    await settle(2_000);
    expect(store.state.waiting.length).toBe(3);
    server.down = false;
    await settle(60_000);
    expect(server.messages.slice(3).map(message => message.content)).toEqual(['one', 'two', 'three']);
    expect(store.state.waiting).toEqual([]);
  });

  it('what is written offline survives a reload', async () => {
    server.down = true;
    store.send(ROOM, 'kept');
    await settle(10);
    store.close();
    server.down = false;
    store = start();
    expect(store.state.waiting.map(entry => entry.content)).toEqual(['kept']);
    await settle(60_000);
    expect(server.messages.filter(message => message.content === 'kept').length).toBe(1);
  });

  it('answer and push of one message, in either order, show it once', async () => {
    store.send(ROOM, 'mine');
    await settle();
    server.pushLast();
    await settle();
    expect(texts().filter(text => text === 'mine').length).toBe(1);
    expect(store.state.channels[ROOM]!.channel.lastReadOrdinal).toBe(4);
  });
});

describe('the delay before coming back', () => {
  it('grows to a bound and never is less than half of it', () => {
    const none: Chance = { bytes: count => new Uint8Array(count) };
    const all: Chance = { bytes: count => new Uint8Array(count).fill(255) };
    expect([0, 1, 2, 30].map(attempt => retryDelayMs(attempt, none))).toEqual([250, 500, 1000, RETRY_DELAY_MS_MAX / 2]);
    expect(retryDelayMs(30, all)).toBe(RETRY_DELAY_MS_MAX);
  });
});
