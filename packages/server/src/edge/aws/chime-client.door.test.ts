import * as chime from '@aws-sdk/client-chime';
import * as sdk from '@aws-sdk/client-chime-sdk-meetings';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ApiError, type ErrorCode } from '@carillon/kernel/errors.js';
import { clientConfig, createAdministratorKey, createOwnerAccount, refusal } from '@carillon/testkit/aws.js';
import { BotServer } from '@carillon/testkit/bot-server.js';
import { createWorld, joinColleague, setUpOwner, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { CONTRACTS } from '@carillon/wire/aws/contracts.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { OPERATIONS } from '../../app.js';
import { WAITING } from './waiting.js';

/** `@aws-sdk/client-chime` and `@aws-sdk/client-chime-sdk-meetings` over every operation that is built: what each gives, and each error that its model names. */
const botServer = new BotServer();
let world: World;
let owner: TestPerson;
let ben: TestPerson;
let client: chime.ChimeClient;
let sdkClient: sdk.ChimeSDKMeetingsClient;
let AccountId: string;

beforeAll(async () => {
  await botServer.listen();
  world = await createWorld(['--bots-allow-hosts', 'localhost', '--bots-ca-file', botServer.caFile]);
  owner = await setUpOwner(world);
  ben = await joinColleague(world, owner, 'Ben Baker');
  const admin = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, admin));
  sdkClient = new sdk.ChimeSDKMeetingsClient(clientConfig(world, admin, 'chime-sdk-meetings'));
  AccountId = owner.me.account!.id;
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await world.stop();
  botServer.close();
});

const waiting = new Set(Object.values(WAITING).flat());
const COMMANDS = Object.entries(chime).flatMap(([name, value]) => (/^[A-Z]\w+Command$/.test(name) && typeof value === 'function' ? [name.slice(0, -7)] : []));
const IN_SCOPE = COMMANDS.filter(name => !waiting.has(name));

type Sent = Record<string, unknown> & { $metadata: { httpStatusCode?: number } };

async function send(name: string, input: Record<string, unknown>): Promise<Sent> {
  // The packages' commands are made by name here; what they take is checked by the server.
  const Command = (chime as unknown as Record<string, new (input: object) => never>)[`${name}Command`]!;
  return client.send(new Command(input));
}

/** In the order in which they work on one account. What is returned is checked below; the key `on` says on which account. */
const user = expect.objectContaining({ UserId: expect.any(String), PrimaryEmail: expect.any(String), LicenseType: expect.any(String), PersonalPIN: expect.stringMatching(/^\d{10}$/) });
const account = expect.objectContaining({ AccountId: expect.any(String), AwsAccountId: expect.stringMatching(/^\d{12}$/), AccountType: expect.any(String), CreatedTimestamp: expect.any(Date) });
const room = expect.objectContaining({ RoomId: expect.any(String), AccountId: expect.any(String), Name: expect.any(String), CreatedBy: expect.any(String), CreatedTimestamp: expect.any(Date), UpdatedTimestamp: expect.any(Date) });
const membership = expect.objectContaining({ RoomId: expect.any(String), Member: expect.objectContaining({ MemberId: expect.any(String), MemberType: 'User' }), Role: expect.any(String) });

const botWith = (more: Record<string, unknown> = {}) => expect.objectContaining({
  BotId: expect.any(String), UserId: expect.any(String), DisplayName: 'Helper', BotType: 'ChatBot', BotEmail: 'Helper-chimebot@acme.example', Disabled: false, CreatedTimestamp: expect.any(Date), UpdatedTimestamp: expect.any(Date), ...more,
});

interface Step {
  name: string;
  input: () => Record<string, unknown>;
  gives: Record<string, unknown>;
  keep?: (output: Sent) => void;
}

const kept: Record<string, string> = {};

function steps(): Step[] {
  const inAccount = (more: Record<string, unknown> = {}) => ({ AccountId, ...more });
  const ofUser = (more: Record<string, unknown> = {}) => ({ AccountId, UserId: ben.me.id, ...more });
  const ofBot = (more: Record<string, unknown> = {}) => ({ AccountId, BotId: kept['BotId'], ...more });
  const inRoom = (more: Record<string, unknown> = {}) => ({ AccountId, RoomId: kept['RoomId'], ...more });
  return [
    { name: 'CreateAccount', input: () => ({ Name: 'Second' }), gives: { Account: account }, keep: output => (kept['Second'] = (output['Account'] as { AccountId: string }).AccountId) },
    { name: 'GetAccount', input: inAccount, gives: { Account: account } },
    { name: 'ListAccounts', input: () => ({}), gives: { Accounts: [account, account] } },
    { name: 'UpdateAccount', input: () => inAccount({ Name: 'Acme 2' }), gives: { Account: expect.objectContaining({ Name: 'Acme 2' }) } },
    { name: 'UpdateAccountSettings', input: () => inAccount({ AccountSettings: { EnableDialOut: true } }), gives: {} },
    { name: 'GetAccountSettings', input: inAccount, gives: { AccountSettings: { DisableRemoteControl: false, EnableDialOut: true } } },
    { name: 'AssociateSigninDelegateGroupsWithAccount', input: () => inAccount({ SigninDelegateGroups: [{ GroupName: 'g' }] }), gives: {} },
    { name: 'DisassociateSigninDelegateGroupsFromAccount', input: () => inAccount({ GroupNames: ['g'] }), gives: {} },
    { name: 'UpdateGlobalSettings', input: () => ({ BusinessCalling: { CdrBucket: 'records' }, VoiceConnector: {} }), gives: {} },
    { name: 'GetGlobalSettings', input: () => ({}), gives: { BusinessCalling: { CdrBucket: 'records' }, VoiceConnector: {} } },
    { name: 'InviteUsers', input: () => inAccount({ UserEmailList: ['new@else.example'] }), gives: { Invites: [{ InviteId: expect.any(String), Status: 'Pending', EmailAddress: 'new@else.example', EmailStatus: 'Sent' }] } },
    { name: 'CreateUser', input: () => inAccount({ Email: 'una@else.example' }), gives: { User: user } },
    { name: 'ListUsers', input: inAccount, gives: { Users: [user, user, user, user] } },
    { name: 'GetUser', input: ofUser, gives: { User: user } },
    { name: 'UpdateUser', input: () => ofUser({ LicenseType: 'Basic' }), gives: { User: expect.objectContaining({ LicenseType: 'Basic' }) } },
    { name: 'BatchUpdateUser', input: () => inAccount({ UpdateUserRequestItems: [{ UserId: ben.me.id, LicenseType: 'Pro' }] }), gives: { UserErrors: [] } },
    { name: 'UpdateUserSettings', input: () => ofUser({ UserSettings: { Telephony: { InboundCalling: true, OutboundCalling: false, SMS: false } } }), gives: {} },
    { name: 'GetUserSettings', input: ofUser, gives: { UserSettings: { Telephony: { InboundCalling: true, OutboundCalling: false, SMS: false } } } },
    { name: 'ResetPersonalPIN', input: ofUser, gives: { User: user } },
    { name: 'RedactConversationMessage', input: () => inAccount({ ConversationId: kept['ConversationId'], MessageId: kept['Whisper'] }), gives: {} },
    { name: 'LogoutUser', input: ofUser, gives: {} },
    { name: 'PutRetentionSettings', input: () => inAccount({ RetentionSettings: { RoomRetentionSettings: { RetentionDays: 30 } } }), gives: { RetentionSettings: expect.objectContaining({ RoomRetentionSettings: { RetentionDays: 30 } }), InitiateDeletionTimestamp: expect.any(Date) } },
    { name: 'GetRetentionSettings', input: inAccount, gives: { RetentionSettings: expect.anything(), InitiateDeletionTimestamp: expect.any(Date) } },
    { name: 'CreateRoom', input: () => inAccount({ Name: 'Room' }), gives: { Room: room }, keep: output => (kept['RoomId'] = (output['Room'] as { RoomId: string }).RoomId) },
    { name: 'GetRoom', input: inRoom, gives: { Room: room } },
    { name: 'UpdateRoom', input: () => inRoom({ Name: 'Hall' }), gives: { Room: expect.objectContaining({ Name: 'Hall' }) } },
    { name: 'CreateRoomMembership', input: () => inRoom({ MemberId: ben.me.id, Role: 'Administrator' }), gives: { RoomMembership: membership } },
    { name: 'BatchCreateRoomMembership', input: () => inRoom({ MembershipItemList: [{ MemberId: owner.me.id }, { MemberId: AccountId }] }), gives: { Errors: [{ MemberId: AccountId, ErrorCode: 'NotFound', ErrorMessage: expect.any(String) }] } },
    { name: 'UpdateRoomMembership', input: () => inRoom({ MemberId: owner.me.id, Role: 'Administrator' }), gives: { RoomMembership: expect.objectContaining({ Role: 'Administrator' }) } },
    { name: 'ListRoomMemberships', input: inRoom, gives: { RoomMemberships: [membership, membership] } },
    { name: 'ListRooms', input: () => inAccount({ MemberId: ben.me.id }), gives: { Rooms: expect.arrayContaining([room]) } },
    { name: 'CreateBot', input: () => inAccount({ DisplayName: 'Helper', Domain: 'acme.example' }), gives: { Bot: botWith({ SecurityToken: expect.any(String) }) }, keep: output => (kept['BotId'] = (output['Bot'] as { BotId: string }).BotId) },
    { name: 'GetBot', input: ofBot, gives: { Bot: botWith() } },
    { name: 'ListBots', input: inAccount, gives: { Bots: [botWith()] } },
    { name: 'PutEventsConfiguration', input: () => ofBot({ OutboundEventsHTTPSEndpoint: botServer.answer('/bot') }), gives: { EventsConfiguration: { BotId: expect.any(String), OutboundEventsHTTPSEndpoint: expect.stringContaining('/bot') } } },
    { name: 'GetEventsConfiguration', input: ofBot, gives: { EventsConfiguration: { BotId: expect.any(String), OutboundEventsHTTPSEndpoint: expect.stringContaining('/bot') } } },
    { name: 'UpdateBot', input: () => ofBot({ Disabled: true }), gives: { Bot: botWith({ Disabled: true }) } },
    { name: 'RegenerateSecurityToken', input: ofBot, gives: { Bot: botWith({ Disabled: true, SecurityToken: expect.any(String) }) } },
    { name: 'DeleteEventsConfiguration', input: ofBot, gives: {} },
    { name: 'RedactRoomMessage', input: () => inAccount({ RoomId: kept['OwnRoom'], MessageId: kept['Said'] }), gives: {} },
    { name: 'DeleteRoomMembership', input: () => inRoom({ MemberId: ben.me.id }), gives: {} },
    { name: 'DeleteRoom', input: inRoom, gives: {} },
    { name: 'BatchSuspendUser', input: () => inAccount({ UserIdList: [ben.me.id] }), gives: { UserErrors: [] } },
    { name: 'BatchUnsuspendUser', input: () => inAccount({ UserIdList: [ben.me.id] }), gives: { UserErrors: [] } },
    { name: 'DeleteAccount', input: () => ({ AccountId: kept['Second'] }), gives: {} },
  ];
}

test('every operation that is built succeeds, with the status of its model and what it promises', async () => {
  const { channel } = await ben.call(chat.createRoom, { body: { name: 'Own', personIds: [owner.me.id] } });
  const { message } = await ben.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'token-0001', content: 'said' } });
  const { channel: direct } = await ben.call(chat.openConversation, { body: { personIds: [owner.me.id] } });
  const { message: whisper } = await ben.call(chat.sendMessage, { params: { channelId: direct.id }, body: { clientToken: 'token-0002', content: 'psst' } });
  Object.assign(kept, { OwnRoom: channel.id, Said: message.id, ConversationId: direct.id, Whisper: whisper.id });
  const ran = [];
  for (const { name, input, gives, keep } of steps().filter(step => IN_SCOPE.includes(step.name))) {
    // From here on the account is as a verified domain makes it; proving one is shown in the tests of domains.
    if (name === 'PutRetentionSettings') await verifyDomain(world, owner);
    const { $metadata, ...output } = await send(name, input());
    keep?.({ $metadata, ...output });
    expect([name, $metadata.httpStatusCode, output]).toEqual([name, name === 'PutRetentionSettings' ? 200 : CONTRACTS.chime.operations[name]!.code, gives]);
    ran.push(name);
  }
  expect(ran.toSorted()).toEqual(IN_SCOPE.filter(name => !/Meeting|Attendee|^(Tag|Untag|ListTags)/.test(name)).toSorted());
});

/** What the door throws for each exception of the models; with the reason where one code has two names. */
const CODES: Readonly<Record<string, readonly [ErrorCode, string?]>> = {
  BadRequestException: ['BadRequest'], ForbiddenException: ['Forbidden'], NotFoundException: ['NotFound'], ServiceFailureException: ['ServiceFailure'], ServiceUnavailableException: ['ServiceUnavailable'],
  ThrottledClientException: ['Throttled'], UnauthorizedClientException: ['Unauthorized'], ConflictException: ['Conflict'], AccessDeniedException: ['AccessDenied'], ResourceLimitExceededException: ['ResourceLimitExceeded'],
  UnprocessableEntityException: ['Unprocessable'], ThrottlingException: ['Throttled'], UnauthorizedException: ['Unauthorized'], LimitExceededException: ['ResourceLimitExceeded'],
  ResourceNotFoundException: ['NotFound', 'ResourceNotFound'], TooManyTagsException: ['BadRequest', 'TooManyTags'],
};

test.each([
  ['chime', chime as unknown as Package, () => client as unknown as Client, IN_SCOPE, 250],
  ['chime-sdk-meetings', sdk as unknown as Package, () => sdkClient as unknown as Client, Object.keys(CONTRACTS['chime-sdk-meetings'].operations), 100],
] as const)('each error that the models of %s name arrives as the SDK’s typed exception, with its sentence and status', { timeout: 120_000 }, async (service, from, by, names, least) => {
  const wrong = [];
  let count = 0;
  for (const name of names) {
    const operation = OPERATIONS.find(one => one.service === service && one.name === name)!;
    for (const type of CONTRACTS[service].operations[name]!.errors) {
      const [code, reason] = CODES[type]!;
      const thrown = new ApiError(code, `A sentence about ${name}.`, reason === undefined ? {} : { reason });
      vi.spyOn(operation, 'work').mockRejectedValue(thrown as never);
      const error = await by().send(new from[`${name}Command`]!(sampleOf(name)) as never).then(() => undefined, (refused: unknown) => refused as Error & { $metadata: { httpStatusCode?: number } });
      count += 1;
      if (!(error instanceof from[type]!) || error.message !== thrown.message || (error as { $metadata: { httpStatusCode?: number } }).$metadata.httpStatusCode !== thrown.status) wrong.push([name, type, error?.name, error?.message]);
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(least);
});

type Package = Readonly<Record<string, new (input: object) => Error>>;
interface Client {
  send(command: never): Promise<unknown>;
}

/** Any input that the contract takes: the work itself does not run. */
function sampleOf(name: string): Record<string, unknown> {
  const known = steps().find(step => step.name === name)?.input();
  const filled = known && Object.fromEntries(Object.entries(known).map(([member, value]) => [member, value ?? AccountId]));
  const Capabilities = { Audio: 'None', Video: 'None', Content: 'None' };
  return filled ?? {
    MeetingId: AccountId, AttendeeId: AccountId, ClientRequestToken: 'token-1', MediaRegion: 'us-east-1', ExternalMeetingId: 'meeting', ExternalUserId: 'ann', Attendees: [{ ExternalUserId: 'ann' }], Capabilities,
    ExcludedAttendeeIds: [{ AttendeeId: AccountId }], TranscriptionConfiguration: { EngineTranscribeSettings: { LanguageCode: 'en-US' } }, Tags: [{ Key: 'a', Value: 'b' }], TagKeys: ['a'],
    ResourceARN: `arn:aws:chime:us-east-1:123456789012:meeting/${AccountId}`,
  };
}

test('tags of a meeting that is not there, and too many of them, have the newer service’s own exceptions', async () => {
  const ResourceARN = `arn:aws:chime:us-east-1:123456789012:meeting/${AccountId}`;
  expect(await refusal(sdkClient.send(new sdk.ListTagsForResourceCommand({ ResourceARN })))).toBe('ResourceNotFoundException');
  const { Meeting } = await sdkClient.send(new sdk.CreateMeetingCommand({ ClientRequestToken: 'token-tags', MediaRegion: 'us-east-1', ExternalMeetingId: 'tags' }));
  const some = (from: number) => Array.from({ length: 30 }, (_, i) => ({ Key: `k${from + i}`, Value: 'v' }));
  await sdkClient.send(new sdk.TagResourceCommand({ ResourceARN: Meeting!.MeetingArn!, Tags: some(0) }));
  expect(await refusal(sdkClient.send(new sdk.TagResourceCommand({ ResourceARN: Meeting!.MeetingArn!, Tags: some(30) })))).toBe('TooManyTagsException');
});

test('the errors come about: a missing account, a foreign one, bad input, a conflict, users that are left, too many mails, a failure of ours, a feature to come', async () => {
  const foreign = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'))));
  expect(await refusal(client.send(new chime.GetAccountCommand({ AccountId: 'nothing' })))).toBe('NotFoundException');
  expect(await refusal(foreign.send(new chime.GetAccountCommand({ AccountId })))).toBe('NotFoundException');
  expect(await refusal(client.send(new chime.ListAccountsCommand({ MaxResults: 0 })))).toBe('BadRequestException');
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Third' }));
  const third = Account!.AccountId!;
  await client.send(new chime.CreateUserCommand({ AccountId: third, Email: 'twice@else.example' }));
  expect(await refusal(client.send(new chime.CreateUserCommand({ AccountId: third, Email: 'twice@else.example' })))).toBe('ConflictException');
  expect(await refusal(client.send(new chime.ListPhoneNumbersCommand({})))).toBe('ServiceUnavailableException');
  const many = Array.from({ length: 50 }, (_, i) => `user${i}@else.example`);
  const outcomes = [];
  for (let i = 0; i < 41; i++) outcomes.push(await client.send(new chime.InviteUsersCommand({ AccountId: third, UserEmailList: many })).then(() => 'sent', (error: Error) => error.name));
  expect(outcomes.at(-1)).toBe('ThrottledClientException');
  await world.app.system.sql.schema.alterTable('account').renameTo('account_away').execute();
  try {
    expect(await refusal(client.send(new chime.GetAccountCommand({ AccountId })))).toBe('ServiceFailureException');
  } finally {
    await world.app.system.sql.schema.alterTable('account_away').renameTo('account').execute();
  }
}, 120_000);
