import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { DomainStatus } from './domain-status.js';
import type { Domain } from './use-domains.js';

/** What must stand in the DNS, and what came of it (guide, DOM-02 to DOM-04). */
export function DomainRecord({ domain }: { domain: Domain }): ReactNode {
  const { t } = useWords();
  const pending = domain.DomainStatus === 'PendingVerification';
  const copied = { copySuccessText: t('frame.copied'), copyErrorText: t('frame.copyFailed') };
  return (
    <SpaceBetween size="m">
      {domain.DomainStatus === 'Failed' ? <Alert type="warning">{t('domains.recordFailed')}</Alert> : <Box>{pending ? t('domains.recordText', { name: domain.DomainName }) : t('domains.recordVerified')}</Box>}
      <KeyValuePairs
        columns={1}
        items={[
          { label: t('domains.status'), value: <DomainStatus value={domain.DomainStatus} /> },
          { label: t('domains.recordType'), value: 'TXT' },
          { label: t('domains.recordName'), value: <CopyToClipboard variant="inline" textToCopy={domain.TxtRecordName ?? ''} copyButtonAriaLabel={t('domains.copyName')} {...copied} /> },
          { label: t('domains.recordValue'), value: <CopyToClipboard variant="inline" textToCopy={domain.TxtRecordValue ?? ''} copyButtonAriaLabel={t('domains.copyValue')} {...copied} /> },
        ]}
      />
      {pending ? <Alert type="info">{t('domains.recordTime')}</Alert> : null}
    </SpaceBetween>
  );
}
