import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { PersonChange } from '@carillon/wire/socket/frames.js';
import { selfOf, viewOf, type ChannelView, type SyncState } from './state.js';

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
    case 'channel-settings':
      return changeChannel(next, change.channelId, channel => ({ ...channel, settings: { ...channel.settings, ...change.settings } }));
    case 'favourites-ordered':
      return orderFavourites(next, change.channelIds);
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
  const current = readUpTo(channel, lastReadOrdinal);
  const view = keeps ? { ...known, channel: current } : viewOf(current);
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
  return changeChannel(state, channelId, channel => readUpTo(channel, ordinal));
}

/** What is read mentions nobody any more. */
export function readUpTo(channel: Channel, ordinal: number): Channel {
  return { ...channel, lastReadOrdinal: ordinal, unreadMentions: channel.unreadMentions.filter(mention => mention.ordinal > ordinal) };
}

function orderFavourites(state: SyncState, channelIds: readonly ChannelId[]): SyncState {
  const channels = Object.fromEntries(Object.values<ChannelView>(state.channels).map(view => {
    const at = channelIds.indexOf(view.channel.id);
    const settings = { ...view.channel.settings, position: at < 0 ? null : at };
    return [view.channel.id, { ...view, channel: { ...view.channel, settings } }];
  }));
  return { ...state, channels };
}

function changeChannel(state: SyncState, channelId: ChannelId, change: (channel: Channel) => Channel): SyncState {
  const view = state.channels[channelId];
  return view === undefined ? state : { ...state, channels: { ...state.channels, [channelId]: { ...view, channel: change(view.channel) } } };
}
