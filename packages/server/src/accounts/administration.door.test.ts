import * as chime from '@aws-sdk/client-chime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, makeEnterprise, PASSWORD, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as meetings from '@carillon/wire/rest/meetings.js';

let world: World;
let owner: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let client: chime.ChimeClient;
let AccountId: string;

beforeEach(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  admin = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, admin));
  AccountId = owner.me.account!.id;
});
afterEach(() => world.stop());

async function meOf(person: TestPerson) {
  const session = await person.call(identity.getSession);
  if (session.kind !== 'person') throw new Error('signed out');
  return session.me;
}

test('GST-05 ACC-07 an account is made as a Team account, read, listed by the beginning of its name, and renamed', async () => {
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Zürich & Co' }));
  expect(Account).toEqual({ AwsAccountId: admin.ownerAccountId, AccountId: expect.any(String), Name: 'Zürich & Co', AccountType: 'Team', CreatedTimestamp: new Date(world.clock.now()), DefaultLicense: 'Pro', SupportedLicenses: ['Basic', 'Pro'], AccountStatus: 'Active', SigninDelegateGroups: [] });
  expect((await client.send(new chime.ListAccountsCommand({ Name: 'zür' }))).Accounts!.map(one => one.Name)).toEqual(['Zürich & Co']);
  expect((await client.send(new chime.ListAccountsCommand({ UserEmail: owner.me.email }))).Accounts!.map(one => one.AccountId)).toEqual([AccountId]);
  const first = await client.send(new chime.ListAccountsCommand({ MaxResults: 1 }));
  const second = await client.send(new chime.ListAccountsCommand({ MaxResults: 1, NextToken: first.NextToken! }));
  expect([first, second].flatMap(page => page.Accounts!.map(one => one.Name)).toSorted()).toEqual(['Acme', 'Zürich & Co']);
  expect(second.NextToken).toBeUndefined();
  await client.send(new chime.UpdateAccountCommand({ AccountId, Name: 'Acme New', DefaultLicense: 'Basic' }));
  expect((await client.send(new chime.GetAccountCommand({ AccountId }))).Account).toMatchObject({ Name: 'Acme New', DefaultLicense: 'Basic' });
  expect((await meOf(owner)).account!.name).toBe('Acme New');
  for (const Name of [' ', 'x'.repeat(101)]) expect(await refusal(client.send(new chime.CreateAccountCommand({ Name })))).toBe('BadRequestException');
  expect(await refusal(client.send(new chime.UpdateAccountCommand({ AccountId, DefaultLicense: 'ProTrial' })))).toBe('BadRequestException');
});

test('TRN-03 DEL-03 an account with users is not deleted; without them it is, and nobody reaches it any more', async () => {
  expect(await refusal(client.send(new chime.DeleteAccountCommand({ AccountId })))).toBe('UnprocessableEntityException');
  await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [owner.me.id] }));
  await client.send(new chime.DeleteAccountCommand({ AccountId }));
  expect(await refusal(client.send(new chime.GetAccountCommand({ AccountId })))).toBe('NotFoundException');
  expect((await client.send(new chime.ListAccountsCommand({}))).Accounts).toEqual([]);
});

test('MST-01 MST-02 the settings of meetings are stored, each by itself', async () => {
  await client.send(new chime.UpdateAccountSettingsCommand({ AccountId, AccountSettings: { DisableRemoteControl: true } }));
  await client.send(new chime.UpdateAccountSettingsCommand({ AccountId, AccountSettings: { EnableDialOut: true } }));
  expect((await client.send(new chime.GetAccountSettingsCommand({ AccountId }))).AccountSettings).toEqual({ DisableRemoteControl: true, EnableDialOut: true });
});

test('RET-01 a Team account sets no retention; an Enterprise account does, and is told when deleting begins', async () => {
  const put = (days: number | undefined) => client.send(new chime.PutRetentionSettingsCommand({ AccountId, RetentionSettings: { RoomRetentionSettings: days === undefined ? {} : { RetentionDays: days } } }));
  expect(await refusal(put(30))).toBe('BadRequestException');
  await makeEnterprise(world, owner);
  const set = await put(30);
  expect(set).toMatchObject({ RetentionSettings: { RoomRetentionSettings: { RetentionDays: 30 }, ConversationRetentionSettings: {} }, InitiateDeletionTimestamp: new Date(world.clock.now() + 30 * 86_400_000) });
  expect(set.$metadata.httpStatusCode).toBe(200);
  expect((await client.send(new chime.GetRetentionSettingsCommand({ AccountId }))).InitiateDeletionTimestamp).toEqual(set.InitiateDeletionTimestamp);
  expect((await put(undefined)).InitiateDeletionTimestamp).toBeUndefined();
  for (const days of [0, 5476, 1.5]) expect(await refusal(put(days))).toBe('BadRequestException');
});

test('USR-10 EXT-03 users are listed in pages with their licence and personal PIN, found by address, and read one by one', async () => {
  const people = [owner, await joinColleague(world, owner, 'Ben Baker'), await joinColleague(world, owner, 'Cem Cook')];
  const lines = ['userId,email'];
  let NextToken: string | undefined;
  do {
    const page: chime.ListUsersCommandOutput = await client.send(new chime.ListUsersCommand({ AccountId, MaxResults: 1, NextToken }));
    lines.push(...page.Users!.map(user => `${user.UserId},${user.PrimaryEmail}`));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(lines.slice(1).toSorted()).toEqual(people.map(person => `${person.me.id},${person.me.email}`).toSorted());
  const [, ben] = people;
  expect((await client.send(new chime.ListUsersCommand({ AccountId, UserEmail: ben!.me.email }))).Users!.map(user => user.UserId)).toEqual([ben!.me.id]);
  expect((await client.send(new chime.GetUserCommand({ AccountId, UserId: ben!.me.id.toUpperCase() }))).User).toMatchObject({ UserId: ben!.me.id, AccountId, DisplayName: 'Ben Baker', LicenseType: 'ProTrial', UserRegistrationStatus: 'Registered', PersonalPIN: ben!.me.personalMeetingNumber });
  for (const UserId of ['nobody', admin.ownerAccountId, AccountId]) expect(await refusal(client.send(new chime.GetUserCommand({ AccountId, UserId })))).toBe('NotFoundException');
});

test('PRO-02 USR-19 a licence that is set ends the trial and decides who hosts; one that cannot be given is refused for itself', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  expect((await client.send(new chime.UpdateUserCommand({ AccountId, UserId: ben.me.id, LicenseType: 'Basic' }))).User!.LicenseType).toBe('Basic');
  expect((await meOf(ben)).licence).toBe('Basic');
  const { meeting } = await ben.call(meetings.startMeeting, { body: { title: 'Two only' } });
  expect((await world.app.system.sql.selectFrom('meeting').select('capacity').where('id', '=', meeting.id).executeTakeFirstOrThrow()).capacity).toBe(2);
  const { UserErrors } = await client.send(new chime.BatchUpdateUserCommand({ AccountId, UpdateUserRequestItems: [{ UserId: ben.me.id, LicenseType: 'Pro' }, { UserId: owner.me.id, LicenseType: 'ProTrial' }, { UserId: 'nobody', LicenseType: 'Pro' }] }));
  expect(UserErrors!.map(error => [error.UserId, error.ErrorCode])).toEqual([['nobody', 'NotFound'], [owner.me.id, 'BadRequest']]);
  expect((await meOf(ben)).licence).toBe('Pro');
});

test('EXT-04 LogoutUser ends every session and every socket at once', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  const socket = await ben.connect();
  await client.send(new chime.LogoutUserCommand({ AccountId, UserId: ben.me.id }));
  await socket.closed;
  expect((await ben.call(identity.getSession)).kind).toBe('none');
  expect((await meOf(owner)).id).toBe(owner.me.id);
});

test('PIN-02 PIN-03 EXT-05 a reset personal PIN is a new one, and the old one leads nowhere at once', async () => {
  const old = owner.me.personalMeetingNumber;
  const { User } = await client.send(new chime.ResetPersonalPINCommand({ AccountId, UserId: owner.me.id }));
  expect(User!.PersonalPIN).toMatch(/^\d{10}$/);
  expect(User!.PersonalPIN).not.toBe(old);
  await expect(owner.call(meetings.joinMeeting, { params: { number: old }, body: {} })).rejects.toMatchObject({ status: 404 });
  expect((await owner.call(meetings.joinMeeting, { params: { number: User!.PersonalPIN! }, body: {} })).meeting.host.id).toBe(owner.me.id);
});

test('EXT-02 ACC-01 GST-09 PRO-01 InviteUsers mails each address; whoever accepts has Pro and no trial any more', async () => {
  const { Invites } = await client.send(new chime.InviteUsersCommand({ AccountId, UserEmailList: ['new@else.example', owner.me.email] }));
  expect(Invites!.map(invite => [invite.EmailAddress, invite.Status, invite.EmailStatus])).toEqual([['new@else.example', 'Pending', 'Sent'], [owner.me.email, 'Accepted', 'NotSent']]);
  const [mail] = await world.mailbox('new@else.example');
  expect(mail!.subject).toContain('Acme');
  const browser = world.browser();
  const { me } = await browser.call(identity.acceptInvitation, { body: { secret: mail!.link.split('/').at(-1)!, displayName: 'Nora New', password: PASSWORD } });
  expect([me.licence, me.trialEndsAt, me.account?.id]).toEqual(['Pro', null, AccountId]);
  expect(await refusal(client.send(new chime.InviteUsersCommand({ AccountId, UserEmailList: Array.from({ length: 51 }, (_, i) => `a${i}@b.cd`) })))).toBe('BadRequestException');
});

test('TRN-04 DEL-04 USR-22 a removed Team user signs in, keeps chats and rooms, and is Basic; colleagues find them no more', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  const { channel } = await owner.call(chat.createRoom, { body: { name: 'Room', personIds: [ben.me.id] } });
  expect((await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [ben.me.id, 'nobody'] }))).UserErrors!.map(error => error.UserId)).toEqual(['nobody']);
  const again = world.browser();
  const { me } = await again.call(identity.signIn, { body: { email: ben.me.email, password: ben.password } });
  expect([me.licence, me.account]).toEqual(['Basic', null]);
  await again.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'token-0001', content: 'still here' } });
  expect((await owner.call(chat.find, { query: { q: 'Ben' } })).people).toEqual([]);
  expect((await client.send(new chime.ListUsersCommand({ AccountId }))).Users!.map(user => user.UserId)).toEqual([owner.me.id]);
});

test('RED-02 RED-04 RED-05 a redacted message is blank everywhere, live, with its files and quotations, and says when; who stands in the record', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  const { channel } = await owner.call(chat.createRoom, { body: { name: 'Room', personIds: [ben.me.id] } });
  const params = { channelId: channel.id };
  const { attachment } = await ben.call(chat.uploadAttachment, { params, query: { name: 'plan.txt' }, bytes: Buffer.from('the plan') });
  const { message } = await ben.call(chat.sendMessage, { params, body: { clientToken: 'token-0001', content: 'a secret', attachmentIds: [attachment.id] } });
  await owner.call(chat.sendMessage, { params, body: { clientToken: 'token-0002', content: 'what?', quotedMessageId: message.id } });
  const socket = await owner.connect();
  await client.send(new chime.RedactRoomMessageCommand({ AccountId, RoomId: channel.id, MessageId: message.id }));
  await socket.next(push => push.t === 'event' && push.event.kind === 'redacted' && push.event.messageId === message.id);
  const { messages } = await ben.call(chat.listMessages, { params, query: {} });
  expect(messages.find(one => one.id === message.id)).toMatchObject({ content: '', attachments: [], quoted: null, redactedAt: new Date(world.clock.now()).toISOString(), sender: { id: ben.me.id } });
  expect(JSON.stringify(messages)).not.toContain('a secret');
  expect((await ben.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
  await client.send(new chime.RedactRoomMessageCommand({ AccountId, RoomId: channel.id, MessageId: message.id }));
  const row = await world.app.system.sql.selectFrom('message').select('redacted_by_arn as arn').where('id', '=', message.id).executeTakeFirstOrThrow();
  expect(row.arn).toMatch(/:user\/administrator/);
  const { channel: direct } = await owner.call(chat.openConversation, { body: { personIds: [ben.me.id] } });
  const { message: whisper } = await owner.call(chat.sendMessage, { params: { channelId: direct.id }, body: { clientToken: 'token-0003', content: 'psst' } });
  for (const wrong of [new chime.RedactRoomMessageCommand({ AccountId, RoomId: direct.id, MessageId: whisper.id }), new chime.RedactRoomMessageCommand({ AccountId, RoomId: channel.id, MessageId: 'nothing' })]) expect(await refusal(client.send(wrong))).toBe('NotFoundException');
  await client.send(new chime.RedactConversationMessageCommand({ AccountId, ConversationId: direct.id, MessageId: whisper.id }));
  expect((await ben.call(chat.listMessages, { params: { channelId: direct.id }, query: {} })).messages[0]!.content).toBe('');
});

test('an account is shared with another owner account by invitation, and only the invited one can accept', async () => {
  const [other, third] = [await createAdministratorKey(world, await createOwnerAccount(world, '999988887777')), await createAdministratorKey(world, await createOwnerAccount(world, '555544443333'))];
  const call = (key: AwsCredentials, method: string, path: string, body?: object) => consoleCall(world, key, method, path, body);
  const invited = await call(admin, 'POST', `/accounts/${AccountId}/delegates`, { AwsAccountId: '999988887777' });
  expect(invited).toMatchObject({ status: 201, body: { Delegate: { Status: 'Pending', AwsAccountId: '999988887777' } } });
  const id = (invited.body as unknown as { Delegate: { DelegateId: string } }).Delegate.DelegateId;
  const otherClient = new chime.ChimeClient(clientConfig(world, other));
  expect(await refusal(otherClient.send(new chime.GetAccountCommand({ AccountId })))).toBe('NotFoundException');
  expect((await call(third, 'POST', `/delegates/${id}?operation=accept`)).status).toBe(404);
  expect((await call(other, 'POST', `/delegates/${id}?operation=accept`)).body).toMatchObject({ Delegate: { Status: 'Accepted' } });
  expect((await otherClient.send(new chime.GetAccountCommand({ AccountId }))).Account!.Name).toBe('Acme');
  expect(await refusal(otherClient.send(new chime.DeleteAccountCommand({ AccountId })))).toBe('NotFoundException');
  expect((await call(admin, 'GET', `/accounts/${AccountId}/delegates`)).body).toMatchObject({ Delegates: [{ DelegateId: id }] });
  expect((await call(third, 'DELETE', `/accounts/${AccountId}/delegates/${id}`)).status).toBe(404);
  expect((await call(other, 'DELETE', `/accounts/${AccountId}/delegates/${id}`)).status).toBe(204);
  expect(await refusal(otherClient.send(new chime.GetAccountCommand({ AccountId })))).toBe('NotFoundException');
});

test('nothing of an account can be reached from another owner account', async () => {
  const other = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'))));
  const UserId = owner.me.id;
  const attempts = [
    new chime.GetAccountCommand({ AccountId }), new chime.UpdateAccountCommand({ AccountId, Name: 'x' }), new chime.DeleteAccountCommand({ AccountId }), new chime.GetAccountSettingsCommand({ AccountId }),
    new chime.UpdateAccountSettingsCommand({ AccountId, AccountSettings: {} }), new chime.GetRetentionSettingsCommand({ AccountId }), new chime.PutRetentionSettingsCommand({ AccountId, RetentionSettings: {} }),
    new chime.ListUsersCommand({ AccountId }), new chime.GetUserCommand({ AccountId, UserId }), new chime.UpdateUserCommand({ AccountId, UserId }), new chime.BatchUpdateUserCommand({ AccountId, UpdateUserRequestItems: [{ UserId }] }),
    new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [UserId] }), new chime.LogoutUserCommand({ AccountId, UserId }), new chime.ResetPersonalPINCommand({ AccountId, UserId }), new chime.GetUserSettingsCommand({ AccountId, UserId }),
    new chime.InviteUsersCommand({ AccountId, UserEmailList: ['a@b.cd'] }), new chime.RedactRoomMessageCommand({ AccountId, RoomId: AccountId, MessageId: AccountId }),
    new chime.AssociateSigninDelegateGroupsWithAccountCommand({ AccountId, SigninDelegateGroups: [{ GroupName: 'g' }] }),
  ];
  for (const attempt of attempts) expect([attempt.constructor.name, await refusal(other.send(attempt as never))]).toEqual([attempt.constructor.name, 'NotFoundException']);
  expect((await other.send(new chime.ListAccountsCommand({}))).Accounts).toEqual([]);
});
