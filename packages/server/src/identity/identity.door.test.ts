import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '@carillon/kernel/clock.js';
import * as wire from '@carillon/wire/rest/identity.js';
import { totpCode } from '@carillon/testkit/totp.js';
import { createWorld, joinColleague, PASSWORD, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;

beforeAll(async () => {
  world = await createWorld(['--sign-up', 'open']);
  olga = await setUpOwner(world);
});
afterAll(() => world.stop());

test('GST-01 the set-up link makes an owner who is Pro in the named account, and works once', async () => {
  expect(olga.me).toMatchObject({ displayName: 'Olga Owner', licence: 'Pro', isOwner: true, account: { name: 'Acme' } });
  await expect(world.browser().call(wire.setUp, { body: { secret: 'another', displayName: 'Eve', email: 'eve@evil.example', password: PASSWORD, accountName: 'Evil' } })).rejects.toMatchObject({ status: 403, reason: 'link-spent' });
});

test('GST-02 a new person has Pro for 30 days, then Basic', async () => {
  const anna = await joinColleague(world, olga, 'Anna Trial');
  expect(anna.me).toMatchObject({ licence: 'ProTrial', account: { name: 'Acme' } });
  world.clock.advance(29 * DAY_MS);
  expect(await anna.call(wire.getSession)).toMatchObject({ me: { licence: 'ProTrial' } });
  world.clock.advance(DAY_MS + 1);
  expect(await anna.call(wire.getSession)).toMatchObject({ me: { licence: 'Basic', trialEndsAt: null } });
});

test('PIN-01 each person has a personal meeting number of ten digits of their own', async () => {
  const one = await joinColleague(world, olga, 'Number One');
  const two = await joinColleague(world, olga, 'Number Two');
  expect(one.me.personalMeetingNumber).toMatch(/^\d{10}$/);
  expect(one.me.personalMeetingNumber).not.toBe(two.me.personalMeetingNumber);
});

test('sign-up mails a link; the person exists and is signed in only once it was opened', async () => {
  const nora = { displayName: 'Nora New', email: 'Nora@Elsewhere.example', password: PASSWORD };
  await world.browser().call(wire.signUp, { body: nora });
  await expect(world.browser().call(wire.signIn, { body: { email: nora.email, password: PASSWORD } })).rejects.toMatchObject({ status: 401 });
  const [mail] = await world.mailbox('nora@elsewhere.example');
  const { me } = await world.browser().call(wire.verifyEmail, { body: { secret: mail!.link.split('/').at(-1)! } });
  expect(me).toMatchObject({ displayName: 'Nora New', email: 'nora@elsewhere.example', account: null });
  await expect(world.browser().call(wire.verifyEmail, { body: { secret: mail!.link.split('/').at(-1)! } })).rejects.toMatchObject({ reason: 'link-spent' });
});

test('signing up with a known address answers the same as with an unknown one, and the mail tells its reader', async () => {
  const unknown = await world.browser().call(wire.signUp, { body: { displayName: 'X', email: 'unknown@elsewhere.example', password: PASSWORD } });
  const known = await world.browser().call(wire.signUp, { body: { displayName: 'X', email: 'olga@acme.example', password: PASSWORD } });
  expect(known).toEqual(unknown);
  expect((await world.mailbox('olga@acme.example'))[0]).toMatchObject({ subject: 'You already have an account' });
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await world.browser().call(wire.signIn, { body: { email: 'olga@acme.example', password: 'nonsense' } }).catch((error: Error) => error.message);
  const unknown = await world.browser().call(wire.signIn, { body: { email: 'nobody@acme.example', password: 'nonsense' } }).catch((error: Error) => error.message);
  expect(wrong).toBe(unknown);
});

test('after ten tries an address is refused for a while, known or not', async () => {
  const attempt = (email: string) => world.browser().call(wire.signIn, { body: { email, password: 'nonsense' } }).catch((error: { status: number }) => error.status);
  for (let i = 0; i < 10; i++) await attempt('guessed@acme.example');
  expect(await attempt('guessed@acme.example')).toBe(429);
});

test('a reset link works once and within the hour, and signs out every device', async () => {
  const rita = await joinColleague(world, olga, 'Rita Reset');
  await world.browser().call(wire.requestPasswordReset, { body: { email: rita.me.email } });
  const [late] = await world.mailbox(rita.me.email);
  world.clock.advance(HOUR_MS + 1);
  await expect(world.browser().call(wire.resetPassword, { body: { secret: late!.link.split('/').at(-1)!, password: 'another long password' } })).rejects.toMatchObject({ reason: 'link-spent' });
  await world.browser().call(wire.requestPasswordReset, { body: { email: rita.me.email } });
  const [mail] = await world.mailbox(rita.me.email);
  await world.browser().call(wire.resetPassword, { body: { secret: mail!.link.split('/').at(-1)!, password: 'another long password' } });
  expect(await rita.call(wire.getSession)).toMatchObject({ kind: 'none' });
  await world.browser().call(wire.signIn, { body: { email: rita.me.email, password: 'another long password' } });
});

test('a reset for an unknown address answers the same and mails nobody', async () => {
  expect(await world.browser().call(wire.requestPasswordReset, { body: { email: 'ghost@acme.example' } })).toEqual({});
  expect(await world.mailbox('ghost@acme.example')).toEqual([]);
});

test('a device can be signed out from another, and its socket ends at once', async () => {
  const dora = await joinColleague(world, olga, 'Dora Devices');
  const phone = await signInAgain(world, dora, 'Mozilla/5.0 (Linux; Android 15) Chrome/156.0');
  const socket = await phone.connect();
  const { devices } = await dora.call(wire.listDevices);
  expect(devices.map(device => device.label).sort()).toEqual(['Chrome, Android', 'Firefox, Linux']);
  await dora.call(wire.removeDevice, { params: { sessionId: devices.find(device => !device.current)!.id } });
  expect(await socket.closed).toBe(4401);
  expect(await phone.call(wire.getSession)).toMatchObject({ kind: 'none' });
});

test('signing out everywhere ends this device and all others', async () => {
  const eva = await joinColleague(world, olga, 'Eva Everywhere');
  const other = await signInAgain(world, eva);
  await eva.call(wire.signOutEverywhere);
  expect(await other.call(wire.getSession)).toMatchObject({ kind: 'none' });
  expect(await eva.call(wire.getSession)).toMatchObject({ kind: 'none' });
});

test('somebody else’s device cannot be signed out and looks like one that does not exist', async () => {
  const fred = await joinColleague(world, olga, 'Fred Foreign');
  const { devices } = await olga.call(wire.listDevices);
  await expect(fred.call(wire.removeDevice, { params: { sessionId: devices[0]!.id } })).rejects.toMatchObject({ status: 404 });
});

test('a request without the app’s header, or from another site’s page, changes nothing', async () => {
  const body = JSON.stringify({ email: 'olga@acme.example', password: PASSWORD });
  const foreign = await fetch(`${world.url}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(foreign.status).toBe(403);
  const crossSite = await world.browser().fetch('/api/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, body });
  expect(crossSite.status).toBe(403);
});

test('malformed and oversized bodies are refused with a sentence', async () => {
  const post = (body: string) => world.browser().fetch('/api/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  for (const [body, status] of [['{"email":', 400], ['[]', 400], ['{"email":7,"password":{}}', 400], [`{"email":"${'x'.repeat(300_000)}"}`, 413]] as const) {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { message: string }).message).toMatch(/\w.*\.?/);
  }
});

test('a second factor is asked for at sign-in, and each code is good once', async () => {
  const tina = await joinColleague(world, olga, 'Tina Totp');
  const { secret } = await tina.call(wire.beginTotp);
  const code = () => totpCode(secret, world.clock.now());
  await tina.call(wire.confirmTotp, { body: { code: await code() } });
  const signIn = (totp?: string) => world.browser().call(wire.signIn, { body: { email: tina.me.email, password: PASSWORD, ...(totp !== undefined && { totp }) } });
  await expect(signIn()).rejects.toMatchObject({ reason: 'totp-required' });
  world.clock.advance(60_000);
  const fresh = await code();
  expect(await signIn(fresh)).toMatchObject({ me: { totpEnabled: true } });
  await expect(signIn(fresh)).rejects.toMatchObject({ reason: 'totp-wrong' });
});

test('an invitation does not tell whether the address is known to the server or a member elsewhere', async () => {
  const { createPerson } = await import('../users/create-person.js');
  const { createOwnerAccount } = await import('../accounts/create-owner-account.js');
  const { joinAccount } = await import('../accounts/join-account.js');
  const { hashPassword } = await import('../platform/password.js');
  const { system } = world.app;
  const passwordHash = await hashPassword(PASSWORD);
  await system.tx(async tx => {
    const { accountId } = await createOwnerAccount(system, tx.sql, { name: 'Elsewhere', email: 'root@elsewhere.example', passwordHash });
    const personId = await createPerson(system, tx.sql, { email: 'zoe@elsewhere.example', displayName: 'Zoe', passwordHash, locale: null, verified: true });
    await joinAccount(system, tx.sql, { personId, accountId, licence: 'Pro' });
  });
  const { results } = await olga.call(wire.invitePeople, { body: { emails: ['zoe@elsewhere.example', 'nobody@elsewhere.example'] } });
  expect(results.map(result => result.status)).toEqual(['invited', 'invited']);
  const secret = results[0]!.link!.split('/').at(-1)!;
  const accept = (password: string) => world.browser().call(wire.acceptInvitation, { body: { secret, password } });
  // Only who proves to be the invited person learns why.
  await expect(accept('not her password')).rejects.toMatchObject({ status: 401, reason: 'sign-in-wrong' });
  await expect(accept(PASSWORD)).rejects.toMatchObject({ status: 403, reason: 'in-other-account' });
});

test('two who accept one invitation at the same moment become one person', async () => {
  const { results } = await olga.call(wire.invitePeople, { body: { emails: ['twice@acme.example'] } });
  const secret = results[0]!.link!.split('/').at(-1)!;
  const accept = () => world.browser().call(wire.acceptInvitation, { body: { secret, displayName: 'Twice', password: PASSWORD } });
  const outcomes = await Promise.allSettled([accept(), accept(), accept()]);
  expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: expect.toSatisfy((status: number) => status === 403 || status === 401) });
});
