import type { AttendeeId, ChannelId, MeetingId, PersonId } from '@carillon/kernel/ids.js';
import type { Attachment, Channel, Message } from '@carillon/wire/rest/chat.js';
import type { Me, StatusMessage } from '@carillon/wire/rest/identity.js';
import type { Attendee, Meeting } from '@carillon/wire/rest/meetings.js';
import type { PresenceState } from '@carillon/wire/socket/frames.js';

/** What this device knows of one channel. `channel.lastSeq` is the last event that is applied here. */
export interface ChannelView {
  readonly channel: Channel;
  /** In order of `seq`, without holes; up to the newest unless `hasNewer`. Empty until the channel was opened. */
  readonly messages: readonly Message[];
  readonly opened: boolean;
  readonly hasOlder: boolean;
  /** One looks at a part of history that ends before the newest message. */
  readonly hasNewer: boolean;
  /** The last event that changed who is in the channel, or as what: another number means that a list of members is old. */
  readonly membersSeq: number;
}

/** A message that the server has not acknowledged. It keeps its token for ever, so that it arrives once. */
export interface Waiting {
  readonly clientToken: string;
  readonly channelId: ChannelId;
  readonly content: string;
  readonly attachments: readonly Attachment[];
  readonly quoted: Message['quoted'];
  readonly writtenAtMs: number;
  /** `failed`: the server refused it, `failure` says why; the person decides. */
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly failure: KeptFailure | null;
}

/** A refusal as it lies in storage: a reader's language may change before it is read. */
export interface KeptFailure { readonly code: string; readonly status: number; readonly reason: string | null; readonly message: string }

/** Who writes from this device: the signed-in person, or a guest of a meeting. */
export interface Self {
  readonly id: string;
  readonly name: string;
  readonly pictureVersion: number | null;
}

export interface SyncState {
  readonly me: Me | null;
  readonly self: Self | null;
  /** False until the first list of channels is here: the time of skeletons. */
  readonly ready: boolean;
  readonly online: boolean;
  readonly personSeq: number;
  readonly channels: Readonly<Record<ChannelId, ChannelView>>;
  readonly waiting: readonly Waiting[];
  /** Until when each writes, in milliseconds since 1970. */
  readonly typing: Readonly<Record<ChannelId, Readonly<Record<string, number>>>>;
  readonly presence: Readonly<Record<PersonId, PresenceState>>;
  /** Who has the shown channel open; only of the one that this device shows. */
  readonly here: Readonly<Record<ChannelId, readonly PersonId[]>>;
  readonly statuses: Readonly<Record<PersonId, StatusMessage | null>>;
  readonly meetings: Readonly<Record<MeetingId, Meeting>>;
  readonly attendees: Readonly<Record<MeetingId, Readonly<Record<AttendeeId, Attendee>>>>;
  /** One's own seats that were decided about while one waited. */
  readonly seats: Readonly<Record<MeetingId, 'admitted' | 'removed'>>;
  /** The server's build at first sight, and the one it has now. */
  readonly build: { readonly first: string; readonly now: string } | null;
}

export const EMPTY_STATE: SyncState = {
  me: null, self: null, ready: false, online: false, personSeq: 0, channels: {}, waiting: [], typing: {}, presence: {}, here: {}, statuses: {}, meetings: {}, attendees: {}, seats: {}, build: null,
};

export function selfOf(me: Me): Self {
  return { id: me.id, name: me.displayName, pictureVersion: me.pictureVersion };
}

export function viewOf(channel: Channel): ChannelView {
  return { channel, messages: [], opened: false, hasOlder: false, hasNewer: false, membersSeq: channel.lastSeq };
}

export function unreadOf(channel: Channel): number {
  return Math.max(0, channel.messageCount - channel.lastReadOrdinal);
}
