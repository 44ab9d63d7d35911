import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { formatNumber, formatTime } from '../format.js';
import { useWords } from '../words.js';
import { AttemptAnswer, DeliveryState, RoomName } from './delivery-parts.js';
import { formatBody, senderWords, type Delivery } from './delivery.js';
import type { Bot } from './use-bots.js';

interface Props {
  readonly accountId: string;
  readonly bot: Bot;
  readonly delivery: Delivery;
  /** The button that sends it again. */
  readonly action: ReactNode;
  readonly onClose: () => void;
}

/** One delivery: every try with its answer, and what was sent. */
export function DeliveryDialog({ accountId, bot, delivery, action, onClose }: Props): ReactNode {
  const { t, locale } = useWords();
  return (
    <Modal
      visible size="large" header={t(`bots.events.${delivery.EventType}`)} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={<Box float="right"><SpaceBetween direction="horizontal" size="xs">{action}<Button variant="primary" onClick={onClose}>{t('frame.close')}</Button></SpaceBetween></Box>}
    >
      <SpaceBetween size="l">
        <KeyValuePairs columns={3} items={[
          { label: t('bots.state'), value: <DeliveryState delivery={delivery} /> }, { label: t('bots.time'), value: formatTime(delivery.EventTimestamp, locale) }, { label: t('bots.completed'), value: formatTime(delivery.CompletedTimestamp, locale) },
          { label: t('bots.roomName'), value: <RoomName accountId={accountId} roomId={delivery.RoomId} /> }, { label: t('bots.person'), value: <span className="plain-text">{senderWords(delivery, bot, t)}</span> },
          { label: t('bots.kind'), value: t(delivery.RedeliveryOf === undefined ? 'bots.isFirst' : 'bots.isAgain') },
        ]} />
        <Tries delivery={delivery} />
        <div>
          <Box variant="h3">{t('bots.sent')}</Box>
          {delivery.Body === undefined ? <Box color="text-body-secondary">{t('bots.wordsGone')}</Box> : (
            <><Box color="text-body-secondary" padding={{ bottom: 'xs' }}>{t('bots.sentText')}</Box><pre className="code-block" tabIndex={0}>{formatBody(delivery.Body)}</pre></>
          )}
        </div>
      </SpaceBetween>
    </Modal>
  );
}

function Tries({ delivery }: { delivery: Delivery }): ReactNode {
  const { t, locale } = useWords();
  const tries = (delivery.Attempts ?? []).map((attempt, index) => ({ attempt, number: index + 1 }));
  return (
    <Table
      items={tries} trackBy={one => String(one.number)} variant="embedded" wrapLines header={<Box variant="h3">{t('bots.tries')}</Box>} empty={<Box color="text-body-secondary">{t('bots.notTriedText')}</Box>} ariaLabels={{ tableLabel: t('bots.tries') }}
      columnDefinitions={[
        { id: 'number', header: t('bots.number'), isRowHeader: true, width: 60, cell: one => one.number },
        { id: 'time', header: t('bots.time'), minWidth: 130, cell: one => formatMoment(one.attempt.Timestamp, locale) },
        { id: 'answer', header: t('bots.answer'), minWidth: 180, cell: one => <AttemptAnswer attempt={one.attempt} /> },
        { id: 'took', header: t('bots.took'), minWidth: 90, cell: one => t('bots.ms', { value: formatNumber(one.attempt.DurationMilliseconds, locale) }) },
      ]}
    />
  );
}

/** To the millisecond: tries follow each other within less than a second. */
function formatMoment(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 }).format(new Date(iso));
}
