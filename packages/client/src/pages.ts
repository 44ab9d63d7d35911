import type { Message } from '@carillon/wire/rest/chat.js';
import { mergeMessages } from './apply-event.js';
import type { ChannelView } from './state.js';

/** Pages of a channel's history on what a device has of it. */

export interface Page { readonly messages: readonly Message[]; readonly more: boolean; readonly newer: boolean }

/** While a page was on its way a newer message may have come, which was not put below a part of history. */
function endsEarly(view: ChannelView, last: number | undefined): boolean {
  return (view.channel.lastMessage?.seq ?? 0) > (last ?? 0);
}

/** A part of history in place of what is here, or joined with it where they meet. */
export function putAround(view: ChannelView, page: Page): ChannelView {
  const [first, last] = [view.messages[0]?.seq, page.messages.at(-1)?.seq];
  const meets = !view.hasNewer && first !== undefined && last !== undefined && last >= first;
  if (meets) return { ...view, opened: true, messages: mergeMessages(view.messages, page.messages), hasOlder: page.more };
  return { ...view, opened: true, messages: page.messages, hasOlder: page.more, hasNewer: page.newer || endsEarly(view, last) };
}

/** The next page below a part of history. */
export function putNewer(view: ChannelView, page: Page): ChannelView {
  const messages = mergeMessages(view.messages, page.messages);
  return { ...view, messages, hasNewer: page.newer || endsEarly(view, messages.at(-1)?.seq) };
}

/** The newest page in place of a part of history. */
export function putNewest(view: ChannelView, page: Page): ChannelView {
  return { ...view, messages: page.messages, hasOlder: page.more, hasNewer: endsEarly(view, page.messages.at(-1)?.seq) };
}

/** A page of older messages above what is here. Pages asked for at the same time may come in any order; only the oldest tells whether there is more. */
export function putOlder(view: ChannelView, { messages, more }: Page): ChannelView {
  const oldest = messages[0] === undefined || view.messages[0] === undefined || messages[0].seq <= view.messages[0].seq;
  return { ...view, opened: true, hasOlder: oldest ? more : view.hasOlder, messages: mergeMessages(view.messages, messages) };
}
