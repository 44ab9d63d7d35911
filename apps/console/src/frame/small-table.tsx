import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';
import { useWords } from '../words.js';

interface Props<Item> {
  readonly title: string;
  readonly description?: string;
  readonly query: { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly columns: readonly TableProps.ColumnDefinition<Item>[];
  readonly actions?: ReactNode;
  readonly empty: ReactNode;
}

/** What hangs on one thing: a handful, so there is nothing to search. */
export function SmallTable<Item>({ title, description, query, items, keyOf, columns, actions, empty }: Props<Item>): ReactNode {
  const { t } = useWords();
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table
      items={items} columnDefinitions={columns} trackBy={keyOf} loading={query.isPending} loadingText={t('frame.loading')} wrapLines empty={empty}
      header={<Header variant="h2" description={description} counter={query.isPending ? '' : `(${items.length})`} actions={actions}>{title}</Header>}
    />
  );
}
