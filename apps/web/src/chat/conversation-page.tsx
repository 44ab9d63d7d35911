import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { AssistantReplies } from '../assistant/assistant-replies.js';
import { isWithAssistant } from '../assistant/is-assistant.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore, useSync } from '../session/sync-context.js';
import { Composer } from './composer.js';
import { ConversationHeader } from './conversation-header.js';
import { DropZone } from './drop-zone.js';
import { RoomDoor } from './room-door.js';
import { SidePanel } from './side-panel.js';
import { Timeline } from './timeline.js';
import { TypingLine } from './typing-line.js';

const PANEL_FROM_PX = 1360;

export function ConversationPage(): ReactNode {
  const params = useParams({ from: '/frame/chat/$channelId' });
  return <Conversation key={params.channelId} channelId={params.channelId as ChannelId} />;
}

/** Sees to it that a channel's newest messages are here; tells when it cannot be had. */
export function useOpened(channelId: ChannelId): { channel: Channel | undefined; opened: boolean; error: unknown; retry: () => void } {
  const store = useStore();
  const view = useSync(state => state.channels[channelId]);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const opened = view?.opened ?? false;
  // One who is let in while the page stands gets the channel by the socket.
  const known = view !== undefined;
  const online = useSync(state => state.online);
  useEffect(() => {
    let current = true;
    if (!opened) store.open(channelId).then(() => { if (current) setError(null); }, (failure: unknown) => { if (current) setError(failure); });
    return () => { current = false; };
  }, [store, channelId, opened, attempt, online, known]);
  return { channel: view?.channel, opened, error: opened ? null : error, retry: () => setAttempt(count => count + 1) };
}

/** The others of a room see who has it open. */
function useShown(channelId: ChannelId): void {
  const store = useStore();
  const known = useSync(state => state.channels[channelId] !== undefined);
  useEffect(() => {
    if (!known) return undefined;
    store.show(channelId);
    return () => store.show(null);
  }, [store, channelId, known]);
}

function Conversation({ channelId }: { channelId: ChannelId }): ReactNode {
  const { t } = useWords();
  const { channel, opened, error, retry } = useOpened(channelId);
  const { m: target } = useSearch({ from: '/frame/chat/$channelId' });
  useShown(channelId);
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Until somebody says otherwise a room shows its members where there is room for them.
  const panel = chosen ?? (channel?.kind === 'room' && window.innerWidth >= PANEL_FROM_PX);
  if (error !== null && (channel === undefined || !isFailure(error, 'Unreachable'))) return <LostConversation channelId={channelId} error={error} onRetry={retry} />;
  if (channel === undefined) return <main className="conversation" aria-busy aria-label={t('act.loading')}><div /><SkeletonRows count={6} picture={36} /></main>;
  return (
    <div className="conversation-wrap" data-panel={panel ? '' : undefined}>
      <DropZone channelId={channelId}>
        <ConversationHeader channel={channel} panel={panel} onPanel={() => setChosen(!panel)} />
        {opened ? <Timeline channel={channel} target={target} /> : <div aria-busy><SkeletonRows count={6} picture={36} /></div>}
        <div className="conversation-foot">
          <TypingLine channel={channel} />
          {isWithAssistant(channel) ? <AssistantReplies channel={channel} /> : null}
          <Composer channel={channel} />
        </div>
      </DropZone>
      {panel ? <SidePanel channel={channel} onClose={() => setChosen(false)} /> : null}
    </div>
  );
}

function LostConversation({ channelId, error, onRetry }: { channelId: ChannelId; error: unknown; onRetry: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const gone = isFailure(error, 'NotFound') || isFailure(error, 'BadRequest');
  const lost = (
    <main className="conversation conversation-none">
      <EmptyState
        icon={<SearchX size={24} strokeWidth={1.75} />} title={t(gone ? 'chat.goneTitle' : 'failure.title')}
        actions={gone ? <Button look="accent" onClick={() => void navigate({ to: '/chat' })}>{t('chat.back')}</Button> : <Button look="accent" onClick={onRetry}>{t('act.retry')}</Button>}
      >
        {gone ? t('chat.goneText') : failureText(error, t)}
      </EmptyState>
    </main>
  );
  return isFailure(error, 'NotFound') ? <RoomDoor channelId={channelId} missing={lost} /> : lost;
}
