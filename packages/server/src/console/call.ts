import type { Caller } from '../door.js';
import type { Call } from '../operation.js';

/** The console is in no region; policies and records see the first one. */
export const CONSOLE_REGION = 'us-east-1';

/** How a request of the console came in, for conditions of policies and for the record. */
export function callOf(caller: Pick<Caller, 'requestId' | 'address' | 'userAgent' | 'secure'>, path: string): Call {
  return { requestId: caller.requestId, sourceAddress: caller.address, userAgent: caller.userAgent, secure: caller.secure, region: CONSOLE_REGION, path };
}
