import { isIPv4 } from 'node:net';
import { badRequest } from '@carillon/kernel/errors.js';

/** CloudTrail's rule for names of trails (API reference, CreateTrail). */
export function isTrailName(name: string): boolean {
  if (name.length < 3 || name.length > 128 || isIPv4(name)) return false;
  return /^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/.test(name) && !/[._-]{2}/.test(name);
}

export function checkTrailName(name: string): void {
  if (!isTrailName(name)) throw badRequest('A trail’s name has 3 to 128 letters, digits, periods, underscores and dashes, begins and ends with a letter or digit, has no two of the others side by side, and is no IP address.', 'InvalidTrailNameException');
}
