import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { seededRandom } from '@carillon/testkit/random.js';
import { freePort, readDemo, startServer, type ServerProcess } from '@carillon/testkit/server-process.js';

const ROUNDS = 10;
const WRITERS = 8;

const folder = mkdtempSync(join(tmpdir(), 'carillon-chaos-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function signIn(server: ServerProcess): Promise<Browser> {
  const browser = server.browser();
  const person = readDemo(folder)!.people[1]!;
  await browser.call(identity.signIn, { body: { email: person.email, password: person.password } });
  return browser;
}

/** Writes until the server dies; remembers what was acknowledged and what may or may not have been stored. */
async function writeUntilDeath(browser: Browser, channelId: ChannelId, round: number, writer: number, acknowledged: Map<string, number>): Promise<void> {
  for (let i = 0; ; i++) {
    const clientToken = `chaos-${round}-${writer}-${i}`;
    try {
      const { message } = await browser.call(chat.sendMessage, { params: { channelId }, body: { clientToken, content: clientToken } });
      acknowledged.set(clientToken, message.seq);
    } catch (error) {
      // Too many a minute: a refusal, not a death.
      if ((error as { status?: number }).status === 429) return;
      if ((error as { status?: number }).status === undefined) return;
      throw error;
    }
  }
}

async function readAll(browser: Browser, channelId: ChannelId): Promise<chat.Message[]> {
  const all: chat.Message[] = [];
  for (let before: number | undefined; ; before = all[0]?.seq) {
    const { messages, more } = await browser.call(chat.listMessages, { params: { channelId }, query: { limit: 100, ...(before !== undefined && { before }) } });
    all.unshift(...messages);
    if (!more) return all;
  }
}

test('ten times killed without warning while eight writers write: nothing acknowledged is lost, nothing doubled, no number missing', async () => {
  const seed = Number(process.env['CARILLON_TEST_SEED'] ?? 20_261_124);
  const random = seededRandom(seed);
  const acknowledged = new Map<string, number>();
  const port = await freePort();
  let channelId: ChannelId | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer(folder, ['--demo', '--roles', 'server'], port);
    const browser = await signIn(server);
    channelId ??= (await browser.call(chat.createRoom, { body: { name: 'Chaos', personIds: [] } })).channel.id;
    const before = acknowledged.size;
    const writers = Array.from({ length: WRITERS }, (_, writer) => writeUntilDeath(browser, channelId!, round, writer, acknowledged));
    // Killed in the middle of writing: after a random number of acknowledgements.
    const enough = before + 5 + Math.floor(random() * 90);
    await Promise.race([Promise.all(writers), untilSize(acknowledged, enough)]);
    await server.kill('SIGKILL');
    await Promise.all(writers);
  }
  const server = await startServer(folder, ['--demo', '--roles', 'server'], port);
  const messages = await readAll(await signIn(server), channelId!);
  await server.kill('SIGTERM');
  const stored = new Map(messages.map(message => [message.clientToken, message.seq]));
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 5);
  expect([...acknowledged].filter(([token, seq]) => stored.get(token) !== seq)).toEqual([]);
  expect(stored.size).toBe(messages.length);
  expect(messages.map(message => message.seq)).toEqual(messages.map((_, i) => i + 1));
});

function untilSize(map: ReadonlyMap<string, number>, size: number): Promise<void> {
  return new Promise(done => {
    const look = () => (map.size >= size ? done() : setImmediate(look));
    look();
  });
}
