import { DAY_MS, HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { GuestId, MeetingId, PersonId, SessionId } from '@carillon/kernel/ids.js';

export const SESSION_IDLE_MS = 60 * DAY_MS;
export const GUEST_SESSION_MS = DAY_MS;
/** `last_seen_at` is written at most this often. */
export const SEEN_EVERY_MS = 5 * MINUTE_MS;

export type LinkKind = 'setup' | 'verify' | 'reset' | 'root-reset' | 'invite';
export const LINK_LIFE_MS: Readonly<Record<LinkKind, number>> = { 'setup': 7 * DAY_MS, 'verify': 2 * DAY_MS, 'reset': HOUR_MS, 'root-reset': HOUR_MS, 'invite': 14 * DAY_MS };


const BROWSERS: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari']];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux|X11/, 'Linux']];

/** `Firefox, Linux`: enough to recognise one's own device in a list. */
export function deviceLabel(userAgent: string): string {
  const name = (list: readonly (readonly [RegExp, string])[]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [name(BROWSERS), name(SYSTEMS)].filter(Boolean).join(', ') || 'Unknown device';
}

export interface SessionRow {
  id: SessionId;
  kind: 'person' | 'guest';
  personId: PersonId | null;
  guestId: GuestId | null;
  /** For guests: the meeting they may go to. */
  meetingId: MeetingId | null;
  label: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}
