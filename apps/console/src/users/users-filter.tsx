import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words.js';
import { LICENSES, REGISTRATIONS } from './model.js';
import type { UsersSearch } from './users-search.js';

/** Search by address or name, and filters; the server is asked when one pauses. */
export function UsersFilter({ search, matches, onChange }: { search: UsersSearch; matches: number | undefined; onChange: (part: UsersSearch) => void }): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(search.q ?? '');
  const [shown, setShown] = useState(search.q);
  // The filter was cleared from outside.
  if (search.q !== shown) {
    setShown(search.q);
    if (search.q === undefined) setText('');
  }
  const permissions = [{ value: '', label: t('users.anyPermission') }, ...LICENSES.map(value => ({ value: value as string, label: t(`users.licenses.${value}`) }))];
  const registrations = [{ value: '', label: t('users.anyRegistration') }, ...REGISTRATIONS.map(value => ({ value: value as string, label: t(`users.registrations.${value}`) }))];
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, xxs: 6 } }, { colspan: { default: 6, xxs: 3 } }, { colspan: { default: 6, xxs: 3 } }]}>
      <TextFilter
        filteringText={text} filteringPlaceholder={t('users.find')} filteringAriaLabel={t('users.find')} countText={matches === undefined ? '' : t('frame.matches', { count: matches })}
        onChange={({ detail }) => setText(detail.filteringText)} onDelayedChange={({ detail }) => onChange({ q: detail.filteringText.trim() === '' ? undefined : detail.filteringText.trim() })}
      />
      <Select
        options={permissions} selectedOption={permissions.find(one => one.value === (search.permission ?? ''))!} ariaLabel={t('users.permission')}
        onChange={({ detail }) => onChange({ permission: LICENSES.find(one => one === detail.selectedOption.value) })}
      />
      <Select
        options={registrations} selectedOption={registrations.find(one => one.value === (search.registration ?? ''))!} ariaLabel={t('users.registration')}
        onChange={({ detail }) => onChange({ registration: REGISTRATIONS.find(one => one === detail.selectedOption.value) })}
      />
    </Grid>
  );
}
