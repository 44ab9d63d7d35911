import { useQuery } from '@tanstack/react-query';
import { DoorOpen, LayoutGrid, Link2, Maximize, Microscope, MonitorUp, MonitorX, UserRound, Users } from 'lucide-react';
import type { MenuEntry } from '@carillon/ui/menu.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { updateMeeting } from '@carillon/wire/rest/meetings.js';
import { api, meetingUrl } from '../api.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { sessionQuery } from '../session/session-query.js';
import { useStore } from '../session/sync-context.js';
import { useNarrow } from '../use-narrow.js';
import { useCall } from './call-context.js';
import { canShare } from './meeting-bar.js';
import type { Panel, View } from './meeting-room.js';

interface Props { onPanel: (panel: Panel) => void; view: View; onView: (view: View) => void }

/** View, link, full screen, guests; on a phone also what finds no room in the bar. */
export function useMoreEntries({ onPanel, view, onView }: Props): readonly MenuEntry[] {
  const { t } = useWords();
  const store = useStore();
  const { call, client, meeting, me } = useCall();
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const narrow = useNarrow();
  const session = useQuery(sessionQuery);
  const owner = session.data?.kind === 'person' && session.data.me.isOwner;
  const setGuests = (guestsAllowed: boolean): void => {
    api.call(updateMeeting, { params: { meetingId: meeting.id }, body: { guestsAllowed } }).then(
      reply => { store.putMeetings([reply.meeting]); showToast(t(guestsAllowed ? 'more.guestsOn' : 'more.guestsOff')); }, (error: unknown) => showToast(failureText(error, t), 'error'));
  };
  const full = (): void => void (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen());
  return [
    ...(narrow ? [
      { label: t('bar.people'), icon: <Users {...icon} />, onSelect: () => onPanel('people') },
      ...(canShare() ? [{ label: t(call.sharing ? 'bar.stopShare' : 'bar.share'), icon: call.sharing ? <MonitorX {...icon} /> : <MonitorUp {...icon} />, onSelect: () => void client.setSharing(!call.sharing) }] : []), null,
    ] : []),
    { label: t('more.gallery'), icon: <LayoutGrid {...icon} />, checked: view === 'gallery', onSelect: () => onView('gallery') },
    { label: t('more.speaker'), icon: <UserRound {...icon} />, checked: view === 'speaker', onSelect: () => onView('speaker') },
    null,
    { label: t('meeting.copyLink'), icon: <Link2 {...icon} />, onSelect: () => void copyText(meetingUrl(meeting.number), t) },
    ...(document.fullscreenEnabled ? [{ label: t('more.fullscreen'), icon: <Maximize {...icon} />, onSelect: full }] : []),
    ...(me.isHost ? [null, { label: t('more.guests'), icon: <DoorOpen {...icon} />, checked: meeting.guestsAllowed, onSelect: () => setGuests(!meeting.guestsAllowed) }] : []),
    ...(owner ? [{ label: t('more.debug'), icon: <Microscope {...icon} />, onSelect: () => void window.open(`/debug/meetings/${meeting.id}`, '_blank', 'noopener') }] : []),
  ];
}
