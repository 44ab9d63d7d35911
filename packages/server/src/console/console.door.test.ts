import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '@carillon/kernel/clock.js';
import * as wire from '@carillon/wire/rest/console.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { perform } from '@carillon/testkit/console.js';
import { totpCode } from '@carillon/testkit/totp.js';
import { createWorld, PASSWORD, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

/** The console's door: who comes in, as what, and that every action is an operation that IAM decides and the record has. */

const TRUSTS_ACCOUNT = (owner: string) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: owner }, Action: 'sts:AssumeRole' }] });

let world: World;
let owner: TestPerson;
let root: Browser;
let ownerAccountId: string;

beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.stop());

const signIn = (browser: Browser, body: Record<string, unknown>) => browser.call(wire.signInToConsole, { body: body as never });
const asRoot = { as: 'root', email: 'olga@acme.example', password: PASSWORD };
const asUser = (userName: string, more: Record<string, unknown> = {}) => ({ as: 'user', account: ownerAccountId, userName, password: 'a password of IAM', ...more });

async function addUser(name: string, policies: readonly string[] = []): Promise<void> {
  await perform(root, 'iam:CreateUser', { UserName: name });
  await perform(root, 'iam:CreateLoginProfile', { UserName: name, Password: 'a password of IAM' });
  for (const policy of policies) await perform(root, 'iam:AttachUserPolicy', { UserName: name, PolicyArn: `arn:aws:iam::aws:policy/${policy}` });
}
async function signedIn(name: string): Promise<Browser> {
  const browser = world.browser();
  await signIn(browser, asUser(name));
  return browser;
}
const records = async (name: string) => {
  await world.app.system.audit.flush();
  const rows = await world.app.system.sql.selectFrom('audit_event').select('record').where('name', '=', name).orderBy('at').orderBy('id').execute();
  return rows.map(row => row.record as { userIdentity: Record<string, unknown>; responseElements: Record<string, unknown>; errorMessage?: string; errorCode?: string; additionalEventData?: Record<string, unknown>; sourceIPAddress: string });
};

describe('who comes in', () => {
  beforeAll(async () => {
    owner = await setUpOwner(world);
    root = world.browser();
    ({ identity: { ownerAccountId } } = await signIn(root, asRoot));
    await addUser('reader', ['AmazonChimeReadOnly']);
  });

  it('GEN-02 the root user comes in with the address and password of the set-up, apart from the person of the same name', async () => {
    const { identity } = await root.call(wire.getConsoleSession);
    expect(identity).toMatchObject({ ownerAccountId, type: 'Root', userName: 'root', email: 'olga@acme.example', arn: `arn:aws:iam::${ownerAccountId}:root`, mfa: false, role: null, ownerName: 'Acme' });
    expect((await owner.call(wire.getConsoleSession)).identity).toBeNull();
    await expect(perform(owner, 'ListAccounts')).rejects.toMatchObject({ status: 401, reason: 'console-signed-out' });
    expect(root.cookie).toMatch(/^carillon_console=/);
    expect((await root.fetch('/api/session')).status).toBe(200);
    expect(await (await root.fetch('/api/session')).json()).not.toHaveProperty('me');
  });

  it('an IAM user comes in by the number of the account or its alias, whatever the case of the name', async () => {
    await perform(root, 'iam:CreateAccountAlias', { AccountAlias: 'acme' });
    for (const account of [ownerAccountId, 'acme', 'ACME']) {
      const { identity } = await signIn(world.browser(), { ...asUser('Reader'), account });
      expect(identity).toMatchObject({ type: 'IAMUser', userName: 'reader', accountAlias: 'acme', arn: `arn:aws:iam::${ownerAccountId}:user/reader` });
    }
  });

  it('a wrong password, a wrong name and a wrong account are refused alike, and stand in the record without the name that was typed', async () => {
    const wrong = [asUser('reader', { password: 'wrong' }), asUser('nobody'), { ...asUser('reader'), account: '999999999999' }, { ...asRoot, password: 'wrong' }, { ...asRoot, email: 'nobody@acme.example' }];
    const refusals = await Promise.all(wrong.map(body => signIn(world.browser(), body).catch((error: unknown) => error)));
    expect(new Set(refusals.map(String)).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 401, reason: 'sign-in-wrong' });
    const failed = (await records('ConsoleLogin')).filter(record => record.responseElements['ConsoleLogin'] === 'Failure');
    expect(failed.map(record => [record.userIdentity['userName'], record.errorMessage]).toSorted()).toEqual([
      ['HIDDEN_DUE_TO_SECURITY_REASONS', 'No username found in supplied account'], ['reader', 'Failed authentication'], [undefined, 'Failed authentication'],
    ].toSorted());
  });

  it('a user without a password for the console does not come in, and one whose password was taken away is out', async () => {
    await perform(root, 'iam:CreateUser', { UserName: 'keysonly' });
    await expect(signIn(world.browser(), asUser('keysonly'))).rejects.toMatchObject({ reason: 'sign-in-wrong' });
    await addUser('leaver');
    const leaver = await signedIn('leaver');
    await perform(root, 'iam:DeleteLoginProfile', { UserName: 'leaver' });
    await expect(perform(leaver, 'ListAccounts')).rejects.toMatchObject({ reason: 'console-signed-out' });
  });

  it('a changed password ends the sessions that were opened with the old one', async () => {
    await addUser('changer', ['IAMUserChangePassword']);
    const changer = await signedIn('changer');
    world.clock.advance(1_000);
    await perform(changer, 'iam:ChangePassword', { OldPassword: 'a password of IAM', NewPassword: 'another password' });
    await expect(perform(changer, 'ListAccounts')).rejects.toMatchObject({ reason: 'console-signed-out' });
    await signIn(changer, asUser('changer', { password: 'another password' }));
  });

  it('a password that somebody else chose is exchanged at the first sign-in', async () => {
    await perform(root, 'iam:CreateUser', { UserName: 'fresh' });
    await perform(root, 'iam:CreateLoginProfile', { UserName: 'fresh', Password: 'given by another', PasswordResetRequired: true });
    const fresh = world.browser();
    const given = asUser('fresh', { password: 'given by another' });
    await expect(signIn(fresh, given)).rejects.toMatchObject({ reason: 'password-reset-required' });
    await expect(signIn(fresh, { ...given, newPassword: 'given by another' })).rejects.toMatchObject({ reason: 'password-same' });
    await signIn(fresh, { ...given, newPassword: 'chosen by myself' });
    await expect(signIn(world.browser(), given)).rejects.toMatchObject({ reason: 'sign-in-wrong' });
    await signIn(world.browser(), asUser('fresh', { password: 'chosen by myself' }));
  });

  it('a session lasts twelve hours, however much it is used, and signing out ends it at once', async () => {
    const browser = await signedIn('reader');
    world.clock.advance(11 * HOUR_MS);
    await perform(browser, 'ListAccounts');
    world.clock.advance(HOUR_MS + 1);
    await expect(perform(browser, 'ListAccounts')).rejects.toMatchObject({ reason: 'console-signed-out' });
    await signIn(root, asRoot);
    const second = await signedIn('reader');
    const { cookie } = second;
    await second.call(wire.signOutOfConsole);
    expect(second.cookie).toBeUndefined();
    second.cookie = cookie;
    await expect(perform(second, 'ListAccounts')).rejects.toMatchObject({ reason: 'console-signed-out' });
  });

  it('another site’s page, and a request without the header of ours, change nothing', async () => {
    for (const headers of [{ 'x-carillon': '1', 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-origin' }] as Record<string, string>[]) {
      const response = await fetch(`${world.url}/console/op/CreateAccount`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'cookie': root.cookie! }, body: '{"Name":"Forged"}' });
      expect(response.status).toBe(403);
    }
    const { Accounts } = await perform<{ Accounts: unknown[] }>(root, 'ListAccounts');
    expect(JSON.stringify(Accounts)).not.toContain('Forged');
  });

  it('whoever guesses is slowed down', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(world.browser(), asUser('guessed', { password: 'x' })).catch((error: unknown) => error)));
    expect(tries.some(error => (error as { status: number }).status === 429)).toBe(true);
  });
});

describe('second factors', () => {
  it('the root user’s is set up with two codes in a row, then asked for, each code once, and removed with the password', async () => {
    const { secret, serialNumber, qrPng } = await root.call(wire.beginRootMfa);
    expect(serialNumber).toBe(`arn:aws:iam::${ownerAccountId}:mfa/root-account-mfa-device`);
    expect(Buffer.from(qrPng, 'base64').subarray(1, 4).toString()).toBe('PNG');
    const now = world.clock.now();
    await expect(root.call(wire.enableRootMfa, { body: { code1: '000000', code2: '000001' } })).rejects.toMatchObject({ status: 403 });
    await root.call(wire.enableRootMfa, { body: { code1: await totpCode(secret, now - 30_000), code2: await totpCode(secret, now) } });
    expect((await root.call(wire.getRootCredentials)).mfaDevices).toHaveLength(1);
    await expect(root.call(wire.beginRootMfa)).rejects.toMatchObject({ status: 409 });

    world.clock.advance(60_000);
    const other = world.browser();
    await expect(signIn(other, asRoot)).rejects.toMatchObject({ reason: 'totp-required' });
    await expect(signIn(other, { ...asRoot, totp: '000000' })).rejects.toMatchObject({ reason: 'totp-wrong' });
    const totp = await totpCode(secret, world.clock.now());
    expect((await signIn(other, { ...asRoot, totp })).identity.mfa).toBe(true);
    await expect(signIn(world.browser(), { ...asRoot, totp })).rejects.toMatchObject({ reason: 'totp-wrong' });
    expect((await records('ConsoleLogin')).at(-2)).toMatchObject({ additionalEventData: { MFAUsed: 'Yes' }, responseElements: { ConsoleLogin: 'Success' } });
    await expect(root.call(wire.removeRootMfa, { body: { password: 'wrong' } })).rejects.toMatchObject({ reason: 'password-wrong' });
    await root.call(wire.removeRootMfa, { body: { password: PASSWORD } });
    await signIn(world.browser(), asRoot);
  });

  it('an IAM user may set up one for itself only where policies say so, and policies see it', async () => {
    await addUser('careful');
    await perform(root, 'iam:PutUserPolicy', {
      UserName: 'careful', PolicyName: 'with-mfa', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [
        { Effect: 'Allow', Action: ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice'], Resource: '*' },
        { Effect: 'Allow', Action: 'chime:ListAccounts', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
      ] }),
    });
    const careful = await signedIn('careful');
    await expect(perform(careful, 'ListAccounts')).rejects.toMatchObject({ status: 403, code: 'AccessDenied' });
    const { VirtualMFADevice: device } = (await perform(careful, 'iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'careful' })) as never as { VirtualMFADevice: { SerialNumber: string; Base32StringSeed: string } };
    const secret = Buffer.from(device.Base32StringSeed, 'base64').toString();
    const now = world.clock.now();
    await perform(careful, 'iam:EnableMFADevice', { UserName: 'careful', SerialNumber: device.SerialNumber, AuthenticationCode1: await totpCode(secret, now - 30_000), AuthenticationCode2: await totpCode(secret, now) });
    world.clock.advance(60_000);
    await signIn(careful, asUser('careful', { totp: await totpCode(secret, world.clock.now()) }));
    await perform(careful, 'ListAccounts');
  });
});

describe('what one may do', () => {
  it('IAM-12 whoever may only read reads, and is told what is missing for more; the refusal is in the record', async () => {
    const reader = await signedIn('reader');
    const { Accounts } = (await perform(reader, 'ListAccounts')) as never as { Accounts: { AccountId: string; CreatedTimestamp: string }[] };
    expect(Accounts[0]!.CreatedTimestamp).toMatch(/^\d{4}-\d\d-\d\dT/);
    const accountId = Accounts[0]!.AccountId;
    await expect(perform(reader, 'InviteUsers', { AccountId: accountId, UserEmailList: ['x@y.example'] })).rejects.toThrow(
      `User: arn:aws:iam::${ownerAccountId}:user/reader is not authorized to perform: chime:InviteUsers on resource: arn:aws:chime:us-east-1:${ownerAccountId}:/accounts/${accountId}/users`);
    expect((await records('InviteUsers')).at(-1)).toMatchObject({ errorCode: 'AccessDenied', userIdentity: { type: 'IAMUser', userName: 'reader', sessionContext: { attributes: { mfaAuthenticated: 'false' } } }, sourceIPAddress: '127.0.0.1' });
    expect((await reader.call(wire.getPermissions, { body: { actions: ['chime:ListUsers', 'chime:InviteUsers', 'iam:ListUsers'] } })).allowed).toEqual(['chime:ListUsers']);
    await perform(root, 'iam:PutUserPolicy', { UserName: 'reader', PolicyName: 'one', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::one/*' }] }) });
    const mayPut = async (resource?: string) => (await reader.call(wire.getPermissions, { body: { actions: ['s3:PutObject'], ...(resource !== undefined && { resource }) } })).allowed.length === 1;
    expect([await mayPut(), await mayPut('arn:aws:s3:::one/folder/*'), await mayPut('arn:aws:s3:::two/*')]).toEqual([false, true, false]);
    await expect(mayPut('one')).rejects.toMatchObject({ status: 400 });
    await perform(root, 'iam:DeleteUserPolicy', { UserName: 'reader', PolicyName: 'one' });
  });

  it('whoever has no policy at all learns nothing', async () => {
    await addUser('nobody-yet');
    const browser = await signedIn('nobody-yet');
    for (const operation of ['ListAccounts', 'ListAccountSummaries', 'iam:ListUsers', 'cloudtrail:LookupEvents', 'GetGlobalSettings']) await expect(perform(browser, operation)).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  it('a name that is no operation, an input of another form and one that is too large are refused', async () => {
    await expect(perform(root, 'DropEverything')).rejects.toMatchObject({ status: 404 });
    await expect(perform(root, 'iam:ListAccounts')).rejects.toMatchObject({ status: 404 });
    await expect(perform(root, 's3:ListBuckets')).rejects.toMatchObject({ status: 404 });
    await expect(perform(root, 'constructor')).rejects.toMatchObject({ status: 404 });
    await expect(perform(root, 'CreateAccount', { Name: 7 })).rejects.toMatchObject({ status: 400 });
    await expect(perform(root, 'CreateAccount')).rejects.toMatchObject({ status: 400 });
    await expect(perform(root, 'CreateAccount', { Name: 'x'.repeat(300_000) })).rejects.toMatchObject({ status: 413 });
    expect((await root.fetch('/console/op/ListAccounts')).status).toBe(404);
  });
});

describe('roles', () => {
  let user: Browser;
  beforeEach(async () => { user = await signedIn('switcher').catch(async () => { await addUser('switcher'); return signedIn('switcher'); }); });

  it('a user switches to a role that both sides allow, may what it may and no more, and comes back', async () => {
    await perform(root, 'iam:CreateRole', { RoleName: 'Helper', AssumeRolePolicyDocument: TRUSTS_ACCOUNT(ownerAccountId) });
    await perform(root, 'iam:AttachRolePolicy', { RoleName: 'Helper', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' });
    await expect(user.call(wire.switchRole, { body: { account: ownerAccountId, roleName: 'Helper' } })).rejects.toMatchObject({ code: 'AccessDenied' });
    await perform(root, 'iam:PutUserPolicy', { UserName: 'switcher', PolicyName: 'assume', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${ownerAccountId}:role/Helper` }] }) });
    await expect(perform(user, 'ListAccounts')).rejects.toMatchObject({ code: 'AccessDenied' });
    const { identity } = await user.call(wire.switchRole, { body: { account: 'acme', roleName: 'Helper' } });
    expect(identity).toMatchObject({ type: 'AssumedRole', userName: 'switcher', role: { ownerAccountId, roleName: 'Helper' }, arn: `arn:aws:sts::${ownerAccountId}:assumed-role/Helper/switcher` });
    await perform(user, 'ListAccounts');
    await expect(perform(user, 'CreateAccount', { Name: 'More' })).rejects.toMatchObject({ code: 'AccessDenied' });
    expect((await user.call(wire.exitRole)).identity).toMatchObject({ type: 'IAMUser', role: null });
    await expect(perform(user, 'ListAccounts')).rejects.toMatchObject({ code: 'AccessDenied' });
    expect((await records('SwitchRole')).at(-1)).toMatchObject({ additionalEventData: { SwitchTo: `arn:aws:iam::${ownerAccountId}:role/Helper` } });
    expect(await records('ExitRole')).toHaveLength(1);
  });

  it('after an hour one is oneself again; a role that is gone is left at once', async () => {
    await user.call(wire.switchRole, { body: { account: ownerAccountId, roleName: 'Helper' } });
    world.clock.advance(HOUR_MS + 1);
    expect((await user.call(wire.getConsoleSession)).identity).toMatchObject({ type: 'IAMUser', role: null });
    await user.call(wire.switchRole, { body: { account: ownerAccountId, roleName: 'Helper' } });
    expect((await user.call(wire.getConsoleSession)).identity).toMatchObject({ type: 'AssumedRole', role: { roleName: 'Helper' } });
    await perform(root, 'iam:DetachRolePolicy', { RoleName: 'Helper', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' });
    await perform(root, 'iam:DeleteRole', { RoleName: 'Helper' });
    expect((await user.call(wire.getConsoleSession)).identity).toMatchObject({ type: 'IAMUser', role: null });
  });

  it('a role that is not there looks like one that one may not have; the root user has none', async () => {
    await expect(user.call(wire.switchRole, { body: { account: ownerAccountId, roleName: 'Nothing' } })).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(user.call(wire.switchRole, { body: { account: 'no-such-account', roleName: 'Nothing' } })).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(root.call(wire.switchRole, { body: { account: ownerAccountId, roleName: 'Helper' } })).rejects.toMatchObject({ reason: 'root-has-no-roles' });
  });
});
