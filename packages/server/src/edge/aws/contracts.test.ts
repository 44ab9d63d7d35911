import * as chimeSdk from '@aws-sdk/client-chime';
import * as meetingsSdk from '@aws-sdk/client-chime-sdk-meetings';
import { expect, test } from 'vitest';
import { ApiError } from '@carillon/kernel/errors.js';
import type { Contract } from '@carillon/wire/aws/contract.js';
import { chimeContract } from '@carillon/wire/aws/generated/chime.js';
import { chimeSdkMeetingsContract } from '@carillon/wire/aws/generated/chime-sdk-meetings.js';
import { iamContract } from '@carillon/wire/aws/generated/iam.js';
import { stsContract } from '@carillon/wire/aws/generated/sts.js';
import { decodeValue } from './decode.js';
import { decodeForm, encodeXml, readForm } from './query-xml.js';
import { decodeRest } from './rest-json.js';
import { createRestRouter } from './router.js';

/** How the schemas inside the packages read: stack facts in docs/decisions. */
type Schema = readonly [number, string, string, { http?: readonly [string, string, number] } | 0, ...unknown[]];
interface PackagedOperation {
  name: string;
  method: string;
  uri: string;
  code: number;
  members: string[];
  required: string[];
}

function operationsOf(packaged: object): PackagedOperation[] {
  return Object.values(packaged).filter((one): one is Schema => Array.isArray(one) && one[0] === 9).map(schema => {
    const [method = '', uri = '', code = 0] = (schema[3] as { http: readonly [string, string, number] }).http;
    const resolve = (one: unknown) => (typeof one === 'function' ? (one as () => unknown)() : one);
    const input = resolve(schema[4]) as Schema | string;
    const members = Array.isArray(input) ? ((input[4] as string[] | undefined) ?? []) : [];
    return { name: schema[2], method, uri, code, members: members.toSorted(), required: members.slice(0, Array.isArray(input) ? Number(input[6] ?? 0) : 0).toSorted() };
  });
}

const lower = (uri: string) => uri.toLowerCase();

test.each([['chime', chimeSdk, chimeContract, 62], ['chime-sdk-meetings', meetingsSdk, chimeSdkMeetingsContract, 16]] as const)('the tables of %s agree with the package', (_name, packaged, contract: Contract, count) => {
  const operations = operationsOf(packaged);
  expect(operations).toHaveLength(count);
  for (const { name, method, uri, code, members, required } of operations) {
    const ours = contract.operations[name]!;
    expect([name, ours.method, lower(ours.uri), ours.code]).toEqual([name, method, lower(uri), code]);
    const input = ours.input === undefined ? undefined : contract.shapes[ours.input];
    const shape = input?.type === 'structure' ? input : { members: {}, required: [] };
    expect([name, Object.keys(shape.members).toSorted()]).toEqual([name, members]);
    // The SDK makes this one up where it is not given, so its schema does not ask for it.
    expect([name, (shape.required ?? []).filter(member => member !== 'ClientRequestToken').toSorted()]).toEqual([name, required.filter(member => member !== 'ClientRequestToken')]);
  }
});

test('every operation is found by its own path, and by no other’s', () => {
  for (const contract of [chimeContract, chimeSdkMeetingsContract]) {
    const route = createRestRouter(contract);
    for (const [name, { method, uri }] of Object.entries(contract.operations)) {
      const [path = '', query = ''] = uri.replaceAll(/\{\w+\}/g, 'a%2Fb%20c').split('?');
      const match = route(method, path, query);
      expect([name, match?.name]).toEqual([name, name]);
      expect(Object.values(match?.labels ?? {}).every(label => label === 'a/b c')).toBe(true);
    }
  }
});

test('every pattern of the tables compiles and answers at once', () => {
  for (const contract of [chimeContract, chimeSdkMeetingsContract, iamContract, stsContract]) {
    for (const [name, shape] of Object.entries(contract.shapes)) {
      if (shape.type !== 'string') continue;
      for (const text of ['a'.repeat(2_000), `${'arn:aws:'.repeat(200)}!`, ' '.repeat(2_000), `${'a@b.c'.repeat(300)}\n`]) {
        try {
          decodeValue(contract, name, text, 'x');
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
        }
      }
    }
  }
});

test('a wish that no operation has, and two wishes, are no operation', () => {
  const route = createRestRouter(chimeContract);
  expect(route('POST', '/accounts/a/users', 'operation=suspend')?.name).toBe('BatchSuspendUser');
  expect(route('POST', '/accounts/a/users', '')?.name).toBe('BatchUpdateUser');
  for (const query of ['operation=nonsense', 'operation=', 'operation=create&operation=suspend', 'operation=suspend&operation=suspend']) expect(route('POST', '/accounts/a/users', query)).toBeUndefined();
  for (const path of ['/accounts//users', '/accounts/a/users/', '/accounts/%zz', '/']) expect(route('GET', path, '')).toBeUndefined();
});

function decodeBody(operation: string, body: string, path = '/accounts'): unknown {
  const match = createRestRouter(chimeContract)(chimeContract.operations[operation]!.method, path, chimeContract.operations[operation]!.uri.split('?')[1] ?? '');
  return decodeRest(chimeContract, match!, () => undefined, Buffer.from(body));
}

function message(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

test('wrong types, missing members, lengths, patterns and enums are refused and named; unknown members are passed by', () => {
  expect(decodeBody('CreateAccount', '{"Name":"Acme","Nonsense":1}')).toEqual({ Name: 'Acme' });
  for (const body of ['{"Name":1}', '{"Name":["a"]}', '{"Name":{"$ne":null}}', '{"Name":null}', '{}', '', '[]', '"x"', '{', '{"Name":" "}', '{"Name":""}', `{"Name":"${'x'.repeat(101)}"}`, '{"Name":"a\\u0000"}', '{"Name":"\\ud800"}', '{"__proto__":{"Name":"x"}}', '{"constructor":{"Name":"x"}}']) {
    expect([body, message(() => decodeBody('CreateAccount', body))]).toEqual([body, expect.stringMatching(/^BadRequest: /)]);
  }
  expect(message(() => decodeBody('CreateAccount', '{}'))).toBe("BadRequest: 1 validation error detected: Value at 'name' failed to satisfy constraint: Member must not be null");
  const users = (list: unknown) => message(() => decodeBody('InviteUsers', JSON.stringify({ UserEmailList: list }), '/accounts/x/users'));
  expect(users(Array.from({ length: 51 }, () => 'a@b.cd'))).toMatch(/less than or equal to 50/);
  for (const list of [['no address'], 'a@b.cd', [null], [['a@b.cd']], { 0: 'a@b.cd' }]) expect(users(list)).toMatch(/^BadRequest/);
  expect(users(['secret person@b'])).not.toMatch(/secret/);
  expect(users([`${'@.'.repeat(100_000)}\n`])).toMatch(/less than or equal to 254/);
});

test('a deep or a hostile document costs nothing and reaches no prototype', () => {
  expect(message(() => decodeBody('CreateAccount', `{"Name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))).toMatch(/^BadRequest/);
  decodeBody('CreateAccount', '{"Name":"x","__proto__":{"polluted":true}}');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a form becomes an input with lists and structures, and an answer becomes XML that escapes', () => {
  const operation = iamContract.operations['CreateUser']!;
  expect(decodeForm(iamContract, operation, readForm('Action=CreateUser&UserName=ann&Tags.member.1.Key=a&Tags.member.1.Value=b&Tags.member.2.Key=c&Tags.member.2.Value='))).toEqual({ UserName: 'ann', Tags: [{ Key: 'a', Value: 'b' }, { Key: 'c', Value: '' }] });
  expect(message(() => readForm('UserName=a&UserName=b'))).toMatch(/twice/);
  expect(message(() => decodeForm(iamContract, operation, readForm('Action=CreateUser')))).toMatch(/must not be null/);
  const xml = encodeXml(iamContract, 'CreateUser', operation, { User: { Path: '/', UserName: '<b>&"\u0000', UserId: 'AIDA', Arn: 'arn', CreateDate: new Date(0) } }, 'id');
  expect(xml).toContain('<CreateUserResult><User><Path>/</Path><UserName>&lt;b&gt;&amp;&quot;</UserName>');
  expect(xml).toContain('<CreateDate>1970-01-01T00:00:00.000Z</CreateDate>');
});
