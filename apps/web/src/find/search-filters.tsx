import { Hash, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Field, Select } from '@carillon/ui/field.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import type { ChannelView } from '@carillon/client/state.js';
import { newestFirst } from '../chat/channel-list.js';
import { channelTitle } from '../chat/channel-name.js';
import { useContacts } from '../contacts/use-contacts.js';
import { useWords } from '../i18n.js';
import { useMe, useSync } from '../session/sync-context.js';
import type { SearchParams } from './search-params.js';

/** Whose, where, from when to when, with files. */
export function SearchFilters({ params, onChange }: { params: SearchParams; onChange: (params: SearchParams) => void }): ReactNode {
  const { t } = useWords();
  const channels = useSync(state => state.channels);
  const people = useKnownPeople();
  const set = (part: SearchParams): void => onChange({ ...params, ...part });
  const places = newestFirst(channels).map(channel => ({ value: channel.id as string, label: channelTitle(channel, t) }));
  const whose = people.map(person => ({ value: person.id as string, label: person.displayName }));
  // Somebody whom one knows by a link alone is still the one who is chosen.
  const kept = (options: { value: string; label: string }[], value: string | undefined): { value: string; label: string }[] => (value === undefined || options.some(option => option.value === value) ? options : [...options, { value, label: t('search.chosen') }]);
  return (
    <div className="search-filters" role="group" aria-label={t('search.filters')}>
      <Select label={t('search.from')} icon={<UserRound size={16} strokeWidth={1.75} aria-hidden />} value={params.from ?? ''} onChange={value => set({ from: value || undefined })} options={[{ value: '', label: t('search.anybody') }, ...kept(whose, params.from)]} />
      <Select label={t('search.in')} icon={<Hash size={16} strokeWidth={1.75} aria-hidden />} value={params.in ?? ''} onChange={value => set({ in: value || undefined })} options={[{ value: '', label: t('search.anywhere') }, ...kept(places, params.in)]} />
      <Field label={t('search.since')} type="date" value={params.since ?? ''} max={params.until} onChange={event => set({ since: event.target.value || undefined })} />
      <Field label={t('search.until')} type="date" value={params.until ?? ''} min={params.since} onChange={event => set({ until: event.target.value || undefined })} />
      <label className="search-files"><input type="checkbox" checked={params.files === true} onChange={event => set({ files: event.target.checked || undefined })} /> {t('search.files')}</label>
    </div>
  );
}

/** Oneself, one's contacts and the people of one's conversations, by name. */
function useKnownPeople(): readonly Pick<Person, 'id' | 'displayName'>[] {
  const { language } = useWords();
  const me = useMe();
  const channels = useSync(state => state.channels);
  const contacts = useContacts();
  const all = [...contacts.list.flatMap(contact => contact.person ?? []), ...Object.values<ChannelView>(channels).flatMap(view => view.channel.people)];
  const others = [...new Map(all.map(person => [person.id, person])).values()].filter(person => person.id !== me.id).sort((a, b) => a.displayName.localeCompare(b.displayName, language));
  return [me, ...others];
}
