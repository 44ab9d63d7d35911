import type { Channel, Message } from '@carillon/wire/rest/chat.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { NotificationSettings } from '@carillon/wire/rest/notifications.js';

/** Whether a message names the person, everybody, or everybody who is there. The server's notifications say the same. */
export function isMentioned(personId: string, message: { content: string }): boolean {
  return [`<@${personId}|`, '<@all|', '<@present|'].some(mark => message.content.includes(mark));
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
  const level = looking.narrow ? settings.mobile : settings.desktop;
  return level === 'always' || (level === 'mentions' && (channel.kind === 'direct' || isMentioned(me.id, message)));
}
