import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import { CLOSE_SIGNED_OUT } from '@carillon/wire/socket/frames.js';
import * as wire from '@carillon/wire/rest/identity.js';
import * as meetings from '@carillon/wire/rest/meetings.js';
import { createWorld, joinColleague, PASSWORD, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
/** One person a test: the clock runs far, so each signs in anew. */
const people = new Map<string, TestPerson>();
const NAMES = ['Anna Away', 'Ben Busy', 'Carl Connected', 'Dora Deleted', 'Eva Eager', 'Fritz First', 'Gina Next'];

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  for (const name of NAMES) people.set(name, await joinColleague(world, olga, name));
});
afterAll(() => world.stop());

const arrive = (name: string) => signInAgain(world, people.get(name)!);
const kindOf = async (person: { call: TestPerson['call'] }) => (await person.call(wire.getSession)).kind;
/** What the answer to a harmless question does to the cookie. */
const cookieOf = async (person: TestPerson) => (await person.fetch('/api/session')).headers.get('set-cookie');

test('a session that is not used for 60 days is over', async () => {
  const anna = await arrive('Anna Away');
  world.clock.advance(60 * DAY_MS - 1);
  const phone = await signInAgain(world, anna);
  world.clock.advance(1);
  expect(await kindOf(anna)).toBe('none');
  expect(await kindOf(phone)).toBe('person');
});

test('a session that is used goes on, in the server and in the browser', async () => {
  const ben = await arrive('Ben Busy');
  expect(await cookieOf(ben)).toBeNull();
  for (let day = 0; day < 90; day += 45) {
    world.clock.advance(45 * DAY_MS);
    const expires = new Date(world.clock.now() + 60 * DAY_MS).toUTCString();
    expect(await cookieOf(ben)).toContain(`Expires=${expires}`);
    expect(await kindOf(ben)).toBe('person');
  }
  world.clock.advance(MINUTE_MS);
  expect(await cookieOf(ben)).toBeNull();
});

test('the open sockets of a session that runs out end, and those of the others stay', async () => {
  const carl = await arrive('Carl Connected');
  const phone = await signInAgain(world, carl);
  const socket = await carl.connect();
  world.clock.advance(50 * DAY_MS);
  const other = await phone.connect();
  world.clock.advance(10 * DAY_MS);
  await world.app.gateway.endOrphans();
  expect(await socket.closed).toBe(CLOSE_SIGNED_OUT);
  expect(other.socket.readyState).toBe(other.socket.OPEN);
  other.close();
});

test('a session that was deleted elsewhere takes its sockets with it', async () => {
  const dora = await arrive('Dora Deleted');
  const socket = await dora.connect();
  await world.app.system.sql.deleteFrom('session').where('person_id', '=', dora.me.id).execute();
  await world.app.gateway.endOrphans();
  expect(await socket.closed).toBe(CLOSE_SIGNED_OUT);
});

test('a new password ends every other device and leaves the one it was chosen on', async () => {
  const eva = await arrive('Eva Eager');
  const phone = await signInAgain(world, eva);
  const [here, there] = [await eva.connect(), await phone.connect()];
  await eva.call(wire.changePassword, { body: { current: PASSWORD, next: 'another good password' } });
  expect(await there.closed).toBe(CLOSE_SIGNED_OUT);
  expect(await kindOf(phone)).toBe('none');
  expect(await kindOf(eva)).toBe('person');
  expect(here.socket.readyState).toBe(here.socket.OPEN);
  here.close();
});

test('signing in ends the session the browser came with, somebody else’s too', async () => {
  const [fritz, gina] = [await arrive('Fritz First'), await arrive('Gina Next')];
  const planted = fritz.cookie!;
  const socket = await fritz.connect();
  await fritz.call(wire.signIn, { body: { email: gina.me.email, password: PASSWORD } });
  expect(fritz.cookie).not.toBe(planted);
  expect(await socket.closed).toBe(CLOSE_SIGNED_OUT);
  const thief = world.browser();
  thief.cookie = planted;
  expect(await kindOf(thief)).toBe('none');
});

test('a guest who signs in or out is a guest no longer', async () => {
  const { meeting } = await (await signInAgain(world, olga)).call(meetings.startMeeting, { body: {} });
  const guest = world.browser();
  await guest.call(meetings.joinMeeting, { params: { number: meeting.number }, body: { guestName: 'Greta Guest' } });
  const socket = await guest.connect();
  await guest.call(wire.signOut);
  expect(await socket.closed).toBe(CLOSE_SIGNED_OUT);
  expect(await kindOf(guest)).toBe('none');
});

test('a guest’s session lasts a day', async () => {
  const { meeting } = await (await signInAgain(world, olga)).call(meetings.startMeeting, { body: {} });
  const guest = world.browser();
  await guest.call(meetings.joinMeeting, { params: { number: meeting.number }, body: { guestName: 'Gwen Guest' } });
  world.clock.advance(DAY_MS - 1);
  expect(await kindOf(guest)).toBe('guest');
  world.clock.advance(1);
  expect(await kindOf(guest)).toBe('none');
});

test('a refused join leaves the cookie one has', async () => {
  olga = await signInAgain(world, olga);
  const { meeting } = await olga.call(meetings.startMeeting, { body: {} });
  await olga.call(meetings.updateMeeting, { params: { meetingId: meeting.id }, body: { guestsAllowed: false } });
  const response = await world.browser().fetch(`/api/meeting-door/${meeting.number}/join`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"guestName":"Late"}' });
  expect(response.status).toBe(403);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('sessions and links that are over are swept away', async () => {
  const count = async () => (await world.app.system.sql.selectFrom('session').select('id').where('expires_at', '<=', world.app.system.now()).execute()).length;
  world.clock.advance(HOUR_MS);
  expect(await count()).toBeGreaterThan(0);
  const { sweepExpired } = await import('./sessions.js');
  await sweepExpired(world.app.system);
  expect(await count()).toBe(0);
});
