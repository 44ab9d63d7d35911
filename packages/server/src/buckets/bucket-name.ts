import { isIPv4 } from 'node:net';
import { badRequest } from '@carillon/kernel/errors.js';

/** The rules for names that the console prints (guide, URP-04). */
export function isBucketName(name: string): boolean {
  if (name.length < 3 || name.length > 63 || isIPv4(name)) return false;
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(name)) return false;
  return !/\.\.|\.-|-\./.test(name);
}

/** Refuses any other name. */
export function checkBucketName(name: string): void {
  if (!isBucketName(name)) throw badRequest('A bucket’s name has 3 to 63 lower-case letters, digits, periods and dashes, begins and ends with a letter or digit, and is no IP address.', 'InvalidBucketName');
}
