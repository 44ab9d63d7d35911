import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ServerAnswer, ServerCommand } from './chat-messages.js';
import { machine, round } from './figures.js';
import type { PeopleAnswer, PeopleCommand } from './presence-people.js';

/**
 * What it costs when everybody comes at once: N people with live sessions connect as fast as the machine lets them, each with 30 people on screen, and
 * hear who of them is here. CPU time of all threads of the server process for each connection; it must not grow with N. `seconds` is
 * how long all of them took, which for 10,000 should be less than a minute on a calm machine.
 *
 *     npm run bench -- presence [--n 1000,10000] [--json]
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '1000,10000' }, json: { type: 'boolean', default: false } } });
const sizes = values.n.split(',').map(Number);

/** Who come first and are not counted: a server that has run for a while has compiled what a connection uses. */
const WARM_UP = 500;

const say = (line: string) => void process.stderr.write(`${line}\n`);
const start = (file: string) => fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

async function ask<Answer>(child: ChildProcess, command: ServerCommand | PeopleCommand): Promise<Answer> {
  const answer = once(child, 'message') as Promise<[Answer]>;
  child.send(command);
  return (await answer)[0];
}

interface Row { n: number; usPerConnection: number; seconds: number; told: number }

async function measure(n: number): Promise<Row> {
  const server = start('./chat-server.ts');
  const people = start('./presence-people.ts');
  const [listening] = (await once(server, 'message')) as [Extract<ServerAnswer, { kind: 'listening' }>];
  say(`Making ${n + WARM_UP} people …`);
  const seeded = await ask<Extract<ServerAnswer, { kind: 'seeded' }>>(server, { kind: 'seed', count: n + WARM_UP, rooms: [] });
  const usage = async () => (await ask<Extract<ServerAnswer, { kind: 'usage' }>>(server, { kind: 'usage' })).cpuUs;
  const come = (from: number, to: number) => ask<PeopleAnswer>(people, { url: listening.url, cookies: seeded.cookies.slice(from, to), people: seeded.people.slice(from, to) });
  await come(n, n + WARM_UP);
  say(`Connecting ${n} people …`);
  const before = await usage();
  const { seconds, told } = await come(0, n);
  const usPerConnection = ((await usage()) - before) / n;
  const ended = Promise.all([once(server, 'exit'), once(people, 'exit')]);
  server.disconnect();
  people.disconnect();
  await ended;
  return { n, usPerConnection: Math.round(usPerConnection), seconds: round(seconds, 1), told };
}

const rows: Row[] = [];
for (const n of sizes) {
  const row = await measure(n);
  say(`${n} people: ${row.usPerConnection} µs a connection, all connected in ${row.seconds} s, ${row.told} presences told`);
  rows.push(row);
}
const ratio = round((rows.at(-1)?.usPerConnection ?? 0) / (rows[0]?.usPerConnection ?? 1), 2);
say(`A connection of the last costs ${ratio} times one of the first.`);
const bySize = Object.fromEntries(rows.flatMap(row => [[`cpuUsPerConnection${row.n}`, row.usPerConnection], [`seconds${row.n}`, row.seconds]]));
if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'presence', db: 'pglite', ...bySize, ratio, ...machine() })}\n`);
