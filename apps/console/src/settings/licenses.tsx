import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { useFlash } from '../frame/flash.js';
import { ActionButton } from '../frame/permissions.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Account } from './account-page.js';

/** What new users of the account get (guide, GST-09, USR-07). */
export function Licenses({ account }: { account: Account }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const update = useOperationChange('UpdateAccount');
  const [license, setLicense] = useState(account.DefaultLicense ?? 'Pro');
  const save = async (): Promise<void> => {
    await update.run({ AccountId: account.AccountId, DefaultLicense: license });
    flash.done(t('settings.licenseSaved', { license }));
  };
  return (
    <Container
      header={<Header variant="h2" description={t('settings.licensesText')}>{t('settings.licenses')}</Header>}
      footer={<ActionButton action="chime:UpdateAccount" disabled={license === account.DefaultLicense} loading={update.busy} onClick={() => void save().catch((error: unknown) => flash.failed(error))}>{t('frame.save')}</ActionButton>}
    >
      <SpaceBetween size="m">
        <FormField label={t('settings.defaultLicense')}>
          <RadioGroup value={license} onChange={({ detail }) => setLicense(detail.value as typeof license)} items={[{ value: 'Pro', label: 'Pro', description: t('settings.pro') }, { value: 'Basic', label: 'Basic', description: t('settings.basic') }]} />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
