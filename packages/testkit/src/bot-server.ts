import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from './certificate.js';

export interface BotRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a program answers: nothing at all, or this. */
export type BotAnswer = 'silence' | { status: number; headers?: Record<string, string>; body?: string | Buffer };

export interface BotEventBody {
  Sender: { SenderId: string; SenderIdType: string };
  Discussion: { DiscussionId: string; DiscussionType: string };
  EventType: string;
  InboundHttpsEndpoint?: { EndpointType: string; Url: string };
  EventTimestamp: string;
  Message?: string;
}

/** The programs of bots on https://localhost, each at a path of its own: echoes challenges and takes events, unless the test says otherwise. */
export class BotServer {
  readonly received: BotRequest[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'carillon-bots-'));
  readonly #answers = new Map<string, (request: BotRequest) => BotAnswer>();
  readonly #server: Server;
  /** For `--bots-ca-file`. */
  readonly caFile: string;
  origin = '';

  constructor() {
    const { keyFile, certFile } = createCertificate(this.#folder);
    this.caFile = certFile;
    this.#server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const received = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
        this.received.push(received);
        const answer = this.#answers.get(received.path)?.(received) ?? friendly(received);
        if (answer !== 'silence') response.writeHead(answer.status, answer.headers ?? {}).end(answer.body);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    this.origin = `https://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** What a path answers from now on, instead of what is friendly; gives its address. */
  answer(path: string, answer?: (request: BotRequest) => BotAnswer): string {
    if (answer) this.#answers.set(path, answer);
    else this.#answers.delete(path);
    return `${this.origin}${path}`;
  }

  /** Events that arrived at a path. */
  events(path: string): BotEventBody[] {
    return this.requests(path).map(request => JSON.parse(request.body) as BotEventBody);
  }

  /** Requests at a path that were no challenges. */
  requests(path: string): BotRequest[] {
    return this.received.filter(request => request.path === path && !isChallenge(request));
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Challenges are echoed, events are taken. */
export function friendly(request: BotRequest): BotAnswer {
  if (!isChallenge(request)) return { status: 200 };
  const { Challenge } = JSON.parse(request.body) as { Challenge: string };
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Challenge }) };
}

export function isChallenge(request: BotRequest): boolean {
  return request.body.includes('"HTTPSEndpointVerification"');
}

/** Whether a request is signed with a bot's token, as the guide's code in Java compares it. */
export function isSigned(request: BotRequest, securityToken: string): boolean {
  const timestamp = String(request.headers['chime-request-timestamp']);
  return createHmac('sha256', Buffer.from(securityToken, 'utf8')).update(Buffer.from(`${timestamp}|${request.body}`, 'utf8')).digest('base64') === request.headers['chime-signature'];
}
