import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import type { PersonChange } from '@carillon/wire/socket/frames.js';
import { selfOf, viewOf, type SyncState } from './state.js';

/** What a change carries along when it comes as a push; when it is replayed after an absence, the caller fetches it first. */
export interface ChangeContext { readonly channel?: Channel | undefined; readonly me?: Me | undefined }

/** One change that concerns this person alone, on the state. Applying it twice is the same as once. */
export function applyChange(state: SyncState, change: PersonChange, context: ChangeContext): SyncState {
  const next = { ...state, personSeq: Math.max(state.personSeq, change.seq) };
  switch (change.kind) {
    case 'channel-joined':
      return context.channel === undefined ? next : putChannel(next, context.channel);
    case 'channel-left':
      return dropChannel(next, change.channelId);
    case 'read':
      return raiseRead(next, change.channelId, change.ordinal);
    case 'profile':
      return context.me === undefined ? next : { ...next, me: context.me, self: selfOf(context.me) };
  }
}

/** A channel as the server tells it now. What is older than what one has already changes nothing but the reading. */
export function putChannel(state: SyncState, channel: Channel): SyncState {
  const known = state.channels[channel.id];
  if (known !== undefined && channel.lastSeq < known.channel.lastSeq) return raiseRead(state, channel.id, channel.lastReadOrdinal);
  // A jump forward leaves a hole behind the messages at hand, so they are fetched anew when next looked at.
  const keeps = known !== undefined && channel.lastSeq === known.channel.lastSeq;
  const lastReadOrdinal = Math.max(channel.lastReadOrdinal, known?.channel.lastReadOrdinal ?? 0);
  const view = keeps ? { ...known, channel: { ...channel, lastReadOrdinal } } : viewOf({ ...channel, lastReadOrdinal });
  return { ...state, channels: { ...state.channels, [channel.id]: view } };
}

export function dropChannel(state: SyncState, channelId: ChannelId): SyncState {
  if (state.channels[channelId] === undefined) return state;
  const channels = { ...state.channels };
  delete channels[channelId];
  return { ...state, channels };
}

/** Reading goes forward only, whatever order the devices tell it in. */
export function raiseRead(state: SyncState, channelId: ChannelId, ordinal: number): SyncState {
  const view = state.channels[channelId];
  if (view === undefined || ordinal <= view.channel.lastReadOrdinal) return state;
  return { ...state, channels: { ...state.channels, [channelId]: { ...view, channel: { ...view.channel, lastReadOrdinal: ordinal } } } };
}

/** Meetings as told just now; the channels they run in show it. */
export function applyMeetings(state: SyncState, meetings: readonly Meeting[]): SyncState {
  const channels = { ...state.channels };
  for (const meeting of meetings) {
    const view = meeting.fromChannelId === null ? undefined : channels[meeting.fromChannelId];
    if (view === undefined) continue;
    const runs = meeting.state === 'ended' ? (view.channel.meetingId === meeting.id ? null : view.channel.meetingId) : meeting.id;
    if (runs !== view.channel.meetingId) channels[view.channel.id] = { ...view, channel: { ...view.channel, meetingId: runs } };
  }
  return { ...state, channels, meetings: { ...state.meetings, ...Object.fromEntries(meetings.map(meeting => [meeting.id, meeting])) } };
}
