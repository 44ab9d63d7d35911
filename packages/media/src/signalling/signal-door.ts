import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { KeyObject } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Clock } from '@carillon/kernel/clock.js';
import type { Timers } from '../net/timers.js';
import { verifyJoinToken, type JoinTicket } from './join-token.js';
import { SignalSocket } from './signal-socket.js';

/**
 * The WebSocket listener of one worker, on the loopback interface: the server passes upgrades of `/media/…` on to it.
 * `/media/<worker>/<meetingId>`, subprotocols `_aws_wt_session` and the join token (signalling notes, section 3).
 */
export const SUBPROTOCOL = '_aws_wt_session';
export const FRAME_BYTES_MAX = 512 * 1_024;
const PATH_PATTERN = /^\/media\/(\d{1,3})\/([A-Za-z0-9_-]{1,64})$/;
const SOCKETS_MAX = 5_000;

/** Somebody at the door, before the first frame. */
export interface Visitor {
  readonly socket: SignalSocket;
  readonly meetingId: string;
  /**
   * Undefined when the token is forged, malformed, expired or for another meeting. The client learns it after its
   * JOIN.
   */
  readonly ticket: JoinTicket | undefined;
  /** The page was loaded from this very host. */
  readonly sameHost: boolean;
}

export interface SignalDoorOptions {
  readonly worker: number;
  readonly publicKey: KeyObject;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly visit: (visitor: Visitor) => void;
}

export class SignalDoor {
  readonly port: number;
  readonly #http: Server;
  readonly #sockets: WebSocketServer;

  private constructor(port: number, http: Server, sockets: WebSocketServer) {
    this.port = port;
    this.#http = http;
    this.#sockets = sockets;
  }

  static async open(options: SignalDoorOptions): Promise<SignalDoor> {
    const sockets = new WebSocketServer({
      noServer: true, clientTracking: true, maxPayload: FRAME_BYTES_MAX, perMessageDeflate: false, handleProtocols: () => SUBPROTOCOL,
    });
    const http = createServer((_request, response) => { response.writeHead(404).end(); });
    http.on('upgrade', (request, stream, head) => admit(sockets, options, request, stream, head));
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(0, '127.0.0.1', resolve);
    });
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('The signalling listener has no port.');
    return new SignalDoor(address.port, http, sockets);
  }

  get socketCount(): number {
    return this.#sockets.clients.size;
  }

  close(): void {
    this.#http.close();
    this.#http.closeAllConnections();
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }
}

function admit(sockets: WebSocketServer, options: SignalDoorOptions, request: IncomingMessage, stream: Duplex, head: Buffer): void {
  stream.on('error', () => stream.destroy());
  const path = PATH_PATTERN.exec((request.url ?? '').split('?', 1)[0] ?? '');
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map(name => name.trim());
  const token = protocols.find(name => name !== SUBPROTOCOL);
  const meetingId = path?.[2];
  if (meetingId === undefined || Number(path?.[1]) !== options.worker) return refuse(stream, '404 Not Found');
  if (!protocols.includes(SUBPROTOCOL) || token === undefined) return refuse(stream, '400 Bad Request');
  if (sockets.clients.size >= SOCKETS_MAX) return refuse(stream, '503 Service Unavailable');
  const ticket = verifyJoinToken(token, options.publicKey, options.clock.now());
  sockets.handleUpgrade(request, stream, head, socket => {
    options.visit({
      socket: new SignalSocket(socket, options),
      meetingId,
      ticket: ticket?.claims.m === meetingId ? ticket : undefined,
      sameHost: isLoopbackHost(request.headers.host ?? ''),
    });
  });
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
}
