import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR_MS } from '@carillon/kernel/clock.js';
import * as wire from '@carillon/wire/rest/console.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { totpCode } from '@carillon/testkit/totp.js';
import { createWorld, PASSWORD, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

/** The way back for whoever owns the server and forgot the password of its root user. */

const EMAIL = 'olga@acme.example';
const NEXT = 'another password';
let world: World;
let owner: TestPerson;
let root: Browser;

beforeEach(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  ({ root } = await signInAsRoot(world));
});
afterEach(() => world.stop());

const secrets = async () => (await world.mailbox(EMAIL)).flatMap(mail => mail.link.split('/console/recover/')[1] ?? []);
/** The secret of the link that is new in the mailbox. */
async function askForLink(email = EMAIL): Promise<string> {
  const before = await secrets();
  await world.browser().call(wire.requestRootPassword, { body: { email } });
  return (await secrets()).find(secret => !before.includes(secret))!;
}
const choose = (secret: string, more: { password?: string; totp?: string } = {}) => world.browser().call(wire.chooseRootPassword, { body: { secret, password: NEXT, ...more } });
const signIn = (password: string) => world.browser().call(wire.signInToConsole, { body: { as: 'root', email: EMAIL, password } });

test('GEN-02 the root user chooses a new password by a mailed link; every session ends, the person of the same address keeps theirs', async () => {
  const secret = await askForLink('Olga@Acme.example');
  await choose(secret);
  await expect(perform(root, 'ListAccounts')).rejects.toMatchObject({ reason: 'console-signed-out' });
  await expect(signIn(PASSWORD)).rejects.toMatchObject({ reason: 'sign-in-wrong' });
  expect((await signIn(NEXT)).identity.type).toBe('Root');
  expect((await owner.fetch('/api/session')).status).toBe(200);
  expect(await (await owner.fetch('/api/session')).json()).toHaveProperty('me');
  const rows = await world.app.system.sql.selectFrom('audit_event').select(['name', 'user_name']).where('name', 'like', 'PasswordRecovery%').orderBy('at').orderBy('id').execute();
  expect(rows).toEqual([{ name: 'PasswordRecoveryRequested', user_name: 'root' }, { name: 'PasswordRecoveryCompleted', user_name: 'root' }]);
});

test('an address that is not the root user’s gets the same answer and no mail', async () => {
  const known = await world.browser().call(wire.requestRootPassword, { body: { email: EMAIL } });
  expect(await world.browser().call(wire.requestRootPassword, { body: { email: 'nobody@acme.example' } })).toEqual(known);
  expect(await world.mailbox('nobody@acme.example')).toEqual([]);
});

test('a link that was used, replaced by a newer one, made up, or is older than an hour is refused', async () => {
  const first = await askForLink();
  const second = await askForLink();
  for (const secret of [first, 'made-up', second.slice(0, -1)]) await expect(choose(secret)).rejects.toMatchObject({ status: 403, reason: 'link-spent' });
  await expect(choose(second, { password: 'short' })).rejects.toMatchObject({ status: 400 });
  await choose(second);
  await expect(choose(second)).rejects.toMatchObject({ reason: 'link-spent' });
  world.clock.advance(HOUR_MS);
  const third = await askForLink();
  world.clock.advance(HOUR_MS + 1);
  await expect(choose(third)).rejects.toMatchObject({ reason: 'link-spent' });
});

test('where a second factor is set up its code is asked for, and a wrong one does not spend the link', async () => {
  const { secret: seed } = await root.call(wire.beginRootMfa);
  const now = world.clock.now();
  await root.call(wire.enableRootMfa, { body: { code1: await totpCode(seed, now - 30_000), code2: await totpCode(seed, now) } });
  world.clock.advance(60_000);
  const secret = await askForLink();
  await expect(choose(secret)).rejects.toMatchObject({ reason: 'totp-required' });
  await expect(choose(secret, { totp: '000000' })).rejects.toMatchObject({ reason: 'totp-wrong' });
  await choose(secret, { totp: await totpCode(seed, world.clock.now()) });
});

test('of two who spend one link at the same moment one wins; whoever asks again and again is slowed down', async () => {
  const secret = await askForLink();
  const outcomes = await Promise.allSettled([choose(secret, { password: 'the first of two' }), choose(secret, { password: 'the second of two' })]);
  expect(outcomes.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const asked = await Promise.allSettled(Array.from({ length: 30 }, () => world.browser().call(wire.requestRootPassword, { body: { email: EMAIL } })));
  expect(asked.some(one => one.status === 'rejected' && (one.reason as { status: number }).status === 429)).toBe(true);
});
