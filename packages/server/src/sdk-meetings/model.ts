import { DAY_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { AttendeeId, MeetingId } from '@carillon/kernel/ids.js';
import type { AttendeeCapabilities, MeetingFeaturesConfiguration } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type { MediaCapability } from '@carillon/wire/media.js';

export const ATTENDEES_MAX = 250;
export const ATTENDEES_PAGE = 100;
export const MEETINGS_PAGE = 50;
export const TAGS_MAX = 50;
export const EMPTY_ENDS_MS = 5 * MINUTE_MS;
export const LIFE_MS = DAY_MS;
/** Until every join token has expired. */
export const ENDED_KEPT_MS = DAY_MS;

export interface Tag {
  Key: string;
  Value: string;
}

export interface SdkMeetingRow {
  id: MeetingId;
  ownerAccountId: string;
  externalMeetingId: string | null;
  meetingHostId: string | null;
  mediaRegion: string;
  features: MeetingFeaturesConfiguration | null;
  primaryMeetingId: string | null;
  tenantIds: string[];
  tags: Tag[];
}

export interface SdkAttendeeRow {
  id: AttendeeId;
  meetingId: MeetingId;
  externalUserId: string;
  audio: MediaCapability;
  video: MediaCapability;
  content: MediaCapability;
  tags: Tag[];
}

export const ALL_CAPABILITIES: AttendeeCapabilities = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' };

/** What the meeting was made for bounds how many come. */
export function capacityOf(meeting: SdkMeetingRow): number {
  return Math.min(meeting.features?.Attendee?.MaxCount ?? ATTENDEES_MAX, ATTENDEES_MAX);
}

/** New values replace old ones of the same key. */
export function mergeTags(old: readonly Tag[], added: readonly Tag[]): Tag[] {
  return [...new Map([...old, ...added].map(tag => [tag.Key, tag.Value])).entries()].map(([Key, Value]) => ({ Key, Value }));
}

/** Without these keys. */
export function withoutTags(old: readonly Tag[], keys: readonly string[]): Tag[] {
  return old.filter(tag => !keys.includes(tag.Key));
}
