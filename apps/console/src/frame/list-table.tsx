import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { Failure } from './failure.js';
import { formatNumber } from '../format.js';
import { useWords } from '../words.js';

const PAGE = 25;

interface Props<Item> {
  readonly title: string;
  readonly description?: string;
  readonly list: UseQueryResult<{ items: readonly Item[]; more: boolean }, ApiFailure>;
  readonly columns: readonly TableProps.ColumnDefinition<Item>[];
  /** What one finds an entry by; it tells entries apart too. */
  readonly textOf: (item: Item) => string;
  readonly empty: ReactNode;
  readonly find: string;
  readonly actions?: ReactNode;
  /** Beside the text: another filter. */
  readonly filter?: ReactNode;
  readonly keep?: (item: Item) => boolean;
  readonly picked?: { readonly items: readonly Item[]; readonly onChange: (items: readonly Item[]) => void };
  readonly variant?: 'container' | 'embedded';
  /** Within a page that has a heading already. */
  readonly headingTag?: 'h2' | 'h3';
}

/** Everything that is of a kind, with a filter over what is loaded. */
export function ListTable<Item>({ title, description, list, columns, textOf, empty, find, actions, filter, keep, picked, variant = 'container', headingTag = 'h2' }: Props<Item>): ReactNode {
  const { t, locale } = useWords();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const all = (list.data?.items ?? []).filter(item => keep?.(item) ?? true);
  const found = all.filter(item => textOf(item).toLowerCase().includes(text.trim().toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const shown = Math.min(page, pages);
  return (
    <Table
      items={found.slice((shown - 1) * PAGE, shown * PAGE)} columnDefinitions={columns} loading={list.isPending} loadingText={t('frame.loading')} trackBy={textOf} variant={variant} wrapLines
      header={<Header variant={headingTag} headingTagOverride={headingTag} description={description} counter={list.data === undefined ? '' : `(${formatNumber(all.length, locale)}${list.data.more ? '+' : ''})`} actions={actions}>{title}</Header>}
      filter={filterOf()} pagination={pages > 1 ? <Pagination currentPageIndex={shown} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} /> : undefined}
      empty={text === '' ? empty : <Box textAlign="center">{t('frame.noMatch')}</Box>}
      {...(picked === undefined ? {} : {
        selectionType: 'multi' as const, selectedItems: picked.items, onSelectionChange: ({ detail }: { detail: { selectedItems: Item[] } }) => picked.onChange(detail.selectedItems),
        ariaLabels: { selectionGroupLabel: title, allItemsSelectionLabel: () => t('frame.all'), itemSelectionLabel: (_: unknown, item: Item) => textOf(item) },
      })}
    />
  );

  function filterOf(): ReactNode {
    const field = <TextFilter filteringText={text} filteringPlaceholder={find} filteringAriaLabel={find} countText={text === '' ? '' : t('frame.matches', { count: found.length })} onChange={({ detail }) => { setText(detail.filteringText); setPage(1); }} />;
    return filter === undefined ? field : <div className="filters">{field}{filter}</div>;
  }
}
