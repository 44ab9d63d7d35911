import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactNode } from 'react';
import { useFlash } from './flash.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { Dialog } from './dialog.js';

interface Props {
  readonly header: string;
  readonly submitLabel: string;
  /** What will happen. */
  readonly children: ReactNode;
  /** What must be ticked first, where it cannot be undone. */
  readonly consent?: string;
  /** What must be typed first. */
  readonly typed?: string;
  readonly done: string;
  readonly work: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Asks before something goes away. */
export function ConfirmDialog({ header, submitLabel, children, consent, typed, done, work, onClose, onDone }: Props): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const change = useChange(work);
  const [ticked, setTicked] = useState(false);
  const [text, setText] = useState('');
  const submit = async (): Promise<void> => {
    await change.run(undefined as never);
    flash.done(done);
    onClose();
    onDone?.();
  };
  return (
    <Dialog
      title={header} confirm={submitLabel} busy={change.busy} failure={change.failure} onClose={onClose} onConfirm={submit}
      blocked={(consent !== undefined && !ticked) || (typed !== undefined && text.trim() !== typed)}
    >
      <Alert type="warning">{children}</Alert>
      {typed === undefined ? null : <FormField label={t('frame.typeName', { name: typed })}><Input value={text} placeholder={typed} onChange={({ detail }) => setText(detail.value)} autoFocus /></FormField>}
      {consent === undefined ? null : <Checkbox checked={ticked} onChange={({ detail }) => setTicked(detail.checked)}>{consent}</Checkbox>}
    </Dialog>
  );
}
