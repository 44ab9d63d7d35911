import type { ReactNode } from 'react';
import { Dialog } from '@carillon/ui/dialog.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { channelTitle } from '../chat/channel-name.js';
import { useWords } from '../i18n.js';
import { BotsPart } from './bots-part.js';
import { WebhooksPart } from './webhooks-part.js';
import './programs-dialog.css';

/** What posts into a room and is no person (guide, pages 91 and 96), for the room's administrators: one part for each kind. */
export function ProgramsDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Dialog open onOpenChange={next => { if (!next) onClose(); }} title={t('webhooks.manage')} description={channelTitle(channel, t)} closeLabel={t('act.close')} width={560}>
      <div className="programs-parts">
        <WebhooksPart channel={channel} />
        <BotsPart channel={channel} />
      </div>
    </Dialog>
  );
}
