import { Crown, Ellipsis, Link2, Mic, MicOff, ScreenShare, Search, Video, VideoOff, Volume2, WifiLow, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { PersonId } from '@carillon/kernel/ids.js';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Menu } from '@carillon/ui/menu.js';
import type { Attendee } from '@carillon/wire/rest/meetings.js';
import { meetingUrl, pictureOf } from '../api.js';
import { useContactEntry } from '../contacts/contact-entry.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { useAttendees, useCall, useFace } from './call-context.js';
import { cameraTiles, SIGNAL_WEAK, type CallPerson } from './call-state.js';
import '../chat/side-panel.css';

/** Who is in, who waits, who was here. */
export function PeoplePanel({ onClose }: { onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const { call, me, meeting } = useCall();
  const attendees = useAttendees();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const nameOf = (id: string): string => attendees[id]?.name ?? '';
  const matches = (id: string): boolean => wanted === '' || nameOf(id).toLocaleLowerCase().includes(wanted);
  const byName = (a: string, b: string): number => (a === me.id ? -1 : b === me.id ? 1 : nameOf(a).localeCompare(nameOf(b), language));
  const present = Object.keys(call.people).filter(matches).sort(byName);
  const elsewhere = (state: Attendee['state']): Attendee[] => Object.values(attendees).filter(each => each.state === state && call.people[each.id] === undefined && matches(each.id));
  return (
    <aside className="call-panel panel" aria-label={t('bar.people')}>
      <header className="panel-head"><h2>{t('bar.people')}</h2><IconButton label={t('act.close')} onClick={onClose}><X size={20} strokeWidth={1.75} /></IconButton></header>
      <div className="panel-search"><Field label={t('roster.find')} hideLabel placeholder={t('roster.find')} icon={<Search size={16} strokeWidth={1.75} aria-hidden />} value={typed} onChange={event => setTyped(event.target.value)} autoComplete="off" /></div>
      <div className="panel-scroll">
        <section className="panel-section"><h3>{t('roster.present')} <span className="tabular">{present.length}</span></h3><ul>{present.map(id => <PersonRow key={id} person={call.people[id]} attendeeId={id} />)}</ul></section>
        {([['roster.waiting', elsewhere('waiting')], ['roster.left', elsewhere('left')]] as const).map(([key, list]) => list.length === 0 ? null : (
          <section key={key} className="panel-section"><h3>{t(key)} <span className="tabular">{list.length}</span></h3><ul>{list.map(each => <PersonRow key={each.id} person={undefined} attendeeId={each.id} />)}</ul></section>
        ))}
      </div>
      <footer className="panel-foot"><Button wide icon={<Link2 size={18} strokeWidth={1.75} aria-hidden />} onClick={() => void copyText(meetingUrl(meeting.number), t)}>{t('meeting.copyLink')}</Button></footer>
    </aside>
  );
}

function PersonRow({ person, attendeeId }: { person: CallPerson | undefined; attendeeId: string }): ReactNode {
  const { t } = useWords();
  const { call, me } = useCall();
  const face = useFace(attendeeId);
  const attendee = useAttendees()[attendeeId];
  const icon = { size: 18, strokeWidth: 1.75 } as const;
  const camera = cameraTiles(call).has(attendeeId);
  const note = face.mine ? t(attendee?.isHost ? 'roster.meHost' : 'roster.me') : attendee?.isHost ? t('roster.host') : attendee !== undefined && attendee.personId === null ? t('roster.guest') : null;
  const weak = person !== undefined && person.signal < SIGNAL_WEAK;
  const sharing = attendee?.sharing === true;
  return (
    <li className="person-row roster-row">
      <Avatar id={face.id} name={face.name} size={32} picture={pictureOf({ id: face.personId, pictureVersion: face.pictureVersion })} />
      <span className="person-words">
        <span className="person-name"><span className="ellipsis" dir="auto">{face.name}</span>{attendee?.isHost ? <Crown size={14} strokeWidth={1.75} color="var(--warn-t)" aria-hidden /> : null}</span>
        {sharing || weak || note !== null ? <span className="quieter ellipsis">{[note, sharing ? t('roster.sharing') : null, weak ? t('roster.weak') : null].filter(each => each !== null).join(', ')}</span> : null}
      </span>
      {person === undefined ? null : (
        <span className="roster-icons">
          {sharing ? <ScreenShare {...icon} aria-label={t('roster.sharing')} /> : null}
          {weak ? <WifiLow {...icon} color="var(--warn-t)" aria-label={t('roster.weak')} /> : null}
          {person.muted ? <MicOff {...icon} color="var(--danger-t)" aria-label={t('roster.muted')} /> : person.talking ? <Volume2 {...icon} color="var(--accent-t)" aria-label={t('roster.talking')} /> : <Mic {...icon} aria-label={t('roster.unmuted')} />}
          {camera ? <Video {...icon} aria-label={t('roster.cameraOn')} /> : <VideoOff {...icon} color="var(--ink-3)" aria-label={t('roster.cameraOff')} />}
        </span>
      )}
      {face.personId === null || face.mine || me.personId === null ? null : <RosterMenu personId={face.personId as PersonId} name={face.name} />}
    </li>
  );
}

/** Only people have contacts; guests see no menu. */
function RosterMenu({ personId, name }: { personId: PersonId; name: string }): ReactNode {
  const { t } = useWords();
  const contactEntry = useContactEntry();
  return <Menu theme="dark" trigger={<button type="button" className="icon-button" data-size="28" aria-label={t('people.actions', { name })}><Ellipsis size={18} strokeWidth={1.75} aria-hidden /></button>} entries={[contactEntry(personId, name)]} />;
}
