import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChimeClient, ListAccountsCommand, ListUsersCommand } from '@aws-sdk/client-chime';
import { readDemo, startServer } from '@carillon/testkit/server-process.js';
import { signatureOf, formatAmzDate } from '@carillon/server/edge/aws/sigv4.js';
import { canonicalRequest } from '@carillon/server/edge/aws/canonical-request.js';

/**
 * What one signed, authorised and audited GetUser costs the server, in CPU time of its processes, beside a bare fastify route that
 * answers as many bytes. With CARILLON_BENCH_DATABASE_URL on PostgreSQL, whose own CPU is not counted.
 */
const COUNT = 6_000;
const WARM_UP = 1_500;
const AT_ONCE = 8;
const ROUNDS = 5;
const TICKS_PER_S = 100;

/** CPU of all threads of a process and its children, in microseconds (Linux). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) * (1_000_000 / TICKS_PER_S);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return own + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0);
}

async function drive(port: number, path: string, headersOf: () => Record<string, string>, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let left = count;
  const one = () => new Promise<void>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, headers: headersOf() }, response => {
      if (response.statusCode !== 200) fail(new Error(`The answer was ${response.statusCode}.`));
      response.resume().once('end', done);
    });
    sent.once('error', fail);
    sent.end();
  });
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) await one();
  }));
  agent.destroy();
}

/** Median of the rounds, in microseconds a request. */
async function measure(pid: number, run: (count: number) => Promise<void>): Promise<number> {
  await run(WARM_UP);
  const rounds: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const before = cpuOf(pid);
    await run(COUNT);
    rounds.push((cpuOf(pid) - before) / COUNT);
  }
  return rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

async function bareRoute(bytes: number): Promise<{ port: number; child: ChildProcess }> {
  const child = fork(fileURLToPath(new URL('./api-bare.mjs', import.meta.url)), [String(bytes)]);
  const port = await new Promise<number>(done => child.once('message', message => done(message as number)));
  return { port, child };
}

const folder = mkdtempSync(join(tmpdir(), 'carillon-bench-'));
const databaseUrl = process.env['CARILLON_BENCH_DATABASE_URL'];
const server = await startServer(folder, ['--demo', ...(databaseUrl === undefined ? [] : ['--database-url', databaseUrl])]);
try {
  const { accessKeyId, secretAccessKey } = readDemo(folder)!;
  const client = new ChimeClient({ endpoint: server.url, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey } });
  const { Accounts } = await client.send(new ListAccountsCommand({}));
  const { Users } = await client.send(new ListUsersCommand({ AccountId: Accounts![0]!.AccountId! }));
  const path = `/accounts/${Accounts![0]!.AccountId}/users/${Users![0]!.UserId}`;
  const { port, host } = new URL(server.url);
  const empty = createHash('sha256').update('').digest('hex');
  const sign = () => {
    const amzDate = formatAmzDate(Date.now());
    const scope = { date: amzDate.slice(0, 8), region: 'us-east-1', service: 'chime' };
    const headers = { host, 'x-amz-date': amzDate };
    const canonical = canonicalRequest({ method: 'GET', url: path, rawHeaders: [] }, new Map(Object.entries(headers).map(([name, value]) => [name, [value]])), ['host', 'x-amz-date'], empty, false);
    const signature = signatureOf(secretAccessKey, scope, amzDate, canonical);
    return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.date}/us-east-1/chime/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}` };
  };
  const usPerRequest = await measure(server.child.pid!, count => drive(Number(port), path, sign, count));
  const bare = await bareRoute(420);
  const bareUs = await measure(bare.child.pid!, count => drive(bare.port, '/', () => ({}), count));
  bare.child.kill();
  console.log(JSON.stringify({
    bench: 'api', db: databaseUrl === undefined ? 'pglite' : 'postgresql', count: COUNT, atOnce: AT_ONCE, usPerRequest: Math.round(usPerRequest), bareUs: Math.round(bareUs),
    machine: cpus()[0]?.model, cores: cpus().length, node: process.version,
  }));
} finally {
  await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
