import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words.js';
import type { Account, User } from './model.js';
import { assignLicense } from './perform-on-users.js';
import { UsersDialog } from './users-dialog.js';

const GIVEN = ['Pro', 'Basic'] as const;

/** User actions > Assign user permission > Pro or Basic > Assign (guide, GST-10, USR-19). */
export function AssignPermissionDialog({ account, users, onClose }: { account: Account; users: readonly User[]; onClose: (done: boolean) => void }): ReactNode {
  const { t } = useWords();
  // Whoever changes one person most likely wants the other one.
  const [license, setLicense] = useState<'Basic' | 'Pro'>(users.length === 1 && users[0]!.LicenseType === 'Pro' ? 'Basic' : 'Pro');
  return (
    <UsersDialog
      title={t('users.assign')} users={users} confirm={t('users.assignConfirm')} work={() => assignLicense(account.AccountId, users.map(user => user.UserId), license)}
      doneText={count => t('users.assigned', { count, license: t(`users.licenses.${license}`) })} onClose={onClose}
    >
      <FormField label={t('users.permissions')}>
        <RadioGroup
          value={license} onChange={({ detail }) => setLicense(detail.value as 'Basic' | 'Pro')}
          items={GIVEN.map(value => ({ value, label: t(`users.licenses.${value}`), description: t(`users.licenseHints.${value}`), disabled: account.SupportedLicenses?.includes(value) === false }))}
        />
      </FormField>
    </UsersDialog>
  );
}
