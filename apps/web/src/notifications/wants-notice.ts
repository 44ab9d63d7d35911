import type { Channel, Message, NotificationLevel } from '@carillon/wire/rest/chat.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { NotificationSettings } from '@carillon/wire/rest/notifications.js';

/** Whether a message names the person, or everybody. The server's notifications say the same. */
export function isMentioned(personId: string, message: Pick<Message, 'mentions'>): boolean {
  return message.mentions.some(mention => mention === personId || mention === 'all');
}

export interface Looking {
  /** The conversation on screen, in a window that is looked at. */
  readonly channelId: string | null;
  readonly visible: boolean;
  readonly narrow: boolean;
  /** This browser takes pushes: then the server tells whoever is not looking. */
  readonly pushed: boolean;
}

/** Whether the open page says something of a message that came just now. */
export function wantsNotice(me: Me, settings: NotificationSettings, channel: Channel, message: Message, looking: Looking): boolean {
  if (message.sender.id === me.id || me.presenceMode === 'dnd' || channel.kind === 'meeting') return false;
  if (looking.visible ? looking.channelId === channel.id : looking.pushed) return false;
  const mentioned = isMentioned(me.id, message);
  const [own, here] = looking.narrow ? [settings.mobile, channel.settings.mobile] : [settings.desktop, channel.settings.desktop];
  // Both the person's level and that of the conversation let it through.
  return passes(here, mentioned) && passes(own, mentioned || channel.kind === 'direct');
}

function passes(level: NotificationLevel, addressed: boolean): boolean {
  return level === 'always' || (level === 'mentions' && addressed);
}
