import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { EmptyList } from '../frame/empty-list.js';
import { ListTable } from '../frame/list-table.js';
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
  const list = useAllPages('ListAccountSummaries', { Status: status, MaxResults: 99 }, { items: output => output.AccountSummaries, next: byNextToken });
  const isActive = status === 'Active';
  return (
    <ListTable
      title={t(isActive ? 'accounts.active' : 'accounts.disabled')} list={list} columns={columnsOf(status, t, locale)} textOf={({ Account }) => `${Account.Name} ${Account.AccountId}`} find={t('accounts.find')} variant="embedded"
      empty={(
        <EmptyList
          title={t(isActive ? 'accounts.none' : 'accounts.noneDisabled')} text={t(isActive ? 'accounts.noneText' : 'accounts.noneDisabledText')}
          action={onNew === undefined ? null : <ActionButton action="chime:CreateAccount" onClick={onNew}>{t('accounts.new')}</ActionButton>}
        />
      )}
    />
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
