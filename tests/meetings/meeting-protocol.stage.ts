import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { systemClock } from '@carillon/kernel/clock.js';
import { systemTimers } from '@carillon/media/net/timers.js';
import { startMediaNode, type MediaNode } from '@carillon/media/node.js';
import { createTokenSigner } from '@carillon/media/signalling/join-token.fixture.js';
import type { MediaCommand, MediaReport } from '@carillon/wire/media.js';
import './meeting-protocol.participant.js';

/** A media node with real workers, a web server with the page, and Chromium: where `meeting-protocol.test.ts` plays. */
export const CHROMIUM_ARGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required',
];
export const CHROMIUM_PATH = '/usr/bin/chromium';
export const MEDIA_PORT = 43_478;

type Unnumbered<Command> = Command extends unknown ? Omit<Command, 'number'> : never;

export interface Guest {
  readonly attendeeId: string;
  readonly page: Page;
  readonly errors: string[];
}

export class Stage {
  readonly reports: MediaReport[] = [];
  readonly logs: string[] = [];
  readonly signer = createTokenSigner();
  node!: MediaNode;
  #browser!: Browser;
  #web!: Server;
  /** Between the pages and the signalling listener, so that a test can cut the wire. */
  #relay!: TcpServer;
  readonly #relayed = new Set<Socket>();
  #pageUrl = '';
  #command: (command: MediaCommand) => void = () => undefined;
  #commandNumber = 0;
  #guests: Guest[] = [];

  static async open(): Promise<Stage> {
    const stage = new Stage();
    await stage.#startNode();
    await stage.#startWeb();
    await stage.#startRelay();
    stage.#browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS });
    return stage;
  }

  order(command: Unnumbered<MediaCommand>): void {
    this.#commandNumber += 1;
    this.#command({ ...command, number: this.#commandNumber });
  }

  signalingUrl(meetingId: string): string {
    return `ws://localhost:${portOf(this.#relay)}/media/0/${meetingId}`;
  }

  /** All signalling connections break, without a closing handshake. */
  cutSockets(): void {
    for (const socket of this.#relayed) socket.resetAndDestroy();
  }

  token(meetingId: string, attendeeId: string): string {
    return this.signer.sign({ m: meetingId, a: attendeeId, u: `user-${attendeeId}`, x: Math.floor(systemClock.now() / 1_000) + 3_600 });
  }

  /** A page that has called `start()`; whether it gets in is for the test to see. */
  async enter(meetingId: string, attendeeId: string, options: { toneHertz?: number; simulcast?: boolean; relayPort?: number } = {}): Promise<Guest> {
    const context = await this.#browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
    page.on('pageerror', error => errors.push(String(error)));
    await page.goto(this.#pageUrl);
    await page.evaluate(join => participant.join(join), {
      meetingId, attendeeId, externalUserId: `user-${attendeeId}`, joinToken: this.token(meetingId, attendeeId),
      signalingUrl: this.signalingUrl(meetingId), toneHertz: options.toneHertz ?? 0, simulcast: options.simulcast ?? false,
      relayPort: options.relayPort,
    });
    const guest = { attendeeId, page, errors };
    this.#guests.push(guest);
    return guest;
  }

  /** Closes all pages between two scenes. */
  async clear(): Promise<void> {
    await Promise.all(this.#guests.map(guest => guest.page.context().close()));
    this.#guests = [];
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#web?.closeAllConnections();
    await new Promise(resolve => this.#web?.close(resolve));
    this.cutSockets();
    await new Promise(resolve => this.#relay?.close(resolve));
    await this.node?.stop();
  }

  async #startNode(): Promise<void> {
    this.node = await startMediaNode(
      { mediaPort: MEDIA_PORT, workerCount: 1, announcedAddresses: [], tokenPublicKey: this.signer.publicKeyBase64, logLevel: 'info' },
      {
        report: report => { this.reports.push(report); },
        onCommand: listener => { this.#command = listener; },
        onClose: () => undefined,
      },
      {
        workerEntry: await bundleWorker(),
        clock: systemClock,
        timers: systemTimers,
        log: (level, message, fields) => { this.logs.push(`${level} ${message} ${JSON.stringify(fields)}`); },
      },
    );
  }

  async #startWeb(): Promise<void> {
    const script = await bundlePage();
    this.#web = createServer((request, response) => {
      if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
      else response.setHeader('content-type', 'text/html').end('<!doctype html><body><script src="/page.js"></script></body>');
    });
    await new Promise<void>(resolve => { this.#web.listen(0, '127.0.0.1', resolve); });
    this.#pageUrl = `http://localhost:${portOf(this.#web)}/`;
  }

  async #startRelay(): Promise<void> {
    const signalPort = this.reports.find(report => report.kind === 'ready')?.signalPorts[0] ?? 0;
    this.#relay = createTcpServer(client => {
      const server = connect(signalPort, '127.0.0.1');
      this.#relayed.add(client);
      for (const [from, to] of [[client, server], [server, client]] as const) {
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => { to.destroy(); this.#relayed.delete(from); });
      }
    });
    await new Promise<void>(resolve => { this.#relay.listen(0, '127.0.0.1', resolve); });
  }
}

/** The script of a participant's page. */
export async function bundlePage(): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./page/meeting-page.ts', import.meta.url))],
    bundle: true, write: false, format: 'iife', target: 'chrome120', define: { global: 'window' },
    alias: { '@aws-sdk/client-chime-sdk-messaging': fileURLToPath(new URL('./page/no-messaging.ts', import.meta.url)) },
  });
  return bundle.outputFiles[0]?.text ?? '';
}

function portOf(server: TcpServer): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The worker as production runs it: bundled, with native and WebAssembly packages beside it. */
async function bundleWorker(): Promise<URL> {
  const source = (path: string) => fileURLToPath(new URL(`../../packages/media/src/${path}`, import.meta.url));
  const folder = fileURLToPath(new URL('../../out/meeting-protocol/', import.meta.url));
  await build({
    // The self-test of the native code is a program of its own, looked for beside the bundle.
    entryPoints: { worker: source('worker.ts'), 'self-test-main': source('native/self-test-main.ts') },
    bundle: true, outdir: folder, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', external: ['koffi', '@evan/opus'],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
  });
  return pathToFileURL(`${folder}worker.js`);
}
