import { WebSocket } from 'ws';
import { systemChance } from '@carillon/kernel/chance.js';
import { createApi } from '@carillon/client/api.js';
import { applyEvent } from '@carillon/client/apply-event.js';
import { SyncStore } from '@carillon/client/store.js';
import { viewOf, type ChannelView, type SyncState } from '@carillon/client/state.js';
import type { Channel, ChannelEvent } from '@carillon/wire/rest/chat.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import type { TestClock } from './clock.js';
import type { TestPerson } from './world.js';

/** What the line does with pushes after the welcome. `held` keeps them until `release`. */
export type LineFault = 'none' | 'twice' | 'held' | 'lost';

/**
 * A real socket whose pushes can be told twice, held back and let go in reverse order, or lost; to `PushSocket` it is a
 * browser's WebSocket.
 */
class FaultyLine {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly #socket: WebSocket;

  constructor(socket: WebSocket, hear: (push: ServerPush, tell: (push: ServerPush) => void) => void) {
    this.#socket = socket;
    socket.on('open', () => this.onopen?.());
    socket.on('close', code => this.onclose?.({ code }));
    socket.on('error', () => {});
    const tell = (push: ServerPush) => this.onmessage?.({ data: JSON.stringify(push) });
    socket.on('message', data => {
      const parsed = JSON.parse(String(data)) as ServerPush | ServerPush[];
      for (const push of Array.isArray(parsed) ? parsed : [parsed]) hear(push, tell);
    });
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  close(): void {
    this.#socket.terminate();
  }
}

/** A browser's storage with nothing in it. */
const NOTHING_KEPT = { length: 0, key: () => null, getItem: () => null, setItem: () => {}, removeItem: () => {} };

/** A person's device with the client's own store, following the real server over a line that can be made to fail. */
export class Follower {
  readonly store: SyncStore;
  fault: LineFault = 'none';
  /** Every kind of push that was heard, lost ones too. */
  readonly heard: ServerPush[] = [];
  readonly #held: [ServerPush, (push: ServerPush) => void][] = [];
  #line: FaultyLine | undefined;

  constructor(person: TestPerson, clock: TestClock) {
    const cookie = person.cookie ?? '';
    const fetchAs: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
    this.store = new SyncStore({
      api: createApi(person.origin, fetchAs),
      clock,
      chance: systemChance,
      kept: NOTHING_KEPT,
      socketUrl: after => `${person.origin.replace(/^http/, 'ws')}/api/socket?after=${after}`,
      connect: url => {
        this.#line = new FaultyLine(new WebSocket(url, { headers: { cookie }, origin: person.origin }), (push, tell) => this.#hear(push, tell));
        // As much of a WebSocket as the client's socket uses.
        return this.#line as unknown as globalThis.WebSocket;
      },
      me: person.me,
      onSignedOut: () => {},
    });
  }

  get state(): SyncState {
    return this.store.state;
  }

  /** The connection breaks; the client comes back by itself. */
  cut(): void {
    this.#line?.close();
  }

  /** Tells what was held back, the last first. */
  release(): void {
    this.fault = 'none';
    for (const [push, tell] of this.#held.splice(0).reverse()) tell(push);
  }

  close(): void {
    this.store.close();
  }

  #hear(push: ServerPush, tell: (push: ServerPush) => void): void {
    this.heard.push(push);
    if (push.t === 'welcome' || push.t === 'pong' || this.fault === 'none') return tell(push);
    if (this.fault === 'lost') return;
    if (this.fault === 'held') return void this.#held.push([push, tell]);
    tell(push);
    tell(push);
  }
}

/** A channel as it was, and what happened since, put together by the client's own rules. */
export function replay(channel: Channel, events: readonly ChannelEvent[], myId: string): ChannelView {
  let view: ChannelView = { ...viewOf(channel), opened: true };
  for (const event of events) {
    const applied = applyEvent(view, event, myId);
    if (applied.kind === 'applied') view = applied.view;
  }
  return view;
}
