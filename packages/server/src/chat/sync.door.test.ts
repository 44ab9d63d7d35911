import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, MessageId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import * as hooks from '@carillon/wire/rest/webhooks.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { Follower, replay, type LineFault } from '@carillon/testkit/follower.js';
import { PageServer } from '@carillon/testkit/page-server.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { announce } from './announce.js';
import { blankMessage } from './messages/message-store.js';

/** State + events = a fresh fetch: what a device has after following is what a new device would be given. */

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let phone: TestPerson;
let ben: TestPerson;
let cora: TestPerson;
let counter = 0;
const pages = new PageServer();

beforeAll(async () => {
  await pages.listen();
  world = await createWorld(['--link-previews', 'on', '--preview-private-addresses']);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  phone = await signInAgain(world, anna);
  ben = await joinColleague(world, olga, 'Ben Brave');
  cora = await joinColleague(world, olga, 'Cora Curious');
});
afterAll(async () => {
  pages.close();
  await world.stop();
});

const say = async (who: TestPerson, channelId: ChannelId, content: string, more: object = {}) =>
  (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `sync-${String(++counter).padStart(6, '0')}`, content, ...more } })).message;

/** As an administrator does it: people cannot. */
async function redact(channelId: ChannelId, messageId: MessageId): Promise<void> {
  await world.app.system.tx(async tx => {
    await blankMessage(tx.sql, { id: messageId, channelId }, { at: world.app.system.now(), byArn: 'arn:aws:iam::111122223333:root' });
    await announce(world.app.system, tx, channelId, { kind: 'redacted', messageId });
  });
}

/**
 * Everything that can happen in a room and to a person, once at least. `shown` resolves when a device that hears shows
 * the room.
 */
async function live(channelId: ChannelId, shown: (id: ChannelId) => Promise<void> = async () => {}): Promise<void> {
  const params = { channelId };
  const first = await say(olga, channelId, 'one');
  await say(ben, channelId, 'two', { quotedMessageId: first.id });
  await say(olga, channelId, `<@${anna.me.id}|Anna>, have you seen <@all|all>?`);
  const mentioning = await say(ben, channelId, `<@${anna.me.id}|Anna>`);
  await say(phone, channelId, 'three, from the other device');
  await olga.call(wire.renameRoom, { params, body: { name: `Renamed ${counter}` } });
  await olga.call(wire.updateMember, { params: { ...params, personId: ben.me.id }, body: { role: 'Administrator' } });
  await olga.call(wire.updateMember, { params: { ...params, personId: anna.me.id }, body: { role: 'Administrator' } });
  await olga.call(wire.removeMember, { params: { ...params, personId: ben.me.id } });
  await olga.call(wire.addMembers, { params, body: { personIds: [ben.me.id] } });
  await ben.call(wire.leaveRoom, { params });
  await olga.call(rooms.setInvitePolicy, { params, body: { invitePolicy: 'members' } });
  await cora.call(rooms.askForAccess, { params });
  await olga.call(rooms.answerAccessRequest, { params: { ...params, personId: cora.me.id }, body: { approve: true } });
  await ben.call(rooms.askForAccess, { params });
  await phone.call(rooms.changeSettings, { params, body: { favourite: true, mobile: 'mentions' } });
  world.clock.advance(MINUTE_MS);
  const fourth = await say(olga, channelId, 'four');
  await phone.call(wire.markRead, { params, body: { ordinal: fourth.ordinal } });
  const { webhook } = await olga.call(hooks.createWebhook, { params, body: { name: 'Tickets' } });
  expect((await fetch(webhook.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Content: 'by a program, to @All' }) })).status).toBe(200);
  await olga.call(hooks.renameWebhook, { params: { ...params, webhookId: webhook.id }, body: { name: 'Alarms' } });
  await olga.call(hooks.removeWebhook, { params: { ...params, webhookId: webhook.id } });
  const fifth = await say(olga, channelId, 'five');
  await say(olga, channelId, '<@all|all>: unread');
  const taken = await say(olga, channelId, '<@all|all>: unread and taken back');
  await say(cora, channelId, pages.page('/shown', '<title>Shown</title>'));
  const unlinked = await say(olga, channelId, pages.page('/taken', '<title>Taken back</title>'));
  await world.runJobs();
  expect(pages.asked.length).toBeGreaterThan(0);
  await redact(channelId, unlinked.id);
  await say(cora, channelId, pages.page('/last', '<title>Below the last message of the list too</title>'));
  await world.runJobs();
  await redact(channelId, taken.id);
  await redact(channelId, mentioning.id);
  await redact(channelId, first.id);
  await redact(channelId, fifth.id);
  const { channel: passing } = await olga.call(wire.createRoom, { body: { name: 'Passing', personIds: [anna.me.id] } });
  await say(olga, passing.id, 'you will not stay');
  await shown(passing.id);
  await olga.call(wire.removeMember, { params: { channelId: passing.id, personId: anna.me.id } });
  const { channel: stays } = await olga.call(wire.createRoom, { body: { name: 'Stays', personIds: [] } });
  await olga.call(wire.addMembers, { params: { channelId: stays.id }, body: { personIds: [anna.me.id, ben.me.id] } });
  await say(ben, stays.id, 'hello');
  const { channel: direct } = await ben.call(wire.openConversation, { body: { personIds: [anna.me.id] } });
  await say(ben, direct.id, 'only for you');
  await phone.call(rooms.changeSettings, { params: { channelId: direct.id }, body: { favourite: true } });
  await phone.call(rooms.changeSettings, { params: { channelId: stays.id }, body: { desktop: 'never', hidden: true } });
  await phone.call(rooms.orderFavourites, { body: { channelIds: [direct.id, stays.id, channelId] } });
  await phone.call(identity.updateMe, { body: { locale: counter % 2 ? 'it' : 'en' } });
}

/** What a new device would be given now. */
async function fresh(channelId: ChannelId) {
  const { channels } = await anna.call(wire.listChannels);
  const session = await anna.call(identity.getSession);
  const { messages } = await anna.call(wire.listMessages, { params: { channelId }, query: { limit: 100 } });
  return { me: session.kind === 'person' ? session.me : null, channels: Object.fromEntries(channels.map(channel => [channel.id, channel])), messages };
}

function known({ state }: Follower, channelId: ChannelId) {
  const views = Object.values(state.channels);
  return { me: state.me, channels: Object.fromEntries(views.map(({ channel }) => [channel.id, channel])), messages: [...(state.channels[channelId]?.messages ?? [])] };
}

const FAULTS: readonly (readonly [string, LineFault, boolean])[] = [
  ['as they come', 'none', false],
  ['each twice', 'twice', false],
  ['all late and the last first', 'held', false],
  ['not at all, until the next one', 'lost', false],
  ['not at all, because the line was cut', 'lost', true],
];

test.each(FAULTS)('pushes that arrive %s leave a device with what a new one would fetch', async (_name, fault, cut) => {
  const { channel } = await olga.call(wire.createRoom, { body: { name: 'Followed', personIds: [anna.me.id, ben.me.id] } });
  const follower = new Follower(anna, world.clock);
  try {
    await vi.waitFor(() => expect(follower.state).toMatchObject({ ready: true, online: true }));
    await follower.store.open(channel.id);
    follower.fault = fault;
    const hears = fault === 'none' || fault === 'twice';
    await live(channel.id, async id => {
      if (hears) await vi.waitFor(() => expect(follower.state.channels[id]).toBeDefined(), 10_000);
    });
    follower.release();
    if (cut) follower.cut();
    else {
      // A push that arrives shows what is missing before it.
      await say(olga, channel.id, 'the next one');
      await phone.call(wire.markRead, { params: { channelId: channel.id }, body: { ordinal: 1_000 } });
    }
    const expected = await fresh(channel.id);
    await vi.waitFor(() => expect(known(follower, channel.id)).toEqual(expected), 10_000);
  } finally {
    follower.close();
  }
});

test('every kind of event and of change was heard by a device that followed', async () => {
  const { channel } = await olga.call(wire.createRoom, { body: { name: 'Heard', personIds: [anna.me.id, ben.me.id] } });
  const follower = new Follower(anna, world.clock);
  await vi.waitFor(() => expect(follower.state.online).toBe(true));
  await live(channel.id);
  const kinds = () => new Set(follower.heard.flatMap(push => (push.t === 'event' ? [push.event.kind] : push.t === 'change' ? [push.change.kind] : [])));
  // `expired` is never pushed: it stands in the log for whoever asks later (retention.door.test.ts).
  const all = [...wire.ChannelEvent.anyOf.map(one => one.properties.kind.const).filter(kind => kind !== 'expired'), 'channel-joined', 'channel-left', 'read', 'channel-settings', 'favourites-ordered', 'profile'];
  await vi.waitFor(() => expect([...kinds()].toSorted()).toEqual(all.toSorted()), 10_000);
  follower.close();
});

test('what listEvents gives from the beginning ends where the channel stands', async () => {
  const { channel } = await olga.call(wire.createRoom, { body: { name: 'Replayed', personIds: [anna.me.id, ben.me.id] } });
  await live(channel.id);
  const { events, more } = await olga.call(wire.listEvents, { params: { channelId: channel.id }, query: { after: 0 } });
  const view = replay(channel, events, olga.me.id);
  expect(more).toBe(false);
  expect(view.channel).toEqual((await olga.call(wire.getChannel, { params: { channelId: channel.id } })).channel);
  expect(view.messages).toEqual((await olga.call(wire.listMessages, { params: { channelId: channel.id } })).messages);
});
