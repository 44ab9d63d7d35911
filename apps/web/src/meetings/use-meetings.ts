import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { listMeetings, startMeeting, type Meeting } from '@carillon/wire/rest/meetings.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore, useSync } from '../session/sync-context.js';

/** What one could join now, what is on before what has not begun: asked once and kept current by pushes. */
export function useMeetings(): { meetings: readonly Meeting[]; waiting: boolean } {
  const store = useStore();
  const online = useSync(state => state.online);
  const known = useSync(state => state.meetings);
  const list = useQuery({ queryKey: ['meetings'], queryFn: async () => (await api.call(listMeetings, {})).meetings, staleTime: 5_000, refetchOnMount: 'always' });
  const { data, refetch } = list;
  useEffect(() => { if (data !== undefined) store.putMeetings(data); }, [store, data]);
  useEffect(() => { if (online) void refetch(); }, [online, refetch]);
  const meetings = useMemo(() => Object.values<Meeting>(known).filter(meeting => meeting.state !== 'ended').sort((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1)), [known]);
  return { meetings, waiting: list.isPending };
}

/** Starts a meeting and goes to its door. */
export function useMeetNow(): { start: (channelId?: ChannelId) => void; busy: boolean } {
  const { t } = useWords();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: (channelId: ChannelId | undefined) => api.call(startMeeting, { body: channelId === undefined ? {} : { channelId } }),
    onSuccess: ({ meeting }) => void navigate({ to: '/m/$number', params: { number: meeting.number } }),
    onError: error => showToast(failureText(error, t), 'error'),
  });
  return { start: channelId => start.mutate(channelId), busy: start.isPending };
}
