import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import type { SocketsAnswer, SocketsCommand } from './chat-messages.js';

/** The receivers: a process of its own, so that only the server's work is in the server's figure. */

const tell = (answer: SocketsAnswer) => process.send?.(answer);
const CONNECT_AT_ONCE = 50;

let awaited = { which: 'chat' as 'chat' | 'bare', left: 0, latenciesMs: [] as number[] };

function take(which: 'chat' | 'bare', data: Buffer): void {
  if (which !== awaited.which || awaited.left <= 0) return;
  const text = data.toString();
  const pushes = which === 'bare' ? 1 : countMessages(text);
  awaited.left -= pushes;
  for (let i = 0; i < pushes; i++) awaited.latenciesMs.push(performance.timeOrigin + performance.now() - sentAt(text));
  if (awaited.left <= 0) tell({ kind: 'all', latenciesMs: awaited.latenciesMs });
}

/** The messages carry the time they were sent at. */
function sentAt(text: string): number {
  return Number(/sent-at-(\d+\.?\d*)/.exec(text)?.[1] ?? 0);
}

function countMessages(text: string): number {
  return text.split('"t":"event"').length - 1;
}

async function connect(url: string, headers: Record<string, string>, which: 'chat' | 'bare'): Promise<void> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  const ready = new Promise<void>((done, fail) => {
    socket.once('error', fail);
    // The app's socket is ready after its welcome.
    socket.once(which === 'chat' ? 'message' : 'open', () => done());
  });
  socket.on('message', data => take(which, data as Buffer));
  await ready;
}

process.on('message', (command: SocketsCommand) => {
  if (command.kind === 'connect') return void connectAll(command);
  awaited = { which: command.which, left: command.pushes, latenciesMs: [] };
  // Nothing is sent before this is known: pushes that come before the command would count for nothing, and the rest never be enough.
  tell({ kind: 'expecting' });
});

async function connectAll({ url, cookies, barePort }: Extract<SocketsCommand, { kind: 'connect' }>): Promise<void> {
  for (let i = 0; i < cookies.length; i += CONNECT_AT_ONCE) {
    const some = cookies.slice(i, i + CONNECT_AT_ONCE);
    await Promise.all(some.map(cookie => connect(`${url.replace('http', 'ws')}/api/socket`, { cookie }, 'chat')));
    await Promise.all(some.map(() => connect(`ws://127.0.0.1:${barePort}`, {}, 'bare')));
  }
  tell({ kind: 'connected' });
}

process.on('disconnect', () => process.exit(0));
