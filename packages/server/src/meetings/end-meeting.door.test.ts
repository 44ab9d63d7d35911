import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as wire from '@carillon/wire/rest/meetings.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { sweepMeetings } from './end-meeting.js';
import type { MediaReports } from './media-reports.js';

/** What of a meeting ends when, and with what. */

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

const start = async (who: TestPerson) => (await who.call(wire.startMeeting, { body: {} })).meeting;
const join = (who: Browser, meeting: { number: string }, guestName?: string) => who.call(wire.joinMeeting, { params: { number: meeting.number }, body: guestName === undefined ? {} : { guestName } });
const arrives = (meetingId: string, attendeeId: string) => media.take({ kind: 'joined', number: ++number, meetingId, attendeeId, externalUserId: 'x', at: 0 });
const goes = (meetingId: string, attendeeId: string) => media.take({ kind: 'left', number: ++number, meetingId, attendeeId, at: 0, reason: 'left' });

test('a meeting’s chat goes with the meeting: nobody reads it after the end, and a job deletes it with its files', async () => {
  const meeting = await start(olga);
  const seat = await join(olga, meeting);
  await join(ben, meeting);
  await arrives(meeting.id, seat.me.id);
  const params = { channelId: meeting.chatChannelId };
  const { attachment } = await ben.call(chat.uploadAttachment, { params, query: { name: 'plan.bin' }, bytes: Buffer.from('plan') });
  await ben.call(chat.sendMessage, { params, body: { clientToken: 'gone-with-it', content: 'only here', attachmentIds: [attachment.id] } });
  await olga.call(wire.endMeeting, { params: { meetingId: meeting.id } });
  for (const who of [olga, ben]) {
    await expect(who.call(chat.listMessages, { params })).rejects.toMatchObject({ status: 404 });
    await expect(who.call(chat.listEvents, { params, query: { after: 0 } })).rejects.toMatchObject({ status: 404 });
    expect((await who.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
  }
  await expect(ben.call(chat.sendMessage, { params, body: { clientToken: 'too-late-for-it', content: 'anybody?' } })).rejects.toMatchObject({ status: 404 });
  await world.runJobs();
  const { sql, blobs } = world.app.system;
  expect(await sql.selectFrom('channel').select('id').where('id', '=', meeting.chatChannelId).execute()).toEqual([]);
  expect(await sql.selectFrom('message').select('id').where('channel_id', '=', meeting.chatChannelId).execute()).toEqual([]);
  expect(await blobs.read(`file/${attachment.id}`)).toBeUndefined();
});

test('whoever leaves a meeting reads and hears its chat no more, and has it again when they come back', async () => {
  const meeting = await start(olga);
  await join(olga, meeting);
  await join(ben, meeting);
  const params = { channelId: meeting.chatChannelId };
  const bens = await ben.connect();
  await ben.call(wire.leaveMeeting, { params: { meetingId: meeting.id } });
  await expect(ben.call(chat.listMessages, { params })).rejects.toMatchObject({ status: 404 });
  await olga.call(chat.sendMessage, { params, body: { clientToken: 'behind-your-back', content: 'now that he is gone' } });
  world.app.system.bus.publish(`person.${ben.me.id}`, { t: 'pong' });
  await bens.next(push => push.t === 'pong');
  expect(bens.pushes.filter(push => push.t === 'event')).toEqual([]);
  await join(ben, meeting);
  expect((await ben.call(chat.listMessages, { params })).messages).toHaveLength(1);
  bens.close();
});

test('a client that comes back by its token alone, after it said goodbye, has its place in the chat again', async () => {
  const meeting = await start(olga);
  const seat = await join(ben, meeting);
  await ben.call(wire.leaveMeeting, { params: { meetingId: meeting.id } });
  await arrives(meeting.id, seat.me.id);
  expect((await ben.call(chat.listMessages, { params: { channelId: meeting.chatChannelId } })).messages).toEqual([]);
});

test('a guest of a meeting sees no list of people with their addresses', async () => {
  const meeting = await start(anna);
  await arrives(meeting.id, (await join(anna, meeting)).me.id);
  const guest = world.browser();
  await join(guest, meeting, 'Curious Guest');
  await expect(guest.call(chat.listMembers, { params: { channelId: meeting.chatChannelId } })).rejects.toMatchObject({ status: 403 });
  const inside = await join(guest, meeting);
  expect(JSON.stringify(inside)).not.toContain('@');
});

test('a person whose meeting is ended for all is busy no longer', async () => {
  const meeting = await start(olga);
  const dan = await joinColleague(world, olga, 'Dan Done');
  const dans = await dan.connect();
  const seat = await join(dan, meeting);
  await arrives(meeting.id, seat.me.id);
  expect(world.app.gateway.presence.stateOf(dan.me.id)).toBe('busy');
  await olga.call(wire.endMeeting, { params: { meetingId: meeting.id } });
  await goes(meeting.id, seat.me.id);
  expect(world.app.gateway.presence.stateOf(dan.me.id)).toBe('available');
  dans.close();
});

test('a trial that ends during a meeting changes nothing in it; the next meeting is a Basic one’s', async () => {
  const host = await joinColleague(world, olga, 'Tina Trial');
  const meeting = await start(host);
  await join(host, meeting);
  world.clock.advance(30 * DAY_MS + 1);
  for (const person of [olga, anna, ben]) await join(person, meeting);
  const basic = await start(host);
  await join(olga, basic);
  await join(anna, basic);
  await expect(join(ben, basic)).rejects.toMatchObject({ reason: 'meeting-full-basic' });
});

test('somebody who comes while an empty meeting is about to be ended keeps it open', async () => {
    const meeting = await start(olga);
  const seat = await join(olga, meeting);
  await arrives(meeting.id, seat.me.id);
  await goes(meeting.id, seat.me.id);
  world.clock.advance(5 * MINUTE_MS - 1);
  const back = await join(olga, meeting);
  world.clock.advance(2);
  await sweepMeetings(world.app.system);
  await arrives(meeting.id, back.me.id);
  expect((await olga.call(wire.listMeetings)).meetings.find(one => one.id === meeting.id)).toMatchObject({ state: 'running', attendeeCount: 1 });
});

test('joining and ending at the same moment leaves nobody in a meeting that is over', async () => {
    for (let i = 0; i < 8; i++) {
    const meeting = await start(olga);
    await Promise.allSettled([join(ben, meeting), olga.call(wire.endMeeting, { params: { meetingId: meeting.id } })]);
    const seats = await world.app.system.sql.selectFrom('attendee').select('state').where('meeting_id', '=', meeting.id).where('state', 'in', ['waiting', 'admitted', 'present']).execute();
    expect(seats).toEqual([]);
  }
});

test('a whole office behind one address joins its meeting', async () => {
    const meeting = await start(olga);
  // More than one address may ask as a stranger within five minutes, in all.
  const people = [olga, anna, ben];
  for (let i = 0; i < 75; i++) await join(people[i % 3]!, meeting);
});
