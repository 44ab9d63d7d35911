import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SearchX, TextSearch } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { searchMessages } from '@carillon/wire/rest/chat.js';
import { api } from '../api.js';
import { moveByArrows } from '../chat/channel-list.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { FoundMessage } from './found-message.js';
import { SearchField } from './search-field.js';
import { SearchFilters } from './search-filters.js';
import { isEmpty, timesOf, type SearchParams } from './search-params.js';
import '../contacts/contacts-page.css';
import './search-page.css';

/** Empty pages that lead on are followed by themselves this many times; then one is asked. */
const EMPTY_PAGES_MAX = 20;

/** All content: what was typed, narrowed by person, place and day. The address holds it all. */
export function SearchPage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const params = useSearch({ from: '/frame/search' });
  const set = (next: SearchParams): void => void navigate({ to: '/search', search: next, replace: !isEmpty(params) });
  return (
    <main className="page search">
      <header className="page-head"><h1>{t('search.title')}</h1></header>
      <div className="page-search">
        <SearchField key={params.q ?? ''} words={params.q ?? ''} onSearch={q => set({ ...params, q: q === '' ? undefined : q })} />
        <SearchFilters params={params} onChange={set} />
      </div>
      {isEmpty(params)
        ? <EmptyState icon={<TextSearch size={24} strokeWidth={1.75} />} title={t('search.emptyTitle')}>{t('search.emptyText')}</EmptyState>
        : <Results params={params} onClear={() => set({ q: params.q })} />}
    </main>
  );
}

function Results({ params, onClear }: { params: SearchParams; onClear: () => void }): ReactNode {
  const { t } = useWords();
  const results = useInfiniteQuery({
    queryKey: ['search', params], initialPageParam: null as string | null, getNextPageParam: (page: { next: string | null }) => page.next, staleTime: 10_000,
    queryFn: ({ pageParam, signal }) => api.call(searchMessages, {
      body: {
        ...(params.q === undefined ? {} : { q: params.q }), ...(params.from === undefined ? {} : { from: params.from as PersonId }), ...(params.in === undefined ? {} : { in: params.in as ChannelId }),
        ...timesOf(params), ...(params.files === true ? { files: true } : {}), ...(pageParam === null ? {} : { next: pageParam }),
      },
    }, { signal }),
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = results;
  const pages = results.data?.pages ?? [];
  const messages = pages.flatMap(page => page.messages);
  // A search that looks far back answers in parts, some of them empty.
  const goesOn = hasNextPage && !isFetchingNextPage && pages.at(-1)?.messages.length === 0 && pages.length <= EMPTY_PAGES_MAX;
  useEffect(() => { if (goesOn) void fetchNextPage(); }, [goesOn, fetchNextPage]);
  if (results.isError) return <EmptyState icon={<SearchX size={24} strokeWidth={1.75} />} title={t('failure.title')} actions={<Button look="accent" onClick={() => void results.refetch()}>{t('act.retry')}</Button>}>{failureText(results.error, t)}</EmptyState>;
  if (results.isPending || (messages.length === 0 && (goesOn || isFetchingNextPage))) return <SkeletonRows count={6} picture={36} />;
  if (messages.length === 0 && !hasNextPage) {
    const narrowed = !isEmpty({ ...params, q: undefined });
    return (
      <EmptyState icon={<SearchX size={24} strokeWidth={1.75} />} title={t('search.noneTitle')} actions={narrowed && params.q !== undefined ? <Button look="accent" onClick={onClear}>{t('search.clear')}</Button> : undefined}>
        {t(narrowed ? 'search.noneNarrowed' : 'search.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="page-scroll search-results" onKeyDown={moveByArrows}>
      <p className="sr-only" role="status">{t('search.found', { count: messages.length })}</p>
      <ul>{messages.map(message => <FoundMessage key={message.id} message={message} typed={params.q ?? ''} />)}</ul>
      {hasNextPage ? <div className="search-more"><Button busy={isFetchingNextPage || goesOn} onClick={() => void fetchNextPage()}>{t('search.more')}</Button></div> : null}
    </div>
  );
}
