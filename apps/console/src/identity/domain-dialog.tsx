import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ActionButton } from '../frame/permissions.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { ClaimFailure } from './claim-domain-dialog.js';
import { DomainRecord } from './domain-record.js';
import type { Domain } from './use-domains.js';

/** One domain with its record; a claim that failed is begun anew, with another value (guide, DOM-04). */
export function DomainDialog({ domain, onClose }: { domain: Domain; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const add = useOperationChange('AddDomain');
  const again = (): void => void add.run({ AccountId: domain.AccountId, DomainName: domain.DomainName }).catch(() => undefined);
  return (
    <Modal
      visible header={domain.DomainName} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant={domain.DomainStatus === 'Failed' ? 'link' : 'primary'} onClick={onClose}>{t('frame.close')}</Button>
            {domain.DomainStatus === 'Failed' ? <ActionButton action="chime:AddDomain" variant="primary" loading={add.busy} onClick={again}>{t('domains.claimAgain')}</ActionButton> : null}
          </SpaceBetween>
        </Box>
      )}
    >
      <SpaceBetween size="m">
        <DomainRecord domain={domain} />
        <ClaimFailure error={add.failure} />
      </SpaceBetween>
    </Modal>
  );
}
