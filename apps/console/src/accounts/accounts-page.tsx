import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import Tabs from '@cloudscape-design/components/tabs';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatDay, formatNumber } from '../format.js';
import type { OutputOf } from '../operations.js';
import { byNextToken, useAllPages } from '../use-operation.js';
import { useWords, type Words } from '../words.js';
import { AcceptDelegateDialog } from './accept-delegate-dialog.js';
import { NewAccountDialog } from './new-account-dialog.js';

type Summary = NonNullable<OutputOf<'ListAccountSummaries'>['AccountSummaries']>[number];
type Status = 'Active' | 'Disabled';
const PAGE = 25;

/** The first page after signing in (guide, GST-04, ACC-07): the accounts, and those that were deleted and not yet forgotten. */
export function AccountsPage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const { status = 'Active' } = useSearch({ strict: false }) as { status?: Status };
  const [open, setOpen] = useState<'new' | 'accept' | null>(null);
  return (
    <Page
      title={t('accounts.title')} description={t('accounts.intro')} crumbs={[]} guide="accounts"
      actions={(
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton action="chime:AcceptDelegate" onClick={() => setOpen('accept')}>{t('settings.acceptDelegate')}</ActionButton>
          <ActionButton action="chime:CreateAccount" variant="primary" onClick={() => setOpen('new')}>{t('accounts.new')}</ActionButton>
        </SpaceBetween>
      )}
    >
      <Tabs
        activeTabId={status} onChange={({ detail }) => void navigate({ to: '/accounts', search: detail.activeTabId === 'Disabled' ? { status: 'Disabled' } : {} })}
        tabs={[
          { id: 'Active', label: t('accounts.active'), content: <AccountsTable status="Active" onNew={() => setOpen('new')} /> },
          { id: 'Disabled', label: t('accounts.disabled'), content: status === 'Disabled' ? <AccountsTable status="Disabled" /> : null },
        ]}
      />
      {open === 'new' ? <NewAccountDialog onClose={() => setOpen(null)} /> : null}
      {open === 'accept' ? <AcceptDelegateDialog onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function AccountsTable({ status, onNew }: { status: Status; onNew?: () => void }): ReactNode {
  const { t, locale } = useWords();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const list = useAllPages('ListAccountSummaries', { Status: status, MaxResults: 99 }, { items: output => output.AccountSummaries, next: byNextToken });
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const found = (list.data?.items ?? []).filter(({ Account }) => `${Account.Name} ${Account.AccountId}`.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Table
      items={found.slice((page - 1) * PAGE, page * PAGE)} columnDefinitions={columnsOf(status, t, locale)} loading={list.isPending} loadingText={t('frame.loading')} trackBy={({ Account }) => Account.AccountId}
      variant="embedded" stickyHeader
      header={<Header counter={list.data === undefined ? '' : `(${formatNumber(list.data.items.length, locale)}${list.data.more ? '+' : ''})`}>{t(status === 'Active' ? 'accounts.active' : 'accounts.disabled')}</Header>}
      filter={<TextFilter filteringText={text} filteringPlaceholder={t('accounts.find')} countText={text === '' ? '' : t('frame.matches', { count: found.length })} onChange={({ detail }) => { setText(detail.filteringText); setPage(1); }} />}
      pagination={found.length > PAGE ? <Pagination currentPageIndex={page} pagesCount={Math.ceil(found.length / PAGE)} onChange={({ detail }) => setPage(detail.currentPageIndex)} /> : undefined}
      empty={text === '' ? <NoAccounts status={status} onNew={onNew} /> : <Box textAlign="center">{t('frame.noMatch')}</Box>}
    />
  );
}

function NoAccounts({ status, onNew }: { status: Status; onNew: (() => void) | undefined }): ReactNode {
  const { t } = useWords();
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <Box variant="strong">{t(status === 'Active' ? 'accounts.none' : 'accounts.noneDisabled')}</Box>
        <Box color="text-body-secondary">{t(status === 'Active' ? 'accounts.noneText' : 'accounts.noneDisabledText')}</Box>
        {onNew === undefined ? null : <ActionButton action="chime:CreateAccount" onClick={onNew}>{t('accounts.new')}</ActionButton>}
      </SpaceBetween>
    </Box>
  );
}

function columnsOf(status: Status, t: Words['t'], locale: string): readonly TableProps.ColumnDefinition<Summary>[] {
  const name: TableProps.ColumnDefinition<Summary> = {
    id: 'name', header: t('accounts.name'), isRowHeader: true,
    cell: ({ Account }) => (status === 'Active' ? <PageLink to={`/accounts/${Account.AccountId}/users`}>{Account.Name}</PageLink> : Account.Name),
  };
  const common: readonly TableProps.ColumnDefinition<Summary>[] = [
    name,
    { id: 'type', header: t('accounts.type'), cell: ({ Account }) => t(`accounts.types.${Account.AccountType ?? 'Team'}`) },
    { id: 'users', header: t('accounts.users'), cell: ({ UserCount }) => formatNumber(UserCount, locale) },
    { id: 'created', header: t('accounts.created'), cell: ({ Account }) => formatDay(Account.CreatedTimestamp, locale) },
  ];
  if (status === 'Active') return [...common, { id: 'id', header: t('accounts.id'), cell: ({ Account }) => <Box variant="code">{Account.AccountId}</Box> }];
  return [
    ...common, { id: 'disabled', header: t('accounts.deletedOn'), cell: ({ DisabledTimestamp }) => formatDay(DisabledTimestamp, locale) },
    { id: 'gone', header: t('accounts.goneOn'), cell: ({ DeletionTimestamp }) => formatDay(DeletionTimestamp, locale) },
  ];
}
