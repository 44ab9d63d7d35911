import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

const PATH = /^\/media\/(\d{1,2})\/[0-9a-f-]{36}(\?|$)/;
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * Passes WebSocket upgrades of `/media/<worker>/<meeting>` on to that worker's loopback listener, so that one HTTPS
 * port is enough. Bytes are passed as they are: the media node itself checks the token.
 */
export function passToMedia(request: IncomingMessage, socket: Duplex, head: Buffer, portOf: (worker: number) => number | undefined): void {
  const match = PATH.exec(request.url ?? '');
  const port = match ? portOf(Number(match[1])) : undefined;
  if (port === undefined) return void socket.end(`HTTP/1.1 ${match ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
  const upstream = connect({ host: '127.0.0.1', port });
  upstream.setTimeout(CONNECT_TIMEOUT_MS, () => upstream.destroy());
  upstream.once('connect', () => {
    upstream.setTimeout(0);
    upstream.setNoDelay(true);
    upstream.write(requestText(request));
    if (head.length > 0) upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  const end = () => {
    upstream.destroy();
    socket.destroy();
  };
  upstream.on('error', end).on('close', end);
  socket.on('error', end).on('close', end);
}

function requestText(request: IncomingMessage): string {
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let i = 0; i < request.rawHeaders.length; i += 2) lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
