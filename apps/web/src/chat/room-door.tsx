import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DoorClosed } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { askForAccess, getRoomDoor } from '@carillon/wire/rest/rooms.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';

/** `/rooms/<id>` is the address that is passed on; the conversation's page stands behind it. */
export function RoomAddress(): ReactNode {
  const { channelId } = useParams({ from: '/frame/rooms/$channelId' });
  const navigate = useNavigate();
  useEffect(() => { void navigate({ to: '/chat/$channelId', params: { channelId }, search: {}, replace: true }); }, [navigate, channelId]);
  return null;
}

/** A room of one's own account that one is not in: one asks to be let in. `missing` stands where there is none. */
export function RoomDoor({ channelId, missing }: { channelId: ChannelId; missing: ReactNode }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const key = ['room-door', channelId];
  const door = useQuery({ queryKey: key, queryFn: () => api.call(getRoomDoor, { params: { channelId } }), retry: false });
  const ask = useMutation({
    mutationFn: () => api.call(askForAccess, { params: { channelId } }),
    onSuccess: next => queries.setQueryData(key, next),
    onError: error => showToast(failureText(error, t), 'error'),
  });
  if (door.isPending) return <main className="conversation" aria-busy aria-label={t('act.loading')}><div /><SkeletonRows count={6} picture={36} /></main>;
  if (door.data === undefined) return missing;
  const { name, memberCount, state } = door.data;
  return (
    <main className="conversation conversation-none">
      <EmptyState
        icon={<DoorClosed size={24} strokeWidth={1.75} />} title={name}
        actions={state === 'closed' ? <Button look="accent" busy={ask.isPending} onClick={() => ask.mutate()}>{t('rooms.ask')}</Button> : null}
      >
        <span>{t('chat.memberCount', { count: memberCount })}</span><br />
        <span role="status">{t(`rooms.door.${state}`)}</span>
      </EmptyState>
    </main>
  );
}
