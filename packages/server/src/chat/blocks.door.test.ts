import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as blocks from '@carillon/wire/rest/blocks.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as meetings from '@carillon/wire/rest/meetings.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
});
afterAll(() => world.stop());

const talk = async (who: TestPerson, ...others: TestPerson[]) => (await who.call(wire.openConversation, { body: { personIds: others.map(one => one.me.id) } })).channel.id;
const say = async (who: TestPerson, channelId: ChannelId, content: string) =>
  (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `blocks-${String(++counter).padStart(5, '0')}`, content } })).message;

test('who is blocked finds nobody to write to; who blocks is told why; and it ends with unblocking', async () => {
  const id = await talk(anna, ben);
  await say(ben, id, 'hello');
  await anna.call(blocks.blockPerson, { params: { personId: ben.me.id } });
  await anna.call(blocks.blockPerson, { params: { personId: ben.me.id } });
  expect((await anna.call(blocks.listBlocked)).people.map(person => person.id)).toEqual([ben.me.id]);
  const missing = await talk(ben, { me: { id: '01923456-789a-7000-8000-000000000000' } } as TestPerson).catch((error: { message: string }) => error.message);
  await expect(talk(ben, anna)).rejects.toMatchObject({ code: 'NotFound', message: missing });
  await expect(say(ben, id, 'hello?')).rejects.toMatchObject({ code: 'NotFound' });
  await expect(ben.call(meetings.startMeeting, { body: { channelId: id } })).rejects.toMatchObject({ code: 'NotFound' });
  await expect(say(anna, id, 'no')).rejects.toMatchObject({ code: 'Forbidden', reason: 'blocked-by-you' });
  await expect(talk(anna, ben)).rejects.toMatchObject({ code: 'Forbidden', reason: 'blocked-by-you' });
  await anna.call(blocks.unblockPerson, { params: { personId: ben.me.id } });
  await anna.call(blocks.unblockPerson, { params: { personId: ben.me.id } });
  expect((await say(ben, id, 'again')).content).toBe('again');
  expect((await anna.call(blocks.listBlocked)).people).toEqual([]);
});

test('a block that came before there was a conversation holds too; groups and rooms stay', async () => {
  const carl = await joinColleague(world, olga, 'Carl Cross');
  await carl.call(blocks.blockPerson, { params: { personId: ben.me.id } });
  await expect(talk(ben, carl)).rejects.toMatchObject({ code: 'NotFound' });
  const group = await talk(ben, carl, anna);
  expect((await say(ben, group, 'all of us')).content).toBe('all of us');
});

test('nobody blocks themselves, nor whom they may not know of', async () => {
  await expect(anna.call(blocks.blockPerson, { params: { personId: anna.me.id } })).rejects.toMatchObject({ code: 'BadRequest' });
  await expect(anna.call(blocks.blockPerson, { params: { personId: '01923456-789a-7000-8000-000000000000' as never } })).rejects.toMatchObject({ code: 'NotFound' });
});

test('/md is taken off, /code is one block and mentions nobody, and neither alone is a message', async () => {
  const id = await talk(olga, ben);
  expect((await say(olga, id, '/md **so**')).content).toBe('**so**');
  expect(await say(olga, id, `/code <@${ben.me.id}|Ben> :smile:`)).toMatchObject({ content: `\`\`\`\n<@${ben.me.id}|Ben> :smile:\n\`\`\``, mentions: [] });
  await expect(say(olga, id, '/md  ')).rejects.toMatchObject({ reason: 'message-empty' });
});
