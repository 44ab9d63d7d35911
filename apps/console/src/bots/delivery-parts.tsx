import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { ActionButton } from '../frame/permissions.js';
import { perform } from '../operations.js';
import { useChange, useOperation, type Change } from '../use-operation.js';
import { useWords } from '../words.js';
import { causeWords, whyNotAgain, type Attempt, type Delivery } from './delivery.js';
import { useEndpoint, type Bot } from './use-bots.js';

const TYPES = { Delivered: 'success', Failed: 'error', Pending: 'pending' } as const;

/** How a delivery stands, and why it failed. */
export function DeliveryState({ delivery }: { delivery: Delivery }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <StatusIndicator type={TYPES[delivery.State]}>{t(`bots.states.${delivery.State}`)}</StatusIndicator>
      {delivery.Reason === undefined ? null : <Box color="text-body-secondary" fontSize="body-s">{causeWords(delivery.Reason, t)}</Box>}
    </>
  );
}

/** What one try brought: the status it was answered with, or why there was none. */
export function AttemptAnswer({ attempt }: { attempt: Attempt }): ReactNode {
  const { t } = useWords();
  const words = [...(attempt.StatusCode === undefined ? [] : [String(attempt.StatusCode)]), ...(attempt.Cause === undefined ? [] : [causeWords(attempt.Cause, t)])].join(': ');
  return <StatusIndicator type={attempt.StatusCode === 200 && attempt.Cause === undefined ? 'success' : 'error'}>{words}</StatusIndicator>;
}

/** The room's name; its id where there is no such room any more, or one may not ask. */
export function RoomName({ accountId, roomId }: { accountId: string; roomId: string | undefined }): ReactNode {
  const { t } = useWords();
  const { data } = useOperation('GetRoom', { AccountId: accountId, RoomId: roomId ?? '' }, { enabled: roomId !== undefined });
  return <span className="plain-text">{data?.Room?.Name ?? roomId ?? t('frame.unknown')}</span>;
}

/** Tells a bot once more what it was told, or could not be told. */
export function useSendAgain(accountId: string): Change<Delivery, unknown> {
  return useChange((delivery: Delivery) => perform('RedeliverBotEvent', { AccountId: accountId, BotId: delivery.BotId, DeliveryId: delivery.DeliveryId }));
}

interface SendAgainProps {
  readonly accountId: string;
  readonly bot: Bot;
  readonly delivery: Delivery;
  readonly busy: boolean;
  readonly variant: 'inline-link' | 'normal';
  readonly onClick: () => void;
}

/** Off, with the reason, where it cannot be sent again. */
export function SendAgainButton({ accountId, bot, delivery, busy, variant, onClick }: SendAgainProps): ReactNode {
  const { t } = useWords();
  const { data: endpoint } = useEndpoint(accountId, bot.BotId ?? '');
  const why = whyNotAgain(delivery, bot, endpoint);
  return (
    <ActionButton
      action="chime:RedeliverBotEvent" variant={variant} loading={busy} disabled={why !== undefined} {...(why === undefined ? {} : { disabledReason: t(why) })} onClick={onClick}
      {...(variant === 'inline-link' ? { ariaLabel: `${t('bots.sendAgain')}: ${t(`bots.events.${delivery.EventType}`)}` } : {})}
    >{t('bots.sendAgain')}</ActionButton>
  );
}
