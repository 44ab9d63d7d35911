import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal, { type ModalProps } from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { Failure } from './failure.js';

interface Props {
  readonly title: string;
  /** What the button that does it says. */
  readonly confirm: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly busy?: boolean;
  /** Something is missing or wrong. */
  readonly blocked?: boolean;
  readonly failure?: unknown;
  readonly size?: ModalProps.Size;
  readonly children: ReactNode;
}

/** A question with Cancel and one answer; Enter gives it. What failed is told where it was asked. */
export function Dialog({ title, confirm, onConfirm, onClose, busy = false, blocked = false, failure = null, size = 'medium', children }: Props): ReactNode {
  const { t } = useWords();
  // A failure is shown below.
  const go = (): void => { if (!blocked && !busy) onConfirm().catch(() => undefined); };
  return (
    <Modal
      visible header={title} onDismiss={onClose} closeAriaLabel={t('frame.close')} size={size}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{t('frame.cancel')}</Button>
            <Button variant="primary" loading={busy} disabled={blocked} onClick={go}>{confirm}</Button>
          </SpaceBetween>
        </Box>
      )}
    >
      <form onSubmit={event => { event.preventDefault(); go(); }}>
        <SpaceBetween size="m">
          {children}
          {failure === null ? null : <Failure error={failure} />}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
