import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { MeetingId } from '@carillon/kernel/ids.js';
import type { JoinClaims } from '@carillon/wire/media.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as wire from '@carillon/wire/rest/meetings.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { sweepMeetings } from './end-meeting.js';
import type { MediaReports } from './media-reports.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
/** Speaks for the media node, which the world of this file does not run. */
let media: MediaReports;
let number = 0;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
  media = world.app.reports;
});
afterAll(() => world.stop());

const start = async (who: TestPerson, more: object = {}) => (await who.call(wire.startMeeting, { body: more })).meeting;
const join = (who: Browser, meeting: { number: string }, guestName?: string) => who.call(wire.joinMeeting, { params: { number: meeting.number }, body: guestName === undefined ? {} : { guestName } });
const arrives = (meetingId: string, attendeeId: string) => media.take({ kind: 'joined', number: ++number, meetingId, attendeeId, externalUserId: 'x', at: 0 });
const goes = (meetingId: string, attendeeId: string) => media.take({ kind: 'left', number: ++number, meetingId, attendeeId, at: 0, reason: 'left' });

test('meeting now gives a number of ten digits, and joining it what the Chime SDK needs', async () => {
  const meeting = await start(anna, { title: 'Planning' });
  expect(meeting).toMatchObject({ title: 'Planning', state: 'waiting', host: { id: anna.me.id }, guestsAllowed: true });
  expect(meeting.number).toMatch(/^\d{10}$/);
  const { media: session, me } = await join(ben, meeting);
  expect(session).toMatchObject({ Meeting: { MeetingId: meeting.id }, Attendee: { AttendeeId: me.id, ExternalUserId: ben.me.id } });
  expect(session!.Meeting.MediaPlacement.SignalingUrl).toMatch(new RegExp(`^ws://127.0.0.1:\\d+/media/\\d+/${meeting.id}$`));
  expect(session!.Meeting.MediaPlacement.AudioHostUrl).not.toBe('');
  expect(session!.Meeting.MediaPlacement.SignalingUrl).not.toContain('?');
});

test('a join token is letters and digits, signed by the server’s key, and good for a day', async () => {
  const meeting = await start(anna);
  const { media: session, me } = await join(anna, meeting);
  const token = session!.Attendee.JoinToken;
  expect(token).toMatch(/^[0-9a-f]+$/);
  const [claims, signature] = [Buffer.from(token.slice(0, -128), 'hex'), Buffer.from(token.slice(-128), 'hex')];
  const key = createPublicKey({ key: Buffer.from(world.app.system.secrets.tokenPublicKey, 'base64'), format: 'der', type: 'spki' });
  expect(verify(null, claims, key, signature)).toBe(true);
  const expected: JoinClaims = { m: meeting.id, a: me.id, u: anna.me.id, x: Math.floor((world.clock.now() + DAY_MS) / 1000) };
  expect(JSON.parse(claims.toString())).toEqual(expected);
});

test('a conversation in which a meeting runs gives that one, also to two who start at the same moment', async () => {
  const { channel } = await anna.call(chat.createRoom, { body: { name: 'Project', personIds: [ben.me.id] } });
  const [one, two] = await Promise.all([start(anna, { channelId: channel.id }), start(ben, { channelId: channel.id })]);
  expect(two.id).toBe(one.id);
  expect((await ben.call(chat.getChannel, { params: { channelId: channel.id } })).channel.meetingId).toBe(one.id);
  expect((await ben.call(wire.listMeetings)).meetings.map(meeting => meeting.id)).toContain(one.id);
});

test('PIN-01 a personal number opens its owner’s meeting as soon as somebody signed in joins', async () => {
  const personal = { number: anna.me.personalMeetingNumber };
  expect((await ben.call(wire.getMeetingDoor, { params: personal })).door).toMatchObject({ id: null, hostName: 'Anna Able', state: 'waiting' });
  const first = await join(ben, personal);
  const second = await join(anna, personal);
  expect(second.meeting.id).toBe(first.meeting.id);
  expect(second.me.isHost).toBe(true);
});

test('a guest waits until somebody of the host’s account is in, is then let in, and takes part in the chat', async () => {
  const meeting = await start(anna);
  const guest = world.browser();
  const waiting = await join(guest, meeting, 'Greta Guest');
  expect(waiting).toMatchObject({ me: { state: 'waiting', personId: null, name: 'Greta Guest' }, attendees: [], media: null });
  const socket = await guest.connect();
  const host = await join(ben, meeting);
  await arrives(meeting.id, host.me.id);
  expect(await socket.next(push => push.t === 'seat')).toMatchObject({ state: 'admitted', attendeeId: waiting.me.id });
  const inside = await join(guest, meeting);
  expect(inside.me.id).toBe(waiting.me.id);
  expect(inside.media).not.toBeNull();
  const { message } = await guest.call(chat.sendMessage, { params: { channelId: meeting.chatChannelId }, body: { clientToken: 'guest-says-hello', content: 'Hello' } });
  expect(message.sender).toMatchObject({ kind: 'guest', name: 'Greta Guest' });
  socket.close();
});

test('a guest goes nowhere else: no people, no conversations, no other meeting’s chat', async () => {
  const meeting = await start(anna);
  const other = await start(olga);
  await arrives(meeting.id, (await join(anna, meeting)).me.id);
  const guest = world.browser();
  await join(guest, meeting, 'Nosy Guest');
  expect(await guest.call(identity.getSession)).toMatchObject({ kind: 'guest', name: 'Nosy Guest', meetingId: meeting.id });
  await expect(guest.call(chat.listPeople)).rejects.toMatchObject({ status: 403 });
  await expect(guest.call(chat.listMessages, { params: { channelId: other.chatChannelId } })).rejects.toMatchObject({ status: 404 });
  await expect(guest.call(wire.startMeeting, { body: {} })).rejects.toMatchObject({ status: 403 });
  expect((await guest.call(chat.listChannels)).channels).toEqual([]);
});

test('a host who lets no guests in is obeyed at once', async () => {
  const meeting = await start(anna);
  await anna.call(wire.updateMeeting, { params: { meetingId: meeting.id }, body: { guestsAllowed: false } });
  await expect(join(world.browser(), meeting, 'Late Guest')).rejects.toMatchObject({ status: 403, reason: 'guests-not-allowed' });
  await expect(ben.call(wire.updateMeeting, { params: { meetingId: meeting.id }, body: { guestsAllowed: true } })).rejects.toMatchObject({ status: 404 });
});

test('GEN-03 a Basic host’s meeting holds two people, a Pro host’s more', async () => {
  const host = await joinColleague(world, olga, 'Basil Basic');
  world.clock.advance(31 * DAY_MS);
  const basic = await start(host);
  await join(host, basic);
  await join(await signInAgain(world, anna), basic);
  await expect(join(olga, basic)).rejects.toMatchObject({ status: 400, reason: 'meeting-full-basic' });
  const pro = await start(olga);
  for (const person of [olga, host, anna, ben]) await join(person, pro);
});

test('the meeting’s state and people are told to those in it as they come and go', async () => {
  const meeting = await start(olga);
  const socket = await olga.connect();
  await join(olga, meeting);
  const seat = await join(ben, meeting);
  await arrives(meeting.id, seat.me.id);
  expect(await socket.next(push => push.t === 'attendee' && push.attendee.state === 'present')).toMatchObject({ attendee: { name: 'Ben Brave' } });
  expect(await socket.next(push => push.t === 'meeting' && push.meeting.state === 'running')).toMatchObject({ meeting: { attendeeCount: 1 } });
  await goes(meeting.id, seat.me.id);
  expect(await socket.next(push => push.t === 'attendee' && push.attendee.state === 'left')).toMatchObject({ attendee: { name: 'Ben Brave' } });
  socket.close();
});

test('a person in a meeting is busy to those who watch, until the media ends or the media node dies', async () => {
  const meeting = await start(olga);
  const cleo = await joinColleague(world, olga, 'Cleo Calm');
  const cleos = await cleo.connect();
  const socket = await olga.connect();
  socket.send({ t: 'watch', people: [cleo.me.id] });
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'available' }] });
  await arrives(meeting.id, (await join(cleo, meeting)).me.id);
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'busy' }] });
  await media.nodeDown();
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'available' }] });
  for (const one of [cleos, socket]) one.close();
});

test('only the host ends a meeting for all; afterwards nobody joins', async () => {
  const meeting = await start(anna);
  await join(ben, meeting);
  await expect(ben.call(wire.endMeeting, { params: { meetingId: meeting.id } })).rejects.toMatchObject({ status: 403, reason: 'host-only' });
  await anna.call(wire.endMeeting, { params: { meetingId: meeting.id } });
  await expect(join(ben, meeting)).rejects.toMatchObject({ status: 403, reason: 'meeting-ended' });
  expect(await media.standingOrders()).toContainEqual({ meetingId: meeting.id, ended: true, removedAttendeeIds: [] });
});

test('an empty meeting ends after five minutes, one that never began after a day, a seat without media is free after two minutes', async () => {
  const left = await start(anna);
  const unused = await start(anna);
  const seat = await join(anna, left);
  await arrives(left.id, seat.me.id);
  await goes(left.id, seat.me.id);
  const noShow = await start(olga);
  await join(ben, noShow);
  world.clock.advance(3 * MINUTE_MS);
  await sweepMeetings(world.app.system);
  expect((await join(olga, noShow)).attendees.find(attendee => attendee.personId === ben.me.id)).toMatchObject({ state: 'left' });
  expect((await anna.call(wire.listMeetings)).meetings.map(meeting => meeting.id)).toContain(left.id);
  world.clock.advance(3 * MINUTE_MS);
  await sweepMeetings(world.app.system);
  const open = (await anna.call(wire.listMeetings)).meetings.map(meeting => meeting.id);
  expect(open).not.toContain(left.id);
  expect(open).toContain(unused.id);
  world.clock.advance(DAY_MS);
  await sweepMeetings(world.app.system);
  expect((await anna.call(wire.listMeetings)).meetings.map(meeting => meeting.id)).not.toContain(unused.id);
});

test('an unknown number and somebody else’s debug page are the same “not found”; guessing numbers is slowed down', async () => {
  const meeting = await start(anna);
  await expect(ben.call(wire.getMeetingDebug, { params: { meetingId: meeting.id } })).rejects.toMatchObject({ status: 404 });
  expect(await olga.call(wire.getMeetingDebug, { params: { meetingId: meeting.id } })).toMatchObject({ snapshot: { meeting: { id: meeting.id } } });
  await expect(olga.call(wire.getMeetingDebug, { params: { meetingId: '01923456-789a-7000-8000-000000000000' as MeetingId } })).rejects.toMatchObject({ status: 404 });
  const guess = () => world.browser().call(wire.getMeetingDoor, { params: { number: '9999999999' } }).catch((error: { status: number }) => error.status);
  const statuses = [];
  for (let i = 0; i < 70; i++) statuses.push(await guess());
  expect(statuses[0]).toBe(404);
  expect(statuses.at(-1)).toBe(429);
});
