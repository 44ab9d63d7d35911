import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { isoTime } from '@carillon/kernel/clock.js';
import type { Ctx } from '../ctx.js';

/**
 * Outgoing mail: by SMTP when there is a server, else as a file in `<data>/mail`, which an administrator (or a visitor
 * of the demo) reads.
 */
export interface Mail {
  to: string;
  subject: string;
  /** Plain text; links stand alone on their lines. */
  text: string;
}

export const SEND_MAIL = 'mail.send';
const SMTP_TIMEOUT_MS = 20_000;
const SHOWN_MAX = 50;

/** The job: delivers one mail. A failed try throws, and the queue tries again. */
export async function sendMail(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const mail = payload as unknown as Mail;
  const { smtpUrl, mailFrom, dataFolder } = ctx.config;
  if (smtpUrl === undefined) {
    const folder = join(dataFolder, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${isoTime(ctx.clock.now()).replaceAll(/[:.]/g, '-')}-${ctx.ids.next().slice(-8)}.json`;
    await writeFile(join(folder, name), JSON.stringify({ ...mail, at: isoTime(ctx.clock.now()) }, null, 2), { mode: 0o600 });
    return;
  }
  const transport = createTransport({ url: smtpUrl, connectionTimeout: SMTP_TIMEOUT_MS, greetingTimeout: SMTP_TIMEOUT_MS, socketTimeout: SMTP_TIMEOUT_MS });
  try {
    await transport.sendMail({ from: mailFrom, ...mail });
  } finally {
    transport.close();
  }
}

/** The newest mails that were written into the folder, newest first. */
export async function readMailFolder(dataFolder: string): Promise<(Mail & { at: string })[]> {
  const folder = join(dataFolder, 'mail');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const newest = names.filter(name => name.endsWith('.json')).sort().reverse().slice(0, SHOWN_MAX);
  return Promise.all(newest.map(async name => JSON.parse(await readFile(join(folder, name), 'utf8')) as Mail & { at: string }));
}
