import { CONTRACTS } from '@carillon/wire/aws/contracts.js';

/** Services whose permissions have another name before the colon. */
const PREFIX: Readonly<Record<string, string>> = { 'chime-sdk-meetings': 'chime' };

/** Every action there is an operation of, `chime:InviteUsers`. Actions of buckets are typed: they have no table. */
export const ACTION_NAMES: readonly string[] = [...new Set(Object.entries(CONTRACTS).flatMap(([service, { operations }]) => Object.keys(operations).map(name => `${PREFIX[service] ?? service}:${name}`)))].toSorted();
