import { readFileSync } from 'node:fs';
import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { addAdministrator, perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, setUpOwner, verifyDomain, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchChromium, overflowOf, screenshot } from './chromium.js';
import { ConsolePages } from './console-page.js';

/** Every page of the console, opened once by each kind of administrator. */

let world: World;
let chromium: Chromium;
let pages: ConsolePages;
let root: Device;
let paths: readonly string[];

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  world.clock.advance(Math.max(0, Date.now() - world.clock.now()));
  const owner = await setUpOwner(world);
  await verifyDomain(world, owner);
  ({ root } = await signInAsRoot(world));
  const { Bot } = await perform<{ Bot: { BotId: string } }>(root, 'CreateBot', { AccountId: owner.me.account!.id, DisplayName: 'Help desk', Domain: 'acme.example' });
  await perform(root, 'iam:CreateUser', { UserName: 'ute' });
  await perform(root, 'iam:CreateGroup', { GroupName: 'desk' });
  await perform(root, 'iam:CreateRole', { RoleName: 'Helper', AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }] }) });
  paths = pathsOf(owner.me.account!.id, owner.me.id, Bot.BotId);
  chromium = await launchChromium();
  pages = new ConsolePages(chromium);
});
afterAll(async () => {
  await chromium?.close();
  await world?.stop();
});

/** As the router has them, with something in place of each parameter. */
function pathsOf(accountId: string, userId: string, botId: string): string[] {
  const router = readFileSync(new URL('../../apps/console/src/router.tsx', import.meta.url), 'utf8');
  const known = { accountId, userId, botId, userName: 'ute', groupName: 'desk', roleName: 'Helper', secret: 'spent', bucket: 'none' };
  const filled = [...router.matchAll(/ path: '([^']+)'/g)].map(([, path = '']) => path.replace(/\$(\w+)/g, (_, name: keyof typeof known) => known[name]));
  return filled.map(path => (path.endsWith('/policies/detail') ? `${path}?arn=arn:aws:iam::aws:policy/AmazonChimeReadOnly` : path));
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

const small = (path: string) => path.slice(1).replaceAll(/[0-9a-f-]{36}/g, 'id').replaceAll(/\W+/g, '-') || 'home';

test.skipIf(!chromiumHere)('GEN-06 every page fits a telephone in the dark, and axe finds nothing serious', async () => {
  for (const path of paths) {
    const page = await pages.open(world.url, path, { language: 'it', device: root, viewport: { width: 360, height: 740 }, colorScheme: 'dark', now: world.clock.now() });
    await settle(page);
    expect(await overflowOf(page), path).toBe(0);
    // The closed menu's element is Cloudscape's own.
    expect((await findSerious(page)).filter(one => !one.includes('awsui_mobile-toolbar-nav')), path).toEqual([]);
    await screenshot(page, `small-${small(path)}`);
  }
});

/** What looks, leads, chooses, copies or gives up, in both languages: on for whoever may read. Whatever would send something is none of these. */
const HARMLESS = new RegExp(`^(${[
  'Close side|Chiudi navigazione|Open help|Apri il pannello|Copy|Copia|Cancel|Annulla|Clear|Cancella$|Accounts?$|Disabled accounts|Account disabilitati|Find|Cerca|Any |Qualsiasi|Preferences|Preferenze|Select |Seleziona ',
  'Download CSV|Scarica CSV|Objects|Oggetti|Policy|View domains|Vedi i domini|Choose|Scegli|Format|Insert template|Inserisci modello|Account actions|Operazioni account|User actions|Azioni utente|acme\\.example$',
].join('|')})`);
const OF_NOBODY = /^\/(sign-in|recover)/;

const KINDS = [['AmazonChimeReadOnly', 'en', []], ['AmazonChimeUserManagement', 'it', ['Invita utenti']]] as const;

describe.skipIf(!chromiumHere).each(KINDS)('with %s, in %s', (policy, language, allowed) => {
  test('IAM-09 IAM-12 every page is readable or says which permission is missing, and what would change something is off', async () => {
    const device = await addAdministrator(world, root, `walker-${language}`, policy);
    for (const path of paths.filter(each => !OF_NOBODY.test(each))) {
      const page = await pages.open(world.url, path, { language, device, now: world.clock.now() });
      await settle(page);
      expect(await page.getByText(/Something went wrong|Qualcosa è andato storto/).count(), path).toBe(0);
      const harmless = (name: string) => HARMLESS.test(name) || (allowed as readonly string[]).includes(name);
      await expect.poll(async () => (await switchedOn(page)).filter(name => !harmless(name)), { message: path }).toEqual([]);
    }
  });
});

/** The names of buttons that can be pressed. */
function switchedOn(page: Page): Promise<string[]> {
  return page.locator('main button').evaluateAll(all => all
    .filter(one => (one as HTMLElement).checkVisibility() && !(one as HTMLButtonElement).disabled && one.getAttribute('aria-disabled') !== 'true')
    .map(one => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()));
}
