import type { IncomingMessage } from 'node:http';
import { badRequest } from '@carillon/kernel/errors.js';
import { escapeRfc3986 } from '@carillon/kernel/percent-encoding.js';
import { callOf } from '../console/call.js';
import { findConsoleSession, signedOut } from '../console/sessions.js';
import { createCtx } from '../platform/create-ctx.js';
import { checkStated } from './aws/s3/payload.js';
import type { S3DoorParts } from './aws/s3/s3-door.js';
import { readAddress, type S3Answer } from './aws/s3/s3-request.js';
import { UNSIGNED_PAYLOAD } from './aws/sigv4.js';
import { CONSOLE_COOKIE, readSessionCookie } from './cookies.js';
import { checkOwnPage } from './own-page.js';
import { userAgentOf } from './request-origin.js';

/** Whatever an object holds, nothing of it may run on the console's own origin, and no other site may be told of it. */
const CONFINED = { 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' } as const;
const ROOT = '/console/s3';

/** Whether a request is for the console's door to S3. */
export function isForConsoleS3({ url = '' }: IncomingMessage): boolean {
  return /^\/console\/s3(\/|\?|$)/.test(url);
}

/**
 * At `/console/s3` it is whoever is signed in to the console: the same requests as at `/aws/s3`, with the console's cookie in place of a signature.
 * Nobody is AccessDenied (`console-signed-out`), and so is another site's page that would change something (`foreign-page`).
 */
export const askConsoleCookie: Pick<S3DoorParts, 'root' | 'whoAsks' | 'headersOf'> = {
  root: ROOT,
  whoAsks: async ({ request, from, requestId, path, nobody }) => {
    checkOwnPage(request);
    const secret = readSessionCookie(CONSOLE_COOKIE, request.headers.cookie);
    const found = secret === undefined ? undefined : await findConsoleSession(nobody, secret);
    if (!found) throw signedOut();
    const stated = checkStated(String(request.headers['x-amz-content-sha256'] ?? UNSIGNED_PAYLOAD));
    if (stated.startsWith('STREAMING-')) throw badRequest('Bodies in chunks are for requests that are signed.', 'InvalidRequest');
    const caller = { requestId, address: from.address, userAgent: userAgentOf(request), secure: from.secure };
    return { ctx: createCtx(nobody, { kind: 'principal', principal: found.principal, consoleSession: found }, from.origin), call: callOf(caller, path), stated, chunkSigning: undefined };
  },
  headersOf: confine,
};

/**
 * An object is somebody's content on the console's own origin: it is saved, never shown, whatever its writer or the address says of it. Its bytes have no
 * type, so that no page can be made to take them for a script, and no encoding, so that what is saved is what lies in the bucket. Its type is in the
 * answer to HEAD.
 */
function confine(request: IncomingMessage, root: string, { status, headers = {}, stream }: S3Answer): Record<string, string> {
  const { 'content-encoding': encoding, ...rest } = headers;
  const kept: Record<string, string> = stream === undefined && encoding !== undefined ? headers : rest;
  if (headers['content-disposition'] === undefined || status >= 300) return { ...kept, ...CONFINED };
  const name = readAddress(request.url ?? '/', root).key.split('/').findLast(part => part !== '') ?? 'object';
  return { ...kept, ...(stream !== undefined && { 'content-type': 'application/octet-stream' }), 'content-disposition': `attachment; filename*=UTF-8''${escapeRfc3986(name)}`, ...CONFINED };
}
