import * as chime from '@aws-sdk/client-chime';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey } from '@carillon/testkit/aws.js';
import { createCertificate } from '@carillon/testkit/certificate.js';
import { freePort } from '@carillon/testkit/server-process.js';
import { startTcpProxy, type TcpProxy } from '@carillon/testkit/tcp-proxy.js';
import { createWorld, setUpOwner, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { writeMention } from '@carillon/wire/mentions.js';
import * as bots from '@carillon/wire/rest/bots.js';
import * as chat from '@carillon/wire/rest/chat.js';

const folder = mkdtempSync(join(tmpdir(), 'carillon-samples-'));
const { keyFile, certFile } = createCertificate(folder);
const sample = (name: string) => fileURLToPath(new URL(`../../docs/developers/samples/${name}`, import.meta.url));
const SAMPLES = [['TypeScript', process.execPath, ['--import', 'tsx', sample('help-bot.ts')]], ['Python', 'python3', [sample('help_bot.py')]]] as const;

let world: World;
let proxy: TcpProxy;
let olga: TestPerson;
let client: chime.ChimeClient;
let AccountId: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  // Bots answer at the server's public address, which is known before it listens.
  const port = await freePort();
  world = await createWorld(['--public-url', `http://127.0.0.1:${port}`, '--bots-allow-hosts', 'localhost', '--bots-ca-file', certFile]);
  proxy = await startTcpProxy(Number(new URL(world.url).port), port);
  // Samples look at the time of an event as it is.
  world.clock.advance(Date.now() - world.clock.now());
  olga = await setUpOwner(world);
  AccountId = olga.me.account!.id;
  await verifyDomain(world, olga);
  client = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world)));
});
afterEach(() => void child?.kill());
afterAll(async () => {
  await proxy.close();
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(command: string, args: readonly string[], token: string): Promise<number> {
  const port = await freePort();
  const started = spawn(command, [...args], { env: { ...process.env, PORT: String(port), CERT_FILE: certFile, KEY_FILE: keyFile, SECURITY_TOKEN: token }, stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  await new Promise<void>((done, fail) => {
    started.stdout.once('data', () => done());
    started.once('exit', code => fail(new Error(`The sample ended with ${code}.`)));
  });
  return port;
}

test.each(SAMPLES)('BOT-01 BOT-05 BOT-09 BOT-13 the sample bot in %s verifies what it gets, says hello when it is invited and answers help', async (language, command, args) => {
  const { Bot } = await client.send(new chime.CreateBotCommand({ AccountId, DisplayName: `Help in ${language}`, Domain: 'acme.example' }));
  const port = await run(command, args, Bot!.SecurityToken!);
  await client.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId: Bot!.BotId, OutboundEventsHTTPSEndpoint: `https://localhost:${port}/` }));
  const channelId = (await olga.call(chat.createRoom, { body: { name: language, personIds: [] } })).channel.id;
  await olga.call(bots.addRoomBot, { params: { channelId }, body: { email: Bot!.BotEmail! } });
  await world.runJobs();
  const answers = async () => (await olga.call(chat.listMessages, { params: { channelId } })).messages.filter(message => message.sender.kind === 'bot').map(message => message.content);
  await expect.poll(answers, { timeout: 20_000 }).toEqual(['Hello. **help** shows this. **time** tells the time.']);
  world.clock.advance(1_000);
  await olga.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `sample-${language}`, content: `${writeMention(Bot!.BotId as never, 'x')} help` } });
  await world.runJobs();
  await expect.poll(answers, { timeout: 20_000 }).toHaveLength(2);
  expect((await answers())[1]).toBe('**help** shows this. **time** tells the time.');
  // With another token it refuses what comes: the events of the earlier one are nobody's.
  await client.send(new chime.RegenerateSecurityTokenCommand({ AccountId, BotId: Bot!.BotId }));
  const failure = await client.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId: Bot!.BotId, OutboundEventsHTTPSEndpoint: `https://localhost:${port}/` })).catch((error: Error) => error);
  expect(failure).toMatchObject({ name: 'BadRequestException', message: expect.stringContaining('answered 401') });
});
