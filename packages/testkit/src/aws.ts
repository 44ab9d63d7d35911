import { canonicalRequest, sha256Hex } from '@carillon/server/edge/aws/canonical-request.js';
import { formatAmzDate, signatureOf } from '@carillon/server/edge/aws/sigv4.js';
import { createAdministrator } from '@carillon/server/iam/create-administrator.js';
import { createCtx, inTransaction } from '@carillon/server/platform/create-ctx.js';
import type { World } from './world.js';

export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** An administrator's key in the owner account that the world was set up with, or in a new one. */
export async function createAdministratorKey(world: World, ownerAccountId?: string): Promise<AwsCredentials & { ownerAccountId: string }> {
  const { system } = world.app;
  const owner = ownerAccountId ?? (await firstOwner(world));
  const key = await system.tx(tx => createAdministrator(inTransaction(createCtx(system, { kind: 'system' }, system.origin), tx), owner, `administrator-${system.ids.next().slice(-6)}`));
  return { ...key, ownerAccountId: owner };
}

/** Another owner account, for tests of what must not be reached. */
export async function createOwnerAccount(world: World, id: string): Promise<string> {
  const { system } = world.app;
  await system.sql.insertInto('owner_account').values({ id, name: `Owner ${id}`, created_at: system.now(), alias: null }).execute();
  return id;
}

async function firstOwner(world: World): Promise<string> {
  return (await world.app.system.sql.selectFrom('owner_account').select('id').orderBy('created_at').limit(1).executeTakeFirstOrThrow()).id;
}

/** What an SDK's client is made with to reach a service of the world. Its clock is the world's. */
export function clientConfig(world: World, credentials: AwsCredentials, service?: string) {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    endpoint: `${world.url}${service === undefined ? '' : `/aws/${service}`}`, region: 'us-east-1', maxAttempts: 1, systemClockOffset: world.clock.now() - Date.now(),
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
  };
}

export interface SignedCall {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
  /** What it is signed for; `chime` without it. */
  service?: string;
}

/** A request that no client of a package makes: signed by the server's own code, which other tests compare with the SDK's. */
export async function signedFetch(world: World, key: AwsCredentials, call: SignedCall): Promise<{ status: number; type: string | null; text: string }> {
  const body = call.body ?? '';
  const amzDate = formatAmzDate(world.clock.now());
  const scope = { date: amzDate.slice(0, 8), region: 'us-east-1', service: call.service ?? 'chime' };
  const headers: Record<string, string> = { ...call.headers, 'host': new URL(world.url).host, 'x-amz-date': amzDate, ...(key.sessionToken !== undefined && { 'x-amz-security-token': key.sessionToken }) };
  const names = Object.keys(headers).toSorted();
  const canonical = canonicalRequest({ method: call.method, url: call.path, rawHeaders: [] }, new Map(Object.entries(headers).map(([name, value]) => [name, [value]])), names, sha256Hex(body), false);
  const authorization = `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope.date}/us-east-1/${scope.service}/aws4_request, SignedHeaders=${names.join(';')}, Signature=${signatureOf(key.secretAccessKey, scope, amzDate, canonical)}`;
  const response = await fetch(`${world.url}${call.path}`, { method: call.method, headers: { ...headers, authorization }, ...(body !== '' && { body }) });
  return { status: response.status, type: response.headers.get('x-amzn-errortype'), text: await response.text() };
}

/** An operation that no SDK has: signed, its answer read as JSON. */
export async function consoleCall(world: World, key: AwsCredentials, method: string, path: string, body?: object): Promise<{ status: number; type: string | null; body: Record<string, unknown> }> {
  const { status, type, text } = await signedFetch(world, key, { method, path, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status, type, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** The name of the typed exception that an SDK threw. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as Error).name;
  }
  throw new Error('It was accepted.');
}
