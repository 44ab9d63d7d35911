import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactNode } from 'react';
import { BOTS_MAX } from '@carillon/wire/values.js';
import { useAccountPage } from '../accounts/use-account-page.js';
import { formatDay, formatNumber } from '../format.js';
import { EmptyList } from '../frame/empty-list.js';
import { Failure } from '../frame/failure.js';
import { openGuide } from '../frame/guide-state.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useWords, type Words } from '../words.js';
import { BotState } from './bot-state.js';
import { CreateBotDialog } from './create-bot-dialog.js';
import { useBots, useEndpoint, type Bot } from './use-bots.js';

/** The bots of an account (guide, BOT-01 to BOT-03): which there are, where their events go, and the way to another one. */
export function BotsPage(): ReactNode {
  const { t, locale } = useWords();
  const { accountId, account, crumbs, error, retry } = useAccountPage();
  const list = useBots(accountId);
  const [creating, setCreating] = useState(false);
  const bots = list.data?.items ?? [];
  const isTeam = account?.AccountType === 'Team';
  const why = isTeam ? t('bots.enterpriseOnly') : bots.length >= BOTS_MAX ? t('bots.full', { max: BOTS_MAX }) : undefined;
  const create = (
    <ActionButton action="chime:CreateBot" variant="primary" disabled={account === undefined || why !== undefined} {...(why === undefined ? {} : { disabledReason: why })} onClick={() => setCreating(true)}>{t('bots.create')}</ActionButton>
  );
  return (
    <Page title={t('bots.title')} description={t('bots.intro')} crumbs={crumbs} guide="bots" actions={create}>
      {error ? <Failure error={error} onRetry={retry} /> : null}
      {isTeam ? <Alert type="info" header={t('bots.enterpriseOnly')}>{t('bots.enterpriseOnlyText')} <PageLink to={`/accounts/${accountId}/identity/domains`} fontSize="inherit">{t('bots.toDomains')}</PageLink></Alert> : null}
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : isTeam && bots.length === 0 ? null : (
        <Table
          items={bots} columnDefinitions={columnsOf(accountId, t, locale)} trackBy={bot => bot.BotId ?? ''} loading={list.isPending} loadingText={t('frame.loading')} wrapLines ariaLabels={{ tableLabel: t('bots.title') }}
          header={<Header description={t('bots.limits')} counter={list.data === undefined ? '' : `(${t('bots.count', { used: formatNumber(bots.length, locale), max: formatNumber(BOTS_MAX, locale) })})`}>{t('bots.title')}</Header>}
          empty={<EmptyList title={t('bots.none')} text={t('bots.noneText')} action={<SpaceBetween size="xs" alignItems="center">{create}<Button variant="link" onClick={() => openGuide('bots')}>{t('bots.howTo')}</Button></SpaceBetween>} />}
        />
      )}
      {creating ? <CreateBotDialog accountId={accountId} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function columnsOf(accountId: string, t: Words['t'], locale: string): readonly TableProps.ColumnDefinition<Bot>[] {
  return [
    { id: 'name', header: t('bots.name'), isRowHeader: true, minWidth: 150, cell: bot => <PageLink to={`/accounts/${accountId}/bots/${bot.BotId}`}>{bot.DisplayName}</PageLink> },
    { id: 'email', header: t('bots.email'), minWidth: 240, cell: bot => <span className="plain-text">{bot.BotEmail}</span> },
    { id: 'state', header: t('bots.state'), minWidth: 110, cell: bot => <BotState bot={bot} /> },
    { id: 'endpoint', header: t('bots.endpoint'), minWidth: 200, cell: bot => <WhereTo accountId={accountId} botId={bot.BotId ?? ''} /> },
    { id: 'created', header: t('bots.created'), minWidth: 120, cell: bot => formatDay(bot.CreatedTimestamp, locale) },
  ];
}

/** One question for each of ten bots at most: their list does not say it. */
function WhereTo({ accountId, botId }: { accountId: string; botId: string }): ReactNode {
  const { t } = useWords();
  const { data: endpoint, isPending } = useEndpoint(accountId, botId);
  if (isPending) return <Spinner />;
  if (endpoint === null) return <StatusIndicator type="warning">{t('bots.notSetUp')}</StatusIndicator>;
  return <span className="plain-text">{endpoint?.OutboundEventsHTTPSEndpoint ?? endpoint?.LambdaFunctionArn ?? t('frame.unknown')}</span>;
}
