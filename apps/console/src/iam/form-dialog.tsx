import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useWords } from '../words.js';

interface Props {
  readonly header: string;
  readonly submitLabel: string;
  readonly children: ReactNode;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly failure?: unknown;
  readonly size?: 'medium' | 'large';
  /** What it throws is shown by `failure`. */
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
}

/** A dialog with one thing to do, and Cancel. */
export function FormDialog({ header, submitLabel, children, busy, disabled = false, failure, size = 'medium', onSubmit, onClose }: Props): ReactNode {
  const { t } = useWords();
  const submit = (): void => { if (!disabled && !busy) void onSubmit().catch(() => undefined); };
  return (
    <Modal
      visible header={header} onDismiss={onClose} closeAriaLabel={t('frame.close')} size={size}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{t('frame.cancel')}</Button>
            <Button variant="primary" loading={busy} disabled={disabled} onClick={submit}>{submitLabel}</Button>
          </SpaceBetween>
        </Box>
      )}
    >
      <form onSubmit={event => { event.preventDefault(); submit(); }}>
        <SpaceBetween size="m">
          {children}
          {failure ? <Failure error={failure} /> : null}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
