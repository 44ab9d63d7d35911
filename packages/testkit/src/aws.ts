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
