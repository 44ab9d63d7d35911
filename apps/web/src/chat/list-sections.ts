import { DAY_MS } from '@carillon/kernel/clock.js';
import { unreadOf } from '@carillon/client/state.js';
import type { Channel } from '@carillon/wire/rest/chat.js';

/** Recent: spoken in within a week, at most so many (product-facts, section 5). */
export const RECENT_MS = 7 * DAY_MS;
export const RECENT_MAX = 25;

export interface ListSections {
  readonly favourites: readonly Channel[];
  readonly recent: readonly Channel[];
  /** Everything, what is hidden last. */
  readonly all: readonly Channel[];
}

/**
 * Channels, newest first, to what stands in the list. Favourites stand in their own order and in no other section; what holds
 * something unread, or is open now, is recent however old it is; what is hidden stands under All alone.
 */
export function listSections(channels: readonly Channel[], nowMs: number, openId: string | undefined, activityMs: (channel: Channel) => number): ListSections {
  const favourites = channels.filter(({ settings }) => settings.favourite && !settings.hidden)
    .map((channel, i) => ({ channel, at: channel.settings.position ?? channels.length + i }))
    .sort((a, b) => a.at - b.at).map(({ channel }) => channel);
  const rest = channels.filter(({ settings }) => !settings.favourite && !settings.hidden);
  const recent = rest.filter((channel, i) => (i < RECENT_MAX && nowMs - activityMs(channel) < RECENT_MS) || unreadOf(channel) > 0 || channel.id === openId);
  return { favourites, recent, all: [...channels.filter(({ settings }) => !settings.hidden), ...channels.filter(({ settings }) => settings.hidden)] };
}

/** The order after moving one favourite up (−1) or down (+1); null when it stands at that end. */
export function moveFavourite(favourites: readonly Channel[], id: string, by: -1 | 1): Channel['id'][] | null {
  const ids = favourites.map(channel => channel.id);
  const from = ids.findIndex(each => each === id);
  const [here, there] = [ids[from], ids[from + by]];
  if (here === undefined || there === undefined) return null;
  ids[from] = there;
  ids[from + by] = here;
  return ids;
}
