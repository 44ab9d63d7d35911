import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { readDemo, startServer } from '@carillon/testkit/server-process.js';

/** A small file system of its own needs root. */
const mountable = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

test.skipIf(!mountable)('on a full disk new writes are refused with a sentence, reading goes on, and nothing acknowledged is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]);
  try {
    const server = await startServer(folder, ['--demo', '--roles', 'server']);
    const browser = server.browser();
    const [person] = readDemo(folder)!.people;
    await browser.call(identity.signIn, { body: { email: person!.email, password: person!.password } });
    const { channel } = await browser.call(chat.createRoom, { body: { name: 'Full', personIds: [] } });
    const params = { channelId: channel.id };
    const acknowledged: string[] = [];
    const send = async (i: number) => {
      const { message } = await browser.call(chat.sendMessage, { params, body: { clientToken: `full-disk-${i}`, content: `${i} ${'x'.repeat(9_000)}` } });
      acknowledged.push(message.id);
    };
    await send(0);
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'filler'), Buffer.alloc(Number(bavail) * Number(bsize)));
    const refusal = await sendUntilRefused(send);
    expect(refusal.status).toBe(507);
    expect(refusal.message).toContain('disk is full');
    await expect(browser.call(chat.uploadAttachment, { params, query: { name: 'a.bin' }, bytes: Buffer.alloc(100_000) })).rejects.toMatchObject({ status: expect.toSatisfy((status: number) => status >= 500) });

    rmSync(join(folder, 'filler'));
    await server.kill('SIGKILL');
    const again = await startServer(folder, ['--demo', '--roles', 'server']);
    const reader = again.browser();
    await reader.call(identity.signIn, { body: { email: person!.email, password: person!.password } });
    const { events } = await reader.call(chat.listEvents, { params, query: { after: 0 } });
    expect(events.map(event => event.kind === 'message' && event.message.id)).toEqual(expect.arrayContaining(acknowledged));
    await reader.call(chat.sendMessage, { params, body: { clientToken: 'after-the-flood', content: 'there is room again' } });
    await again.kill('SIGTERM');
  } finally {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

async function sendUntilRefused(send: (i: number) => Promise<void>): Promise<{ status: number; message: string }> {
  // 110 messages of 9 kB are more than any page or log segment has left.
  for (let i = 1; i < 110; i++) {
    const refusal = await send(i).then(() => undefined, (error: { status: number; message: string }) => error);
    if (refusal) return refusal;
  }
  throw new Error('The disk was full and everything was accepted.');
}
