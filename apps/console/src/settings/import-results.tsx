import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../format.js';
import { refusalWords, useWords } from '../words.js';
import type { ImportLine } from './use-import.js';

const PAGE = 50;
const TYPE: Readonly<Record<ImportLine['outcome'], StatusIndicatorProps.Type>> = { Created: 'success', Updated: 'success', Unchanged: 'stopped', Refused: 'error', Skipped: 'warning' };
/** What needs a look first. */
const ORDER: readonly ImportLine['outcome'][] = ['Refused', 'Skipped', 'Created', 'Updated', 'Unchanged'];

/** Line by line what happened, or would; how many of each above. */
export function ImportResults({ lines }: { lines: readonly ImportLine[] }): ReactNode {
  const { t, locale } = useWords();
  const [page, setPage] = useState(1);
  const sorted = lines.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const counts = ORDER.map(outcome => [outcome, lines.filter(line => line.outcome === outcome).length] as const).filter(([, count]) => count > 0);
  return (
    <Table
      header={<Header counter={`(${formatNumber(lines.length, locale)})`} description={counts.map(([outcome, count]) => `${t(`settings.outcomes.${outcome}`)}: ${formatNumber(count, locale)}`).join(' · ')}>{t('settings.results')}</Header>}
      items={sorted.slice((page - 1) * PAGE, page * PAGE)} trackBy={line => `${line.file} ${line.key}`}
      pagination={lines.length > PAGE ? <Pagination currentPageIndex={page} pagesCount={Math.ceil(lines.length / PAGE)} onChange={({ detail }) => setPage(detail.currentPageIndex)} /> : undefined}
      columnDefinitions={[
        { id: 'outcome', header: t('settings.outcome'), cell: line => <StatusIndicator type={TYPE[line.outcome]}>{t(`settings.outcomes.${line.outcome}`)}</StatusIndicator> },
        { id: 'key', header: t('settings.entry'), cell: line => (line.outcome === 'Skipped' ? t('settings.lineWithout', { line: line.key }) : line.key), isRowHeader: true },
        { id: 'file', header: t('settings.file'), cell: line => line.file },
        { id: 'message', header: t('settings.message'), cell: line => (line.message === undefined ? '–' : refusalWords(line.message)) },
      ]}
    />
  );
}
