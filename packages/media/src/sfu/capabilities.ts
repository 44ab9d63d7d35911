import type { MediaCapability } from '@carillon/wire/media.js';

/** May give it. */
export function sends(capability: MediaCapability): boolean {
  return capability === 'SendReceive' || capability === 'Send';
}

/** May get it. */
export function receives(capability: MediaCapability): boolean {
  return capability === 'SendReceive' || capability === 'Receive';
}
