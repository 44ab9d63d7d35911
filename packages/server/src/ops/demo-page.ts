import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFound } from '@carillon/kernel/errors.js';
import { getDemo } from '@carillon/wire/rest/identity.js';
import { handle, type RestDoor } from '../door.js';
import { readMailFolder } from '../platform/mail.js';

/** What `demo.json` holds. */
export interface DemoFile {
  url: string;
  people: { name: string; email: string; password: string }[];
  meetingUrl: string;
  ownerAccountId: string;
  rootEmail: string;
  rootPassword: string;
  region: string;
  /** Of an administrator, for the AWS CLI and the SDKs. */
  accessKeyId: string;
  secretAccessKey: string;
}

/** Where the demo’s logins are written. */
export function demoFilePath(dataFolder: string): string {
  return join(dataFolder, 'demo.json');
}

/** Demo mode only: logins and mails for whoever reaches the page. In every other mode it does not exist. */
export const demoDoors: readonly RestDoor[] = [
  handle(getDemo, async ctx => {
    const path = demoFilePath(ctx.config.dataFolder);
    if (!ctx.config.demo || !existsSync(path)) throw notFound('page');
    const demo = JSON.parse(readFileSync(path, 'utf8')) as DemoFile;
    const mails = await readMailFolder(ctx.config.dataFolder);
    return {
      people: demo.people.map(({ name, email, password }) => ({ displayName: name, email, password })),
      meetingUrl: demo.meetingUrl,
      root: { email: demo.rootEmail, password: demo.rootPassword },
      mails: mails.map(({ to, subject, text, at }) => ({ to, subject, text, at })),
    };
  }),
];
