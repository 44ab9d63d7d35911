/** The only source of time. Everything that needs the time takes a `Clock`, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Milliseconds to the form every wire of ours uses: `2026-11-24T14:03:05.000Z`. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
