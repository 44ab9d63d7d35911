import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as hooks from '@carillon/wire/rest/webhooks.js';

/** The alert scripts of the developers' guide, as an administrator's cron job runs them. */

const sample = (name: string) => fileURLToPath(new URL(`../../docs/developers/samples/${name}`, import.meta.url));
const SAMPLES = [['TypeScript', process.execPath, ['--import', 'tsx', sample('alert.ts')]], ['Python', 'python3', [sample('alert.py')]]] as const;

let world: World;
let olga: TestPerson;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
});
afterAll(() => world.stop());

async function run(command: string, args: readonly string[], url: string, input?: string): Promise<{ code: number; errors: string }> {
  const child = spawn(command, [...args], { env: { ...process.env, WEBHOOK_URL: url }, stdio: ['pipe', 'inherit', 'pipe'] });
  child.stdin.end(input ?? '');
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { code, errors };
}

test.each(SAMPLES)('WHK-02 WHK-07 WHK-08 the alert script in %s posts what it is given, waits where it was too fast, cuts what is too long, and says what is wrong', async (language, command, args) => {
  const channelId = (await olga.call(chat.createRoom, { body: { name: language, personIds: [] } })).channel.id;
  const { webhook } = await olga.call(hooks.createWebhook, { params: { channelId }, body: { name: 'Alerts' } });
  const posted = async () => (await olga.call(chat.listMessages, { params: { channelId } })).messages.filter(message => message.sender.kind === 'webhook').map(message => message.content);
  expect(await run(command, [...args, 'Disk', 'is', 'full'], webhook.url)).toMatchObject({ code: 0 });
  // The room has had its message of this second; the script comes again when the server says, and by then time has passed.
  const waiting = run(command, args, webhook.url, `${'ü'.repeat(3_000)}\n`);
  await expect.poll(async () => (await olga.call(hooks.listWebhooks, { params: { channelId } })).webhooks[0]!.failures, { timeout: 20_000 }).toEqual([{ cause: 'too-fast', count: 1 }]);
  world.clock.advance(2_000);
  expect(await waiting).toMatchObject({ code: 0 });
  expect(await posted()).toEqual(['Disk is full', 'ü'.repeat(2_048)]);
  world.clock.advance(2_000);
  const wrong = await run(command, [...args, 'nobody reads this'], `${webhook.url}x`);
  expect(wrong.code).not.toBe(0);
  expect(wrong.errors).toContain('403');
});
