import type { OutputOf } from '../operations.js';

export type EventRow = NonNullable<OutputOf<'cloudtrail:LookupEvents'>['Events']>[number];

/** What the record says beside what the lookup does: from where, and how it ended. A sign-in that failed has no code, but says so. */
export function outcomeOf(event: EventRow): { address: string | undefined; error: string | undefined } {
  const record = readRecord(event);
  const text = (name: string): string | undefined => (typeof record[name] === 'string' ? record[name] : undefined);
  return { address: text('sourceIPAddress'), error: text('errorCode') ?? (text('errorMessage') === undefined ? undefined : '') };
}

/** The whole record, indented. */
export function formatRecord(event: EventRow): string {
  return JSON.stringify(readRecord(event), null, 2);
}

function readRecord({ CloudTrailEvent }: EventRow): Readonly<Record<string, unknown>> {
  const record: unknown = JSON.parse(CloudTrailEvent ?? '{}');
  // A record is an object: the server wrote it.
  return record as Readonly<Record<string, unknown>>;
}
