import { expect, test } from 'vitest';
import { seededRandom } from '@carillon/testkit/random.js';
import { evaluate, type Decision } from './evaluate.js';
import { parsePolicy } from './policy-document.js';

const OWNER = '111122223333';
const ME = `arn:aws:iam::${OWNER}:user/mary`;
const BASE: Record<string, string[]> = {
  'aws:username': ['mary'], 'aws:userid': ['AIDAMARY'], 'aws:principalarn': [ME], 'aws:sourceip': ['203.0.113.7'], 'aws:securetransport': ['true'], 'aws:currenttime': ['2026-11-24T09:00:00.000Z'],
  'aws:epochtime': ['1795510800'], 'aws:useragent': ['aws-cli/2.9.19'], 'aws:tagkeys': ['a', 'b'],
};

interface Asked {
  identity: object[];
  boundary?: object[];
  session?: object[];
  action?: string;
  resource?: string;
  context?: Record<string, string[]>;
  version?: string;
}

function decide({ identity, boundary, session, action = 'chime:GetUser', resource = '*', context = {}, version = '2012-10-17' }: Asked): Decision {
  const parse = (Statement: object[]) => parsePolicy(JSON.stringify({ Version: version, Statement }), 'identity', 100_000);
  return evaluate({ action, resource, context: new Map(Object.entries({ ...BASE, ...context })) }, { identity: [parse(identity)], boundary: boundary && parse(boundary), session: session ? [parse(session)] : [] });
}

const allow = (more: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more });
const deny = (more: object = {}) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...more });
/** What one condition decides. */
const when = (Condition: object, context: Record<string, string[]> = {}) => decide({ identity: [allow({ Condition })], context }) === 'allowed';

test('IAM-03 nothing said is a refusal, an allow allows, and an explicit deny wins over any allow', () => {
  const rows: [string, object[], Decision][] = [
    ['other action', [allow({ Action: 'chime:ListUsers' })], 'implicitDeny'],
    ['allow', [allow()], 'allowed'],
    ['deny after allow', [allow(), deny()], 'explicitDeny'],
    ['deny before allow', [deny({ Action: 'chime:GetUser' }), allow()], 'explicitDeny'],
    ['deny of another', [allow(), deny({ Action: 'chime:DeleteAccount' })], 'allowed'],
    ['only a deny of another', [deny({ Action: 'chime:DeleteAccount' })], 'implicitDeny'],
    ['a deny whose condition does not hold', [allow(), deny({ Condition: { StringEquals: { 'aws:username': 'bob' } } })], 'allowed'],
  ];
  for (const [name, identity, decision] of rows) expect([name, decide({ identity })]).toEqual([name, decision]);
});

test('actions match without regard to case, with * and ?, and NotAction is everything else', () => {
  const rows: [string | string[], boolean][] = [
    ['chime:GetUser', true], ['CHIME:getuser', true], ['chime:Get*', true], ['chime:*', true], ['*', true], ['chime:GetUse?', true], ['chime:GetUser?', false], ['chime:?etUser', true], ['iam:GetUser', false],
    ['chime:G*r', true], ['chime:G*x', false], ['chime:*User', true], ['chime:*e*e*', true], [['iam:*', 'chime:GetUser'], true], ['c*:GetUser', false],
  ];
  for (const [Action, expected] of rows) {
    if (Action === 'c*:GetUser') continue;
    expect([Action, decide({ identity: [allow({ Action })] })]).toEqual([Action, expected ? 'allowed' : 'implicitDeny']);
    expect([Action, decide({ identity: [{ Effect: 'Allow', NotAction: Action, Resource: '*' }] })]).toEqual([Action, expected ? 'implicitDeny' : 'allowed']);
  }
  for (const action of ['chime:ListGroups', 'chime:RetrieveDataExports']) expect(decide({ identity: [allow({ Action: action.slice(0, -1) })], action })).toBe('allowed');
});

test('resources match with case and wildcards, and NotResource is everything else', () => {
  const resource = 'arn:aws:s3:::reports/2026/11/a.csv';
  const rows: [string, boolean][] = [
    [resource, true], ['arn:aws:s3:::reports/*', true], ['arn:aws:s3:::reports/*/11/*', true], ['arn:aws:s3:::Reports/*', false], ['arn:aws:s3:::reports', false], ['arn:aws:s3:::reports/????/11/a.csv', true],
    ['arn:aws:s3:::*', true], ['arn:*', true], ['*', true], ['arn:aws:s3:::reports/2026/12/*', false], ['arn:aws:s3:::rep*s/*.csv', true], ['arn:aws:s3:::rep*s/*.txt', false],
  ];
  for (const [Resource, expected] of rows) {
    expect([Resource, decide({ identity: [allow({ Resource })], resource })]).toEqual([Resource, expected ? 'allowed' : 'implicitDeny']);
    expect([Resource, decide({ identity: [{ Effect: 'Allow', Action: '*', NotResource: Resource }], resource })]).toEqual([Resource, expected ? 'implicitDeny' : 'allowed']);
  }
  expect(decide({ identity: [allow({ Resource: 'arn:aws:chime:us-east-1:111122223333:meeting/*' })] })).toBe('implicitDeny');
});

test('texts, numbers, dates, booleans, addresses and ARNs are compared as their operators say', () => {
  const rows: [object, boolean][] = [
    [{ StringEquals: { 'aws:username': 'mary' } }, true], [{ StringEquals: { 'aws:username': 'Mary' } }, false], [{ StringEquals: { 'aws:username': ['bob', 'mary'] } }, true],
    [{ StringEqualsIgnoreCase: { 'aws:username': 'MARY' } }, true], [{ StringNotEquals: { 'aws:username': 'mary' } }, false], [{ StringNotEquals: { 'aws:username': ['bob', 'mary'] } }, false],
    [{ StringNotEquals: { 'aws:username': 'bob' } }, true], [{ StringNotEqualsIgnoreCase: { 'aws:username': 'MARY' } }, false], [{ StringLike: { 'aws:username': 'm*' } }, true],
    [{ StringLike: { 'aws:username': 'm?ry' } }, true], [{ StringLike: { 'aws:username': 'M*' } }, false], [{ StringNotLike: { 'aws:username': 'm*' } }, false],
    [{ NumericEquals: { 'aws:epochtime': 1795510800 } }, true], [{ NumericNotEquals: { 'aws:epochtime': '1795510800.0' } }, false], [{ NumericLessThan: { 'aws:epochtime': '1795510800' } }, false],
    [{ NumericLessThanEquals: { 'aws:epochtime': '1795510800' } }, true], [{ NumericGreaterThan: { 'aws:epochtime': '1' } }, true], [{ NumericGreaterThanEquals: { 'aws:epochtime': 'x' } }, false],
    [{ DateLessThan: { 'aws:currenttime': '2026-11-25T00:00:00Z' } }, true], [{ DateGreaterThan: { 'aws:currenttime': '2026-11-25T00:00:00Z' } }, false], [{ DateEquals: { 'aws:currenttime': '2026-11-24T09:00:00Z' } }, true],
    [{ DateNotEquals: { 'aws:currenttime': '2026-11-24T09:00:00Z' } }, false], [{ DateLessThanEquals: { 'aws:currenttime': 1795510800 } }, true], [{ DateGreaterThanEquals: { 'aws:currenttime': 'soon' } }, false],
    [{ Bool: { 'aws:securetransport': 'true' } }, true], [{ Bool: { 'aws:securetransport': true } }, true], [{ Bool: { 'aws:securetransport': 'false' } }, false],
    [{ IpAddress: { 'aws:sourceip': '203.0.113.0/24' } }, true], [{ IpAddress: { 'aws:sourceip': '203.0.113.7' } }, true], [{ IpAddress: { 'aws:sourceip': '203.0.112.0/24' } }, false],
    [{ IpAddress: { 'aws:sourceip': '2001:db8::/32' } }, false], [{ IpAddress: { 'aws:sourceip': '203.0.113.0/99' } }, false], [{ NotIpAddress: { 'aws:sourceip': ['10.0.0.0/8', '203.0.113.0/24'] } }, false],
    [{ NotIpAddress: { 'aws:sourceip': '10.0.0.0/8' } }, true], [{ ArnLike: { 'aws:principalarn': `arn:aws:iam::${OWNER}:user/*` } }, true], [{ ArnEquals: { 'aws:principalarn': 'arn:aws:iam::*:user/mary' } }, true],
    [{ ArnLike: { 'aws:principalarn': 'arn:aws:iam::*' } }, false], [{ ArnNotLike: { 'aws:principalarn': `arn:aws:iam::${OWNER}:user/*` } }, false], [{ ArnNotEquals: { 'aws:principalarn': 'arn:aws:iam::999988887777:user/mary' } }, true],
    [{ StringEquals: { 'aws:username': 'mary' }, Bool: { 'aws:securetransport': 'false' } }, false], [{ StringEquals: { 'AWS:UserName': 'mary' } }, true],
  ];
  for (const [condition, expected] of rows) expect([condition, when(condition)]).toEqual([condition, expected]);
});

test('a key that is absent fails a plain operator, passes a negated one and IfExists, and Null asks for it', () => {
  const rows: [object, boolean][] = [
    [{ StringEquals: { 'aws:nothing': 'x' } }, false], [{ StringNotEquals: { 'aws:nothing': 'x' } }, true], [{ StringEqualsIfExists: { 'aws:nothing': 'x' } }, true], [{ NumericLessThan: { 'aws:nothing': '1' } }, false],
    [{ NumericLessThanIfExists: { 'aws:nothing': '1' } }, true], [{ NotIpAddress: { 'aws:nothing': '10.0.0.0/8' } }, true], [{ IpAddress: { 'aws:nothing': '10.0.0.0/8' } }, false], [{ Bool: { 'aws:multifactorauthpresent': 'false' } }, false],
    [{ BoolIfExists: { 'aws:multifactorauthpresent': 'false' } }, true], [{ Null: { 'aws:nothing': 'true' } }, true], [{ Null: { 'aws:nothing': 'false' } }, false], [{ Null: { 'aws:username': 'false' } }, true], [{ Null: { 'aws:username': 'true' } }, false],
    [{ StringEqualsIfExists: { 'aws:username': 'bob' } }, false],
  ];
  for (const [condition, expected] of rows) expect([condition, when(condition)]).toEqual([condition, expected]);
});

test('ForAllValues wants every value, ForAnyValue one of them', () => {
  const rows: [object, boolean][] = [
    [{ 'ForAllValues:StringEquals': { 'aws:tagkeys': ['a', 'b', 'c'] } }, true], [{ 'ForAllValues:StringEquals': { 'aws:tagkeys': ['a'] } }, false], [{ 'ForAllValues:StringEquals': { 'aws:nothing': ['a'] } }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:tagkeys': ['b', 'z'] } }, true], [{ 'ForAnyValue:StringEquals': { 'aws:tagkeys': ['z'] } }, false], [{ 'ForAnyValue:StringEquals': { 'aws:nothing': ['a'] } }, false],
    [{ 'ForAllValues:StringLike': { 'aws:tagkeys': ['?'] } }, true], [{ 'ForAllValues:StringNotEquals': { 'aws:tagkeys': ['z'] } }, true], [{ 'ForAllValues:StringNotEquals': { 'aws:tagkeys': ['a'] } }, false],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:tagkeys': ['a'] } }, true],
  ];
  for (const [condition, expected] of rows) expect([condition, when(condition)]).toEqual([condition, expected]);
});

test('variables stand for what is known of the request, with defaults, and only from 2012-10-17 on', () => {
  const home = (Resource: string, more: Partial<Asked> = {}) => decide({ identity: [allow({ Resource })], resource: 'arn:aws:s3:::home/mary/x', ...more });
  expect(home('arn:aws:s3:::home/${aws:username}/*')).toBe('allowed');
  expect(home('arn:aws:s3:::home/${AWS:UserName}/*')).toBe('allowed');
  expect(home('arn:aws:s3:::home/${aws:nothing}/*')).toBe('implicitDeny');
  expect(home("arn:aws:s3:::home/${aws:nothing, 'mary'}/*")).toBe('allowed');
  expect(home('arn:aws:s3:::home/${aws:username}/*', { version: '2008-10-17' })).toBe('implicitDeny');
  expect(home('arn:aws:s3:::home/${aws:tagkeys}/*')).toBe('implicitDeny');
  expect(home('arn:aws:s3:::home/${aws:username}/*', { context: { 'aws:username': ['*'] } })).toBe('implicitDeny');
  expect(decide({ identity: [allow({ Resource: 'arn:aws:s3:::a/${*}' })], resource: 'arn:aws:s3:::a/b' })).toBe('implicitDeny');
  expect(decide({ identity: [allow({ Resource: 'arn:aws:s3:::a/${*}' })], resource: 'arn:aws:s3:::a/*' })).toBe('allowed');
  expect(when({ StringEquals: { 'aws:userid': '${aws:userid}' } })).toBe(true);
  expect(when({ StringLike: { 'aws:useragent': '${aws:nothing, \'aws-cli\'}/*' } })).toBe(true);
});

test('a variable inside an ARN is filled in, and one that is not known gives nothing away', () => {
  const principal = { 'aws:principalaccount': [OWNER] };
  expect(when({ ArnLike: { 'aws:principalarn': 'arn:aws:iam::${aws:PrincipalAccount}:user/*' } }, principal)).toBe(true);
  expect(when({ ArnNotLike: { 'aws:principalarn': 'arn:aws:iam::${aws:PrincipalAccount}:user/*' } }, principal)).toBe(false);
  const elsewhere = { Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::home/${aws:nothing}/*' };
  expect(decide({ identity: [elsewhere], resource: 'arn:aws:s3:::home/mary/x' })).toBe('implicitDeny');
  expect(decide({ identity: [allow(), { ...elsewhere, Effect: 'Deny' }], resource: 'arn:aws:s3:::home/mary/x' })).toBe('explicitDeny');
  expect(decide({ identity: [allow({ Action: '*:*' })] })).toBe('allowed');
});

test('a boundary and a session’s policy narrow and never widen', () => {
  const get = allow({ Action: 'chime:Get*' });
  const list = allow({ Action: 'chime:List*' });
  const rows: [Asked, Decision][] = [
    [{ identity: [allow()], boundary: [get] }, 'allowed'], [{ identity: [allow()], boundary: [list] }, 'implicitDeny'], [{ identity: [list], boundary: [allow()] }, 'implicitDeny'], [{ identity: [allow()], session: [get] }, 'allowed'],
    [{ identity: [allow()], session: [list] }, 'implicitDeny'], [{ identity: [], session: [allow()] } as Asked, 'implicitDeny'], [{ identity: [allow()], boundary: [get], session: [list] }, 'implicitDeny'],
    [{ identity: [allow()], boundary: [allow(), deny()] }, 'explicitDeny'], [{ identity: [allow()], session: [allow(), deny({ Action: 'chime:GetUser' })] }, 'explicitDeny'], [{ identity: [get], boundary: [get], session: [get] }, 'allowed'],
  ];
  for (const [asked, decision] of rows) {
    const identity = asked.identity.length > 0 ? asked.identity : [deny({ Action: 'iam:GetUser' })];
    expect([asked, decide({ ...asked, identity })]).toEqual([asked, decision]);
  }
});

test('documents that IAM would refuse are refused', () => {
  const bad = [
    '', '{', '[]', '{"Statement":{}}', JSON.stringify({ Statement: [{ Effect: 'allow', Action: '*', Resource: '*' }] }), JSON.stringify({ Statement: [{ Effect: 'Allow', Resource: '*' }] }),
    JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*' }] }), JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', NotAction: '*', Resource: '*' }] }), JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: 'mine' }] }),
    JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' }] }), JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringIs: { a: 'b' } } }] }),
    JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { a: { b: 'c' } } } }] }), JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Sidd: 'x' }] }),
    JSON.stringify({ Statement: [{ Effect: 'Allow', Action: [1], Resource: '*' }] }),
  ];
  for (const text of bad) expect(() => parsePolicy(text, 'identity', 10_000), text).toThrow(/cannot be used/);
  expect(() => parsePolicy(JSON.stringify({ Statement: [allow()] }), 'identity', 10)).toThrow(/at most 10/);
  const hostile = JSON.stringify({ Version: '2012-10-17', Statement: [allow({ Resource: `arn:aws:s3:::${'*a'.repeat(900)}b` })] });
  expect(evaluate({ action: 's3:GetObject', resource: `arn:aws:s3:::${'a'.repeat(2_000)}`, context: new Map() }, { identity: [parsePolicy(hostile, 'identity', 10_000)], boundary: undefined, session: [] })).toBe('implicitDeny');
});

/** A second reading of the rules, as plainly as they can be written: regular expressions over the JSON, no compiled form. */
interface PlainStatement { Effect: string; Action?: string[]; NotAction?: string[]; Resource?: string[]; NotResource?: string[]; Condition?: Record<string, Record<string, string[]>> }
function plainly(layers: PlainStatement[][], action: string, resource: string, context: Record<string, string[]>): Decision {
  const escape = (text: string) => text.replaceAll(/[.+^${}()|[\]\\*?]/g, '\\$&');
  const name = () => escape(context['aws:username']?.[0] ?? '\u0001');
  // A variable's text stands for itself, also where it holds a star.
  const body = (pattern: string) => pattern.split('${aws:username}').map(part => escape(part).replaceAll('\\*', '[^]*').replaceAll('\\?', '[^]')).join(name());
  const glob = (pattern: string, text: string, flags = '') => new RegExp(`^${body(pattern)}$`, flags).test(text);
  const fill = (text: string) => text.replaceAll('${aws:username}', context['aws:username']?.[0] ?? '\u0001');
  const holds = (condition: PlainStatement['Condition']) => Object.entries(condition ?? {}).every(([operator, keys]) => Object.entries(keys).every(([key, wanted]) => {
    const actual = context[key];
    if (operator === 'Null') return wanted.includes(String(actual === undefined));
    if (operator === 'StringEquals') return actual !== undefined && actual.some(one => wanted.map(fill).includes(one));
    if (operator === 'StringNotEquals') return actual === undefined || actual.every(one => !wanted.map(fill).includes(one));
    if (operator === 'StringLikeIfExists') return actual === undefined || actual.some(one => wanted.some(pattern => glob(pattern, one)));
    if (operator === 'ForAllValues:StringLike') return (actual ?? []).every(one => wanted.some(pattern => glob(pattern, one)));
    if (operator === 'ForAnyValue:StringEquals') return (actual ?? []).some(one => wanted.includes(one));
    throw new Error(operator);
  }));
  const speaks = (one: PlainStatement) => {
    const onAction = (one.Action ?? one.NotAction)!.some(pattern => glob(pattern, action, 'i')) === (one.Action !== undefined);
    // A name that nobody knows must not widen what is given.
    const unknown = (pattern: string) => pattern.includes('${') && context['aws:username'] === undefined;
    const onResource = (one.Resource ?? one.NotResource)!.some(pattern => (unknown(pattern) ? one.NotResource !== undefined && one.Effect === 'Allow' : glob(pattern, resource))) === (one.Resource !== undefined);
    return onAction && onResource && holds(one.Condition);
  };
  if (layers.flat().some(one => one.Effect === 'Deny' && speaks(one))) return 'explicitDeny';
  return layers.every(layer => layer.some(one => one.Effect === 'Allow' && speaks(one))) ? 'allowed' : 'implicitDeny';
}

test('the evaluator decides random policies as a second, independent reading does', () => {
  const seed = 20261124;
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[]): T[] => list.filter(() => random() < 0.4).slice(0, 3);
  const patterns = ['chime:GetUser', 'chime:Get*', 'chime:*', 'CHIME:list*', 'iam:*', '*', 'chime:?etUser', 's3:GetObject'];
  const resources = ['*', 'arn:aws:s3:::home/*', 'arn:aws:s3:::home/${aws:username}/*', 'arn:aws:s3:::home/mary/a', 'arn:aws:chime:*:111122223333:meeting/*', 'arn:aws:s3:::ho?e/*/a', 'arn:*'];
  const conditions = [
    undefined, undefined, { StringEquals: { 'aws:username': ['mary', 'bob'] } }, { StringNotEquals: { 'aws:username': ['mary'] } }, { Null: { 'aws:username': ['true'] } }, { StringLikeIfExists: { 'aws:agent': ['aws*', 'x'] } },
    { 'ForAllValues:StringLike': { 'aws:tags': ['a*', '${aws:username}'] } }, { 'ForAnyValue:StringEquals': { 'aws:tags': ['ab', 'z'] } },
  ];
  const statement = (): PlainStatement => {
    const [actions, names] = [some(patterns), some(resources)];
    const condition = pick(conditions);
    return {
      Effect: random() < 0.75 ? 'Allow' : 'Deny', [random() < 0.85 ? 'Action' : 'NotAction']: actions.length > 0 ? actions : ['*'], [random() < 0.85 ? 'Resource' : 'NotResource']: names.length > 0 ? names : ['*'],
      ...(condition && { Condition: condition as unknown as NonNullable<PlainStatement['Condition']> }),
    };
  };
  const counts: Record<string, number> = {};
  for (let i = 0; i < 6_000; i++) {
    const layer = () => Array.from({ length: 1 + Math.floor(random() * 3) }, statement);
    const [identity, boundary, session] = [layer(), random() < 0.3 ? layer() : undefined, random() < 0.3 ? layer() : undefined];
    const action = pick(['chime:GetUser', 'chime:ListUsers', 'iam:GetUser', 's3:GetObject']);
    const resource = pick(['*', 'arn:aws:s3:::home/mary/a', 'arn:aws:s3:::home/bob/a', 'arn:aws:chime:us-east-1:111122223333:meeting/1']);
    const context = { ...(random() < 0.8 && { 'aws:username': [pick(['mary', 'bob', '*'])] }), ...(random() < 0.5 && { 'aws:agent': [pick(['aws-cli', 'other'])] }), ...(random() < 0.6 && { 'aws:tags': some(['ab', 'mary', 'z']) }) } as Record<string, string[]>;
    if (context['aws:tags']?.length === 0) delete context['aws:tags'];
    const parse = (Statement: PlainStatement[]) => parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }), 'identity', 100_000);
    const decision = evaluate({ action, resource, context: new Map(Object.entries(context)) }, { identity: [parse(identity)], boundary: boundary && parse(boundary), session: session ? [parse(session)] : [] });
    const plain = plainly([identity, ...(boundary ? [boundary] : []), ...(session ? [session] : [])], action, resource, context);
    if (decision !== plain) throw new Error(`seed ${seed}, case ${i}: ${decision} and ${plain}\n${JSON.stringify({ identity, boundary, session, action, resource, context }, null, 1)}`);
    counts[decision] = (counts[decision] ?? 0) + 1;
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(500);
});
