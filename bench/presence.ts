import { parseArgs } from 'node:util';
import type { ServerAnswer, ServerCommand } from './chat-messages.js';
import { machine, round } from './figures.js';
import { ask, endProcesses, hear, startProcess } from './processes.js';
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

interface Row { n: number; usPerConnection: number; seconds: number; told: number }

async function measure(n: number): Promise<Row> {
  const server = startProcess('./chat-server.ts');
  const people = startProcess('./presence-people.ts');
  const listening = await hear<Extract<ServerAnswer, { kind: 'listening' }>>(server);
  say(`Making ${n + WARM_UP} people …`);
  const seeded = await ask<Extract<ServerAnswer, { kind: 'seeded' }>>(server, { kind: 'seed', count: n + WARM_UP, rooms: [] } satisfies ServerCommand);
  const usage = async () => (await ask<Extract<ServerAnswer, { kind: 'usage' }>>(server, { kind: 'usage' } satisfies ServerCommand)).cpuUs;
  const come = (from: number, to: number) => ask<PeopleAnswer>(people, { url: listening.url, cookies: seeded.cookies.slice(from, to), people: seeded.people.slice(from, to) } satisfies PeopleCommand);
  await come(n, n + WARM_UP);
  say(`Connecting ${n} people …`);
  const before = await usage();
  const { seconds, told } = await come(0, n);
  const usPerConnection = ((await usage()) - before) / n;
  await endProcesses(server, people);
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
