import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemChance } from '@carillon/kernel/chance.js';
import { createIds } from '@carillon/kernel/ids.js';
import { createApp, type App } from '@carillon/server/app.js';
import { readConfig } from '@carillon/server/config.js';
import { issueSetupLink } from '@carillon/server/identity/set-up.js';
import { createFolderBlobs } from '@carillon/server/platform/blobs.js';
import { AuditLog } from '@carillon/server/platform/audit.js';
import { Bus } from '@carillon/server/platform/bus.js';
import { Memo } from '@carillon/server/platform/memo.js';
import { Jobs } from '@carillon/server/platform/jobs.js';
import { createLog } from '@carillon/server/platform/log.js';
import { readMailFolder } from '@carillon/server/platform/mail.js';
import { Pictures } from '@carillon/server/platform/pictures.js';
import { createRateLimits } from '@carillon/server/platform/rate-limits.js';
import { loadSecrets } from '@carillon/server/platform/secrets.js';
import { Together } from '@carillon/server/platform/together.js';
import { TxtRecords } from '@carillon/server/platform/txt-records.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { Browser } from './browser.js';
import { TestClock } from './clock.js';
import { borrowTestDatabase } from './database.js';

/**
 * A whole server in this process, on a real database and a real port, with a clock the test moves. Media runs only in
 * tests of several processes.
 */
export interface World {
  readonly clock: TestClock;
  readonly app: App;
  readonly url: string;
  readonly dataFolder: string;
  /** A new device without a session. */
  browser(userAgent?: string): Browser;
  /** Runs every job that is due by the world's clock. */
  runJobs(): Promise<void>;
  /** What was mailed to an address, newest first. */
  mailbox(address: string): Promise<{ subject: string; text: string; link: string }[]>;
  stop(): Promise<void>;
}

/** The built web app, for tests with a browser. */
const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

/** A signed-in person with a device. */
export interface TestPerson extends Browser {
  me: Me;
  password: string;
}

/** No test asks servers of others unless it says so. */
const STAY_AT_HOME = ['--link-previews', 'off'];

/** A fresh world; `flags` are options of the server. */
export async function createWorld(flags: readonly string[] = []): Promise<World> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'carillon-world-'));
  const clock = new TestClock();
  const config = readConfig(['--data', dataFolder, '--host', '127.0.0.1', '--port', '0', '--roles', 'server', '--log-level', process.env['CARILLON_TEST_LOG'] ?? 'silent', ...STAY_AT_HOME, ...flags], {});
  const log = createLog(config.logLevel);
  const database = await borrowTestDatabase(clock.now(), log);
  const app = await createApp({
    deps: {
      clock, chance: systemChance, ids: createIds(clock, systemChance), log, config, secrets: loadSecrets(config.secretFile, systemChance), database,
      blobs: createFolderBlobs(join(dataFolder, 'blobs')), bus: new Bus(), jobs: new Jobs(), pictures: new Pictures(new URL('../../../dist/server/picture-worker.js', import.meta.url)),
      limits: createRateLimits(),
      memo: new Memo(clock),
      together: new Together(),
      txtRecords: new TxtRecords(config.dnsServers, log),
      audit: new AuditLog(database, log),
    },
    mediaEntry: new URL('../../../dist/server/media-child.js', import.meta.url),
    pages: existsSync(dist) ? { web: `${dist}/web`, console: `${dist}/console` } : undefined,
    build: 'test',
  });
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const address = app.http.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const runJobs = async () => void (await app.system.jobs.runDue(app.system));
  return {
    clock, app, url, dataFolder, runJobs,
    browser: userAgent => new Browser(url, userAgent),
    mailbox: async to => {
      await runJobs();
      return (await readMailFolder(dataFolder)).filter(mail => mail.to === to).map(mail => ({ ...mail, link: /https?:\/\/\S+/.exec(mail.text)?.[0] ?? '' }));
    },
    stop: async () => {
      await app.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export const PASSWORD = 'a long enough password';

/** Sets the world up through its own link; the owner of the account Acme. */
export async function setUpOwner(world: World, displayName = 'Olga Owner', email = 'olga@acme.example'): Promise<TestPerson> {
  const path = await issueSetupLink(world.app.system);
  const browser = world.browser();
  const { me } = await browser.call(identity.setUp, { body: { secret: path!.split('/').at(-1)!, displayName, email, password: PASSWORD, accountName: 'Acme' } });
  return Object.assign(browser, { me, password: PASSWORD });
}

/** Invited by somebody and joined through the link. */
export async function joinColleague(world: World, inviter: TestPerson, displayName: string): Promise<TestPerson> {
  const email = `${displayName.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@acme.example`;
  const { results } = await inviter.call(identity.invitePeople, { body: { emails: [email] } });
  const browser = world.browser();
  const { me } = await browser.call(identity.acceptInvitation, { body: { secret: results[0]!.link!.split('/').at(-1)!, displayName, password: PASSWORD } });
  return Object.assign(browser, { me, password: PASSWORD });
}

/** Signed up with the mailed link, as on a server with `--sign-up open`: a person without an account. */
export async function signUp(world: World, displayName: string, email: string): Promise<TestPerson> {
  const browser = world.browser();
  await browser.call(identity.signUp, { body: { displayName, email, password: PASSWORD } });
  const mail = (await world.mailbox(email)).find(one => one.link.includes('/verify/'));
  const { me } = await browser.call(identity.verifyEmail, { body: { secret: mail!.link.split('/').at(-1)! } });
  return Object.assign(browser, { me, password: PASSWORD });
}

/** The person's account becomes Enterprise, as the first verified domain makes it; proving one is shown in the tests of domains. */
export async function makeEnterprise(world: World, person: TestPerson): Promise<void> {
  await world.app.system.sql.updateTable('account').set({ type: 'EnterpriseLWA' }).where('id', '=', person.me.account!.id).execute();
}

/** The same person on another device. */
export async function signInAgain(world: World, person: TestPerson, userAgent?: string): Promise<TestPerson> {
  const browser = world.browser(userAgent);
  const { me } = await browser.call(identity.signIn, { body: { email: person.me.email, password: person.password } });
  return Object.assign(browser, { me, password: person.password });
}

/** The person's account has a verified domain, and is Enterprise. */
export async function verifyDomain(world: World, person: TestPerson, name = 'acme.example'): Promise<void> {
  await makeEnterprise(world, person);
  const at = world.app.system.now();
  await world.app.system.sql
    .insertInto('domain')
    .values({ account_id: person.me.account!.id, name, status: 'Verified', challenge: 'shown elsewhere', created_at: at, verified_at: at, checked_until: at, next_check_at: at })
    .execute();
}
