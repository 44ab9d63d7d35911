import type { Ctx } from '../ctx.js';
import { badRequest } from '@carillon/kernel/errors.js';
import { accessObject, openBytes } from './get-object.js';
import type { ChecksumAlgorithm, ObjectRow, StoredBytes } from './model.js';
import { checkConditions, readRange, type ReadConditions } from './object-conditions.js';
import { storeBytes } from './store-bytes.js';

export interface CopySource extends ReadConditions {
  readonly bucket: string;
  readonly key: string;
  /** `bytes=0-9`, of a part's copy. */
  readonly range?: string | undefined;
}

/** An object's bytes, or a range of them, stored once more; they have no name yet. PreconditionFailed when the source is another one. */
export async function copyBytes(ctx: Ctx, source: CopySource, algorithm: ChecksumAlgorithm | undefined): Promise<{ source: ObjectRow; stored: StoredBytes }> {
  const object = await accessObject(ctx, source.bucket, source.key);
  if (checkConditions(object, source) === 'not-modified') throw badRequest('At least one of the pre-conditions you specified did not hold', 'PreconditionFailed');
  const range = readRange(source.range, object.bytes);
  if (source.range !== undefined && !range) throw badRequest('The range of a copy has the form bytes=first-last.', 'InvalidArgument');
  const content = await openBytes(ctx, object, range);
  if (!content) throw badRequest('The source was replaced in this moment. Copy it again.', 'PreconditionFailed');
  return { source: object, stored: await storeBytes(ctx, { content, algorithm: algorithm ?? (object.checksum?.type === 'FULL_OBJECT' ? object.checksum.algorithm : undefined) }) };
}
