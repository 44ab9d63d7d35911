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
  /** What it throws is shown by `failure`. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly busy?: boolean;
  /** Something is missing or wrong. */
  readonly blocked?: boolean;
  readonly failure?: unknown;
  readonly size?: ModalProps.Size;
  readonly children: ReactNode;
  /** What came of it, in place of the question: then there is nothing left but to close. */
  readonly result?: ReactNode;
}

/** A question with Cancel and one answer; Enter gives it. What failed is told where it was asked. */
export function Dialog({ title, confirm, onConfirm, onClose, busy = false, blocked = false, failure, size = 'medium', children, result }: Props): ReactNode {
  const { t } = useWords();
  // Then a press beside it does not close it: what it shows may be shown this once.
  const over = result !== undefined;
  const go = (): void => { if (!blocked && !busy) onConfirm().catch(() => undefined); };
  return (
    <Modal
      visible header={title} onDismiss={({ detail }) => { if (!over || detail.reason !== 'overlay') onClose(); }} closeAriaLabel={t('frame.close')} size={size}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant={over ? 'primary' : 'link'} onClick={onClose}>{t(over ? 'frame.close' : 'frame.cancel')}</Button>
            {over ? null : <Button variant="primary" loading={busy} disabled={blocked} onClick={go}>{confirm}</Button>}
          </SpaceBetween>
        </Box>
      )}
    >
      {over ? result : (
        <form onSubmit={event => { event.preventDefault(); go(); }}>
          <SpaceBetween size="m">
            {children}
            {failure ? <Failure error={failure} /> : null}
          </SpaceBetween>
        </form>
      )}
    </Modal>
  );
}
