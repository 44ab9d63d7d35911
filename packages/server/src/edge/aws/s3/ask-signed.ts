import { MINUTE_MS } from '@carillon/kernel/clock.js';
import { createCtx } from '../../../platform/create-ctx.js';
import { userAgentOf } from '../../request-origin.js';
import type { RawRequest } from '../canonical-request.js';
import { refusalOfKey, type AwsDoorParts } from '../door.js';
import { checkSignature, readSignature, signText, UNSIGNED_PAYLOAD, type SignatureClaim } from '../sigv4.js';
import type { ChunkSigning } from './chunked-body.js';
import { checkStated } from './payload.js';
import type { S3DoorParts } from './s3-door.js';
import { isPresigned, readAddress } from './s3-request.js';

const ROOT = '/aws/s3';
const SKEW_MS = 15 * MINUTE_MS;

/** At `/aws/s3` it is whoever signed, in a header or in an address. */
export function askSigned(findKey: AwsDoorParts['findKey']): Pick<S3DoorParts, 'root' | 'whoAsks'> {
  return {
    root: ROOT,
    whoAsks: async ({ request, from, requestId, path, nobody }) => {
      const raw: RawRequest = { method: request.method ?? 'GET', url: request.url ?? '/', rawHeaders: request.rawHeaders };
      const claim = readSignature(raw, { service: 's3', nowMs: nobody.clock.now(), skewMs: SKEW_MS });
      // It stands in the last line of what was signed. An address that was signed before says nothing of the body.
      const stated = checkStated(claim.statedPayloadHash ?? (isPresigned(readAddress(raw.url, ROOT).query) ? UNSIGNED_PAYLOAD : undefined));
      const found = await findKey(nobody, claim.accessKeyId, claim.sessionToken);
      if ('refused' in found) throw refusalOfKey(found.refused);
      checkSignature(raw, claim, found.secretAccessKey, stated);
      const call = { requestId, sourceAddress: from.address, userAgent: userAgentOf(request), secure: from.secure, region: claim.scope.region, path };
      return { ctx: createCtx(nobody, { kind: 'principal', principal: found.principal }, from.origin), call, stated, chunkSigning: signingOf(claim, found.secretAccessKey) };
    },
  };
}

function signingOf({ scope, amzDate, signature }: SignatureClaim, secret: string): ChunkSigning {
  const middle = `${amzDate}\n${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  return { seed: signature, sign: (kind, before, hashes) => signText(secret, scope, `AWS4-HMAC-SHA256-${kind}\n${middle}\n${before}\n${hashes}`) };
}
