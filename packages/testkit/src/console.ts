import * as wire from '@carillon/wire/rest/console.js';
import type { Browser } from './browser.js';
import { PASSWORD, type World } from './world.js';

/** The console as a page of it asks: devices that are signed in there, and operations by name. */

/** A device of the root user, whose address and password are those of the set-up; and the owner account's number. */
export async function signInAsRoot(world: World, email = 'olga@acme.example'): Promise<{ root: Browser; ownerAccountId: string }> {
  const root = world.browser();
  const { identity } = await root.call(wire.signInToConsole, { body: { as: 'root', email, password: PASSWORD } });
  return { root, ownerAccountId: identity.ownerAccountId };
}

/** An operation, as whoever is signed in to the console with this device. The caller knows what it answers. */
export async function perform<T>(device: Browser, operation: string, body: Record<string, unknown> = {}): Promise<T> {
  return (await device.call(wire.performConsoleOperation, { params: { operation }, body })) as T;
}

/** A new IAM user with one of AWS's own policies, signed in to the console. */
export async function addAdministrator(world: World, root: Browser, name: string, policy: string): Promise<Browser> {
  await perform(root, 'iam:CreateUser', { UserName: name });
  await perform(root, 'iam:CreateLoginProfile', { UserName: name, Password: PASSWORD });
  await perform(root, 'iam:AttachUserPolicy', { UserName: name, PolicyArn: `arn:aws:iam::aws:policy/${policy}` });
  const { identity } = await root.call(wire.getConsoleSession);
  const device = world.browser();
  await device.call(wire.signInToConsole, { body: { as: 'user', account: identity!.ownerAccountId, userName: name, password: PASSWORD } });
  return device;
}
