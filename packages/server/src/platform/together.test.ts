import { expect, test } from 'vitest';
import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx, Tx } from '../ctx.js';
import { DatabaseUnavailable } from './database/errors.js';
import { Together, TOGETHER_MAX } from './together.js';

/** A database that keeps what was committed, transaction by transaction; `open` lets the running one end. */
function createStore() {
  const committed: string[][] = [];
  let open = () => {};
  const ctx = {
    async tx(work: (tx: Tx) => Promise<unknown>) {
      const written: string[] = [];
      const result = await work({ written } as unknown as Tx);
      await new Promise<void>(done => (open = done));
      committed.push(written);
      return result;
    },
  } as unknown as Ctx;
  const write = (name: string) => async (tx: Tx) => {
    (tx as unknown as { written: string[] }).written.push(name);
    return name;
  };
  const commitAll = async () => {
    for (let i = 0; i < 100; i++) {
      open();
      await new Promise(setImmediate);
    }
  };
  return { ctx, committed, write, commitAll };
}

test('what comes while one transaction runs is committed together, in order, and no more than so many at once', async () => {
  const { ctx, committed, write, commitAll } = createStore();
  const together = new Together();
  const names = Array.from({ length: TOGETHER_MAX + 3 }, (_, i) => `n${i}`);
  const all = Promise.all(names.map(name => together.run(ctx, 'room', write(name))));
  const elsewhere = together.run(createStoreThatCommits(), 'another room', async () => 'did not wait');
  expect(await elsewhere).toBe('did not wait');
  await commitAll();
  expect(await all).toEqual(names);
  expect(committed).toEqual([names.slice(0, 1), names.slice(1, TOGETHER_MAX + 1), names.slice(TOGETHER_MAX + 1)]);
});

function createStoreThatCommits(): Ctx {
  return { tx: (work: (tx: Tx) => Promise<unknown>) => work({} as Tx) } as unknown as Ctx;
}

test('one that is refused fails alone', async () => {
  const { ctx, committed, write, commitAll } = createStore();
  const together = new Together();
  const refused = badRequest('no');
  const answers = Promise.allSettled([together.run(ctx, 'r', write('a')), together.run(ctx, 'r', write('b')), together.run(ctx, 'r', () => Promise.reject(refused)), together.run(ctx, 'r', write('c'))]);
  await commitAll();
  expect(await answers).toMatchObject([{ value: 'a' }, { value: 'b' }, { reason: refused }, { value: 'c' }]);
  expect(committed).toEqual([['a'], ['b'], ['c']]);
});

test('a database that answers nobody is asked once for all who wait', async () => {
  const { ctx, write, commitAll } = createStore();
  const together = new Together();
  let asked = 0;
  const away = () => {
    asked += 1;
    return Promise.reject(new DatabaseUnavailable('away'));
  };
  const answers = Promise.allSettled([together.run(ctx, 'r', write('a')), together.run(ctx, 'r', away), together.run(ctx, 'r', away)]);
  await commitAll();
  expect((await answers).map(answer => answer.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(asked).toBe(1);
});
