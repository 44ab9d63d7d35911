import { systemClock } from '@carillon/kernel/clock.js';
import { systemTimers } from '@carillon/media/net/timers.js';
import { startMediaNode, type MediaLink } from '@carillon/media/node.js';
import { createLog } from '@carillon/server/platform/log.js';
import type { MediaCommand, MediaNodeConfig } from '@carillon/wire/media.js';

/** The media node's process: everything native lives here, so that a fault in it takes nothing else. */

const link: MediaLink = {
  report: report => void process.send?.(report),
  onCommand: listener => void process.on('message', message => listener(message as MediaCommand)),
  onClose: listener => void process.on('disconnect', listener),
};

async function run(): Promise<void> {
  // The parent, built from the same tree, wrote it.
  const config = JSON.parse(process.argv[2] ?? '') as MediaNodeConfig;
  const log = createLog(config.logLevel);
  // Ctrl-C reaches the whole group: the parent decides when this process ends.
  process.on('SIGINT', () => {});
  const node = await startMediaNode(config, link, {
    workerEntry: new URL('./media-worker.js', import.meta.url),
    clock: systemClock,
    timers: systemTimers,
    log: (level, message, fields = {}) => log[level](fields, message),
  });
  const stop = () => void node.stop().finally(() => process.exit(0));
  process.on('disconnect', stop);
  process.on('message', message => {
    if ((message as MediaCommand).kind === 'stop') stop();
  });
}

run().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
