import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';

export interface ReceivedPush {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of the sender's token, verified by the key that came with it. */
  readonly token: { aud: string; exp: number; sub: string };
  readonly senderKey: string;
  readonly message: { title: string; body: string; path: string; tag: string };
}

/** A browser's half of a subscription, and what is needed to read what comes for it. */
export class PushBrowser {
  readonly #ecdh: ECDH = createECDH('prime256v1');
  readonly #auth: Buffer;

  constructor(auth: Uint8Array) {
    this.#ecdh.generateKeys();
    this.#auth = Buffer.from(auth);
  }

  get keys(): { p256dh: string; auth: string } {
    return { p256dh: this.#ecdh.getPublicKey('base64url'), auth: this.#auth.toString('base64url') };
  }

  /** Undoes RFC 8291: header, key agreement, one record. */
  decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const theirs = body.subarray(21, 21 + keyLength);
    const record = body.subarray(21 + keyLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#ecdh.getPublicKey(), theirs]);
    const input = Buffer.from(hkdfSync('sha256', this.#ecdh.computeSecret(theirs), this.#auth, info, 32));
    const derive = (name: string, length: number) => Buffer.from(hkdfSync('sha256', input, salt, `Content-Encoding: ${name}\0`, length));
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    decipher.setAuthTag(record.subarray(-16));
    const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    return plain.subarray(0, plain.lastIndexOf(2)).toString();
  }
}

/** A push service on loopback (RFC 8030): refuses tokens that are not signed for it (RFC 8292), and remembers what it took. */
export class PushService {
  readonly received: ReceivedPush[] = [];
  readonly #browsers = new Map<string, PushBrowser>();
  /** What it answers for these paths from now on. */
  readonly answers = new Map<string, number>();
  readonly #server: Server;
  origin = '';

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#take(request).then(status => response.writeHead(status).end(), () => response.writeHead(400).end());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    this.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** A subscription as a browser would hand it over. */
  subscribe(path: string, browser: PushBrowser): { endpoint: string; p256dh: string; auth: string } {
    this.#browsers.set(path, browser);
    return { endpoint: `${this.origin}${path}`, ...browser.keys };
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const path = request.url ?? '';
    const browser = this.#browsers.get(path);
    const [, jwt = '', senderKey = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
    const [head = '', claims = '', signature = ''] = jwt.split('.');
    const point = Buffer.from(senderKey, 'base64url');
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }, format: 'jwk' });
    if (!verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) return 403;
    const token = JSON.parse(Buffer.from(claims, 'base64url').toString()) as ReceivedPush['token'];
    if (token.aud !== this.origin) return 403;
    const answer = this.answers.get(path) ?? (browser ? 201 : 404);
    if (answer !== 201 || !browser) return answer;
    this.received.push({ path, headers: request.headers, token, senderKey, message: JSON.parse(browser.decrypt(Buffer.concat(chunks))) as ReceivedPush['message'] });
    return 201;
  }
}
