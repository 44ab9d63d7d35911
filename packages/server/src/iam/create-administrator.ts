import type { Ctx } from '../ctx.js';
import { makeKey } from './credentials.js';
import { insertUser } from './entity-store.js';
import { newIamId } from './names.js';
import { insertAttachment } from './policy-store.js';

/** An IAM user who may do everything in the owner account, with a first access key. For set-up and the demo: inside a transaction. */
export async function createAdministrator(ctx: Ctx, ownerAccountId: string, name: string): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  const id = newIamId(ctx.chance, 'AIDA');
  await insertUser(ctx.sql, { id, ownerAccountId, name, path: '/', boundaryArn: null, createdAt: ctx.now() });
  await insertAttachment(ctx.sql, ownerAccountId, id, 'arn:aws:iam::aws:policy/AdministratorAccess');
  const key = await makeKey(ctx, ownerAccountId, id);
  return { accessKeyId: key.id, secretAccessKey: key.secret };
}
