import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactNode } from 'react';
import { ACCOUNT_NAME_LENGTH_MAX } from '../accounts/new-account-dialog.js';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Account } from './account-page.js';

/** Account actions > Rename account > new name > Save (guide, ACC-07). */
export function RenameAccountDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const rename = useOperationChange('RenameAccount');
  const [name, setName] = useState(account.Name);
  const submit = async (): Promise<void> => {
    await rename.run({ AccountId: account.AccountId, Name: name.trim() });
    flash.done(t('settings.renamed', { name: name.trim() }));
    onClose();
  };
  return (
    <Dialog title={t('settings.rename')} confirm={t('frame.save')} onConfirm={submit} onClose={onClose} busy={rename.busy} blocked={name.trim() === '' || name.trim() === account.Name || name.length > ACCOUNT_NAME_LENGTH_MAX} failure={rename.failure}>
      <FormField label={t('settings.newName')} constraintText={t('accounts.nameHint')}><Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus /></FormField>
    </Dialog>
  );
}
