import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { Ctx } from '../ctx.js';
import { createWorld, type World } from '@carillon/testkit/world.js';
import { AGAIN, Jobs, releaseJobKey } from './jobs.js';

let world: World;
let ctx: Ctx;
let ran: Record<string, unknown>[];
let jobs: Jobs;

beforeAll(async () => {
  world = await createWorld();
  ctx = world.app.system;
});
afterAll(() => world.stop());
beforeEach(async () => {
  await ctx.sql.deleteFrom('job').execute();
  ran = [];
  jobs = new Jobs();
  jobs.register('note', async (_ctx, payload) => void ran.push(payload));
  jobs.register('fail', async (_ctx, payload) => {
    ran.push(payload);
    throw new Error('the mail server is away');
  });
});

const enqueue = (kind: string, payload: Record<string, unknown>, options?: { runAt?: Date; uniqueKey?: string }) => ctx.tx(tx => tx.enqueue(kind, payload, options));
const rows = () => ctx.sql.selectFrom('job').selectAll().execute();
const inMs = (ms: number) => new Date(world.clock.now() + ms);

test('a job runs once and is gone', async () => {
  await enqueue('note', { n: 1 });
  expect(await jobs.runDue(ctx)).toBe(1);
  expect(await jobs.runDue(ctx)).toBe(0);
  expect(ran).toEqual([{ n: 1 }]);
  expect(await rows()).toEqual([]);
});

test('a job of a transaction that fails does not exist', async () => {
  await ctx.tx(async tx => {
    await tx.enqueue('note', { n: 1 });
    throw new Error('no');
  }).catch(() => undefined);
  expect(await rows()).toEqual([]);
});

test('a job waits until the clock has come to its time', async () => {
  await enqueue('note', { n: 1 }, { runAt: inMs(HOUR_MS) });
  expect(await jobs.runDue(ctx)).toBe(0);
  world.clock.advance(HOUR_MS);
  expect(await jobs.runDue(ctx)).toBe(1);
});

test('a job that fails is tried again with a delay that doubles, and after the eighth try stays with its error', async () => {
  await enqueue('fail', {});
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt++) {
    expect(await jobs.runDue(ctx)).toBe(1);
    const [row] = await rows();
    waits.push(row!.run_at.getTime() - world.clock.now());
    expect(row).toMatchObject({ attempts: attempt, last_error: 'Error: the mail server is away', locked_until: null });
    world.clock.advance(waits.at(-1)! - 1);
    expect(await jobs.runDue(ctx)).toBe(0);
    world.clock.advance(1);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960].map(seconds => seconds * SECOND_MS));
  expect(await jobs.runDue(ctx)).toBe(1);
  world.clock.advance(10 * 365 * DAY_MS);
  expect(await jobs.runDue(ctx)).toBe(0);
  expect(await rows()).toMatchObject([{ kind: 'fail', attempts: 8, last_error: expect.stringContaining('away') }]);
});

test('one job that fails does not hold up the others', async () => {
  await enqueue('fail', {});
  for (let n = 0; n < 25; n++) await enqueue('note', { n });
  expect(await jobs.runDue(ctx)).toBe(26);
  expect(ran).toHaveLength(26);
});

test('of jobs with one key the first waits and the others are dropped; afterwards the key is free', async () => {
  for (const n of [1, 2, 3]) await enqueue('note', { n }, { uniqueKey: 'the key' });
  await jobs.runDue(ctx);
  await enqueue('note', { n: 4 }, { uniqueKey: 'the key' });
  await jobs.runDue(ctx);
  expect(ran).toEqual([{ n: 1 }, { n: 4 }]);
});

test('whoever reads after a key was given up sees what those wrote who counted on it', async () => {
  await enqueue('note', { n: 1 }, { uniqueKey: 'the key' });
  const order: string[] = [];
  let counted: () => void = () => {};
  const released = new Promise<void>(resolve => (counted = resolve)).then(() => releaseJobKey(ctx.sql, 'the key')).then(() => void order.push('given up'));
  await ctx.tx(async tx => {
    expect(await tx.enqueue('note', { n: 2 }, { uniqueKey: 'the key' })).toBe(false);
    counted();
    for (let i = 0; i < 3; i++) await tx.sql.selectFrom('job').select('id').execute();
    order.push('written');
  });
  await released;
  expect(order).toEqual(['written', 'given up']);
  expect(await enqueue('note', { n: 3 }, { uniqueKey: 'the key' })).toBe(true);
});

test('a job that was given up keeps nobody of its key from beginning anew', async () => {
  await enqueue('fail', {}, { uniqueKey: 'the key' });
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await jobs.runDue(ctx)).toBe(1);
    world.clock.advance(HOUR_MS);
  }
  expect(await enqueue('note', { n: 1 }, { uniqueKey: 'the key' })).toBe(true);
  expect(await rows()).toHaveLength(2);
});

test('scheduled work comes back by itself, also after it failed more often than other work may', async () => {
  jobs.schedule({ kind: 'fail', everyMs: 10 * MINUTE_MS });
  await enqueue('fail', {}, { uniqueKey: 'fail' });
  for (let attempt = 1; attempt <= 20; attempt++) {
    expect(await jobs.runDue(ctx)).toBe(1);
    world.clock.advance(10 * MINUTE_MS);
  }
  jobs.register('fail', async () => {});
  expect(await jobs.runDue(ctx)).toBe(1);
  expect(await rows()).toMatchObject([{ attempts: 0, last_error: null, run_at: inMs(10 * MINUTE_MS) }]);
});

test('what takes long does a part at a time: others come in between, and it is not over before it says so', async () => {
  const order: string[] = [];
  jobs.register('long', async () => {
    order.push('long');
    if (order.length < 4) await enqueue('short', {}, { runAt: inMs(-1) });
    return order.length < 4 ? AGAIN : undefined;
  });
  jobs.register('short', async () => void order.push('short'));
  await enqueue('long', {});
  await jobs.runDue(ctx);
  expect(order).toEqual(['long', 'short', 'long', 'short', 'long']);
  expect(await rows()).toEqual([]);
});

test('a kind nobody knows is kept with the reason', async () => {
  await enqueue('from-the-future', {});
  await jobs.runDue(ctx);
  expect(await rows()).toMatchObject([{ last_error: expect.stringContaining('from-the-future') }]);
});

test('two runners at once run each job once', async () => {
  const others = new Jobs();
  others.register('note', async (_ctx, payload) => void ran.push(payload));
  for (let n = 0; n < 40; n++) await enqueue('note', { n });
  const counts = await Promise.all([jobs.runDue(ctx), others.runDue(ctx), jobs.runDue(ctx)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
  expect(new Set(ran.map(payload => payload['n'])).size).toBe(40);
  expect(ran).toHaveLength(40);
});

test('what a runner that died had begun is run by another after five minutes, and not for ever', async () => {
  await enqueue('note', { n: 1 });
  for (let death = 1; death <= 8; death++) {
    await ctx.sql.updateTable('job').set(eb => ({ attempts: eb('attempts', '+', 1), locked_until: inMs(5 * MINUTE_MS) })).execute();
    expect(await jobs.runDue(ctx)).toBe(0);
    world.clock.advance(5 * MINUTE_MS);
  }
  expect(await jobs.runDue(ctx)).toBe(1);
  expect(ran).toEqual([]);
  expect(await rows()).toMatchObject([{ last_error: expect.stringContaining('begun too often') }]);
});

test('a runner that is told to stop ends what it has begun and begins nothing more', async () => {
  jobs.register('note', async (_ctx, payload) => {
    ran.push(payload);
    void jobs.stop();
  });
  for (let n = 0; n < 5; n++) await enqueue('note', { n });
  expect(await jobs.runDue(ctx)).toBe(1);
  expect(await rows()).toHaveLength(4);
});

test('work that waits for strangers is done four at a time, holds up nothing else, and ends early when the runner stops', async () => {
  let running = 0;
  jobs.register('ask', async (_ctx, _payload, stopping) => {
    running += 1;
    await new Promise((_done, fail) => stopping.addEventListener('abort', () => fail(stopping.reason as Error)));
  }, 'outside');
  for (let n = 0; n < 6; n++) await enqueue('ask', { n });
  for (let n = 0; n < 3; n++) await enqueue('note', { n });
  const done = jobs.runDue(ctx);
  await expect.poll(() => [running, ran.length]).toEqual([4, 3]);
  await jobs.stop();
  expect(await done).toBe(7);
  expect((await rows()).map(row => [row.attempts, row.locked_until]).toSorted()).toEqual([[0, null], [0, null], [1, null], [1, null], [1, null], [1, null]]);
});
