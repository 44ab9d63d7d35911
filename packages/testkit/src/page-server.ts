import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type PageAnswer = (response: ServerResponse, request: IncomingMessage) => void;

/** A web server of somebody else on loopback: answers what the test tells it to, and remembers who asked for what. */
export class PageServer {
  readonly asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  readonly #answers = new Map<string, PageAnswer>();
  readonly #server: Server;
  origin = '';

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push({ path, headers: request.headers });
      const answer = this.#answers.get(path);
      if (answer) answer(response, request);
      else response.writeHead(404).end();
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    this.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** What a path answers from now on; gives its whole address. */
  answer(path: string, answer: PageAnswer): string {
    this.#answers.set(path, answer);
    return `${this.origin}${path}`;
  }

  page(path: string, head: string): string {
    return this.answer(path, response => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html><head>${head}</head><body>…</body></html>`));
  }

  file(path: string, contentType: string, bytes: Uint8Array): string {
    return this.answer(path, response => void response.writeHead(200, { 'content-type': contentType }).end(bytes));
  }

  redirect(path: string, to: string, status = 302): string {
    return this.answer(path, response => void response.writeHead(status, { location: to }).end());
  }

  /** How often a path was asked for. */
  count(path: string): number {
    return this.asked.filter(one => one.path === path).length;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
