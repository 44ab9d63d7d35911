import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { formatRecord, outcomeOf, type EventRow } from './event-record.js';
import { formatExact } from './format-exact.js';

/** One event with the full record, as CloudTrail writes it. */
export function EventDialog({ event, onClose }: { event: EventRow; onClose: () => void }): ReactNode {
  const { t, locale } = useWords();
  const text = formatRecord(event);
  const { address, error } = outcomeOf(event);
  return (
    <Modal
      visible size="large" header={event.EventName} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <CopyToClipboard copyButtonText={t('events.copy')} copyErrorText={t('frame.copyFailed')} copySuccessText={t('frame.copied')} textToCopy={text} />
            <Button variant="primary" onClick={onClose}>{t('frame.close')}</Button>
          </SpaceBetween>
        </Box>
      )}
    >
      <SpaceBetween size="m">
        <KeyValuePairs columns={3} items={[
          { label: t('events.time'), value: formatExact(event.EventTime, locale) }, { label: t('events.user'), value: <span className="plain-text">{event.Username ?? t('frame.unknown')}</span> },
          { label: t('events.outcome'), value: error === undefined ? t('events.done') : error === '' ? t('events.failed') : error }, { label: t('events.source'), value: event.EventSource ?? t('frame.unknown') },
          { label: t('events.address'), value: address ?? t('frame.unknown') }, { label: t('events.accessKey'), value: event.AccessKeyId ?? t('frame.unknown') },
        ]} />
        <Box variant="h3">{t('events.record')}</Box>
        <pre className="code-block" tabIndex={0}>{text}</pre>
      </SpaceBetween>
    </Modal>
  );
}
