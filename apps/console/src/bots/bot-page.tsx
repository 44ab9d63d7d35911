import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { formatTime } from '../format.js';
import { Copied } from '../frame/copied.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useOperation } from '../use-operation.js';
import { useWords } from '../words.js';
import { BotState } from './bot-state.js';
import { DeliveriesTable } from './deliveries-table.js';
import { EndpointPanel } from './endpoint-panel.js';
import { NewTokenDialog } from './new-token-dialog.js';
import { TurnBotDialog } from './turn-bot-dialog.js';
import type { Bot } from './use-bots.js';

/** One bot: what it is, where its events go, and what became of them (guide, BOT-03, BOT-10, BOT-19). */
export function BotPage(): ReactNode {
  const { t } = useWords();
  const { accountId, crumbs } = useAccountPage();
  const { botId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useOperation('GetBot', { AccountId: accountId, BotId: botId });
  const bot = data?.Bot;
  const [asking, setAsking] = useState<'turn' | 'token' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <Page
      title={bot?.DisplayName ?? t('bots.bot')} crumbs={[...crumbs, { text: t('bots.title'), href: `/accounts/${accountId}/bots` }]} guide="bots"
      actions={(
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton action="chime:RegenerateSecurityToken" disabled={bot === undefined} onClick={() => setAsking('token')}>{t('bots.newToken')}</ActionButton>
          <ActionButton action="chime:UpdateBot" disabled={bot === undefined} onClick={() => setAsking('turn')}>{t(bot?.Disabled === true ? 'bots.start' : 'bots.stop')}</ActionButton>
        </SpaceBetween>
      )}
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : bot === undefined ? <Spinner size="large" /> : (
        <SpaceBetween size="l">
          {bot.Disabled === true ? <Alert type="warning" header={t('bots.isStopped')}>{t('bots.isStoppedText')}</Alert> : null}
          <Details bot={bot} />
          <EndpointPanel accountId={accountId} botId={botId} />
          <DeliveriesTable accountId={accountId} bot={bot} />
        </SpaceBetween>
      )}
      {bot !== undefined && asking === 'turn' ? <TurnBotDialog accountId={accountId} bot={bot} onClose={close} /> : null}
      {bot !== undefined && asking === 'token' ? <NewTokenDialog accountId={accountId} bot={bot} onClose={close} /> : null}
    </Page>
  );
}

function Details({ bot }: { bot: Bot }): ReactNode {
  const { t, locale } = useWords();
  return (
    <Container header={<Header variant="h2" description={t('bots.notDeleted')}>{t('bots.details')}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('bots.state'), value: <BotState bot={bot} /> },
          { label: t('bots.token'), value: t('bots.tokenHidden') },
          { label: t('bots.email'), value: <Copied name="BotEmail" value={bot.BotEmail} /> },
          { label: t('bots.id'), value: <Copied name="BotId" value={bot.BotId} /> },
          { label: t('bots.created'), value: formatTime(bot.CreatedTimestamp, locale) },
          { label: t('bots.changed'), value: formatTime(bot.UpdatedTimestamp, locale) },
        ]}
      />
    </Container>
  );
}
