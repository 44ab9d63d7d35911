import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { Copied } from '../frame/copied.js';
import { Failure } from '../frame/failure.js';
import { ActionButton } from '../frame/permissions.js';
import { perform } from '../operations.js';
import { useWords } from '../words.js';
import { EndpointDialog } from './endpoint-dialog.js';
import { useEndpoint, type Endpoint } from './use-bots.js';

/** Where a bot's events go (guide, BOT-08, BOT-10): set up, changed, removed. */
export function EndpointPanel({ accountId, botId }: { accountId: string; botId: string }): ReactNode {
  const { t } = useWords();
  const { data: endpoint, error, refetch } = useEndpoint(accountId, botId);
  const [open, setOpen] = useState<'set' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      {endpoint ? <ActionButton action="chime:DeleteEventsConfiguration" onClick={() => setOpen('remove')}>{t('bots.remove')}</ActionButton> : null}
      <ActionButton action="chime:PutEventsConfiguration" variant={endpoint === null ? 'primary' : 'normal'} disabled={endpoint === undefined} onClick={() => setOpen('set')}>{t(endpoint ? 'bots.change' : 'bots.setUp')}</ActionButton>
    </SpaceBetween>
  );
  return (
    <Container header={<Header variant="h2" description={t('bots.endpointText')} actions={actions}>{t('bots.endpoint')}</Header>}>
      {endpoint === undefined ? <Spinner /> : endpoint === null ? (
        <SpaceBetween size="xs"><StatusIndicator type="warning">{t('bots.notSetUp')}</StatusIndicator><Box color="text-body-secondary">{t('bots.notSetUpText')}</Box></SpaceBetween>
      ) : <Places endpoint={endpoint} />}
      {open === 'set' ? <EndpointDialog accountId={accountId} botId={botId} endpoint={endpoint ?? null} onClose={close} /> : null}
      {open === 'remove' ? (
        <ConfirmDialog header={t('bots.removeTitle')} submitLabel={t('bots.remove')} done={t('bots.removed')} work={() => perform('DeleteEventsConfiguration', { AccountId: accountId, BotId: botId })} onClose={close}>{t('bots.removeText')}</ConfirmDialog>
      ) : null}
    </Container>
  );
}

/** A program may have set both: then events go to the address. */
function Places({ endpoint: { OutboundEventsHTTPSEndpoint: url, LambdaFunctionArn: arn } }: { endpoint: Endpoint }): ReactNode {
  const { t } = useWords();
  const items = [
    ...(url === undefined ? [] : [{ label: t('bots.https'), value: <Copied name={t('bots.https')} value={url} /> }]),
    ...(arn === undefined ? [] : [{ label: t(url === undefined ? 'bots.lambda' : 'bots.lambdaBeside'), value: <Copied name={t('bots.lambda')} value={arn} /> }]),
  ];
  return <KeyValuePairs columns={1} items={items} />;
}
