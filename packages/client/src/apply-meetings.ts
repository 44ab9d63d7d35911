import type { ChannelId, MeetingId } from '@carillon/kernel/ids.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import type { SyncState } from './state.js';

/** Meetings as told just now; the channels they run in show it. */
export function putMeetings(state: SyncState, meetings: readonly Meeting[]): SyncState {
  const channels = { ...state.channels };
  for (const meeting of meetings) {
    const view = meeting.fromChannelId === null ? undefined : channels[meeting.fromChannelId];
    if (view === undefined) continue;
    const runs = meeting.state === 'ended' ? (view.channel.meetingId === meeting.id ? null : view.channel.meetingId) : meeting.id;
    if (runs !== view.channel.meetingId) channels[view.channel.id] = { ...view, channel: { ...view.channel, meetingId: runs } };
  }
  return { ...state, channels, meetings: { ...state.meetings, ...Object.fromEntries(meetings.map(meeting => [meeting.id, meeting])) } };
}

/** Who still writes at this time, in milliseconds since 1970. */
export function endTyping(typing: SyncState['typing'], nowMs: number): SyncState['typing'] {
  return Object.fromEntries(Object.entries(typing).map(([channelId, people]) => [channelId as ChannelId, Object.fromEntries(Object.entries(people).filter(([, until]) => until > nowMs))]));
}

/** One's own seat was seen. */
export function withoutSeat(seats: SyncState['seats'], meetingId: MeetingId): SyncState['seats'] {
  const rest = { ...seats };
  delete rest[meetingId];
  return rest;
}
