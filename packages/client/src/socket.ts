import type { Chance } from '@carillon/kernel/chance.js';
import { CLOSE_SIGNED_OUT, type ClientFrame, type ServerPush } from '@carillon/wire/socket/frames.js';

export const RETRY_DELAY_MS_MIN = 500;
export const RETRY_DELAY_MS_MAX = 20_000;
export const PING_EVERY_MS = 25_000;
export const PONG_WITHIN_MS = 10_000;

export interface PushSocketOptions {
  /** The address to connect to now; asked anew at each attempt, because it carries the last number one has. */
  url: () => string;
  chance: Chance;
  onPush: (push: ServerPush) => void;
  onState: (online: boolean) => void;
  onSignedOut: () => void;
  /** Replaced where there is no browser. */
  connect?: (url: string) => WebSocket;
}

/** The push socket, kept up: it comes back by itself with a growing, jittered delay until it is closed. */
export class PushSocket {
  readonly #options: PushSocketOptions;
  #socket: WebSocket | null = null;
  #closed = false;
  #attempt = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #pingTimer: ReturnType<typeof setTimeout> | undefined;
  #pongTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PushSocketOptions) {
    this.#options = options;
    if (typeof window !== 'undefined') {
      window.addEventListener('online', this.wake);
      window.addEventListener('offline', this.#cutOff);
      document.addEventListener('visibilitychange', this.#seen);
    }
    this.#open();
  }

  send(frame: ClientFrame): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(frame));
  }

  /** Something says that the network may be back or the lid was opened: try now, or find out whether the socket still lives. */
  readonly wake = (): void => {
    if (this.#closed) return;
    if (this.#socket?.readyState === 1) this.#ping();
    else if (this.#socket?.readyState !== 0) {
      this.#attempt = 0;
      this.#open();
    }
  };

  /** Drops the connection and makes a new one, which asks for everything after the last number. */
  renew(): void {
    this.#drop();
    this.#open();
  }

  close(): void {
    this.#closed = true;
    if (typeof window !== 'undefined') {
      window.removeEventListener('online', this.wake);
      window.removeEventListener('offline', this.#cutOff);
      document.removeEventListener('visibilitychange', this.#seen);
    }
    this.#drop();
  }

  /** The system knows before the socket does. */
  readonly #cutOff = (): void => { if (!this.#closed) this.#lost(1006); };

  readonly #seen = (): void => { if (document.visibilityState === 'visible') this.wake(); };

  #open(): void {
    clearTimeout(this.#retryTimer);
    const socket = this.#options.connect?.(this.#options.url()) ?? new WebSocket(this.#options.url());
    this.#socket = socket;
    socket.onmessage = event => { if (socket === this.#socket) this.#read(String(event.data)); };
    socket.onopen = () => { if (socket === this.#socket) this.#schedulePing(); };
    socket.onclose = event => { if (socket === this.#socket) this.#lost(event.code); };
  }

  #read(text: string): void {
    const parsed = JSON.parse(text) as ServerPush | ServerPush[];
    for (const push of Array.isArray(parsed) ? parsed : [parsed]) {
      if (push.t === 'pong') clearTimeout(this.#pongTimer);
      if (push.t === 'welcome') {
        this.#attempt = 0;
        this.#options.onState(true);
      }
      this.#options.onPush(push);
    }
  }

  #schedulePing(): void {
    clearTimeout(this.#pingTimer);
    this.#pingTimer = setTimeout(() => { this.#ping(); this.#schedulePing(); }, PING_EVERY_MS);
  }

  #ping(): void {
    this.send({ t: 'ping' });
    clearTimeout(this.#pongTimer);
    // A dead network often looks like an open socket: without an answer it counts as lost.
    this.#pongTimer = setTimeout(() => { this.#drop(); this.#lost(1006); }, PONG_WITHIN_MS);
  }

  #lost(code: number): void {
    this.#drop();
    this.#options.onState(false);
    if (this.#closed) return;
    if (code === CLOSE_SIGNED_OUT) {
      this.#closed = true;
      this.#options.onSignedOut();
      return;
    }
    this.#retryTimer = setTimeout(() => this.#open(), retryDelayMs(this.#attempt++, this.#options.chance));
  }

  #drop(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#pingTimer);
    clearTimeout(this.#pongTimer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}

/** Doubles from half a second to twenty; half of it is left to chance, so that a restarted server is not stormed. */
export function retryDelayMs(attempt: number, chance: Chance): number {
  const ceiling = Math.min(RETRY_DELAY_MS_MAX, RETRY_DELAY_MS_MIN * 2 ** Math.min(attempt, 10));
  const share = (chance.bytes(1)[0] ?? 0) / 255;
  return Math.round(ceiling / 2 + (ceiling / 2) * share);
}
