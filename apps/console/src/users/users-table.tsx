import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useEffect, useState, type ReactNode } from 'react';
import { EmptyList } from '../frame/empty-list.js';
import { Failure } from '../frame/failure.js';
import { PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatDay, formatNumber } from '../format.js';
import { useOperation } from '../use-operation.js';
import { useWords, type Words } from '../words.js';
import { nameOf, type Account, type User } from './model.js';
import { RegistrationIndicator } from './registration-indicator.js';
import { UserActions } from './user-actions.js';
import { CsvButton, CsvProgress, useUsersCsv } from './users-csv.js';
import { UsersFilter } from './users-filter.js';
import { SORT_KEYS, useUsersSearch, type SortKey, type UsersSearch } from './users-search.js';

const PAGE_SIZES = [25, 50, 100] as const;
const KEPT = 'carillon.console.users.page';

/** All users of an account, searched and sorted by the server: there may be ten thousand (guide, USR-01, USR-03). */
export function UsersTable({ accountId, account, onInvite }: { accountId: string; account: Account | undefined; onInvite: () => void }): ReactNode {
  const { t, locale } = useWords();
  const [search, change] = useUsersSearch(accountId);
  const [size, setSize] = useState<number>(() => PAGE_SIZES.find(each => String(each) === localStorage.getItem(KEPT)) ?? PAGE_SIZES[0]);
  const [selected, setSelected] = useState<readonly User[]>([]);
  const csv = useUsersCsv(accountId);
  const list = useOperation('SearchUsers', {
    AccountId: accountId, Text: search.q, LicenseType: search.permission, UserRegistrationStatus: search.registration, SortBy: search.sort ?? 'Email', Descending: search.desc ?? false, PageNumber: search.page ?? 1, MaxResults: size,
  }, { keep: true });
  // The last page may have lost everybody on it.
  const pages = Math.ceil((list.data?.TotalCount ?? 0) / size);
  const isPast = !list.isPlaceholderData && pages > 0 && (search.page ?? 1) > pages;
  useEffect(() => { if (isPast) change({ page: pages }); });
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const total = list.data?.TotalCount ?? 0;
  const columns = columnsOf(accountId, t, locale);
  const isNarrowed = search.q !== undefined || search.permission !== undefined || search.registration !== undefined;
  const narrow = (part: UsersSearch): void => { setSelected([]); change(part); };
  const choose = ({ pageSize }: { pageSize?: number | undefined }): void => {
    localStorage.setItem(KEPT, String(pageSize));
    setSize(pageSize ?? PAGE_SIZES[0]);
    change({});
  };
  return (
    <SpaceBetween size="m">
      {csv.read === null ? null : <CsvProgress read={csv.read} total={Math.max(total, csv.read)} onStop={csv.stop} />}
      <Table
        items={list.data?.Users ?? []} columnDefinitions={columns} trackBy="UserId" loading={list.isPending} loadingText={t('frame.loading')} variant="container" stickyHeader wrapLines
        selectionType="multi" selectedItems={[...selected]} onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
        sortingColumn={columns.find(column => column.sortingField === (search.sort ?? 'Email'))!} sortingDescending={search.desc ?? false}
        onSortingChange={({ detail }) => change({ sort: SORT_KEYS.find(key => key === detail.sortingColumn.sortingField), desc: detail.isDescending === true ? true : undefined })}
        ariaLabels={{
          tableLabel: t('users.title'), selectionGroupLabel: t('users.select'), allItemsSelectionLabel: () => t('users.selectAll'), itemSelectionLabel: (_, user) => t('users.selectOne', { name: nameOf(user) }),
        }}
        header={(
          <Header
            counter={list.data === undefined ? '' : `(${selected.length > 0 ? `${formatNumber(selected.length, locale)}/` : ''}${formatNumber(total, locale)})`}
            actions={<SpaceBetween direction="horizontal" size="xs"><CsvButton busy={csv.read !== null} onStart={csv.start} /><UserActions account={account} users={selected} onDone={() => setSelected([])} /></SpaceBetween>}
          >
            {t('users.title')}
          </Header>
        )}
        filter={<UsersFilter search={search} matches={list.data === undefined || !isNarrowed ? undefined : total} onChange={narrow} />}
        pagination={total > size ? <Pagination currentPageIndex={search.page ?? 1} pagesCount={pages} onChange={({ detail }) => change({ page: detail.currentPageIndex })} /> : undefined}
        preferences={(
          <CollectionPreferences
            title={t('users.preferences')} confirmLabel={t('frame.save')} cancelLabel={t('frame.cancel')} preferences={{ pageSize: size }} onConfirm={({ detail }) => choose(detail)}
            pageSizePreference={{ title: t('users.pageSize'), options: PAGE_SIZES.map(value => ({ value, label: t('users.pageSizeOf', { count: value }) })) }}
          />
        )}
        empty={<Empty isNarrowed={isNarrowed} account={account} onInvite={onInvite} onClear={() => narrow({ q: undefined, permission: undefined, registration: undefined })} />}
      />
    </SpaceBetween>
  );
}

interface EmptyProps {
  readonly isNarrowed: boolean;
  readonly account: Account | undefined;
  readonly onInvite: () => void;
  readonly onClear: () => void;
}

function Empty({ isNarrowed, account, onInvite, onClear }: EmptyProps): ReactNode {
  const { t } = useWords();
  const isTeam = account?.AccountType === 'Team';
  const action = isNarrowed ? <Button onClick={onClear}>{t('frame.clearFilter')}</Button> : isTeam ? <ActionButton action="chime:InviteUsers" onClick={onInvite}>{t('users.invite')}</ActionButton> : null;
  return <EmptyList title={t(isNarrowed ? 'frame.noMatch' : 'users.none')} text={t(isNarrowed ? 'frame.noMatchText' : isTeam ? 'users.noneTeam' : 'users.noneEnterprise')} action={action} />;
}

interface Column extends TableProps.ColumnDefinition<User> { readonly sortingField?: SortKey }

function columnsOf(accountId: string, t: Words['t'], locale: string): readonly Column[] {
  return [
    { id: 'name', header: t('users.displayName'), isRowHeader: true, sortingField: 'DisplayName', minWidth: 150, cell: user => <PageLink to={`/accounts/${accountId}/users/${user.UserId}`}>{nameOf(user)}</PageLink> },
    { id: 'email', header: t('users.email'), sortingField: 'Email', cell: user => user.PrimaryEmail ?? '–' },
    { id: 'registration', header: t('users.registration'), cell: user => <RegistrationIndicator value={user.UserRegistrationStatus} /> },
    { id: 'permission', header: t('users.permission'), cell: user => (user.LicenseType === undefined ? '–' : t(`users.licenses.${user.LicenseType}`)) },
    { id: 'invited', header: t('users.invited'), sortingField: 'InvitedOn', cell: user => formatDay(user.InvitedOn, locale) },
    { id: 'joined', header: t('users.joined'), sortingField: 'RegisteredOn', cell: user => formatDay(user.RegisteredOn, locale) },
  ];
}
