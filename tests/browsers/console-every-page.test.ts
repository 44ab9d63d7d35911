import { readFileSync } from 'node:fs';
import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { addAdministrator, perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, setUpOwner, verifyDomain, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot, untilAtRest } from './chromium.js';
import { ConsolePages, goOn, LOOKS, type Visit } from './console-page.js';

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
  chromium = await launchForPages();
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

const small = (path: string) => path.slice(1).replaceAll(/[0-9a-f-]{36}/g, 'id').replaceAll(/\W+/g, '-') || 'home';
const OF_NOBODY = /^\/(sign-in|recover)/;

/** As one goes from page to page: the first is loaded, the others follow by the router. */
async function goThrough(visit: Visit, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  const page = await pages.open(world.url, '/', { ...visit, now: world.clock.now() });
  await untilAtRest(page);
  for (const path of paths.filter(each => !OF_NOBODY.test(each))) {
    await goOn(page, path);
    await look(page, path);
  }
}

test.skipIf(!chromiumHere).each(['en', 'it'] as const)('GEN-06 every page fits, on a desk by day or on a telephone in the dark, and axe finds nothing serious (%s)', async language => {
  const look = async (page: Page, path: string) => {
    expect(await overflowOf(page), path).toBe(0);
    // The closed menu's element is Cloudscape's own.
    expect((await findSerious(page)).filter(one => !one.includes('awsui_mobile-toolbar-nav')), path).toEqual([]);
    await screenshot(page, `every-${small(path)}-${language}`);
  };
  await goThrough({ ...LOOKS[language], language, device: root }, look);
  for (const path of paths.filter(each => OF_NOBODY.test(each))) {
    const page = await pages.open(world.url, path, { ...LOOKS[language], language, now: world.clock.now() });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await untilAtRest(page);
    await look(page, path);
  }
});

/** What looks, leads, chooses, copies or gives up, in both languages: on for whoever may read. Whatever would send something is none of these. */
const HARMLESS = new RegExp(`^(${[
  'Close side|Chiudi navigazione|Open help|Apri il pannello|Copy|Copia|Cancel|Annulla|Clear|Cancella$|Accounts?$|Disabled accounts|Account disabilitati|Find|Cerca|Any |Qualsiasi|Preferences|Preferenze|Select |Seleziona ',
  'Download CSV|Scarica CSV|Objects|Oggetti|Policy|View domains|Vedi i domini|Choose|Scegli|Format|Insert template|Inserisci modello|Account actions|Operazioni account|User actions|Azioni utente|acme\\.example$',
].join('|')})`);
const KINDS = [['AmazonChimeReadOnly', 'en', []], ['AmazonChimeUserManagement', 'it', ['Invita utenti']]] as const;

describe.skipIf(!chromiumHere).each(KINDS)('with %s, in %s', (policy, language, allowed) => {
  test('IAM-09 IAM-12 every page is readable or says which permission is missing, and what would change something is off', async () => {
    const device = await addAdministrator(world, root, `walker-${language}`, policy);
    const harmless = (name: string) => HARMLESS.test(name) || (allowed as readonly string[]).includes(name);
    await goThrough({ language, device }, async (page, path) => {
      expect(await page.getByText(/Something went wrong|Qualcosa è andato storto/).count(), path).toBe(0);
      await expect.poll(async () => (await switchedOn(page)).filter(name => !harmless(name)), { message: path }).toEqual([]);
    });
  });
});

/** The names of buttons that can be pressed. */
function switchedOn(page: Page): Promise<string[]> {
  return page.locator('main button').evaluateAll(all => all
    .filter(one => (one as HTMLElement).checkVisibility() && !(one as HTMLButtonElement).disabled && one.getAttribute('aria-disabled') !== 'true')
    .map(one => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()));
}
