import { Outlet, useParams } from '@tanstack/react-router';
import { MessageSquare } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { ChannelList } from './channel-list.js';
import { useListCollapsed } from './list-collapsed.js';
import { NewConversationDialog } from './new-conversation-dialog.js';
import { NewRoomDialog } from './new-room-dialog.js';
import './chat-page.css';

/** The list column and, beside it (on a phone: instead of it), the conversation. */
export function ChatPage(): ReactNode {
  const { channelId } = useParams({ strict: false });
  // Without a conversation the list is all there is.
  const collapsed = useListCollapsed() && channelId !== undefined;
  return (
    <div className="chat" data-open={channelId === undefined ? undefined : ''} data-collapsed={collapsed ? '' : undefined}>
      {collapsed ? null : <ChannelList openId={channelId} />}
      <Outlet />
    </div>
  );
}

export type ChatDialog = 'conversation' | 'room' | null;

export function ChatDialogs({ open, onClose }: { open: ChatDialog; onClose: () => void }): ReactNode {
  return (
    <>
      {open === 'conversation' ? <NewConversationDialog onClose={onClose} /> : null}
      {open === 'room' ? <NewRoomDialog onClose={onClose} /> : null}
    </>
  );
}

/** What stands in the content while no conversation is chosen. */
export function NoConversationState(): ReactNode {
  const { t } = useWords();
  const some = useSync(state => Object.keys(state.channels).length > 0);
  const [dialog, setDialog] = useState<ChatDialog>(null);
  return (
    <main className="conversation conversation-none">
      <EmptyState
        icon={<MessageSquare size={24} strokeWidth={1.75} />} title={t(some ? 'chat.chooseTitle' : 'chat.emptyTitle')}
        actions={(
          <>
            <Button look="accent" onClick={() => setDialog('conversation')}>{t('chat.newMessage')}</Button>
            <Button onClick={() => setDialog('room')}>{t('chat.newRoom')}</Button>
          </>
        )}
      >
        {t(some ? 'chat.chooseText' : 'chat.emptyText')}
      </EmptyState>
      <ChatDialogs open={dialog} onClose={() => setDialog(null)} />
    </main>
  );
}
