import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser as Chromium, Page } from 'playwright-core';
import { createAdministratorKey, signedFetch, type AwsCredentials } from '@carillon/testkit/aws.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { addAdministrator, perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot } from './chromium.js';
import { ConsolePages } from './console-page.js';
import { consoleWords, IN_ENGLISH, IN_ITALIAN, type Language } from './console-words.js';

/** Buckets and objects in the console: what the pages do is asked afterwards at the AWS endpoint, with signed requests. */

let world: World;
let chromium: Chromium;
let pages: ConsolePages;
let root: Browser;
let reader: Browser;
let key: AwsCredentials & { ownerAccountId: string };
/** Created by the first test, deleted by the last. */
const bucket = 'records.of-acme';
const HTML = '<!doctype html><script>document.title = "run"</script>';
const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
const FILES = [{ name: 'bytes one.bin', mimeType: 'application/x-own', buffer: BYTES }, { name: 'pàge.html', mimeType: 'text/html', buffer: Buffer.from(HTML) }];

beforeAll(async () => {
  world = await createWorld();
  world.clock.advance(Math.max(0, Date.now() - world.clock.now()));
  await setUpOwner(world);
  ({ root } = await signInAsRoot(world));
  reader = await addAdministrator(world, root, 'rita.reader', 'AmazonS3ReadOnlyAccess');
  key = await createAdministratorKey(world);
  if (!chromiumHere) return;
  chromium = await launchForPages();
  pages = new ConsolePages(chromium);
});
afterAll(async () => {
  await chromium?.close();
  await world.stop();
});

/** What a signed request is answered with. */
const s3 = (method: string, path: string, body = '') => signedFetch(world, key, { method, path: `/aws/s3/${path}`, body, service: 's3', headers: { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') } });
const keysOf = async (bucket: string): Promise<string[]> => [...(await s3('GET', `${bucket}?list-type=2`)).text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(match => match[1]!);

const openConsole = (language: Language, device: Browser, path: string, more: { width?: number; colorScheme?: 'light' | 'dark' } = {}): Promise<Page> =>
  pages.open(world.url, path, { language, device, viewport: { width: more.width ?? 1280, height: 900 }, now: world.clock.now(), ...(more.colorScheme && { colorScheme: more.colorScheme }) });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });
const said = (page: Page, text: string) => page.getByText(text).first().waitFor();

test.skipIf(!chromiumHere).each(IN_ITALIAN)('URP-04 a bucket is created after a name that breaks the rules was refused, and is there for the AWS CLI (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, '/');
  await page.getByRole('link', { name: t('frame.nav.buckets'), exact: true }).first().click();
  await page.getByRole('heading', { name: t('buckets.title'), level: 1 }).waitFor();
  await button(page, t('buckets.create')).first().click();
  const name = dialog(page).getByLabel(t('buckets.name'), { exact: true });
  await name.fill('Not_A_Name');
  await dialog(page).getByRole('button', { name: t('buckets.create') }).click();
  await said(page, t('frame.failures.bucketName'));
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `buckets-create-${language}`);
  await name.fill(bucket);
  await dialog(page).getByRole('button', { name: t('buckets.create') }).click();
  await said(page, t('buckets.createdText', { name: bucket }));
  await page.getByRole('link', { name: bucket, exact: true }).waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `buckets-${language}`);
  expect((await s3('GET', '')).text).toContain(`<Name>${bucket}</Name>`);
  await button(page, t('buckets.create')).first().click();
  await dialog(page).getByLabel(t('buckets.name'), { exact: true }).fill(bucket);
  await dialog(page).getByRole('button', { name: t('buckets.create') }).click();
  await said(page, t('frame.failures.bucketYours'));
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('files are uploaded into a folder, found there, described and downloaded byte for byte (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, `/buckets/${bucket}`);
  await said(page, t('buckets.empty'));
  await button(page, t('buckets.upload')).first().click();
  await dialog(page).getByLabel(t('buckets.folder'), { exact: true }).fill('reports/2026');
  await dialog(page).locator('input[type=file]').setInputFiles(FILES);
  await dialog(page).getByText('bytes one.bin').waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `bucket-upload-${language}`);
  await dialog(page).getByRole('button', { name: t('buckets.upload'), exact: true }).click();
  await page.getByText(/2 file/).first().waitFor();
  expect(await keysOf(bucket)).toEqual(['reports/2026/bytes one.bin', 'reports/2026/pàge.html']);

  await button(page, 'reports/').click();
  await button(page, '2026/').click();
  await button(page, 'pàge.html').waitFor();
  expect(new URL(page.url()).searchParams.get('prefix')).toBe('reports/2026/');
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `bucket-folder-${language}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `${t('buckets.download')} bytes one.bin` }).click()]);
  expect(download.suggestedFilename()).toBe('bytes one.bin');
  expect(readFileSync(await download.path()).equals(BYTES)).toBe(true);

  await button(page, 'pàge.html').click();
  await dialog(page).getByText('text/html').waitFor();
  await dialog(page).getByText(createHash('md5').update(HTML).digest('hex')).waitFor();
  await dialog(page).getByText(`s3://${bucket}/reports/2026/pàge.html`).waitFor();
  await dialog(page).getByText(`arn:aws:s3:::${bucket}/reports/2026/pàge.html`).waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `bucket-object-${language}`);
  const [page2] = await Promise.all([page.waitForEvent('download'), dialog(page).getByRole('link', { name: `${t('buckets.download')} pàge.html` }).click()]);
  expect([page2.suggestedFilename(), readFileSync(await page2.path(), 'utf8')]).toEqual(['pàge.html', HTML]);
  await dialog(page).getByRole('button', { name: t('frame.close'), exact: true }).last().click();

  await page.getByRole('navigation', { name: t('buckets.folders') }).getByRole('link', { name: 'reports' }).click();
  await button(page, '2026/').waitFor();
  expect(new URL(page.url()).searchParams.get('prefix')).toBe('reports/');
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('a list that is longer than a page goes on, and an upload can be cancelled (%s)', async language => {
  const t = consoleWords(language);
  for (let number = 0; number < 105; number++) await s3('PUT', `${bucket}/many/${String(number).padStart(3, '0')}.txt`, 'x');
  const page = await openConsole(language, root, `/buckets/${bucket}?prefix=many%2F`);
  await button(page, '099.txt').waitFor();
  expect(await button(page, '100.txt').count()).toBe(0);
  await button(page, t('buckets.more')).click();
  await button(page, '104.txt').waitFor();

  // The server is never reached: the file stays on its way until it is cancelled.
  await page.route('**/console/s3/**', route => (route.request().method() === 'PUT' ? undefined : route.continue()));
  await button(page, t('buckets.upload')).first().click();
  await dialog(page).locator('input[type=file]').setInputFiles([{ name: 'late.txt', mimeType: 'text/plain', buffer: Buffer.from('late') }, { name: 'later.txt', mimeType: 'text/plain', buffer: Buffer.from('later') }]);
  await dialog(page).getByRole('button', { name: t('buckets.upload'), exact: true }).click();
  await dialog(page).getByRole('progressbar').or(dialog(page).getByText('late.txt')).first().waitFor();
  await dialog(page).getByRole('button', { name: t('frame.cancel'), exact: true }).click();
  await dialog(page).getByText(`late.txt: ${t('buckets.states.cancelled')}`).waitFor();
  await dialog(page).getByText(`later.txt: ${t('buckets.states.cancelled')}`).waitFor();
  await screenshot(page, `bucket-cancelled-${language}`);
  await dialog(page).getByRole('button', { name: t('frame.close'), exact: true }).last().click();
  await page.unroute('**/console/s3/**');
  expect(await keysOf(bucket)).not.toContain('many/late.txt');
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('CDP-01 a policy that cannot be is refused in words, and the template for trails lets a trail deliver (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, `/buckets/${bucket}`);
  await page.getByRole('tab', { name: t('buckets.policy'), exact: true }).click();
  await button(page, t('buckets.beginPolicy')).click();
  const text = page.getByRole('textbox', { name: t('buckets.policyText') });
  const template = await text.inputValue();
  await text.fill(template.replaceAll(bucket, 'somebody-elses'));
  await button(page, t('buckets.savePolicy')).click();
  await said(page, 'Policy has invalid resource');
  expect((await s3('GET', `${bucket}?policy`)).status).toBe(404);
  await text.fill('{ "Version": ');
  await said(page, t('iam.jsonFault', { line: 1, column: 14 }));
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `bucket-policy-wrong-${language}`);
  await text.fill(template);
  await said(page, t('iam.policyRight'));
  await button(page, t('buckets.savePolicy')).click();
  await said(page, t('buckets.policySaved'));
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `bucket-policy-${language}`);
  expect(JSON.parse((await s3('GET', `${bucket}?policy`)).text)).toEqual(JSON.parse(template));
  await perform(root, 'cloudtrail:CreateTrail', { Name: 'trail', S3BucketName: bucket });
  await perform(root, 'cloudtrail:DeleteTrail', { Name: 'trail' });
  await button(page, t('buckets.removePolicy')).click();
  await dialog(page).getByRole('button', { name: t('buckets.removePolicy') }).click();
  await said(page, t('buckets.policyRemoved'));
  await said(page, t('buckets.noPolicyText'));
  expect((await s3('GET', `${bucket}?policy`)).status).toBe(404);
  await expect(perform(root, 'cloudtrail:CreateTrail', { Name: 'trail', S3BucketName: bucket })).rejects.toMatchObject({ reason: 'InsufficientS3BucketPolicyException' });
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('whoever may only read sees and downloads, is told what is missing for more, and whoever may not even that is told so (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, reader, `/buckets/${bucket}?prefix=reports%2F2026%2F`);
  await button(page, 'pàge.html').waitFor();
  for (const name of [t('buckets.upload'), t('buckets.deleteBucket')]) await expect.poll(() => button(page, name).first().getAttribute('aria-disabled')).toBe('true');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `${t('buckets.download')} pàge.html` }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(HTML);
  await screenshot(page, `bucket-reader-${language}`);
  const put = await reader.fetch(`/console/s3/${bucket}/mine`, { method: 'PUT', body: 'mine' });
  expect([put.status, await put.text()]).toEqual([403, expect.stringContaining('s3:PutObject')]);
  await page.getByRole('link', { name: t('frame.nav.buckets'), exact: true }).first().click();
  await expect.poll(() => button(page, t('buckets.create')).first().getAttribute('aria-disabled')).toBe('true');
  await expect.poll(() => button(page, `${t('buckets.delete')} ${bucket}`).getAttribute('aria-disabled')).toBe('true');

  await perform(root, 'iam:DetachUserPolicy', { UserName: 'rita.reader', PolicyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' });
  await page.reload();
  await said(page, t('frame.notPermittedText', { action: 's3:ListAllMyBuckets' }));
  await perform(root, 'iam:PutUserPolicy', { UserName: 'rita.reader', PolicyName: 'one-folder', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }, { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/reports/*` }] }) });
  const folder = await openConsole(language, reader, `/buckets/${bucket}?prefix=reports%2F2026%2F`);
  await button(folder, 'pàge.html').waitFor();
  await expect.poll(() => folder.getByRole('link', { name: `${t('buckets.download')} pàge.html` }).getAttribute('aria-disabled')).toBe('true');
  expect(await button(folder, t('buckets.upload')).first().getAttribute('aria-disabled')).not.toBe('true');
  await button(folder, 'pàge.html').click();
  await dialog(folder).getByText(t('frame.notPermittedText', { action: 's3:GetObject' })).filter({ visible: true }).waitFor();
  await screenshot(folder, `bucket-object-refused-${language}`);
  await perform(root, 'iam:DeleteUserPolicy', { UserName: 'rita.reader', PolicyName: 'one-folder' });
  await perform(root, 'iam:AttachUserPolicy', { UserName: 'rita.reader', PolicyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' });
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('the pages fit a phone, in the dark too (%s)', async language => {
  for (const path of ['/buckets', `/buckets/${bucket}`, `/buckets/${bucket}?prefix=reports%2F2026%2F`]) {
    const page = await openConsole(language, root, path, { width: 360, colorScheme: 'dark' });
    await page.getByRole('table').waitFor();
    await page.getByRole('row').nth(1).waitFor();
    expect([path, await overflowOf(page)]).toEqual([path, 0]);
    expect(await findSerious(page)).toEqual([]);
    await screenshot(page, `phone${path.replaceAll(/[^a-z]+/g, '-')}-${language}`);
  }
  const wide = await openConsole(language, root, `/buckets/${bucket}`, { colorScheme: 'dark' });
  await button(wide, 'reports/').waitFor();
  await screenshot(wide, `bucket-dark-${language}`);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('a bucket with objects in it stays; objects and folders are deleted, and then it goes (%s)', async language => {
  const t = consoleWords(language);
  const page = await openConsole(language, root, `/buckets/${bucket}?prefix=reports%2F2026%2F`);
  await page.getByRole('checkbox', { name: 'pàge.html' }).check();
  await button(page, t('buckets.delete')).click();
  await dialog(page).getByRole('checkbox', { name: t('buckets.cannotUndo') }).check();
  await screenshot(page, `bucket-delete-objects-${language}`);
  await dialog(page).getByRole('button', { name: t('buckets.delete'), exact: true }).click();
  await button(page, 'pàge.html').waitFor({ state: 'detached' });
  expect((await keysOf(bucket)).filter(one => one.startsWith('reports/'))).toEqual(['reports/2026/bytes one.bin']);

  await button(page, t('buckets.deleteBucket')).first().click();
  await dialog(page).getByRole('textbox').fill(bucket);
  await dialog(page).getByRole('button', { name: t('buckets.deleteBucket') }).click();
  await said(page, t('frame.failures.bucketNotEmpty'));
  await screenshot(page, `bucket-delete-refused-${language}`);
  expect((await s3('GET', `${bucket}?list-type=2`)).status).toBe(200);
  await dialog(page).getByRole('button', { name: t('frame.cancel'), exact: true }).click();

  await page.getByRole('navigation', { name: t('buckets.folders') }).getByRole('link', { name: bucket }).click();
  await page.getByRole('checkbox', { name: 'many/' }).check();
  await page.getByRole('checkbox', { name: 'reports/' }).check();
  await button(page, t('buckets.delete')).click();
  await dialog(page).getByRole('checkbox', { name: t('buckets.cannotUndo') }).check();
  await dialog(page).getByRole('button', { name: t('buckets.delete'), exact: true }).click();
  await said(page, t('buckets.empty'));
  expect(await keysOf(bucket)).toEqual([]);
  await button(page, t('buckets.deleteBucket')).first().click();
  await dialog(page).getByRole('textbox').fill(bucket);
  await dialog(page).getByRole('button', { name: t('buckets.deleteBucket') }).click();
  await said(page, t('buckets.deletedBucket', { name: bucket }));
  await page.waitForURL(address => address.pathname === '/console/buckets');
  expect((await s3('GET', `${bucket}?list-type=2`)).text).toContain('NoSuchBucket');
});
