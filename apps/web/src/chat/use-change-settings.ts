import { showToast } from '@carillon/ui/toast-list.js';
import type { Channel, ChannelSettings } from '@carillon/wire/rest/chat.js';
import { changeSettings, orderFavourites } from '@carillon/wire/rest/rooms.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';

/** Changes one's own settings of a channel; what then holds comes back by the socket, to all one's devices. `refused` is called when it does not. */
export function useChangeSettings(channel: Channel): (part: Partial<Omit<ChannelSettings, 'position'>>, refused?: () => void) => void {
  const { t } = useWords();
  return (body, refused) => void api.call(changeSettings, { params: { channelId: channel.id }, body }).catch((error: unknown) => {
    refused?.();
    showToast(failureText(error, t), 'error');
  });
}

export function useOrderFavourites(): (channelIds: Channel['id'][]) => void {
  const { t } = useWords();
  return channelIds => void api.call(orderFavourites, { body: { channelIds } }).catch((error: unknown) => showToast(failureText(error, t), 'error'));
}
