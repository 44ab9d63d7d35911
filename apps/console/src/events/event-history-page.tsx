import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { formatNumber } from '../format.js';
import { perform, type InputOf, type OutputOf } from '../operations.js';
import { useWords, type Words } from '../words.js';
import { EventDialog } from './event-dialog.js';
import { EventFilters, inputOf, LAST_DAY, type Filters } from './event-filters.js';
import { formatExact } from './format-exact.js';
import { outcomeOf, type EventRow } from './event-record.js';

type Input = InputOf<'cloudtrail:LookupEvents'>;
interface AskedPage { readonly input: Input; readonly output: OutputOf<'cloudtrail:LookupEvents'> }
const PAGE = 50;

/** Every call that was made, from the console or from code, newest first (guide, CTR-01 and CTR-02). */
export function EventHistoryPage(): ReactNode {
  const { t } = useWords();
  const [filters, setFilters] = useState<Filters>(LAST_DAY);
  const [shown, setShown] = useState<EventRow>();
  return (
    <Page title={t('events.title')} description={t('events.intro')} crumbs={[]} guide="event-history">
      <EventsTable filters={filters} onFilters={setFilters} onShow={setShown} />
      {shown === undefined ? null : <EventDialog event={shown} onClose={() => setShown(undefined)} />}
    </Page>
  );
}

function EventsTable({ filters, onFilters, onShow }: { filters: Filters; onFilters: (filters: Filters) => void; onShow: (event: EventRow) => void }): ReactNode {
  const { t, locale } = useWords();
  const pages = useInfiniteQuery<AskedPage, ApiFailure, { pages: AskedPage[] }, readonly unknown[], Input | undefined>({
    queryKey: ['cloudtrail:LookupEvents', filters], initialPageParam: undefined, refetchOnWindowFocus: false,
    // A token goes on with the very question that it was given for.
    getNextPageParam: ({ input, output }) => (output.NextToken === undefined ? undefined : { ...input, NextToken: output.NextToken }),
    queryFn: async ({ pageParam }) => { const input = pageParam ?? { ...inputOf(filters), MaxResults: PAGE }; return { input, output: await perform('cloudtrail:LookupEvents', input) }; },
  });
  const events = (pages.data?.pages ?? []).flatMap(({ output }) => output.Events ?? []);
  if (pages.error && pages.data === undefined) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  const more = pages.hasNextPage ? <Box textAlign="center"><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('events.older')}</Button></Box> : undefined;
  return (
    <Table
      items={events} columnDefinitions={columnsOf(t, locale, onShow)} loading={pages.isPending} loadingText={t('frame.loading')} trackBy={event => event.EventId ?? ''} wrapLines stickyHeader
      header={<Header variant="h2" counter={`(${formatNumber(events.length, locale)}${pages.hasNextPage ? '+' : ''})`} actions={<Button iconName="refresh" ariaLabel={t('events.refresh')} loading={pages.isRefetching} onClick={() => void pages.refetch()} />}>{t('events.events')}</Header>}
      filter={<EventFilters filters={filters} onChange={onFilters} />} footer={more}
      empty={<Box textAlign="center" padding="l"><SpaceBetween size="s"><Box variant="strong">{t('events.none')}</Box><Box color="text-body-secondary">{t('events.noneText')}</Box></SpaceBetween></Box>}
    />
  );
}

function columnsOf(t: Words['t'], locale: string, onShow: (event: EventRow) => void): readonly TableProps.ColumnDefinition<EventRow>[] {
  return [
    { id: 'name', header: t('events.name'), isRowHeader: true, minWidth: 180, cell: event => <Button variant="inline-link" ariaLabel={`${t('events.open')} ${event.EventName}`} onClick={() => onShow(event)}>{event.EventName}</Button> },
    { id: 'time', header: t('events.time'), cell: event => formatExact(event.EventTime, locale) },
    { id: 'user', header: t('events.user'), cell: event => <span className="plain-text">{event.Username ?? t('frame.unknown')}</span> },
    { id: 'source', header: t('events.source'), cell: event => event.EventSource },
    { id: 'address', header: t('events.address'), cell: event => outcomeOf(event).address ?? t('frame.unknown') },
    { id: 'outcome', header: t('events.outcome'), cell: event => { const { error } = outcomeOf(event); return error === undefined ? t('events.done') : <Badge color="red">{error === '' ? t('events.failed') : error}</Badge>; } },
  ];
}
