import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/**
 * Firefox without a window, driven over WebDriver BiDi, which it speaks by itself: as much as running a script takes.
 */
const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0, 'media.peerconnection.ice.obfuscate_host_addresses': false, 'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false, 'app.update.enabled': false, 'remote.active-protocols': 1,
};

export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  #number = 0;
  #context = '';

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('message', text => this.#receive(String(text)));
  }

  static async launch(program: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'carillon-firefox-'));
    writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
    const firefox = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      firefox.stderr.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-10_000);
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
      firefox.on('close', () => reject(new Error(`Firefox ended: ${output}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const browser = new Firefox(firefox, profile, socket);
    await browser.#ask('session.new', { capabilities: {} });
    const { context } = await browser.#ask('browsingContext.create', { type: 'tab' });
    browser.#context = String(context);
    return browser;
  }

  #ask(method: string, params: object): Promise<Record<string, unknown>> {
    this.#number += 1;
    const id = this.#number;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => { this.#waiting.set(id, { resolve, reject }); });
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as { id?: number; result?: Record<string, unknown>; message?: string };
    const waiting = this.#waiting.get(message.id ?? -1);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id ?? -1);
    if (message.result === undefined) waiting.reject(new Error(message.message ?? 'Firefox refused a command.'));
    else waiting.resolve(message.result);
  }

  /** Runs an expression and gives what its promise resolves to, by way of JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.#ask('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`, awaitPromise: true, target: { context: this.#context },
    }) as { type?: string; result?: { value?: unknown }; exceptionDetails?: { text?: string } };
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'The script failed.');
    return JSON.parse(String(answer.result?.value)) as T;
  }

  async close(): Promise<void> {
    const ended = new Promise(resolve => { this.#process.once('close', resolve); });
    this.#socket.close();
    this.#process.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
