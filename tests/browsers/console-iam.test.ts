import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser as Chromium, Page } from 'playwright-core';
import * as wire from '@carillon/wire/rest/console.js';
import { signedFetch } from '@carillon/testkit/aws.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { totpCode } from '@carillon/testkit/totp.js';
import { createWorld, PASSWORD, setUpOwner, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, screenshot } from './chromium.js';
import { ConsolePages, goOn } from './console-page.js';
import { consoleWords, IN_ENGLISH, IN_ITALIAN, type Language } from './console-words.js';

/** The pages of IAM and of one's own credentials, walked by the root user, by users of few permissions and by a new one. */

let world: World;
let chromium: Chromium;
let pages: ConsolePages;
let root: Browser;
let owner: string;
const IAM_PASSWORD = 'a password of IAM';
/** Made by the first test, deleted by a later one. */
const userName = 'rita.reader';

beforeAll(async () => {
  world = await createWorld();
  // The browser throws away cookies that are over by its own clock.
  world.clock.advance(Math.max(0, Date.now() - world.clock.now()));
  await setUpOwner(world);
  ({ root, ownerAccountId: owner } = await signInAsRoot(world));
  if (!chromiumHere) return;
  chromium = await launchForPages();
  pages = new ConsolePages(chromium);
});
afterAll(async () => {
  await chromium?.close();
  await world.stop();
});

async function addUser(name: string, policies: readonly string[] = []): Promise<Browser> {
  await perform(root, 'iam:CreateUser', { UserName: name });
  await perform(root, 'iam:CreateLoginProfile', { UserName: name, Password: IAM_PASSWORD });
  for (const policy of policies) await perform(root, 'iam:AttachUserPolicy', { UserName: name, PolicyArn: `arn:aws:iam::aws:policy/${policy}` });
  return signInAs(name);
}

/** As long as a session lasts it is taken again: whoever signs in ten times in a row is slowed down. */
const devices = new Map<string, Browser>();

async function signInAs(name: string, password = IAM_PASSWORD): Promise<Browser> {
  const known = devices.get(name);
  if (known && (await known.call(wire.getConsoleSession)).identity?.role === null) return known;
  const browser = world.browser();
  devices.set(name, browser);
  await browser.call(wire.signInToConsole, { body: { as: 'user', account: owner, userName: name, password } });
  return browser;
}

/** The server lets this user see the accounts, and make none. */
async function expectToReadOnly(name: string): Promise<void> {
  const user = await signInAs(name);
  await perform(user, 'ListAccounts');
  await expect(perform(user, 'CreateAccount', { Name: 'Mine' })).rejects.toMatchObject({ code: 'AccessDenied' });
}

/** A page of the console in a language, signed in or not, by the world's clock. */
function openConsole(language: Language, browser: Browser | undefined, path: string, width = 1280): Promise<Page> {
  return pages.open(world.url, path, { language, device: browser, viewport: { width, height: 900 }, now: world.clock.now() });
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });
const row = (page: Page, text: string | RegExp) => page.getByRole('row', { name: text });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const said = (page: Page, text: string) => page.getByText(text).first().waitFor();

async function signInOnPage(page: Page, t: ReturnType<typeof consoleWords>, name: string, password: string): Promise<void> {
  await page.getByRole('button', { name: t('session.user'), exact: true }).click();
  await field(page, t('session.account')).fill(owner);
  await field(page, t('session.userName')).fill(name);
  await field(page, t('session.password')).fill(password);
  await button(page, t('session.signIn')).click();
}

test.skipIf(!chromiumHere).each(IN_ITALIAN)('GST-11 IAM-09 an administrator makes a user who may only read; that user signs in, chooses a password of their own, sees the accounts and may not change them (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, '/iam/users');
  await button(page, t('iam.createUser')).first().click();
  await field(page, t('iam.userName')).fill(userName);
  await page.getByRole('checkbox', { name: t('iam.giveConsoleAccess') }).click();
  await button(page, t('iam.generate')).click();
  const given = await field(page, t('iam.password')).inputValue();
  expect(given).toMatch(/^\S{20}$/);
  await page.getByRole('searchbox', { name: t('iam.findPolicy') }).or(page.getByPlaceholder(t('iam.findPolicy'))).fill('ChimeReadOnly');
  await page.getByRole('checkbox', { name: 'AmazonChimeReadOnly' }).click();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `iam-create-user-${language}`);
  await button(page, t('iam.createUser')).click();
  await said(page, t('iam.userCreated', { name: userName }));
  await page.getByRole('link', { name: 'AmazonChimeReadOnly' }).waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `iam-user-${language}`);
  expect(await perform(root, 'iam:ListAttachedUserPolicies', { UserName: userName })).toMatchObject({ AttachedPolicies: [{ PolicyName: 'AmazonChimeReadOnly' }] });
  expect(await perform(root, 'iam:GetLoginProfile', { UserName: userName })).toMatchObject({ LoginProfile: { PasswordResetRequired: true } });

  const theirs = await openConsole(language, undefined, '/sign-in');
  await signInOnPage(theirs, t, userName, 'not the password');
  await said(theirs, t('session.wrong'));
  await field(theirs, t('session.password')).fill(given);
  await button(theirs, t('session.signIn')).click();
  await field(theirs, t('session.newPassword')).fill(IAM_PASSWORD);
  await field(theirs, t('session.again')).fill(IAM_PASSWORD);
  await screenshot(theirs, `sign-in-new-password-${language}`);
  await button(theirs, t('session.goOn')).click();
  await theirs.getByRole('link', { name: 'Acme' }).waitFor();
  await expect.poll(() => theirs.getByRole('button', { name: t('accounts.new') }).first().getAttribute('aria-disabled')).toBe('true');
  await theirs.getByRole('link', { name: t('frame.nav.users'), exact: true }).click();
  await said(theirs, t('frame.notPermittedText', { action: 'iam:ListUsers' }));
  await expect.poll(() => button(theirs, t('iam.createUser')).getAttribute('aria-disabled')).toBe('true');
  await screenshot(theirs, `iam-refused-${language}`);
  await expectToReadOnly(userName);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('IAM-08 the simulator says what the server then does (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, '/iam/simulator');
  await page.getByRole('button', { name: t('iam.who') }).click();
  await page.getByRole('option', { name: userName }).click();
  await page.getByRole('button', { name: t('iam.chooseActions') }).click();
  await page.keyboard.type('chime:ListAccounts');
  await page.getByRole('option', { name: 'chime:ListAccounts', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel(t('iam.otherActions')).fill('chime:CreateAccount, s3:GetObject, nonsense');
  await said(page, t('iam.actionWrong', { action: 'nonsense' }));
  await page.getByLabel(t('iam.otherActions')).fill('chime:CreateAccount, s3:GetObject');
  await button(page, t('iam.simulate')).click();
  await row(page, /chime:ListAccounts/).getByText(t('iam.decisions.allowed')).waitFor();
  await row(page, /chime:CreateAccount/).getByText(t('iam.decisions.implicitDeny')).waitFor();
  await row(page, /s3:GetObject/).getByText(t('iam.decisions.implicitDeny')).waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `iam-simulator-${language}`);
  await expectToReadOnly(userName);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('IAM-02 an access key that was made on the page signs requests until it is deactivated there (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, `/iam/users/${userName}`);
  await page.getByRole('tab', { name: t('iam.credentials') }).click();
  await button(page, t('iam.createKey')).click();
  await dialog(page).getByRole('button', { name: t('iam.createKey') }).click();
  await said(page, t('iam.secretOnce'));
  await screenshot(page, `iam-key-${language}`);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, t('iam.saveKey')).click()]);
  const [, accessKeyId, secretAccessKey] = /^"?([^",\r\n]+)"?,"?([^",\r\n]+)"?\r?\n?$/m.exec(readFileSync(await download.path(), 'utf8').split('\n')[1]!.replace(/^[^,]+,/, ''))!;
  expect(accessKeyId).toMatch(/^AKIA/);
  await button(page, t('iam.finish')).click();
  const key = { accessKeyId: accessKeyId!, secretAccessKey: secretAccessKey! };
  expect((await signedFetch(world, key, { method: 'GET', path: '/accounts' })).status).toBe(200);
  await page.reload();
  await page.getByRole('tab', { name: t('iam.credentials') }).click();
  await row(page, new RegExp(key.accessKeyId)).getByText('chime').waitFor();
  await button(page, `${t('iam.deactivate')} ${key.accessKeyId}`).click();
  await said(page, t('iam.keyOff', { key: key.accessKeyId }));
  expect((await signedFetch(world, key, { method: 'GET', path: '/accounts' })).status).toBe(403);
  await button(page, `${t('iam.delete')} ${key.accessKeyId}`).click();
  await page.getByRole('checkbox', { name: t('iam.cannotUndo') }).click();
  await dialog(page).getByRole('button', { name: t('iam.delete'), exact: true }).click();
  await said(page, t('iam.noKeys'));
  expect(await perform(root, 'iam:ListAccessKeys', { UserName: userName })).toMatchObject({ AccessKeyMetadata: [] });
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('IAM-08 an MFA device that was assigned on the page is asked for at the next sign-in (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, `/iam/users/${userName}`);
  await page.getByRole('tab', { name: t('iam.credentials') }).click();
  await button(page, t('iam.assignMfa')).click();
  await page.getByRole('img', { name: t('iam.qrAlt') }).waitFor();
  const secret = (await dialog(page).getByText(/^[A-Z2-7]{16,}$/).textContent())!;
  const now = world.clock.now();
  await field(page, t('iam.code1')).fill(await totpCode(secret, now - 30_000));
  await field(page, t('iam.code2')).fill(await totpCode(secret, now));
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `iam-mfa-${language}`);
  await dialog(page).getByRole('button', { name: t('iam.assignMfa') }).click();
  await said(page, t('iam.mfaAssigned'));
  await screenshot(page, `iam-credentials-${language}`);
  expect((await perform<{ MFADevices: unknown[] }>(root, 'iam:ListMFADevices', { UserName: userName })).MFADevices).toHaveLength(1);

  world.clock.advance(60_000);
  const theirs = await openConsole(language, undefined, '/sign-in');
  await signInOnPage(theirs, t, userName, IAM_PASSWORD);
  await field(theirs, t('session.totp')).fill('000000');
  await button(theirs, t('session.goOn')).click();
  await said(theirs, t('session.totpWrong'));
  await field(theirs, t('session.totp')).fill(await totpCode(secret, world.clock.now()));
  await button(theirs, t('session.goOn')).click();
  await theirs.getByRole('link', { name: 'Acme' }).waitFor();

  const again = await openConsole(language, root, `/iam/users/${userName}`);
  await again.getByRole('tab', { name: t('iam.credentials') }).click();
  await again.getByRole('button', { name: new RegExp(`${t('iam.remove')} arn:`) }).click();
  await dialog(again).getByRole('button', { name: t('iam.remove'), exact: true }).click();
  await said(again, t('iam.mfaRemoved'));
  await signInAs(userName);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('IAM-01 IAM-16 a role is made on the page, the user is let in by a policy written there, switches to it, may more, and comes back (%s)', async language => {
  const t = consoleWords(language);
  const roleName = 'Helper';
  const page = await openConsole(language, root, '/iam/create-role');
  await field(page, t('iam.roleName')).fill(roleName);
  await page.getByPlaceholder(t('iam.findPolicy')).fill('ChimeFullAccess');
  await page.getByRole('checkbox', { name: 'AmazonChimeFullAccess' }).click();
  await screenshot(page, `iam-create-role-${language}`);
  await button(page, t('iam.createRole')).click();
  await said(page, t('iam.roleCreated', { name: roleName }));
  await page.getByRole('tab', { name: t('iam.trust') }).click();
  const trust = page.getByRole('textbox', { name: t('iam.trust') });
  expect(await trust.inputValue()).toContain(`arn:aws:iam::${owner}:root`);
  await said(page, t('iam.policyRight'));
  await trust.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}');
  await said(page, 'needs a Principal');
  await screenshot(page, `iam-trust-${language}`);

  await page.goto(`${world.url}/console/iam/users/${userName}`);
  await button(page, t('iam.createInline')).click();
  await field(page, t('iam.policyName')).fill('assume-helper');
  const editor = page.getByRole('textbox', { name: t('iam.document') });
  await editor.fill('{\n  "Version": "2012-10-17"\n  "Statement": []\n}');
  await said(page, t('iam.jsonFault', { line: 3, column: 3 }));
  expect(await dialog(page).getByRole('button', { name: t('iam.savePolicy') }).isDisabled()).toBe(true);
  await editor.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}');
  await said(page, 'Effect must be Allow or Deny');
  await screenshot(page, `iam-editor-${language}`);
  await editor.fill(JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${owner}:role/${roleName}` }] }));
  await button(page, t('iam.format')).click();
  await said(page, t('iam.policyRight'));
  expect(await editor.inputValue()).toContain('\n      "Effect": "Allow"');
  await dialog(page).getByRole('button', { name: t('iam.savePolicy') }).click();
  await said(page, t('iam.policySaved', { policy: 'assume-helper' }));
  expect(decodeURIComponent((await perform<{ PolicyDocument: string }>(root, 'iam:GetUserPolicy', { UserName: userName, PolicyName: 'assume-helper' })).PolicyDocument)).toContain('sts:AssumeRole');

  const rita = await signInAs(userName);
  const theirs = await openConsole(language, rita, '/switch-role');
  await field(theirs, t('session.roleName')).fill(roleName);
  await button(theirs, t('session.switchRole')).last().click();
  await said(theirs, t('session.switched', { role: roleName }));
  await expect.poll(() => theirs.getByRole('button', { name: t('accounts.new') }).first().getAttribute('aria-disabled')).not.toBe('true');
  await perform(rita, 'CreateAccount', { Name: 'Made by a role' });
  await theirs.goto(`${world.url}/console/security`);
  await said(theirs, t('security.roleTitle'));
  await screenshot(theirs, `security-role-${language}`);
  await theirs.getByRole('button', { name: new RegExp(`${roleName} / ${userName}`) }).click();
  await theirs.getByRole('menuitem', { name: t('session.backTo', { name: userName }) }).click();
  await said(theirs, t('session.left'));
  await expect(perform(rita, 'CreateAccount', { Name: 'Once more' })).rejects.toMatchObject({ code: 'AccessDenied' });
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('IAM-03 a policy is made, changed and put back; a group has it, and its user by the group (%s)', async language => {
  const t = consoleWords(language);
  const [policyName, groupName] = ['Inviters', 'desk'];
  const page = await openConsole(language, root, '/iam/policies/create');
  await field(page, t('iam.policyName')).fill(policyName);
  await page.getByRole('button', { name: t('iam.template') }).click();
  await page.getByRole('menuitem', { name: t('iam.templates.userManagement') }).click();
  await said(page, t('iam.policyRight'));
  await screenshot(page, `iam-create-policy-${language}`);
  await button(page, t('iam.createPolicy')).click();
  await said(page, t('iam.policySaved', { policy: policyName }));
  await page.getByRole('tab', { name: t('iam.versions') }).waitFor();
  const editor = page.getByRole('textbox', { name: t('iam.document') });
  await editor.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"chime:List*","Resource":"*"}]}');
  await button(page, t('iam.saveVersion')).click();
  await said(page, t('iam.versionSaved', { version: 'v2' }));
  await page.getByRole('tab', { name: t('iam.versions') }).click();
  await button(page, `${t('iam.setDefault')} v1`).click();
  await said(page, t('iam.versionChosen', { version: 'v1' }));
  await screenshot(page, `iam-policy-${language}`);
  const arn = `arn:aws:iam::${owner}:policy/${policyName}`;
  expect(await perform(root, 'iam:GetPolicy', { PolicyArn: arn })).toMatchObject({ Policy: { DefaultVersionId: 'v1' } });

  await page.goto(`${world.url}/console/iam/groups`);
  await button(page, t('iam.createGroup')).first().click();
  await field(page, t('iam.groupName')).fill(groupName);
  await dialog(page).getByRole('button', { name: t('iam.createGroup') }).click();
  await said(page, t('iam.groupCreated', { name: groupName }));
  await button(page, t('iam.addUsers')).click();
  await dialog(page).getByRole('button', { name: t('iam.users') }).click();
  await page.getByRole('option', { name: userName }).click();
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: t('iam.add'), exact: true }).click();
  await page.getByRole('link', { name: userName }).waitFor();
  await page.getByRole('tab', { name: t('iam.permissions') }).click();
  await button(page, t('iam.attach')).click();
  await dialog(page).getByPlaceholder(t('iam.findPolicy')).fill(policyName);
  await page.getByRole('checkbox', { name: policyName }).click();
  await dialog(page).getByRole('button', { name: t('iam.attach') }).click();
  await page.getByRole('link', { name: policyName }).waitFor();
  await screenshot(page, `iam-group-${language}`);
  const rita = await signInAs(userName);
  const { allowed } = await rita.call(wire.getPermissions, { body: { actions: ['chime:InviteUsers', 'chime:CreateAccount'] } });
  expect(allowed).toEqual(['chime:InviteUsers']);

  await page.goto(`${world.url}/console/iam/policies/detail?arn=${encodeURIComponent(arn)}`);
  await page.getByRole('tab', { name: t('iam.usedBy') }).click();
  await page.getByRole('link', { name: groupName }).click();
  await button(page, t('iam.deleteGroup')).click();
  await page.getByPlaceholder(groupName).fill(groupName);
  await dialog(page).getByRole('button', { name: t('iam.deleteGroup') }).click();
  await said(page, t('iam.deletedText', { name: groupName }));
  await page.goto(`${world.url}/console/iam/policies/detail?arn=${encodeURIComponent(arn)}`);
  await button(page, t('iam.deletePolicy')).click();
  await page.getByPlaceholder(policyName).fill(policyName);
  await dialog(page).getByRole('button', { name: t('iam.deletePolicy') }).click();
  await said(page, t('iam.deletedText', { name: policyName }));
  await expect(perform(root, 'iam:GetPolicy', { PolicyArn: arn })).rejects.toMatchObject({ status: 404 });
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('IAM-11 a user changes their own password, is told to sign in again, and does (%s)', async language => {
  const t = consoleWords(language);
  const name = 'otto.own';
  const otto = await addUser(name, ['IAMUserChangePassword']);
  world.clock.advance(1_000);
  const page = await openConsole(language, otto, '/security');
  await said(page, t('frame.notPermittedText', { action: 'iam:ListAccessKeys' }));
  await screenshot(page, `security-user-${language}`);
  await button(page, t('security.changePassword')).click();
  await field(page, t('security.current')).fill('not mine at all');
  await field(page, t('session.newPassword')).fill('another password');
  await field(page, t('session.again')).fill('another password');
  await dialog(page).getByRole('button', { name: t('security.changePassword') }).click();
  await said(page, t('security.currentWrong'));
  await field(page, t('security.current')).fill(IAM_PASSWORD);
  await dialog(page).getByRole('button', { name: t('security.changePassword') }).click();
  await said(page, t('security.passwordChangedText'));
  await dialog(page).getByRole('button', { name: t('session.signIn') }).click();
  await page.waitForURL(/\/console\/sign-in/);
  await signInOnPage(page, t, name, 'another password');
  await page.waitForURL(/\/console\/accounts/);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('GEN-02 the root user sees its own credentials, sets up MFA and is advised against keys (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, '/security');
  await said(page, t('security.rootMfaAdvice'));
  await button(page, t('iam.createKey')).click();
  await said(page, t('iam.rootKeysAdvice'));
  await dialog(page).getByRole('button', { name: t('frame.cancel') }).click();
  await button(page, t('iam.assignMfa')).click();
  const secret = (await dialog(page).getByText(/^[A-Z2-7]{16,}$/).textContent())!;
  await field(page, t('iam.code1')).fill(await totpCode(secret, world.clock.now() - 30_000));
  await field(page, t('iam.code2')).fill(await totpCode(secret, world.clock.now()));
  await dialog(page).getByRole('button', { name: t('iam.assignMfa') }).click();
  await said(page, t('iam.mfaAssigned'));
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `security-root-${language}`);
  expect((await root.call(wire.getRootCredentials)).mfaDevices).toHaveLength(1);
  await page.getByRole('button', { name: new RegExp(`${t('iam.remove')} arn:`) }).click();
  await field(page, t('session.password')).fill('wrong');
  await dialog(page).getByRole('button', { name: t('iam.remove'), exact: true }).click();
  await said(page, t('security.currentWrong'));
  await field(page, t('session.password')).fill(PASSWORD);
  await dialog(page).getByRole('button', { name: t('iam.remove'), exact: true }).click();
  await said(page, t('iam.mfaRemoved'));
  expect((await root.call(wire.getRootCredentials)).mfaDevices).toHaveLength(0);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('GST-11 a user is deleted with what hangs on it, once its name is typed (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, `/iam/users/${userName}`);
  await button(page, t('iam.deleteUser')).click();
  await dialog(page).getByText(t('iam.consolePassword')).waitFor();
  expect(await dialog(page).getByRole('button', { name: t('iam.deleteUser') }).isDisabled()).toBe(true);
  await screenshot(page, `iam-delete-user-${language}`);
  await page.getByPlaceholder(userName).fill(userName);
  await dialog(page).getByRole('button', { name: t('iam.deleteUser') }).click();
  await said(page, t('iam.deletedText', { name: userName }));
  await expect(perform(root, 'iam:GetUser', { UserName: userName })).rejects.toMatchObject({ status: 404 });
});

test.skipIf(!chromiumHere).each([['AmazonChimeReadOnly', 'en'], ['AmazonChimeUserManagement', 'it']] as const)('IAM-09 IAM-12 whoever may only read, or only manage users, sees why on every page, and the server refuses too: with %s (%s)', async (policy, language) => {
  const t = consoleWords(language);
  const walker = await addUser(`walker-${policy}`, [policy]);
  const page = await openConsole(language, walker, '/accounts');
  for (const [path, action, create] of [['users', 'iam:ListUsers', 'createUser'], ['groups', 'iam:ListGroups', 'createGroup'], ['roles', 'iam:ListRoles', 'createRole'], ['policies', 'iam:ListPolicies', 'createPolicy']] as const) {
    await goOn(page, `/iam/${path}`);
    await said(page, t('frame.notPermittedText', { action }));
    await expect.poll(() => button(page, t(`iam.${create}`)).getAttribute('aria-disabled')).toBe('true');
  }
  await goOn(page, '/event-history');
  await said(page, t('frame.notPermittedText', { action: 'cloudtrail:LookupEvents' }));
  for (const operation of ['iam:CreateUser', 'iam:CreateGroup']) await expect(perform(walker, operation, { UserName: 'x', GroupName: 'x' })).rejects.toMatchObject({ code: 'AccessDenied' });
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('IAM-11 with IAMReadOnlyAccess the pages are there and everything that changes is off (%s)', async language => {
  const t = consoleWords(language);
  const auditor = await addUser('auditor', ['IAMReadOnlyAccess']);
  const page = await openConsole(language, auditor, '/iam/users/auditor');
  await page.getByRole('link', { name: 'IAMReadOnlyAccess' }).waitFor();
  for (const name of [t('iam.deleteUser'), t('iam.attach'), t('iam.createInline'), `${t('iam.detach')} IAMReadOnlyAccess`]) await expect.poll(() => button(page, name).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('tab', { name: t('iam.credentials') }).click();
  for (const name of [t('iam.resetPassword'), t('iam.createKey'), t('iam.assignMfa')]) await expect.poll(() => button(page, name).getAttribute('aria-disabled')).toBe('true');
  await expect(perform(auditor, 'iam:DeleteUser', { UserName: 'auditor' })).rejects.toMatchObject({ code: 'AccessDenied' });
});
