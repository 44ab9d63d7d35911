import { HOUR_MS, MINUTE_MS, DAY_MS } from '@carillon/kernel/clock.js';

export const STATUS_ENDS = ['never', 'half', 'hour', 'four', 'today', 'week'] as const;
export type StatusEnd = (typeof STATUS_ENDS)[number];

/** When a message that is set now ends, as ISO 8601 time; null for never. */
export function endTime(end: StatusEnd, nowMs: number): string | null {
  if (end === 'never') return null;
  if (end === 'today') return new Date(new Date(nowMs).setHours(24, 0, 0, 0)).toISOString();
  return new Date(nowMs + { half: 30 * MINUTE_MS, hour: HOUR_MS, four: 4 * HOUR_MS, week: 7 * DAY_MS }[end]).toISOString();
}
