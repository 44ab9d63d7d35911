import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as chime from '@aws-sdk/client-chime';
import { clientConfig, createAdministratorKey } from '@carillon/testkit/aws.js';
import { BotServer } from '@carillon/testkit/bot-server.js';
import { createWorld, makeEnterprise, setUpOwner, verifyDomain } from '@carillon/testkit/world.js';
import { MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { insertMembers } from '@carillon/server/chat/store.js';
import { writeMention } from '@carillon/wire/mentions.js';
import * as bots from '@carillon/wire/rest/bots.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { machine, quantile, round } from './figures.js';
import { seedPeople } from './seed-people.js';
import { SteadySender } from './steady-sending.js';

/**
 * What a bot that answers nothing costs everybody else: people write into one room at a steady pace, while in another 10,000 messages are written, first
 * plain ones and then as many that mention a bot whose endpoint takes the connection and stays silent. The difference between the two p99 is the bot's.
 *
 *     npm run bench -- bots [--mentions 10000] [--json]
 */
const { values } = parseArgs({ options: { mentions: { type: 'string', default: '10000' }, json: { type: 'boolean', default: false } } });
const MENTIONS = Number(values.mentions);
const EVERY_MS = 50;
const FLOOD_EVERY_MS = 15;
const WARM_UP = 1_000;
/** Each may send 120 messages a minute. */
const PEOPLE = 100;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const server = new BotServer();
await server.listen();
const world = await createWorld(['--bots-allow-hosts', 'localhost', '--bots-ca-file', server.caFile]);
const { system } = world.app;
const olga = await setUpOwner(world);
await makeEnterprise(world, olga);
await verifyDomain(world, olga);
const client = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world)));
const AccountId = olga.me.account!.id;
const { people, cookies } = await seedPeople(system, AccountId, PEOPLE);
const room = async (name: string): Promise<ChannelId> => {
  const { id } = (await olga.call(chat.createRoom, { body: { name, personIds: [] } })).channel;
  await system.tx(tx => insertMembers(tx.sql, id, people.map(person => ({ id: person, kind: 'person', role: 'Member' })), system.now()));
  return id;
};
const [flooded, calm] = [await room('Flooded'), await room('Calm')];
const bot = (await client.send(new chime.CreateBotCommand({ AccountId, DisplayName: 'dead', Domain: 'acme.example' }))).Bot!;
await client.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId: bot.BotId, OutboundEventsHTTPSEndpoint: server.answer('/dead') }));
await olga.call(bots.addRoomBot, { params: { channelId: flooded }, body: { email: bot.BotEmail! } });
server.answer('/dead', () => 'silence');

// As a server that is started: jobs run by themselves, and time passes.
system.jobs.start(system);
// The first turn of what runs once an hour or a day, tidying the tables among it, is over before anything is measured; what runs each minute goes on.
world.clock.advance(MINUTE_MS + SECOND_MS);
const time = setInterval(() => world.clock.advance(100), 100);
const [writers, flooders] = [new SteadySender(), new SteadySender()];

/** Latencies in the calm room while so many messages are written in the other. */
async function whileFlooded(count: number, content?: string): Promise<number[]> {
  writers.start({ url: world.url, cookies, channelIds: [calm], everyMs: EVERY_MS });
  flooders.start({ url: world.url, cookies, channelIds: [flooded], everyMs: FLOOD_EVERY_MS, count, ...(content !== undefined && { content }) });
  await sleep(count * FLOOD_EVERY_MS + 1_000);
  await flooders.stop();
  return writers.stop();
}

await whileFlooded(WARM_UP);
say(`${MENTIONS} plain messages …`);
const plain = await whileFlooded(MENTIONS);
say(`${MENTIONS} mentions of a bot that is silent …`);
const mentioned = await whileFlooded(MENTIONS, `${writeMention(bot.BotId as never, 'dead')} are you there? A message of an ordinary length, as people write them.`);
const tried = server.requests('/dead').length;
clearInterval(time);
await Promise.all([writers.end(), flooders.end()]);
await world.stop();
server.close();
const p99 = { plain: round(quantile(plain, 0.99), 1), mentioned: round(quantile(mentioned, 0.99), 1) };
const figures = { bench: 'bots', mentions: MENTIONS, plainP99Ms: p99.plain, mentionedP99Ms: p99.mentioned, raisedMs: round(p99.mentioned - p99.plain, 1), plainP50Ms: round(quantile(plain, 0.5), 1), mentionedP50Ms: round(quantile(mentioned, 0.5), 1), tried, ...machine() };
say(`p99 of ordinary messages ${p99.plain} ms beside plain ones, ${p99.mentioned} ms beside mentions: ${figures.raisedMs} ms more; ${tried} requests to the silent endpoint`);
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
