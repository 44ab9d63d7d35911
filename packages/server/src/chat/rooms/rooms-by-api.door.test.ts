import * as chime from '@aws-sdk/client-chime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import type { ChannelEvent } from '@carillon/wire/rest/chat.js';
import { fileKeys } from '../messages/attachments.js';

let world: World;
let owner: TestPerson;
let ben: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let client: chime.ChimeClient;
let AccountId: string;

beforeEach(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  ben = await joinColleague(world, owner, 'Ben Baker');
  admin = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, admin));
  AccountId = owner.me.account!.id;
  await makeEnterprise(world, owner);
});
afterEach(() => world.stop());

const createRoom = async (Name = 'Hall', more: Partial<chime.CreateRoomCommandInput> = {}) => (await client.send(new chime.CreateRoomCommand({ AccountId, Name, ...more }))).Room!;
const add = (RoomId: string, MemberId: string, Role?: chime.RoomMembershipRole) => client.send(new chime.CreateRoomMembershipCommand({ AccountId, RoomId, MemberId, Role }));
const roomsOf = async (person: TestPerson) => (await person.call(chat.listChannels)).channels.filter(channel => channel.kind === 'room');

test('a room made by the API is the room that its members see: it appears, is renamed, gains and loses people and vanishes on their devices at once', async () => {
  const { RoomId, ...made } = await createRoom('  Hall ');
  expect(made).toEqual({ Name: 'Hall', AccountId, CreatedBy: expect.stringMatching(/^arn:aws:iam::\d{12}:user\/administrator/), CreatedTimestamp: new Date(world.clock.now()), UpdatedTimestamp: new Date(world.clock.now()) });
  const socket = await ben.connect();
  const { RoomMembership } = await add(RoomId!, ben.me.id, 'Administrator');
  expect(RoomMembership).toEqual({
    RoomId, Role: 'Administrator', InvitedBy: made.CreatedBy, UpdatedTimestamp: new Date(world.clock.now()),
    Member: { MemberId: ben.me.id, MemberType: 'User', Email: ben.me.email, FullName: 'Ben Baker', AccountId },
  });
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-joined' && push.change.channelId === RoomId);
  const [seen] = await roomsOf(ben);
  expect(seen).toMatchObject({ id: RoomId, name: 'Hall', role: 'Administrator', memberCount: 1 });
  const next = (kind: ChannelEvent['kind']) => socket.next(push => push.t === 'event' && push.event.channelId === RoomId && push.event.kind === kind);
  world.clock.advance(1000);
  const { Room } = await client.send(new chime.UpdateRoomCommand({ AccountId, RoomId: RoomId!, Name: 'Great hall' }));
  expect(Room!.UpdatedTimestamp).toEqual(new Date(world.clock.now()));
  expect(await next('renamed')).toMatchObject({ event: { name: 'Great hall', by: null } });
  await add(RoomId!, owner.me.id);
  expect(await next('member-added')).toMatchObject({ event: { person: { id: owner.me.id }, role: 'Member', by: null } });
  await client.send(new chime.UpdateRoomMembershipCommand({ AccountId, RoomId: RoomId!, MemberId: owner.me.id, Role: 'Administrator' }));
  expect(await next('member-changed')).toMatchObject({ event: { role: 'Administrator', by: null } });
  await client.send(new chime.DeleteRoomMembershipCommand({ AccountId, RoomId: RoomId!, MemberId: owner.me.id }));
  expect(await next('member-removed')).toMatchObject({ event: { person: { id: owner.me.id }, by: null } });
  expect(await roomsOf(owner)).toEqual([]);
  const { attachment } = await ben.call(chat.uploadAttachment, { params: { channelId: seen!.id }, query: { name: 'plan.txt' }, bytes: Buffer.from('the plan') });
  await ben.call(chat.sendMessage, { params: { channelId: seen!.id }, body: { clientToken: 'token-0001', content: 'here', attachmentIds: [attachment.id] } });
  await client.send(new chime.DeleteRoomCommand({ AccountId, RoomId: RoomId! }));
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-left' && push.change.channelId === RoomId);
  expect(await roomsOf(ben)).toEqual([]);
  expect(await refusal(client.send(new chime.GetRoomCommand({ AccountId, RoomId: RoomId! })))).toBe('NotFoundException');
  expect((await ben.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
  const [key] = fileKeys(attachment.id);
  expect(await world.app.system.blobs.read(key!)).toEqual(Buffer.from('the plan'));
  await world.runJobs();
  expect(await world.app.system.blobs.read(key!)).toBeUndefined();
  for (const table of ['message', 'channel_event', 'attachment'] as const) expect(await world.app.system.sql.selectFrom(table).select('channel_id').where('channel_id', '=', seen!.id).execute()).toEqual([]);
});

test('what a client that was away fetches afterwards is what one that was there has', async () => {
  const { RoomId } = await createRoom();
  await add(RoomId!, ben.me.id, 'Administrator');
  await add(RoomId!, owner.me.id);
  await client.send(new chime.UpdateRoomCommand({ AccountId, RoomId: RoomId!, Name: 'Other' }));
  const [room] = await roomsOf(ben);
  const { events } = await ben.call(chat.listEvents, { params: { channelId: room!.id }, query: { after: 0 } });
  expect(events.map(event => [event.kind, 'by' in event ? event.by : undefined])).toEqual([['member-added', null], ['member-added', null], ['renamed', null]]);
  expect(room).toMatchObject({ name: 'Other', memberCount: 2, lastSeq: 3 });
});

test('the same token gives the same room, for as long as it is there; another account may use it too', async () => {
  const first = await createRoom('One', { ClientRequestToken: 'token-1' });
  expect((await createRoom('Two', { ClientRequestToken: 'token-1' }))).toEqual(first);
  await client.send(new chime.DeleteRoomCommand({ AccountId, RoomId: first.RoomId! }));
  const third = await createRoom('Three', { ClientRequestToken: 'token-1' });
  expect(third.RoomId).not.toBe(first.RoomId);
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Second' }));
  await world.app.system.sql.updateTable('account').set({ type: 'EnterpriseOIDC' }).where('name', '=', 'Second').execute();
  expect((await createRoom('Four', { AccountId: Account!.AccountId!, ClientRequestToken: 'token-1' })).RoomId).not.toBe(third.RoomId);
});

test('rooms that people made are listed with them as their makers, in pages, and by member', async () => {
  const { channel } = await ben.call(chat.createRoom, { body: { name: 'Made in the app', personIds: [owner.me.id] } });
  const others = [await createRoom('A'), await createRoom('B')];
  const Rooms: chime.Room[] = [];
  let NextToken: string | undefined;
  do {
    const page: chime.ListRoomsCommandOutput = await client.send(new chime.ListRoomsCommand({ AccountId, MaxResults: 1, NextToken }));
    Rooms.push(...page.Rooms!);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(Rooms.map(room => [room.RoomId, room.CreatedBy])).toEqual([[channel.id, ben.me.id], ...others.map(room => [room.RoomId, room.CreatedBy])]);
  expect((await client.send(new chime.ListRoomsCommand({ AccountId, MemberId: owner.me.id.toUpperCase() }))).Rooms!.map(room => room.RoomId)).toEqual([channel.id]);
  for (const MemberId of ['nobody', AccountId]) expect((await client.send(new chime.ListRoomsCommand({ AccountId, MemberId }))).Rooms).toEqual([]);
  const { RoomMemberships } = await client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId: channel.id }));
  expect(RoomMemberships!.map(one => [one.Member!.MemberId, one.Role, one.InvitedBy]).toSorted()).toEqual([[ben.me.id, 'Administrator', ben.me.id], [owner.me.id, 'Member', ben.me.id]].toSorted());
  const first = await client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId: channel.id, MaxResults: 1 }));
  expect((await client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId: channel.id, MaxResults: 1, NextToken: first.NextToken! }))).RoomMemberships).toHaveLength(1);
  expect(await refusal(client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId: others[0]!.RoomId!, NextToken: first.NextToken! })))).toBe('BadRequestException');
});

test('a batch does what it can and says of each of the others why not', async () => {
  const { RoomId } = await createRoom();
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Second' }));
  const { User: stranger } = await client.send(new chime.CreateUserCommand({ AccountId: Account!.AccountId!, Email: 'a@else.example' }));
  const { Errors } = await client.send(new chime.BatchCreateRoomMembershipCommand({ AccountId, RoomId: RoomId!, MembershipItemList: [{ MemberId: ben.me.id, Role: 'Administrator' }, { MemberId: ben.me.id }, { MemberId: 'nobody' }, { MemberId: stranger!.UserId! }, { Role: 'Member' }, { MemberId: owner.me.id }] }));
  expect(Errors!.map(error => [error.MemberId, error.ErrorCode])).toEqual([[ben.me.id, 'Conflict'], ['nobody', 'NotFound'], [stranger!.UserId, 'NotFound'], [undefined, 'BadRequest']]);
  expect((await roomsOf(owner))[0]).toMatchObject({ memberCount: 2, role: 'Member' });
  const many = Array.from({ length: 51 }, () => ({ MemberId: ben.me.id }));
  expect(await refusal(client.send(new chime.BatchCreateRoomMembershipCommand({ AccountId, RoomId: RoomId!, MembershipItemList: many })))).toBe('BadRequestException');
});

test('a member twice is a conflict, a full room a limit, a user who was only invited or a conversation nothing that is there', async () => {
  const { RoomId } = await createRoom();
  await add(RoomId!, ben.me.id);
  expect(await refusal(add(RoomId!, ben.me.id))).toBe('ConflictException');
  await world.app.system.sql.insertInto('domain').values({ account_id: owner.me.account!.id, name: 'else.example', status: 'Verified', challenge: 'x', created_at: new Date(), verified_at: new Date(), checked_until: new Date(), next_check_at: new Date() }).execute();
  const { User } = await client.send(new chime.CreateUserCommand({ AccountId, Email: 'una@else.example' }));
  expect(await refusal(add(RoomId!, User!.UserId!))).toBe('NotFoundException');
  await world.app.system.sql.updateTable('channel').set({ member_count: 10_000 }).where('kind', '=', 'room').execute();
  expect(await refusal(add(RoomId!, owner.me.id))).toBe('ResourceLimitExceededException');
  const { channel } = await ben.call(chat.openConversation, { body: { personIds: [owner.me.id] } });
  expect(await refusal(client.send(new chime.GetRoomCommand({ AccountId, RoomId: channel.id })))).toBe('NotFoundException');
  expect(await refusal(client.send(new chime.UpdateRoomMembershipCommand({ AccountId, RoomId: RoomId!, MemberId: owner.me.id, Role: 'Member' })))).toBe('NotFoundException');
  expect(await refusal(client.send(new chime.DeleteRoomMembershipCommand({ AccountId, RoomId: RoomId!, MemberId: 'nobody' })))).toBe('NotFoundException');
});

test('names, tokens and page sizes out of bounds are refused, and rooms of a Team account are not managed here', async () => {
  const { RoomId } = await createRoom();
  for (const Name of ['', '  ', 'x'.repeat(101), 'two\nlines']) expect([Name.length, await refusal(createRoom(Name))]).toEqual([Name.length, 'BadRequestException']);
  for (const ClientRequestToken of ['x', 'y'.repeat(65), 'no spaces']) expect(await refusal(createRoom('Hall', { ClientRequestToken }))).toBe('BadRequestException');
  for (const MaxResults of [0, 100]) {
    expect(await refusal(client.send(new chime.ListRoomsCommand({ AccountId, MaxResults })))).toBe('BadRequestException');
    expect(await refusal(client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId: RoomId!, MaxResults })))).toBe('BadRequestException');
  }
  await createRoom();
  const { NextToken } = await client.send(new chime.ListRoomsCommand({ AccountId, MaxResults: 1 }));
  const tampered = `${NextToken!.slice(0, 20)}${NextToken![20] === 'A' ? 'B' : 'A'}${NextToken!.slice(21)}`;
  expect(await refusal(client.send(new chime.ListRoomsCommand({ AccountId, NextToken: tampered })))).toBe('BadRequestException');
  // Its filter belongs to a token: it is no token of another list.
  expect(await refusal(client.send(new chime.ListRoomsCommand({ AccountId, MemberId: ben.me.id, NextToken: NextToken! })))).toBe('BadRequestException');
  expect(await refusal(client.send(new chime.ListRoomsCommand({ AccountId, NextToken: 'forged' })))).toBe('BadRequestException');
  expect(await refusal(add(RoomId!, ben.me.id, 'Owner' as never))).toBe('BadRequestException');
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Team' }));
  expect(await refusal(client.send(new chime.CreateRoomCommand({ AccountId: Account!.AccountId!, Name: 'Hall' })))).toBe('BadRequestException');
  expect(await refusal(client.send(new chime.GetRoomCommand({ AccountId: Account!.AccountId!, RoomId: RoomId! })))).toBe('BadRequestException');
});

/** Results of requests that run at the same moment, and the sentence of each refusal. */
async function atOnce<T>(requests: readonly Promise<T>[]): Promise<(T | string)[]> {
  return (await Promise.allSettled(requests)).map(one => (one.status === 'fulfilled' ? one.value : String(one.reason)));
}

test('who asks with one token several times at the same moment gets one room', async () => {
  for (let round = 0; round < 5; round++) {
    const rooms = await atOnce(Array.from({ length: 4 }, () => createRoom('Hall', { ClientRequestToken: `at-once-${round}` })));
    expect(new Set(rooms.map(room => (typeof room === 'string' ? room : room.RoomId))).size).toBe(1);
    expect(typeof rooms[0]).toBe('object');
  }
  expect((await client.send(new chime.ListRoomsCommand({ AccountId }))).Rooms).toHaveLength(5);
});

test('batches that name the same people in opposite orders do not wait for each other in a circle', async () => {
  const people = [owner, ben, ...(await Promise.all(['Cleo', 'Dan', 'Eve', 'Finn'].map(name => joinColleague(world, owner, `${name} Case`))))].map(person => person.me.id);
  for (let round = 0; round < 10; round++) {
    const rooms = [await createRoom(), await createRoom()];
    const batches = rooms.map(({ RoomId }, i) => client.send(new chime.BatchCreateRoomMembershipCommand({ AccountId, RoomId: RoomId!, MembershipItemList: (i === 0 ? people : people.toReversed()).map(MemberId => ({ MemberId })) })));
    expect((await atOnce(batches)).map(one => (typeof one === 'string' ? one : one.Errors))).toEqual([[], []]);
  }
}, 60_000);

test('a room of another Enterprise account looks like one that is not there', async () => {
  const { RoomId } = await createRoom();
  await add(RoomId!, ben.me.id);
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Second' }));
  const Second = Account!.AccountId!;
  await world.app.system.sql.updateTable('account').set({ type: 'EnterpriseDirectory' }).where('name', '=', 'Second').execute();
  const MemberId = ben.me.id;
  const ask = (id: string) => {
    const there = { AccountId: Second, RoomId: id };
    return [
      new chime.GetRoomCommand(there), new chime.UpdateRoomCommand({ ...there, Name: 'Mine' }), new chime.DeleteRoomCommand(there), new chime.ListRoomMembershipsCommand(there),
      new chime.CreateRoomMembershipCommand({ ...there, MemberId }), new chime.BatchCreateRoomMembershipCommand({ ...there, MembershipItemList: [{ MemberId }] }),
      new chime.UpdateRoomMembershipCommand({ ...there, MemberId, Role: 'Administrator' }), new chime.DeleteRoomMembershipCommand({ ...there, MemberId }),
    ];
  };
  const told = async (command: object) => client.send(command as never).then(() => 'accepted', (error: unknown) => String(error));
  const refusals = [];
  for (const id of [RoomId!, AccountId, 'no-id']) for (const command of ask(id)) refusals.push(await told(command));
  expect(new Set(refusals)).toEqual(new Set(['NotFoundException: This room does not exist, or you have no access to it.']));
  expect((await client.send(new chime.ListRoomsCommand({ AccountId: Second, MemberId }))).Rooms).toEqual([]);
  expect((await client.send(new chime.GetRoomCommand({ AccountId, RoomId: RoomId! }))).Room!.Name).toBe('Hall');
});

test('TRN-12 a room with 10,000 members is deleted in one request', async () => {
  const { RoomId } = await createRoom();
  await add(RoomId!, ben.me.id);
  const at = world.app.system.now();
  const { sql } = world.app.system;
  const ids = Array.from({ length: 9_999 }, () => world.app.system.ids.next<'Person'>());
  for (let i = 0; i < ids.length; i += 1_000) {
    const some = ids.slice(i, i + 1_000);
    await sql.insertInto('person').values(some.map((id, n) => ({ id, email: `p${i + n}@many.example`, display_name: 'P', sort_name: 'p', password_hash: null, totp_secret: null, totp_last_step: null, locale: null, picture_version: null, personal_meeting_number: String(5_000_000_000 + i + n), trial_ends_at: null, verified_at: at, created_at: at, telephony: null, purge_after: null }))).execute();
    await sql.insertInto('channel_member').values(some.map(id => ({ channel_id: RoomId as never, member_id: id, role: 'Member' as const, joined_seq: 0, joined_at: at, invited_by: null, updated_at: null }))).execute();
  }
  await sql.updateTable('channel').set({ member_count: 10_000 }).where('id', '=', RoomId as never).execute();
  const socket = await ben.connect();
  await client.send(new chime.DeleteRoomCommand({ AccountId, RoomId: RoomId! }));
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-left' && push.change.channelId === RoomId);
}, 60_000);

test('one rule for rooms’ names at both doors: characters count, not halves of them; controls, line ends and names with nothing to see are refused', async () => {
  const { channel } = await owner.call(chat.createRoom, { body: { name: 'Made in the app', personIds: [] } });
  const params = { channelId: channel.id };
  for (const name of ['two\nlines', 'two\u2028lines', 'a\u007f', 'a\0b', '\u200b\u200b', '\ud800', '😀'.repeat(101)]) {
    const refused = await atOnce<unknown>([createRoom(name), owner.call(chat.createRoom, { body: { name, personIds: [] } }), owner.call(chat.renameRoom, { params, body: { name } })]);
    expect([JSON.stringify(name), ...refused]).toEqual([JSON.stringify(name), expect.stringMatching(/^BadRequestException/), expect.stringMatching(/^Error: 400/), expect.stringMatching(/^Error: 400/)]);
  }
  const long = '😀'.repeat(100);
  expect((await createRoom(long)).Name).toBe(long);
  await owner.call(chat.renameRoom, { params, body: { name: ` ${'x'.repeat(98)} ` } });
  expect((await roomsOf(owner))[0]).toMatchObject({ name: 'x'.repeat(98) });
});
