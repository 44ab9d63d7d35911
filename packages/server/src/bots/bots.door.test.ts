import * as chime from '@aws-sdk/client-chime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { BotServer, isChallenge, isSigned, type BotEventBody } from '@carillon/testkit/bot-server.js';
import { createWorld, joinColleague, setUpOwner, signUp, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { writeMention } from '@carillon/wire/mentions.js';
import * as bots from '@carillon/wire/rest/bots.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import { resolveBotReply } from './reply-urls.js';

const server = new BotServer();
let world: World;
let olga: TestPerson;
let ben: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let client: chime.ChimeClient;
let AccountId: string;
let counter = 0;

beforeAll(() => server.listen());
afterAll(() => server.close());

async function start(): Promise<void> {
  world = await createWorld(['--sign-up', 'open', '--bots-allow-hosts', 'localhost', '--bots-ca-file', server.caFile, '--public-url', 'https://chat.acme.example']);
  olga = await setUpOwner(world);
  ben = await joinColleague(world, olga, 'Ben Baker');
  admin = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, admin));
  AccountId = olga.me.account!.id;
  await verifyDomain(world, olga);
}
beforeEach(async () => {
  server.received.length = 0;
  await start();
  return () => world.stop();
});

const create = async (DisplayName = 'exampleBot', Domain = 'acme.example') => (await client.send(new chime.CreateBotCommand({ AccountId, DisplayName, Domain }))).Bot!;
const configure = (BotId: string, path = '/bot') => client.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId, OutboundEventsHTTPSEndpoint: server.answer(path) }));
const stop = (BotId: string, Disabled = true) => client.send(new chime.UpdateBotCommand({ AccountId, BotId, Disabled }));
const room = async (...members: TestPerson[]) => (await olga.call(chat.createRoom, { body: { name: 'Hall', personIds: members.map(one => one.me.id) } })).channel.id;
const say = (who: TestPerson, channelId: ChannelId, content: string) => who.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `bots-${String(++counter).padStart(6, '0')}`, content } });
const addTo = (channelId: ChannelId, email: string, who = olga) => who.call(bots.addRoomBot, { params: { channelId }, body: { email } });
const inRoom = async (channelId: ChannelId, who = olga) => (await who.call(bots.listRoomBots, { params: { channelId } })).bots;
const asBot = (bot: chime.Bot) => bot.BotId as BotId;
const replyParts = (event: BotEventBody | undefined) => {
  const url = new URL(event!.InboundHttpsEndpoint!.Url);
  return [url.pathname.split('/').at(-1)!, url.searchParams.get('token')!] as const;
};
const resolve = (event: BotEventBody | undefined) => resolveBotReply(world.app.system, ...replyParts(event));

test('BOT-01 BOT-02 BOT-06 BOT-07 BOT-09 BOT-19 a bot is made with a name and a domain, shown, listed, stopped and started; its token is told when it is new, and kept sealed', async () => {
  const bot = await create();
  expect(bot).toEqual({
    BotId: expect.any(String), UserId: bot.BotId, DisplayName: 'exampleBot', BotType: 'ChatBot', Disabled: false, BotEmail: 'exampleBot-chimebot@acme.example', SecurityToken: expect.stringMatching(/^[\w-]{40}$/),
    CreatedTimestamp: new Date(world.clock.now()), UpdatedTimestamp: new Date(world.clock.now()),
  });
  const { SecurityToken, ...plain } = bot;
  expect((await client.send(new chime.GetBotCommand({ AccountId, BotId: bot.BotId }))).Bot).toEqual(plain);
  const row = await world.app.system.sql.selectFrom('bot').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row) + Buffer.from(row.security_token).toString()).not.toContain(SecurityToken);
  world.clock.advance(1_000);
  expect((await stop(bot.BotId!)).Bot).toEqual({ ...plain, Disabled: true, UpdatedTimestamp: new Date(world.clock.now()) });
  expect((await stop(bot.BotId!, false)).Bot).toMatchObject({ Disabled: false });
  const renewed = (await client.send(new chime.RegenerateSecurityTokenCommand({ AccountId, BotId: bot.BotId }))).Bot!;
  expect(renewed.SecurityToken).toMatch(/^[\w-]{40}$/);
  expect(renewed.SecurityToken).not.toBe(SecurityToken);
  const twin = await create();
  expect(twin.BotEmail).toBe('exampleBot-2-chimebot@acme.example');
  const first = await client.send(new chime.ListBotsCommand({ AccountId, MaxResults: 1 }));
  const second = await client.send(new chime.ListBotsCommand({ AccountId, MaxResults: 1, NextToken: first.NextToken }));
  expect([...first.Bots!, ...second.Bots!].map(each => each.BotId)).toEqual([bot.BotId, twin.BotId]);
  expect(second.NextToken).toBeUndefined();
  const records = await world.app.system.sql.selectFrom('audit_event').select('record').where('name', '=', 'CreateBot').execute();
  expect(JSON.stringify(records)).not.toContain(SecurityToken);
});

test('BOT-02 an account has ten bots; the eleventh is refused, and of two made at the same moment for the last place one', async () => {
  for (let i = 0; i < 9; i++) await create(`Bot ${i}`);
  const both = await Promise.allSettled([create('Tenth'), create('Tenth')]);
  expect(both.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await refusal(create('Eleventh'))).toBe('ResourceLimitExceededException');
  expect((await client.send(new chime.ListBotsCommand({ AccountId, MaxResults: 99 }))).Bots).toHaveLength(10);
});

test('BOT-02 BOT-06 Team accounts have no bots, and a bot needs a good name and a domain that the account has proved', async () => {
  for (const name of ['', ' ', 'a\r\nX-Header: b', 'a\u200bb', '\u202eabc', 'x'.repeat(56)]) expect(await refusal(create(name)), name).toBe('BadRequestException');
  await world.app.system.sql.insertInto('domain').values({ account_id: olga.me.account!.id, name: 'pending.example', status: 'PendingVerification', challenge: 'x', created_at: world.app.system.now(), verified_at: null, checked_until: world.app.system.now(), next_check_at: world.app.system.now() }).execute();
  for (const domain of ['pending.example', 'elsewhere.example', 'acme.example.', '']) expect(await refusal(create('exampleBot', domain)), domain).toBe('BadRequestException');
  expect(await refusal(client.send(new chime.CreateBotCommand({ AccountId, DisplayName: 'exampleBot', Domain: undefined })))).toBe('BadRequestException');
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Team' }));
  expect(await refusal(client.send(new chime.CreateBotCommand({ AccountId: Account!.AccountId, DisplayName: 'exampleBot', Domain: 'acme.example' })))).toBe('BadRequestException');
  expect((await client.send(new chime.ListBotsCommand({ AccountId }))).Bots).toEqual([]);
});

test('bots of other accounts, guessed ids and malformed ones look the same at every operation', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const other = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'))));
  const { Account } = await other.send(new chime.CreateAccountCommand({ Name: 'Other' }));
  const theirs = Account!.AccountId!;
  for (const [asked, accountId, BotId] of [[other, AccountId, bot.BotId!], [other, theirs, bot.BotId!], [client, AccountId, world.app.system.ids.next()], [client, AccountId, 'x'], [client, 'x', bot.BotId!]] as const) {
    const ids = { AccountId: accountId, BotId };
    expect(await refusal(asked.send(new chime.GetBotCommand(ids)))).toBe('NotFoundException');
    expect(await refusal(asked.send(new chime.UpdateBotCommand({ ...ids, Disabled: true })))).toBe('NotFoundException');
    expect(await refusal(asked.send(new chime.RegenerateSecurityTokenCommand(ids)))).toBe('NotFoundException');
    expect(await refusal(asked.send(new chime.GetEventsConfigurationCommand(ids)))).toBe('NotFoundException');
    expect(await refusal(asked.send(new chime.PutEventsConfigurationCommand({ ...ids, OutboundEventsHTTPSEndpoint: server.answer('/stolen') })))).toBe('NotFoundException');
    // Its model knows no NotFound.
    expect(await refusal(asked.send(new chime.DeleteEventsConfigurationCommand(ids)))).toBe('ForbiddenException');
  }
  expect(server.received.filter(request => request.path === '/stolen')).toEqual([]);
  expect((await client.send(new chime.GetBotCommand({ AccountId, BotId: bot.BotId }))).Bot!.Disabled).toBe(false);
});

test('BOT-10 BOT-12 an endpoint is asked to repeat a challenge, kept and shown; taking it away once more is no error', async () => {
  const bot = await create();
  expect(await refusal(client.send(new chime.GetEventsConfigurationCommand({ AccountId, BotId: bot.BotId })))).toBe('NotFoundException');
  const { EventsConfiguration } = await configure(bot.BotId!);
  expect(EventsConfiguration).toEqual({ BotId: bot.BotId, OutboundEventsHTTPSEndpoint: `${server.origin}/bot` });
  const [challenge] = server.received;
  expect(challenge!.headers).toMatchObject({ 'content-type': 'application/json' });
  expect(challenge!.body).toMatch(/^\{"Challenge":"[\w-]+","EventType":"HTTPSEndpointVerification"\}$/);
  expect(isChallenge(challenge!) && isSigned(challenge!, bot.SecurityToken!)).toBe(true);
  expect((await client.send(new chime.GetEventsConfigurationCommand({ AccountId, BotId: bot.BotId }))).EventsConfiguration).toEqual(EventsConfiguration);
  for (let i = 0; i < 2; i++) await client.send(new chime.DeleteEventsConfigurationCommand({ AccountId, BotId: bot.BotId }));
  expect(await refusal(client.send(new chime.GetEventsConfigurationCommand({ AccountId, BotId: bot.BotId })))).toBe('NotFoundException');
});

test('BOT-13 BOT-14 BEV-01 BEV-02 BEV-04 a bot is added by its address, hears of its invitation, of mentions and of its removal, each signed; everybody in the room sees it come and go', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const hall = await room(ben);
  const socket = await ben.connect();
  const { bot: added } = await addTo(hall, 'EXAMPLEBOT-chimebot@acme.example');
  expect(added).toEqual({ id: bot.BotId, name: 'exampleBot', email: bot.BotEmail, state: 'ready' });
  expect(await socket.next(push => push.t === 'event' && push.event.kind === 'program-added')).toMatchObject({ event: { program: { kind: 'bot', id: bot.BotId, name: 'exampleBot' }, by: olga.me.id } });
  expect(await inRoom(hall, ben)).toEqual([added]);
  expect((await ben.call(chat.getChannel, { params: { channelId: hall } })).channel.memberCount).toBe(2);
  await say(ben, hall, 'nothing for bots');
  world.clock.advance(5_000);
  const { message } = await say(ben, hall, `${writeMention(asBot(bot) as never, 'another name')} Hello Chatbot, says ${writeMention(olga.me.id, 'x')}`);
  expect(message.content).toBe(`<@${bot.BotId}|exampleBot> Hello Chatbot, says <@${olga.me.id}|Olga Owner>`);
  await olga.call(bots.removeRoomBot, { params: { channelId: hall, botId: asBot(bot) } });
  expect(await socket.next(push => push.t === 'event' && push.event.kind === 'program-removed')).toMatchObject({ event: { program: { id: bot.BotId }, by: olga.me.id } });
  expect(await inRoom(hall)).toEqual([]);
  await world.runJobs();
  const [invite, mention, remove] = server.events('/bot');
  const discussion = { DiscussionId: hall, DiscussionType: 'Room' };
  const sender = (person: TestPerson) => ({ SenderId: person.me.email, SenderIdType: 'EmailId' });
  const url = expect.stringMatching(/^https:\/\/chat\.acme\.example\/incomingwebhooks\/[0-9a-f-]{36}\?token=[\w-]{64}$/);
  expect(invite).toEqual({ Sender: sender(olga), Discussion: discussion, EventType: 'Invite', InboundHttpsEndpoint: { EndpointType: 'Persistent', Url: url }, EventTimestamp: '2026-11-24T09:00:00.000Z' });
  expect(mention).toEqual({ Sender: sender(ben), Discussion: discussion, EventType: 'Mention', InboundHttpsEndpoint: { EndpointType: 'ShortLived', Url: url }, EventTimestamp: '2026-11-24T09:00:05.000Z', Message: '@exampleBot@acme.example Hello Chatbot, says @Olga Owner' });
  expect(remove).toEqual({ Sender: sender(olga), Discussion: discussion, EventType: 'Remove', EventTimestamp: '2026-11-24T09:00:05.000Z' });
  expect(Object.keys(mention!)).toEqual(['Sender', 'Discussion', 'EventType', 'InboundHttpsEndpoint', 'EventTimestamp', 'Message']);
  expect(server.requests('/bot').every(request => isSigned(request, bot.SecurityToken!) && request.headers['content-type'] === 'application/json')).toBe(true);
  expect(server.requests('/bot').some(request => isSigned(request, `${bot.SecurityToken!}x`))).toBe(false);
});

test('BOT-19 after a new token the earlier one signs nothing', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const hall = await room();
  const { Bot } = await client.send(new chime.RegenerateSecurityTokenCommand({ AccountId, BotId: bot.BotId }));
  await addTo(hall, bot.BotEmail!);
  await world.runJobs();
  const [request] = server.requests('/bot');
  expect([isSigned(request!, Bot!.SecurityToken!), isSigned(request!, bot.SecurityToken!)]).toEqual([true, false]);
});

test('BOT-02 BOT-03 BOT-08 BOT-13 who may not add a bot, and which cannot be added: members, other accounts’ rooms, without an endpoint, stopped, twice', async () => {
  const bot = await create();
  const hall = await room(ben);
  await expect(addTo(hall, bot.BotEmail!)).rejects.toMatchObject({ status: 400, reason: 'bot-unreachable' });
  await configure(bot.BotId!);
  await expect(addTo(hall, bot.BotEmail!, ben)).rejects.toMatchObject({ status: 403, reason: 'administrators-only' });
  await expect(addTo(hall, 'nobody-chimebot@acme.example')).rejects.toMatchObject({ status: 404 });
  await stop(bot.BotId!);
  await expect(addTo(hall, bot.BotEmail!)).rejects.toMatchObject({ status: 400, reason: 'bot-stopped' });
  await stop(bot.BotId!, false);
  const both = await Promise.allSettled([addTo(hall, bot.BotEmail!), addTo(hall, bot.BotEmail!)]);
  expect(both.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(addTo(hall, bot.BotEmail!)).rejects.toMatchObject({ status: 409, reason: 'bot-there' });
  await expect(ben.call(bots.removeRoomBot, { params: { channelId: hall, botId: asBot(bot) } })).rejects.toMatchObject({ status: 403 });
  const guest = await signUp(world, 'Una', 'una@elsewhere.example');
  const theirs = (await guest.call(chat.createRoom, { body: { name: 'Elsewhere', personIds: [] } })).channel.id;
  await expect(addTo(theirs, bot.BotEmail!, guest)).rejects.toMatchObject({ status: 404 });
  await expect(guest.call(bots.listRoomBots, { params: { channelId: hall } })).rejects.toMatchObject({ status: 404 });
});

test('BOT-03 BOT-08 mentioning a stopped bot, or one without an endpoint, is an error for who writes, and a stopped one can still be removed', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const hall = await room(ben);
  await addTo(hall, bot.BotEmail!);
  const hello = `${writeMention(asBot(bot) as never, 'x')} hello`;
  await stop(bot.BotId!);
  await expect(say(ben, hall, hello)).rejects.toMatchObject({ status: 400, reason: 'bot-stopped' });
  expect((await inRoom(hall))[0]!.state).toBe('stopped');
  await stop(bot.BotId!, false);
  await client.send(new chime.DeleteEventsConfigurationCommand({ AccountId, BotId: bot.BotId }));
  await expect(say(ben, hall, hello)).rejects.toMatchObject({ status: 400, reason: 'bot-unreachable' });
  expect((await ben.call(chat.listMessages, { params: { channelId: hall } })).messages).toEqual([]);
  await stop(bot.BotId!);
  await olga.call(bots.removeRoomBot, { params: { channelId: hall, botId: asBot(bot) } });
  // Whoever is no member stays words.
  expect((await say(ben, hall, hello)).message.mentions).toEqual([]);
  await world.runJobs();
  expect(server.requests('/bot')).toEqual([]);
});

test('BEV-03 BEV-05 a mention can be answered for two minutes, an invitation until the bot leaves; wrong tokens and stopped bots are refused', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const hall = await room(ben);
  await addTo(hall, bot.BotEmail!);
  await say(ben, hall, `${writeMention(asBot(bot) as never, 'x')} hello`);
  // The two minutes begin when it is sent, not when it was written.
  world.clock.advance(3 * MINUTE_MS);
  await world.runJobs();
  const [invite, mention] = server.events('/bot');
  const granted = expect.objectContaining({ channelId: hall, sender: { kind: 'bot', id: bot.BotId }, limitKey: `bot ${bot.BotId} ${hall}` }) as unknown;
  expect([await resolve(invite), await resolve(mention)]).toEqual([granted, granted]);
  const [id, token] = replyParts(mention);
  expect(await resolveBotReply(world.app.system, id, `${token}x`)).toBe('invalid');
  expect(await resolveBotReply(world.app.system, replyParts(invite)[0], token)).toBe('invalid');
  for (const unknown of [world.app.system.ids.next(), 'x', '']) expect(await resolveBotReply(world.app.system, unknown, token)).toBeUndefined();
  world.clock.advance(2 * MINUTE_MS - 1);
  expect(await resolve(mention)).toEqual(granted);
  await stop(bot.BotId!);
  expect(await resolve(mention)).toBe('invalid');
  await stop(bot.BotId!, false);
  world.clock.advance(1);
  expect(await resolve(mention)).toBe('gone');
  world.clock.advance(20 * 24 * 60 * MINUTE_MS);
  await world.runJobs();
  expect(await resolve(invite)).toEqual(granted);
  await olga.call(bots.removeRoomBot, { params: { channelId: hall, botId: asBot(bot) } });
  expect(await resolve(invite)).toBe('gone');
  const stored = await world.app.system.sql.selectFrom('bot_reply_url').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(token);
});

test('BEV-05 WHK-04 what a bot answers stands in the room in its name; it addresses people and no bots, once a second in each room', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const hall = await room(ben);
  await addTo(hall, bot.BotEmail!);
  await say(ben, hall, `${writeMention(asBot(bot) as never, 'x')} help`);
  await world.runJobs();
  const [invite, mention] = server.events('/bot');
  const answer = async (event: BotEventBody | undefined, Content: string) => {
    const { pathname, search } = new URL(event!.InboundHttpsEndpoint!.Url);
    const response = await fetch(`${world.url}${pathname}${search}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Content }) });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  expect(await answer(mention, `I know **help** :+1: @ben.baker @all ${writeMention(asBot(bot) as never, 'exampleBot')}`)).toMatchObject({ status: 200, body: { RoomId: hall } });
  const { messages } = await olga.call(chat.listMessages, { params: { channelId: hall } });
  expect(messages.at(-1)).toMatchObject({ sender: { kind: 'bot', id: bot.BotId, name: 'exampleBot' }, mentions: ['all', ben.me.id], content: expect.stringContaining(`<@${ben.me.id}|Ben Baker>`) });
  // The limit is the room's and bot's, not the address's.
  expect(await answer(invite, 'too fast')).toMatchObject({ status: 429, body: { Code: 'Throttled' } });
  world.clock.advance(1_000);
  expect((await answer(invite, 'later')).status).toBe(200);
  world.clock.advance(2 * MINUTE_MS);
  expect((await answer(mention, 'too late')).status).toBe(404);
  await olga.call(bots.removeRoomBot, { params: { channelId: hall, botId: asBot(bot) } });
  expect((await answer(invite, 'out')).status).toBe(404);
  await world.runJobs();
  // What programs write is told to no bot.
  expect(server.events('/bot').map(event => event.EventType)).toEqual(['Invite', 'Mention', 'Remove']);
});

test('BOT-02 rooms’ operations take bots by their BotId: they are listed as Bot, found by ListRooms, removed, and keep their role', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const RoomId = (await client.send(new chime.CreateRoomCommand({ AccountId, Name: 'By API' }))).Room!.RoomId!;
  const { RoomMembership } = await client.send(new chime.CreateRoomMembershipCommand({ AccountId, RoomId, MemberId: bot.UserId }));
  expect(RoomMembership).toMatchObject({ RoomId, Role: 'Member', InvitedBy: expect.stringMatching(/^arn:aws:iam/), Member: { MemberId: bot.BotId, MemberType: 'Bot', Email: bot.BotEmail, FullName: 'exampleBot', AccountId } });
  expect(await refusal(client.send(new chime.CreateRoomMembershipCommand({ AccountId, RoomId, MemberId: bot.BotId })))).toBe('ConflictException');
  expect(await refusal(client.send(new chime.UpdateRoomMembershipCommand({ AccountId, RoomId, MemberId: bot.BotId, Role: 'Administrator' })))).toBe('BadRequestException');
  expect((await client.send(new chime.ListRoomsCommand({ AccountId, MemberId: bot.BotId }))).Rooms!.map(one => one.RoomId)).toEqual([RoomId]);
  const twin = await create();
  const { Errors } = await client.send(new chime.BatchCreateRoomMembershipCommand({ AccountId, RoomId, MembershipItemList: [{ MemberId: twin.BotId }, { MemberId: bot.BotId }, { MemberId: ben.me.id, Role: 'Administrator' }, { MemberId: world.app.system.ids.next() }] }));
  expect(Errors!.map(error => [error.MemberId, error.ErrorCode])).toEqual([[twin.BotId, 'BadRequest'], [bot.BotId, 'Conflict'], [expect.any(String), 'NotFound']]);
  const { RoomMemberships } = await client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId }));
  expect(new Map(RoomMemberships!.map(one => [one.Member!.MemberId, one.Member!.MemberType]))).toEqual(new Map([[ben.me.id, 'User'], [bot.BotId, 'Bot']]));
  await client.send(new chime.DeleteRoomMembershipCommand({ AccountId, RoomId, MemberId: bot.BotId }));
  expect(await refusal(client.send(new chime.DeleteRoomMembershipCommand({ AccountId, RoomId, MemberId: bot.BotId })))).toBe('NotFoundException');
  await world.runJobs();
  // No person did it: the bot is told in its own name.
  expect(server.events('/bot').map(event => [event.EventType, event.Sender.SenderId])).toEqual([['Invite', bot.BotEmail], ['Remove', bot.BotEmail]]);
});

test('a room’s last person may leave with a bot in it, and a deleted room tells its bots', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const [left, deleted] = [await room(), await room()];
  for (const id of [left, deleted]) await addTo(id, bot.BotEmail!);
  await olga.call(chat.leaveRoom, { params: { channelId: left } });
  await olga.call(rooms.deleteRoom, { params: { channelId: deleted } });
  await world.runJobs();
  expect(server.events('/bot').map(event => [event.EventType, event.Discussion.DiscussionId])).toEqual([['Invite', left], ['Invite', deleted], ['Remove', deleted]]);
});

test('what bots were told is listed for administrators with every attempt, told again on request, and its words go with their message', async () => {
  const bot = await create();
  await configure(bot.BotId!);
  const hall = await room(ben);
  await addTo(hall, bot.BotEmail!);
  const { message } = await say(ben, hall, `${writeMention(asBot(bot) as never, 'x')} the secret plan`);
  await world.runJobs();
  const path = `/accounts/${AccountId}/bots/${bot.BotId!}/deliveries`;
  const list = async (query = '') => (await consoleCall(world, admin, 'GET', `${path}${query}`)).body['BotDeliveries'] as Record<string, unknown>[];
  const [mention, invite] = await list();
  expect(mention).toMatchObject({ BotId: bot.BotId, RoomId: hall, EventType: 'Mention', State: 'Delivered', Attempts: [{ StatusCode: 200, DurationMilliseconds: expect.any(Number) }] });
  expect(JSON.parse(mention!['Body'] as string)).toMatchObject({ Message: '@exampleBot@acme.example the secret plan', InboundHttpsEndpoint: { EndpointType: 'ShortLived', Url: expect.stringContaining('token=…') } });
  expect(invite).toMatchObject({ EventType: 'Invite', State: 'Delivered' });
  expect(await list('?state=Failed')).toEqual([]);
  const again = await consoleCall(world, admin, 'POST', `${path}/${String(mention!['DeliveryId'])}?operation=redeliver`);
  expect(again).toMatchObject({ status: 201, body: { BotDelivery: { State: 'Pending', RedeliveryOf: mention!['DeliveryId'], EventTimestamp: mention!['EventTimestamp'] } } });
  const waiting = (again.body['BotDelivery'] as Record<string, unknown>)['DeliveryId'] as string;
  expect(await consoleCall(world, admin, 'POST', `${path}/${waiting}?operation=redeliver`)).toMatchObject({ status: 409 });
  await world.runJobs();
  expect(server.events('/bot').map(event => event.EventType)).toEqual(['Invite', 'Mention', 'Mention']);
  await consoleCall(world, admin, 'POST', `${path}/${String(mention!['DeliveryId'])}?operation=redeliver`);
  await client.send(new chime.RedactRoomMessageCommand({ AccountId, RoomId: hall, MessageId: message.id }));
  await world.runJobs();
  expect(server.events('/bot')).toHaveLength(3);
  const after = await list();
  expect(JSON.stringify(after)).not.toContain('secret plan');
  expect(after[0]).toMatchObject({ State: 'Failed', Reason: 'The message was redacted.' });
  for (const id of [mention!['DeliveryId'] as string, world.app.system.ids.next(), 'x']) expect((await consoleCall(world, admin, 'POST', `${path}/${id}?operation=redeliver`)).status).toBe(404);
  const audited = await world.app.system.sql.selectFrom('audit_event').select('name').where('name', '=', 'RedeliverBotEvent').execute();
  expect(audited.length).toBe(6);
  world.clock.advance(31 * 24 * 60 * MINUTE_MS);
  await world.app.system.tx(tx => tx.enqueue('bots.forget', {}));
  await world.runJobs();
  expect(await list()).toEqual([]);
});
