import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

/** An account of another owner comes into one's own list, by the invitation that one was given. */
export function AcceptDelegateDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const accept = useOperationChange('AcceptDelegate');
  const [id, setId] = useState('');
  const submit = async (): Promise<void> => {
    await accept.run({ DelegateId: id.trim() });
    flash.done(t('settings.delegateAccepted'));
    onClose();
  };
  return (
    <Dialog title={t('settings.acceptDelegate')} confirm={t('settings.accept')} onConfirm={submit} onClose={onClose} busy={accept.busy} blocked={id.trim() === ''} failure={accept.failure}>
      <FormField label={t('settings.invitation')} description={t('settings.acceptDelegateText')}><Input value={id} onChange={({ detail }) => setId(detail.value)} autoFocus /></FormField>
    </Dialog>
  );
}
