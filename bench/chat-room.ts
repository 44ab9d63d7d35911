import { performance } from 'node:perf_hooks';
import { ask, endProcesses, hear, startProcess } from './processes.js';
import { within } from './within.js';
import type { ServerAnswer, ServerCommand, SocketsAnswer, SocketsCommand } from './chat-messages.js';

/** Our server with rooms of so many people and a bare `ws` server beside it, and the process that holds the people's sockets. */

/** A server that has run for a while: V8 and WebAssembly have compiled what sending uses. These messages go to a room of few. */
const WARM_UP = 600;
const FEW = 20;
const TOGETHER = 20;

export interface Measured { /** CPU time of the server, all threads, microseconds a delivery. */ us: number; latenciesMs: number[] }

/** What is sent: as long as people's messages are, with the time it was sent at. */
export function content(): string {
  return `A message of an ordinary length, as people write them all day long. sent-at-${(performance.timeOrigin + performance.now()).toFixed(3)}`;
}

export class ChatRooms {
  readonly #server = startProcess('./chat-server.ts');
  readonly #sockets = startProcess('./chat-sockets.ts');
  #listening!: Extract<ServerAnswer, { kind: 'listening' }>;
  #seeded!: Extract<ServerAnswer, { kind: 'seeded' }>;
  #rooms = new Map<number, string>();
  #connected = 0;
  #sent = 0;
  #frame = '';

  /** A server that is warm, with a room for each of these sizes; nobody is connected yet. */
  static async start(sizes: readonly number[]): Promise<ChatRooms> {
    const chat = new ChatRooms();
    chat.#listening = await hear(chat.#server);
    const rooms = [FEW, ...sizes];
    chat.#seeded = await ask<Extract<ServerAnswer, { kind: 'seeded' }>>(chat.#server, { kind: 'seed', count: Math.max(...rooms), rooms } satisfies ServerCommand);
    chat.#rooms = new Map(rooms.map((size, i) => [size, chat.#seeded.channelIds[i]!]));
    for (let i = 0; i < WARM_UP; i++) await chat.#post(FEW);
    return chat;
  }

  /** The first `n` people connect, those who have not yet, and as many bare sockets. */
  async connect(n: number): Promise<void> {
    const cookies = this.#seeded.cookies.slice(this.#connected, n);
    await ask<SocketsAnswer>(this.#sockets, { kind: 'connect', url: this.#listening.url, cookies, barePort: this.#listening.barePort } satisfies SocketsCommand);
    this.#connected = n;
    const { message } = JSON.parse(await this.#post(n)) as { message: unknown };
    this.#frame = JSON.stringify({ t: 'event', event: { kind: 'message', seq: 1, channelId: this.#rooms.get(n), at: '2026-11-24T09:00:00.000Z', message } });
  }

  /** So many messages to the room of `n`, each when the one before is acknowledged. */
  oneByOne(n: number, messages: number): Promise<Measured> {
    return this.#measure('chat', messages * n, async () => {
      for (let i = 0; i < messages; i++) await this.#post(n);
    });
  }

  /** TOGETHER messages to the room of `n` at once. */
  atOnce(n: number): Promise<Measured> {
    return this.#measure('chat', TOGETHER * n, () => Promise.all(Array.from({ length: TOGETHER }, () => this.#post(n))));
  }

  /** The same frame by a bare `ws` server, so many times to all that are connected. */
  bare(n: number, frames: number): Promise<Measured> {
    return this.#measure('bare', frames * n, () => ask<ServerAnswer>(this.#server, { kind: 'bare', text: this.#frame, frames } satisfies ServerCommand));
  }

  stop(): Promise<void> {
    return endProcesses(this.#server, this.#sockets);
  }

  async #post(n: number): Promise<string> {
    const cookie = this.#seeded.cookies[this.#sent++ % n]!;
    const response = await fetch(`${this.#listening.url}/api/channels/${this.#rooms.get(n)}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-carillon': '1', cookie },
      body: JSON.stringify({ clientToken: `bench-${String(this.#sent).padStart(8, '0')}`, content: content() }),
    });
    if (!response.ok) throw new Error(await response.text());
    return JSON.stringify(await response.json());
  }

  async #measure(which: 'chat' | 'bare', pushes: number, deliver: () => Promise<unknown>): Promise<Measured> {
    await ask<SocketsAnswer>(this.#sockets, { kind: 'expect', which, pushes } satisfies SocketsCommand);
    const all = hear<Extract<SocketsAnswer, { kind: 'all' }>>(this.#sockets);
    const before = await this.#usage();
    const [, { latenciesMs }] = await within(120, `${pushes} ${which} pushes`, Promise.all([deliver(), all]));
    return { us: ((await this.#usage()) - before) / pushes, latenciesMs };
  }

  async #usage(): Promise<number> {
    return (await ask<Extract<ServerAnswer, { kind: 'usage' }>>(this.#server, { kind: 'usage' } satisfies ServerCommand)).cpuUs;
  }
}
