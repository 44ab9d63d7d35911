import { parseArgs } from 'node:util';
import { ChatRooms, content } from './chat-room.js';
import { machine, median, round } from './figures.js';
import type { PeopleAnswer, PeopleCommand } from './xmpp-sockets.js';
import { ask, startProcess } from './processes.js';
import { within } from './within.js';
import { startEjabberd, startProsody, type XmppServer } from './xmpp-servers.js';

/**
 * One chat message to the N people of a room with a history, by us, by ejabberd and by Prosody in one run, in rounds that take turns: CPU time of the
 * server's process alone for each delivery, median of the rounds. The others' history is their archive (XEP-0313); permission is what each server
 * asks before it lets somebody speak. No TLS anywhere.
 *
 *     npm run bench -- chat-peers [--n 1000] [--json]
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '1000' }, json: { type: 'boolean', default: false } } });
const n = Number(values.n);
const ROUNDS = 5;
const MESSAGES = 12;
const TOGETHER = 20;
const WARM_UP = 40;

const say = (line: string) => void process.stderr.write(`${line}\n`);

interface Peer { server: XmppServer; send(messages: number, atOnce?: boolean): Promise<number>; stop(): Promise<void> }

/** The server with a full room; `send` gives CPU microseconds a delivery. */
async function fill(server: XmppServer): Promise<Peer> {
  const people = startProcess('./xmpp-sockets.ts');
  const stop = async () => {
    people.kill('SIGKILL');
    await server.stop();
  };
  const tell = (command: PeopleCommand) => ask<PeopleAnswer>(people, command);
  try {
    await tell({ kind: 'join', port: server.port, count: n });
  } catch (error) {
    await stop();
    throw error;
  }
  const send = async (messages: number, atOnce = false) => {
    const before = server.cpuUs();
    await tell({ kind: 'send', contents: Array.from({ length: messages }, content), atOnce });
    return (server.cpuUs() - before) / (messages * n);
  };
  return { server, send, stop };
}

const peers: Peer[] = [];
const figures = new Map<string, number[]>();
const note = (name: string, us: number) => figures.set(name, [...(figures.get(name) ?? []), us]);
let ours: ChatRooms | undefined;
try {
  const here = (process.env['CARILLON_BENCH_PEERS'] ?? '').split(',');
  for (const [name, start] of [['ejabberd', startEjabberd], ['prosody', startProsody]] as const) {
    if (!here.includes(name)) {
      say(`${name} is not installed and left out.`);
      continue;
    }
    say(`Filling a room of ${n} on ${name} …`);
    const peer = await fill(await start());
    peers.push(peer);
    await peer.send(WARM_UP);
  }
  say(`Filling a room of ${n} on ours …`);
  ours = await within(300, 'our server', ChatRooms.start([n]));
  await within(120, 'our people', ours.connect(n));
  await ours.oneByOne(n, 4);
  for (let turn = 0; turn < ROUNDS; turn++) {
    say(`Round ${turn + 1} of ${ROUNDS} …`);
    note('usPerDelivery', (await ours.oneByOne(n, MESSAGES)).us);
    note('burstUsPerDelivery', (await ours.atOnce(n)).us);
    for (const { server, send } of peers) {
      note(`${server.name}UsPerDelivery`, await within(120, `${MESSAGES} messages by ${server.name}`, send(MESSAGES)));
      note(`${server.name}BurstUsPerDelivery`, await within(120, `${TOGETHER} messages at once by ${server.name}`, send(TOGETHER, true)));
    }
  }
} finally {
  await Promise.allSettled([...peers.map(peer => peer.stop()), ours?.stop()]);
}
const medians = Object.fromEntries([...figures].map(([name, list]) => [name, round(median(list), 2)]));
const ratioTo = (name: string) => round((medians['usPerDelivery'] ?? 0) / (medians[`${name}UsPerDelivery`] ?? 0), 2);
const ratios = Object.fromEntries(peers.map(({ server: { name } }) => [`${name}Ratio`, ratioTo(name)]));
for (const [name, us] of Object.entries(medians)) say(`${name}: ${us}`);
if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'chat-peers', n, db: 'pglite', ...medians, ...ratios, ...machine() })}\n`);
