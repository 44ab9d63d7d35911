import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ServerAnswer, ServerCommand } from './chat-messages.js';
import type { PeopleAnswer, PeopleCommand } from './presence-people.js';

/**
 * What it costs when everybody comes at once: N people with live sessions connect within a minute, each with 30 people on screen, and hear who of them is
 * here. CPU time of all threads of the server process for each connection; it must not grow with N.
 *
 *     npm run bench -- presence [--n 2500,5000,10000] [--json]
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '2500,5000,10000' }, json: { type: 'boolean', default: false } } });
const sizes = values.n.split(',').map(Number);

const say = (line: string) => void process.stderr.write(`${line}\n`);
const start = (file: string) => fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

async function ask<Answer>(child: ChildProcess, command: ServerCommand | PeopleCommand): Promise<Answer> {
  const answer = once(child, 'message') as Promise<[Answer]>;
  child.send(command);
  return (await answer)[0];
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

async function measure(n: number): Promise<{ n: number; usPerConnection: number; seconds: number; told: number }> {
  const server = start('./chat-server.ts');
  const [listening] = (await once(server, 'message')) as [Extract<ServerAnswer, { kind: 'listening' }>];
  say(`Making ${n} people …`);
  const seeded = await ask<Extract<ServerAnswer, { kind: 'seeded' }>>(server, { kind: 'seed', count: n, rooms: [] });
  const people = start('./presence-people.ts');
  const usage = async () => (await ask<Extract<ServerAnswer, { kind: 'usage' }>>(server, { kind: 'usage' })).cpuUs;
  const before = await usage();
  say(`Connecting ${n} people …`);
  const { seconds, told } = await ask<PeopleAnswer>(people, { url: listening.url, cookies: seeded.cookies, people: seeded.people });
  const usPerConnection = ((await usage()) - before) / n;
  server.disconnect();
  people.disconnect();
  await Promise.all([once(server, 'exit'), once(people, 'exit')]);
  return { n, usPerConnection: Math.round(usPerConnection), seconds: round(seconds, 1), told };
}

const rows = [];
for (const n of sizes) {
  const row = await measure(n);
  say(`${n} people: ${row.usPerConnection} µs a connection, all connected in ${row.seconds} s, ${row.told} presences told`);
  rows.push(row);
}
const growth = round((rows.at(-1)?.usPerConnection ?? 0) / (rows[0]?.usPerConnection ?? 1), 2);
say(`The last is ${growth} times the first.`);
if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'presence', db: 'pglite', rows, growth, machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, node: process.version })}\n`);
