import type { IncomingMessage } from 'node:http';

/** Paths that are the app's own, whatever a request carries. */
const OWN_PATHS = /^\/((api|media|assets|incomingwebhooks)\/|(healthz|readyz|metrics)(\?|$))/;
/** What CloudFront adds to every request it passes on. */
const NOT_OURS = 'x-amz-cf-';

/**
 * Whether a request is for the AWS endpoint, which shares the port with the app (architecture, section 4): signed, below
 * `/aws/`, or sent by an SDK or the CLI without a signature, which is refused there in their own words.
 */
export function isForAws({ url = '', headers }: IncomingMessage): boolean {
  if (OWN_PATHS.test(url)) return false;
  if (/^\/aws(\/|\?|$)/.test(url)) return true;
  if (headers.authorization?.startsWith('AWS4-') === true || url.includes('X-Amz-Signature=')) return true;
  if (/^aws-(cli|sdk-)/i.test(headers['user-agent'] ?? '')) return true;
  for (const name in headers) if ((name.startsWith('x-amz-') && !name.startsWith(NOT_OURS)) || name.startsWith('amz-sdk-')) return true;
  return false;
}
