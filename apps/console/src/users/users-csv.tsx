import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import { useRef, useState, type ReactNode } from 'react';
import { writePlainCsv } from '@carillon/kernel/csv.js';
import { useFlash } from '../frame/flash.js';
import { ActionButton } from '../frame/permissions.js';
import { formatNumber } from '../format.js';
import { perform } from '../operations.js';
import { saveFile } from '../save-file.js';
import { useWords } from '../words.js';
import type { User } from './model.js';

/** As many as ListUsers gives. */
const PAGE = 200;
const FILE = 'users.csv';

/** The download of all users (guide, EXT-03): its state, and what begins it. */
export function useUsersCsv(accountId: string): { start: () => void; stop: () => void; read: number | null } {
  const { t } = useWords();
  const flash = useFlash();
  const [read, setRead] = useState<number | null>(null);
  const going = useRef(false);
  const work = async (): Promise<void> => {
    const rows = [['userId', 'email']];
    let next: { NextToken?: string } | undefined = {};
    while (next !== undefined && going.current) {
      const page: { Users?: User[] | undefined; NextToken?: string | undefined } = await perform('ListUsers', { AccountId: accountId, MaxResults: PAGE, ...next });
      rows.push(...(page.Users ?? []).map(user => [user.UserId, user.PrimaryEmail ?? '']));
      setRead(rows.length - 1);
      next = page.NextToken === undefined ? undefined : { NextToken: page.NextToken };
    }
    if (!going.current) return;
    saveFile(FILE, writePlainCsv(rows));
    flash.done(t('users.csvDone', { count: rows.length - 1, file: FILE }));
  };
  const start = (): void => {
    if (going.current) return;
    going.current = true;
    setRead(0);
    work().catch((error: unknown) => flash.failed(error)).finally(() => { going.current = false; setRead(null); });
  };
  return { start, stop: () => { going.current = false; }, read };
}

/** How far it has come. */
export function CsvProgress({ read, total, onStop }: { read: number; total: number; onStop: () => void }): ReactNode {
  const { t, locale } = useWords();
  return (
    <ProgressBar
      label={t('users.csvReading')} value={total === 0 ? 0 : Math.min(100, (100 * read) / total)}
      additionalInfo={<Box>{t('users.csvRead', { read: formatNumber(read, locale), total: formatNumber(total, locale) })} <Button variant="inline-link" onClick={onStop}>{t('frame.cancel')}</Button></Box>}
    />
  );
}

export function CsvButton({ busy, onStart }: { busy: boolean; onStart: () => void }): ReactNode {
  const { t } = useWords();
  return <ActionButton action="chime:ListUsers" iconName="download" loading={busy} onClick={onStart}>{t('users.csv')}</ActionButton>;
}
