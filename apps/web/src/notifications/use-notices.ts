import { useQuery } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { SyncState } from '@carillon/client/state.js';
import { senderLabel } from '@carillon/wire/rest/chat.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import { getNotifications } from '@carillon/wire/rest/notifications.js';
import { channelTitle } from '../chat/channel-name.js';
import { plainText } from '../chat/plain-text.js';
import { api } from '../api.js';
import { clock } from '../clock.js';
import { useWords } from '../i18n.js';
import { useStore, useSync } from '../session/sync-context.js';
import { useNarrow } from '../use-narrow.js';
import { notifiesHere, subscribe } from './push-subscription.js';
import { wantsNotice } from './wants-notice.js';

export const notificationsQuery = { queryKey: ['notifications'], queryFn: () => api.call(getNotifications, {}), staleTime: 5 * MINUTE_MS };

/** A call that began longer ago is no news. */
const CALL_NEW_MS = MINUTE_MS;

const isLooked = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Tells the server what is before the person, and the person what happens elsewhere. */
export function useNotices(): void {
  const store = useStore();
  const online = useSync(state => state.online);
  const { t } = useWords();
  const narrow = useNarrow();
  const params = useMatches({ select: matches => matches.find(match => match.routeId === '/frame/chat/$channelId')?.params });
  const channelId = (params !== undefined && 'channelId' in params ? params.channelId : null) as ChannelId | null;
  const { data } = useQuery(notificationsQuery);
  const now = useRef({ channelId, data, narrow, t });
  useEffect(() => { now.current = { channelId, data, narrow, t }; });

  useEffect(() => {
    const tell = (): void => store.tellView(isLooked());
    tell();
    const events = [[window, 'focus'], [window, 'blur'], [document, 'visibilitychange']] as const;
    for (const [target, event] of events) target.addEventListener(event, tell);
    return () => { for (const [target, event] of events) target.removeEventListener(event, tell); };
  }, [store, online]);

  const pushKey = data?.pushKey;
  useEffect(() => {
    // The browser may have changed its subscription since, or the session is a new one.
    if (pushKey !== undefined && notifiesHere()) subscribe(pushKey).catch(() => undefined);
  }, [pushKey]);

  useEffect(() => {
    const hear = (message: Parameters<typeof wantsNotice>[3]): void => {
      const state = store.getState();
      const channel = state.channels[message.channelId]?.channel;
      const { data: told, t: words, ...place } = now.current;
      if (channel === undefined || state.me === null || told === undefined || !notifiesHere()) return;
      if (!wantsNotice(state.me, told.settings, channel, message, { ...place, visible: isLooked(), pushed: told.subscribed })) return;
      const from = channel.kind === 'direct' ? message.sender.name : `${senderLabel(message.sender)} · ${channelTitle(channel, words)}`;
      show(from, plainText(message.content), `message ${channel.id}`, `/chat/${channel.id}?m=${message.seq}`);
    };
    store.listeners.add(hear);
    return () => { store.listeners.delete(hear); };
  }, [store]);

  useEffect(() => {
    const known = new Set<string>(Object.keys(store.getState().meetings));
    return store.subscribe(() => {
      for (const meeting of newCalls(store.getState(), known)) {
        const { data: told, t: words } = now.current;
        if (told?.settings.calls === true && notifiesHere() && (isLooked() || !told.subscribed)) show('Carillon', words('notifications.call', { name: meeting.host.displayName }), `call ${meeting.id}`, `/m/${meeting.number}`);
      }
    });
  }, [store]);
}

function newCalls(state: SyncState, known: Set<string>): Meeting[] {
  const found: Meeting[] = [];
  for (const meeting of Object.values<Meeting>(state.meetings)) {
    if (known.has(meeting.id)) continue;
    known.add(meeting.id);
    const isNew = meeting.state === 'waiting' || (meeting.state === 'running' && meeting.startedAt !== null && clock.now() - Date.parse(meeting.startedAt) < CALL_NEW_MS);
    if (isNew && meeting.fromChannelId !== null && meeting.host.id !== state.me?.id && state.me?.presenceMode !== 'dnd') found.push(meeting);
  }
  return found;
}

/** Through the worker, so that a press on it works as with a push, and the same thing told twice stands there once. */
function show(title: string, body: string, tag: string, path: string): void {
  void navigator.serviceWorker.ready.then(registration => registration.showNotification(title, { body: body.slice(0, 200), tag, icon: '/icon-192.png', data: { path } }));
}
