import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { formatNumber, formatTime } from '../format.js';
import { Dialog } from '../frame/dialog.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useOperation, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

const STATUS = { Pending: 'in-progress', Ready: 'success', Expired: 'stopped' } as const;
const LOOK_EVERY_MS = 5_000;

/** Request attachments (guide, ATT-01 to ATT-06): once in seven days, a file of addresses that are good for six. */
export function AttachmentsPage(): ReactNode {
  const { t, locale } = useWords();
  const { accountId, account, crumbs } = useAccountPage();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const list = useOperation('RetrieveDataExports', { AccountId: accountId }, pending ? { refetchEveryMs: LOOK_EVERY_MS } : {});
  const exports = list.data?.DataExports ?? [];
  const waits = exports.some(one => one.Status === 'Pending');
  if (waits !== pending) setPending(waits);
  const enterprise = account?.AccountType !== 'Team';
  return (
    <Page title={t('settings.attachments')} description={t('settings.attachmentsText')} crumbs={crumbs} guide="attachments">
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : (
        <Table
          header={<Header actions={<ActionButton action="chime:StartDataExport" variant="primary" disabled={!enterprise || waits} disabledReason={enterprise ? t('settings.exportWaits') : t('settings.enterpriseOnly')} onClick={() => setAsking(true)}>{t('settings.requestAttachments')}</ActionButton>}>{t('settings.requests')}</Header>}
          items={exports} loading={list.isPending} loadingText={t('frame.loading')} trackBy="DataExportId"
          empty={<Box textAlign="center" color="text-body-secondary" padding="m">{t(enterprise ? 'settings.noExports' : 'settings.noExportsTeam')}</Box>}
          columnDefinitions={[
            { id: 'at', header: t('settings.requestedAt'), cell: one => formatTime(one.RequestedTimestamp, locale), isRowHeader: true },
            { id: 'by', header: t('settings.requestedBy'), cell: one => one.RequestedBy ?? '–' },
            { id: 'status', header: t('settings.status'), cell: one => <StatusIndicator type={STATUS[one.Status]}>{t(`settings.exportStatus.${one.Status}`)}</StatusIndicator> },
            { id: 'count', header: t('settings.files'), cell: one => formatNumber(one.AttachmentCount, locale) },
            { id: 'until', header: t('settings.goodUntil'), cell: one => formatTime(one.ExpiresTimestamp, locale) },
            { id: 'get', header: t('settings.file'), cell: one => (one.Url === undefined ? '–' : <Link href={one.Url} external>{t('settings.download')}</Link>) },
          ]}
        />
      )}
      {asking ? <RequestDialog accountId={accountId} onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}

function RequestDialog({ accountId, onClose }: { accountId: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const start = useOperationChange('StartDataExport');
  const submit = async (): Promise<void> => {
    await start.run({ AccountId: accountId });
    flash.done(t('settings.exportStarted'));
    onClose();
  };
  return (
    <Dialog title={t('settings.requestAttachments')} confirm={t('settings.request')} onConfirm={submit} onClose={onClose} busy={start.busy} failure={start.failure}>
      <p>{t('settings.requestText')}</p>
    </Dialog>
  );
}
