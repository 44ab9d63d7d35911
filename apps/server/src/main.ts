import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemChance } from '@carillon/kernel/chance.js';
import { systemClock } from '@carillon/kernel/clock.js';
import { createIds } from '@carillon/kernel/ids.js';
import { createApp, type App } from '@carillon/server/app.js';
import { ConfigError, publicOrigin, readConfig, type Config } from '@carillon/server/config.js';
import { issueSetupLink } from '@carillon/server/identity/set-up.js';
import { demoFilePath } from '@carillon/server/ops/demo-page.js';
import { reopenDemo, seedDemo } from '@carillon/server/ops/seed-demo.js';
import { createFolderBlobs } from '@carillon/server/platform/blobs.js';
import { AuditLog } from '@carillon/server/platform/audit.js';
import { Bus } from '@carillon/server/platform/bus.js';
import { Together } from '@carillon/server/platform/together.js';
import { TxtRecords } from '@carillon/server/platform/txt-records.js';
import { Memo } from '@carillon/server/platform/memo.js';
import { FolderInUse, lockFolder } from '@carillon/server/platform/database/folder-lock.js';
import { DatabaseIsNewer } from '@carillon/server/platform/database/migrate.js';
import { openDatabase } from '@carillon/server/platform/database/database.js';
import { Jobs } from '@carillon/server/platform/jobs.js';
import { createLog } from '@carillon/server/platform/log.js';
import { Pictures } from '@carillon/server/platform/pictures.js';
import { createRateLimits } from '@carillon/server/platform/rate-limits.js';
import { loadSecrets } from '@carillon/server/platform/secrets.js';

/** The control plane and, with the default roles, everything. Reads config, builds, starts, stops. */

const say = (line: string) => void process.stdout.write(`${line}\n`);
const entry = (name: string) => new URL(`./${name}.js`, import.meta.url);
const STOP_DEADLINE_MS = 1_800;

async function run(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  const lock = await lockFolder(config.dataFolder);
  const app = await build(config);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    // Whatever hangs must not keep the process: what was acknowledged is on disk.
    setTimeout(() => process.exit(0), STOP_DEADLINE_MS).unref();
    void app.stop().then(() => lock.release()).finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const url = await listen(app, config);
  const media = app.start().catch((error: unknown) => say(`Meetings are not available: ${(error as Error).message}`));
  await greet(app, config, url);
  await media;
}

async function build(config: Config): Promise<App> {
  const log = createLog(config.logLevel);
  const database = await openDatabase({
    url: config.databaseUrl,
    dataFolder: config.dataFolder,
    nowMs: systemClock.now(),
    log,
    entries: { pgliteWorker: entry('pglite-worker'), pgliteCreate: entry('pglite-create') },
    progress: step => say(`${step} …`),
  });
  const built = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url));
  return createApp({
    deps: {
      clock: systemClock,
      chance: systemChance,
      ids: createIds(systemClock, systemChance),
      log,
      config,
      secrets: loadSecrets(config.secretFile, systemChance),
      database,
      blobs: createFolderBlobs(`${config.dataFolder}/blobs`),
      bus: new Bus(),
      jobs: new Jobs(),
      pictures: new Pictures(entry('picture-worker')),
      limits: createRateLimits(),
      memo: new Memo(systemClock),
      together: new Together(),
      txtRecords: new TxtRecords(config.dnsServers, log),
      audit: new AuditLog(database, log),
    },
    mediaEntry: entry('media-child'),
    pages: existsSync(built('web')) ? { web: built('web'), console: built('console') } : undefined,
    build: readBuild(),
  });
}

/** The mark of this build, written by tools/build.mjs; clients reload when it changes. */
function readBuild(): string {
  const file = new URL('../build-id', import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'development';
}

async function listen(app: App, config: Config): Promise<string> {
  try {
    await app.http.listen({ host: config.host, port: config.port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`Port ${config.port} is in use. Stop the other program, or choose another port with --port.`);
  }
  const address = app.http.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return publicOrigin({ ...config, port });
}

async function greet(app: App, config: Config, url: string): Promise<void> {
  if (config.demo) return greetDemo(app, config, url);
  const setup = await issueSetupLink(app.system);
  // One write, so that whoever reads the first line has the second too.
  say(`Carillon is at ${url}${setup ? `\nSet it up (this link works once, for seven days):\n  ${url}${setup}` : ''}`);
}

async function greetDemo(app: App, config: Config, url: string): Promise<void> {
  const demo = (await seedDemo(app.system, url)) ?? reopenDemo(app.system, url);
  say(`Carillon’s demo is at ${url}`);
  if (!demo) return say('This folder holds other data than a demo’s; nothing was added to it.');
  say('Sign in as one of these people; in a second browser or a private window as another:');
  for (const person of demo.people) say(`  ${person.email.padEnd(28)} ${person.password}   ${person.name}`);
  say(`Then meet: ${demo.meetingUrl}`);
  say(`The logins also stand in ${demoFilePath(config.dataFolder)} and at ${url}/demo`);
}

run().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof FolderInUse || error instanceof DatabaseIsNewer;
  process.stderr.write(expected ? `${(error as Error).message}\n` : `Carillon could not start: ${(error as Error).stack}\n`);
  process.exit(1);
});
