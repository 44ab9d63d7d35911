import { Copy, CornerUpRight, Ellipsis, Fingerprint, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Menu } from '@carillon/ui/menu.js';
import { mentionsAsText } from '@carillon/wire/mentions.js';
import type { Channel, Message } from '@carillon/wire/rest/chat.js';
import { channelUrl } from '../api.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { setQuote } from './draft.js';

export function MessageTools({ message, kind }: { message: Message; kind: Channel['kind'] }): ReactNode {
  const { t } = useWords();
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <div className="message-tools">
      <IconButton label={t('chat.quote')} size={28} onClick={() => setQuote(message)}><CornerUpRight {...icon} /></IconButton>
      <IconButton label={t('chat.copyText')} size={28} onClick={() => void copyText(mentionsAsText(message.content), t)}><Copy {...icon} size={16} /></IconButton>
      <Menu
        trigger={<button type="button" className="icon-button" data-size="28" aria-label={t('act.more')}><Ellipsis {...icon} /></button>}
        entries={[
          { label: t('chat.quote'), icon: <CornerUpRight {...icon} />, onSelect: () => setQuote(message) },
          { label: t('chat.copyText'), icon: <Copy {...icon} />, onSelect: () => void copyText(mentionsAsText(message.content), t) },
          { label: t('chat.copyMessageLink'), icon: <Link2 {...icon} />, onSelect: () => void copyText(channelUrl(message.channelId, message.seq), t) },
          { label: t('chat.copyId'), icon: <Fingerprint {...icon} />, onSelect: () => void copyText(message.id, t) },
          { label: t(kind === 'room' ? 'chat.copyRoomId' : 'chat.copyConversationId'), icon: <Fingerprint {...icon} />, onSelect: () => void copyText(message.channelId, t) },
        ]}
      />
    </div>
  );
}
