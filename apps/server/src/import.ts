import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '@carillon/kernel/clock.js';
import { canonicalRequest } from '@carillon/server/edge/aws/canonical-request.js';
import { formatAmzDate, signatureOf } from '@carillon/server/edge/aws/sigv4.js';
import { readImportFile, roomNameOf, type ImportFile } from '@carillon/client/import-file.js';

/**
 * `npm run import`: moves people and rooms in from the CSV files that Chime exported. It asks a running server, with the keys of an administrator in
 * AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), in batches; running it again is harmless.
 */
const USAGE = `npm run import -- --endpoint https://your.host --account <AccountId> [--dry-run] [--send-invitations] [--users people.csv]… [--room "Room name.csv"]…`;
const BATCH = 100;
const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Result {
  Key: string;
  Outcome: string;
  Message?: string;
}

interface Target {
  endpoint: string;
  account: string;
  dryRun: boolean;
  invitations: boolean;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'endpoint': { type: 'string' }, 'account': { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, 'send-invitations': { type: 'boolean', default: false },
      'users': { type: 'string', multiple: true, default: [] }, 'room': { type: 'string', multiple: true, default: [] },
    },
  });
  const { endpoint, account } = values;
  if (endpoint === undefined || account === undefined || !URL.canParse(endpoint) || values.users.length + values.room.length === 0) throw new Error(USAGE);
  const target = { endpoint: new URL(endpoint).origin, account, dryRun: values['dry-run'], invitations: values['send-invitations'] };
  if (target.dryRun) say('Dry run: nothing is changed.');
  for (const path of values.users) await importUsers(target, path);
  for (const path of values.room) await importRoom(target, path);
}

async function importUsers(target: Target, path: string): Promise<void> {
  const file = readImportFile(path, readFileSync(path));
  const results: Result[] = [];
  for (const people of batches(file)) {
    const Users = people.map(({ email, name }) => ({ Email: email, ...(name !== undefined && { DisplayName: name }) }));
    results.push(...((await ask(target, 'users?operation=import', { Users, DryRun: target.dryRun, SendInvitations: target.invitations }))['Results'] as Result[]));
  }
  tell(path, file, results);
}

async function importRoom(target: Target, path: string): Promise<void> {
  const file = readImportFile(path, readFileSync(path));
  const results: Result[] = [];
  let outcome = 'Unchanged';
  for (const people of batches(file)) {
    const Members = people.map(({ email, role }) => ({ Email: email, Role: role }));
    const answer = await ask(target, 'rooms?operation=import', { Name: roomNameOf(path), Members, DryRun: target.dryRun });
    if (answer['Outcome'] === 'Created') outcome = 'Created';
    results.push(...(answer['Members'] as Result[]));
  }
  tell(`${path} (room "${roomNameOf(path)}": ${outcome.toLowerCase()})`, file, results);
}

function* batches({ people }: ImportFile) {
  for (let i = 0; i < people.length; i += BATCH) yield people.slice(i, i + BATCH);
}

function tell(what: string, { refused }: ImportFile, results: readonly Result[]): void {
  const count = (outcome: string) => results.filter(one => one.Outcome === outcome).length;
  say(`${what}: ${count('Created')} created, ${count('Updated')} updated, ${count('Unchanged')} unchanged, ${count('Refused') + refused.length} refused`);
  for (const { Key, Message } of results.filter(one => one.Outcome === 'Refused')) say(`  ${Key}: ${Message ?? 'refused'}`);
  for (const line of refused) say(`  line ${line}: no e-mail address`);
}

async function ask(target: Target, path: string, body: object): Promise<Record<string, unknown>> {
  const url = `/accounts/${encodeURIComponent(target.account)}/${path}`;
  const text = JSON.stringify(body);
  const response = await fetch(`${target.endpoint}${url}`, { method: 'POST', body: text, headers: sign(target.endpoint, url, text) });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok) throw new Error(`The server refused: ${String(answer['Message'] ?? response.statusText)}`);
  return answer;
}

function sign(endpoint: string, url: string, body: string): Record<string, string> {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env;
  if (!id || !secret) throw new Error('Put the keys of an administrator into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const amzDate = formatAmzDate(systemClock.now());
  const scope = { date: amzDate.slice(0, 8), region: 'us-east-1', service: 'chime' };
  const headers: Record<string, string> = { 'content-type': 'application/json', 'host': new URL(endpoint).host, 'x-amz-date': amzDate, ...(token && { 'x-amz-security-token': token }) };
  const names = Object.keys(headers).toSorted();
  const hash = createHash('sha256').update(body).digest('hex');
  const canonical = canonicalRequest({ method: 'POST', url, rawHeaders: [] }, new Map(Object.entries(headers).map(([name, value]) => [name, [value]])), names, hash, false);
  return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${id}/${scope.date}/us-east-1/chime/aws4_request, SignedHeaders=${names.join(';')}, Signature=${signatureOf(secret, scope, amzDate, canonical)}` };
}

run().catch((error: unknown) => {
  say((error as Error).message);
  process.exitCode = 1;
});
