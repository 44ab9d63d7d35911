import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdministratorKey, createOwnerAccount, signedFetch, type AwsCredentials, type SignedCall } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import type { Contract, StructureShape } from '@carillon/wire/aws/contract.js';
import { CONTRACTS } from '@carillon/wire/aws/contracts.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { OPERATIONS } from '../../app.js';
import { insertUser } from '../../iam/entity-store.js';
import { makeKey } from '../../iam/credentials.js';
import { issueCredentials } from '../../iam/session-token.js';
import { createCtx, inTransaction } from '../../platform/create-ctx.js';
import { WAITING } from './waiting.js';

/**
 * The matrix of refusals, made from the list of operations: one that is new is covered by itself. Each is asked with an input that
 * its contract takes.
 */
const MISSING = '01234567-89ab-7def-8123-456789abcdef';

let world: World;
let owner: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let other: AwsCredentials & { ownerAccountId: string };
let denied: AwsCredentials;
let disabled: AwsCredentials;
let expired: AwsCredentials;
/** What a label of a path may name: something of the owner's that is there. */
let there: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  const ben = await joinColleague(world, owner, 'Ben Baker');
  admin = await createAdministratorKey(world);
  other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  [denied, disabled] = [await createKeyOf('denied'), await createKeyOf('disabled')];
  await world.app.system.sql.updateTable('iam_access_key').set({ status: 'Inactive' }).where('id', '=', disabled.accessKeyId).execute();
  const ended = issueCredentials(createCtx(world.app.system, { kind: 'system' }, ''), {
    type: 'Root', owner: admin.ownerAccountId, entityId: undefined, arn: 'arn', principalId: admin.ownerAccountId, userName: undefined, mfa: false, expiresMs: world.clock.now(), policies: [], issuer: undefined, parentKeyId: undefined,
  });
  expired = { accessKeyId: ended.AccessKeyId, secretAccessKey: ended.SecretAccessKey, sessionToken: ended.SessionToken };
  const { channel } = await owner.call(chat.createRoom, { body: { name: 'Room', personIds: [ben.me.id] } });
  const { message } = await ben.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'token-0001', content: 'words' } });
  there = { accountId: owner.me.account!.id, userId: ben.me.id, roomId: channel.id, conversationId: channel.id, messageId: message.id };
}, 60_000);
afterAll(() => world.stop());

async function createKeyOf(name: string): Promise<AwsCredentials> {
  const { system } = world.app;
  const { ownerAccountId } = admin;
  return system.tx(async tx => {
    const ctx = inTransaction(createCtx(system, { kind: 'system' }, ''), tx);
    const id = `AIDA${name.toUpperCase()}`;
    await insertUser(ctx.sql, { id, ownerAccountId, name, path: '/', boundaryArn: null, createdAt: ctx.now() });
    const key = await makeKey(ctx, ownerAccountId, id);
    return { accessKeyId: key.id, secretAccessKey: key.secret };
  });
}

/** A text that the pattern of its shape takes. */
const SAMPLES = ['sample', 'sample@example.com', MISSING, '123456789012', 'example.com', '+12065550100', 'US', 'https://example.com/x', '123456', `arn:aws:chime:us-east-1:123456789012:meeting/${MISSING}`, '{"a":1}', 'en-US', '800', 'v1'];

function sample(contract: Contract, name: string): unknown {
  const shape = contract.shapes[name]!;
  switch (shape.type) {
    case 'structure': return Object.fromEntries((shape.required ?? []).map(member => [member, sample(contract, shape.members[member]!.shape)]));
    case 'list': return Array.from({ length: Math.max(shape.min ?? 0, 1) }, () => sample(contract, shape.of));
    case 'map': return {};
    case 'boolean': return true;
    case 'timestamp': return '2026-11-24T09:00:00Z';
    case 'blob': return '';
    case 'string': {
      if (shape.enum) return shape.enum[0];
      const fits = SAMPLES.find(text => (shape.pattern === undefined || new RegExp(`^(?:${shape.pattern})$`).test(text)) && text.length >= (shape.min ?? 0) && text.length <= (shape.max ?? 2_000));
      return fits ?? 'x'.repeat(Math.max(shape.min ?? 1, 1));
    }
    default: return Math.max(shape.min ?? 1, 1);
  }
}

/** A request for an operation; `labels` fill the path. */
function requestFor(service: keyof typeof CONTRACTS, name: string, labels: Record<string, string>): SignedCall {
  const contract: Contract = CONTRACTS[service];
  const { method, uri, input } = contract.operations[name]!;
  const shape = input === undefined ? undefined : (contract.shapes[input] as StructureShape);
  const value = input === undefined ? {} : (sample(contract, input) as Record<string, unknown>);
  const members = Object.entries(shape?.members ?? {});
  if (contract.protocol === 'query') return { method: 'POST', path: `/aws/${service}/`, body: form({ Action: name, Version: contract.version, ...value }), headers: { 'content-type': 'application/x-www-form-urlencoded' }, service };
  if (contract.protocol === 'json') return { method: 'POST', path: `/aws/${service}/`, body: JSON.stringify(value), headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${contract.targetPrefix}.${name}` }, service };
  const path = uri.replaceAll(/\{(\w+)\}/g, (_, label: string) => encodeURIComponent(labels[label.slice(0, 1).toLowerCase() + label.slice(1)] ?? MISSING));
  const query = members.filter(([member, { location }]) => location === 'querystring' && value[member] !== undefined).map(([member, { locationName }]) => `${locationName ?? member}=${encodeURIComponent(String(value[member]))}`);
  const body = Object.fromEntries(members.filter(([member, { location }]) => location === undefined && value[member] !== undefined).map(([member]) => [member, value[member]]));
  return {
    method, path: `${service === 'chime' ? '' : `/aws/${service}`}${path}${query.length > 0 ? `${path.includes('?') ? '&' : '?'}${query.join('&')}` : ''}`,
    ...(method !== 'GET' && method !== 'DELETE' && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  };
}

function form(value: Record<string, unknown>): string {
  const pairs: [string, string][] = [];
  const walk = (path: string, one: unknown) => {
    if (Array.isArray(one)) one.forEach((item, i) => walk(`${path}.member.${i + 1}`, item));
    else if (typeof one === 'object' && one !== null) for (const [key, inner] of Object.entries(one)) walk(path === '' ? key : `${path}.${key}`, inner);
    else pairs.push([path, String(one)]);
  };
  walk('', value);
  return pairs.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&');
}

const ALL = OPERATIONS.flatMap(operation => (operation.service === 's3' ? [] : [{ ...operation, service: operation.service }]));

test('IAM-03 every operation is refused to a user without permissions, and the refusal names it', async () => {
  const passed = [];
  for (const { service, name, action, free } of ALL.filter(operation => operation.free !== true)) {
    const { status, text } = await signedFetch(world, denied, requestFor(service, name, there));
    if (free === true || status !== 403 || !text.includes(`is not authorized to perform: ${action} on resource: `)) passed.push([service, name, status, text.slice(0, 200)]);
  }
  expect(passed).toEqual([]);
  expect(ALL.length).toBeGreaterThan(200);
}, 120_000);

test('every operation is refused to a disabled key and to a session that has ended', async () => {
  const passed = [];
  for (const { service, name } of ALL) {
    const off = await signedFetch(world, disabled, requestFor(service, name, there));
    if (off.status !== 403 || !/UnrecognizedClient|InvalidClientTokenId/.test(off.text + off.type)) passed.push(['disabled', service, name, off.status, off.text]);
    const over = await signedFetch(world, expired, requestFor(service, name, there));
    if (over.status !== 403 || !/ExpiredToken/.test(over.text + over.type)) passed.push(['expired', service, name, over.status, over.text]);
  }
  expect(passed).toEqual([]);
}, 120_000);

test('whoever administers another owner account cannot tell what is there from what is not', async () => {
  const told = [];
  for (const { service, name } of ALL.filter(operation => operation.service === 'chime' && CONTRACTS.chime.operations[operation.name]!.uri.includes('{'))) {
    const [real, missing] = [await signedFetch(world, other, requestFor(service, name, there)), await signedFetch(world, other, requestFor(service, name, {}))];
    if (real.status < 400 || real.status !== missing.status || real.type !== missing.type || real.text !== missing.text) told.push([name, real.status, real.text, missing.status, missing.text]);
  }
  expect(told).toEqual([]);
}, 120_000);

test('in one’s own account a user, room or message of nobody’s and one of another account look alike', async () => {
  const second = await signedFetch(world, admin, { method: 'POST', path: '/accounts', body: '{"Name":"Second"}' });
  const accountId = (JSON.parse(second.text) as { Account: { AccountId: string } }).Account.AccountId;
  // So that rooms are looked for: those of Team accounts are refused before.
  await world.app.system.sql.updateTable('account').set({ type: 'EnterpriseLWA' }).where('name', '=', 'Second').execute();
  const told = [];
  for (const { service, name } of ALL.filter(operation => operation.service === 'chime' && /\{accountId\}.*\{/.test(CONTRACTS.chime.operations[operation.name]!.uri))) {
    const [real, missing] = [await signedFetch(world, admin, requestFor(service, name, { ...there, accountId })), await signedFetch(world, admin, requestFor(service, name, { accountId }))];
    if (real.status < 400 || real.text !== missing.text) told.push([name, real.status, real.text, missing.text]);
  }
  expect(told).toEqual([]);
}, 120_000);

test('what is not built yet says so, and nothing else does', async () => {
  const waiting = new Set(Object.values(WAITING).flat());
  const unavailable = [];
  for (const { service, name } of ALL.filter(operation => operation.service === 'chime' && operation.kind === 'read')) {
    if ((await signedFetch(world, admin, requestFor(service, name, there))).type === 'ServiceUnavailableException') unavailable.push(name);
  }
  expect(unavailable.toSorted()).toEqual([...waiting].filter(name => /^(Get|List|Search)/.test(name)).toSorted());
}, 120_000);
