import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban, Crown, Ellipsis, MessageSquare, Search, User, UserMinus, UserPlus, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Field } from '@carillon/ui/field.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Menu } from '@carillon/ui/menu.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { removeMember, updateMember, type Channel, type Member, type MemberRole } from '@carillon/wire/rest/chat.js';
import { api, pictureOf } from '../api.js';
import { useContactEntry } from '../contacts/contact-entry.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { usePresenceText } from '../presence/presence-text.js';
import { useMe, usePresence, useSync, useWatch } from '../session/sync-context.js';
import { AccessRequests } from './access-requests.js';
import { AddMembersDialog } from './add-members-dialog.js';
import { membersQuery } from './members-query.js';
import { useOpenConversation } from './new-conversation-dialog.js';
import { ProgramsSection } from './programs-section.js';
import { useBlock } from './use-block.js';
import './side-panel.css';

const SHOWN_MAX = 200;

export function SidePanel({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const members = useQuery(membersQuery(channel.id));
  const membersSeq = useSync(state => state.channels[channel.id]?.membersSeq);
  // A change of members or of their roles comes as an event of the channel; the list is asked for anew.
  useEffect(() => { void queries.invalidateQueries({ queryKey: ['members', channel.id] }); }, [queries, channel.id, membersSeq]);
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = (members.data ?? []).filter(({ person }) => wanted === '' || person.displayName.toLocaleLowerCase().includes(wanted) || person.email.includes(wanted));
  const mayAdd = channel.kind !== 'room' || channel.role === 'Administrator' || channel.invitePolicy === 'members';
  return (
    <aside className="panel" aria-label={t('chat.panel')}>
      <header className="panel-head">
        <h2>{t('chat.members')}</h2>
        <IconButton label={t('act.close')} onClick={onClose}><X size={20} strokeWidth={1.75} /></IconButton>
      </header>
      <div className="panel-search">
        <Field label={t('chat.searchMembers', { count: channel.memberCount })} hideLabel placeholder={t('chat.searchMembers', { count: channel.memberCount })} icon={<Search size={16} strokeWidth={1.75} aria-hidden />} value={typed} onChange={event => setTyped(event.target.value)} autoComplete="off" />
        {mayAdd ? <IconButton label={t('chat.addPeople')} look="edge" onClick={() => setAdding(true)}><UserPlus size={18} strokeWidth={1.75} /></IconButton> : null}
      </div>
      <div className="panel-scroll">
        {channel.kind === 'room' && channel.role === 'Administrator' ? <AccessRequests channel={channel} /> : null}
        {members.data === undefined ? <SkeletonRows count={5} picture={32} /> : <MemberSections channel={channel} members={shown} />}
        {channel.kind === 'room' ? <ProgramsSection channel={channel} wanted={wanted} /> : null}
      </div>
      {adding ? <AddMembersDialog channel={channel} onClose={() => setAdding(false)} /> : null}
    </aside>
  );
}

function MemberSections({ channel, members }: { channel: Channel; members: readonly Member[] }): ReactNode {
  const { t } = useWords();
  const shown = members.slice(0, SHOWN_MAX);
  useWatch(shown.map(member => member.person.id));
  const presence = useSync(state => state.presence);
  const open = useSync(state => state.here[channel.id]);
  // In a room: who has it open on a device. Elsewhere: who is there at all.
  const isHere = ({ person }: Member): boolean => (channel.kind === 'room' ? (open?.includes(person.id) ?? false) : (presence[person.id] ?? 'offline') !== 'offline');
  const here = shown.filter(isHere);
  const away = shown.filter(member => !isHere(member));
  if (members.length === 0) return <p className="picker-none">{t('people.noneFound')}</p>;
  return (
    <>
      {([['chat.present', here], ['chat.absent', away]] as const).map(([key, list]) => list.length === 0 ? null : (
        <section key={key} className="panel-section">
          <h3>{t(key)} <span className="tabular">{list.length}</span></h3>
          <ul>{list.map(member => <MemberRow key={member.person.id} member={member} channel={channel} />)}</ul>
        </section>
      ))}
      {members.length > SHOWN_MAX ? <p className="picker-none">{t('people.more', { count: members.length - SHOWN_MAX })}</p> : null}
    </>
  );
}

function MemberRow({ member: { person, role }, channel }: { member: Member; channel: Channel }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const presence = usePresence(person.id);
  const presenceText = usePresenceText(person.id);
  const write = useOpenConversation();
  const contactEntry = useContactEntry();
  const setBlock = useBlock();
  const queries = useQueryClient();
  const mine = person.id === me.id;
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const params = { channelId: channel.id, personId: person.id };
  const after = (work: Promise<unknown>): void => {
    work.then(() => queries.invalidateQueries({ queryKey: ['members', channel.id] }), (error: unknown) => showToast(failureText(error, t), 'error'));
  };
  const setRole = (next: MemberRole): void => after(api.call(updateMember, { params, body: { role: next } }));
  const roleEntry = role === 'Administrator'
    ? { label: t('chat.makeMember'), icon: <User {...icon} />, onSelect: () => setRole('Member') }
    : { label: t('chat.makeAdministrator'), icon: <Crown {...icon} />, onSelect: () => setRole('Administrator') };
  const mayManage = channel.kind === 'room' && channel.role === 'Administrator' && !mine;
  return (
    <li className="person-row">
      <Avatar id={person.id} name={person.displayName} size={32} picture={pictureOf(person)} presence={presence} />
      <span className="person-words">
        <span className="person-name"><span className="ellipsis" dir="auto">{mine ? t('people.you', { name: person.displayName }) : person.displayName}</span>{role === 'Administrator' && channel.kind === 'room' ? <Crown size={14} strokeWidth={1.75} color="var(--warn-t)" aria-label={t('chat.administrator')} /> : null}</span>
        <span className="quieter ellipsis" dir="auto">{presenceText}</span>
      </span>
      {mine ? null : (
        <Menu
          trigger={<button type="button" className="icon-button" data-size="28" aria-label={t('people.actions', { name: person.displayName })}><Ellipsis size={18} strokeWidth={1.75} aria-hidden /></button>}
          entries={[
            { label: t('people.write'), icon: <MessageSquare {...icon} />, onSelect: () => void write([person.id]) },
            contactEntry(person.id, person.displayName),
            { label: t('block.block'), icon: <Ban {...icon} />, onSelect: () => void setBlock(person, true) },
            ...(mayManage ? [roleEntry, null, { label: t('chat.removeMember'), icon: <UserMinus {...icon} />, danger: true, onSelect: () => after(api.call(removeMember, { params })) }] : []),
          ]}
        />
      )}
    </li>
  );
}
