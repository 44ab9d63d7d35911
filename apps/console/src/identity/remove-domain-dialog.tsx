import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Domain } from './use-domains.js';

const EFFECTS = ['suspended', 'signedOut', 'access', 'host', 'phone'] as const;

/** Remove > read the consequences > tick > Remove: exactly the effects that the guide's dialog states (TRN-06, TRN-09). */
export function RemoveDomainDialog({ domain, onClose }: { domain: Domain; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const remove = useOperationChange('DeleteDomain');
  const [agreed, setAgreed] = useState(false);
  const submit = async (): Promise<void> => {
    await remove.run({ AccountId: domain.AccountId, DomainName: domain.DomainName });
    flash.done(t('domains.removed', { name: domain.DomainName }));
    onClose();
  };
  return (
    <Modal
      visible header={t('domains.removeTitle', { name: domain.DomainName })} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{t('frame.cancel')}</Button>
            <Button variant="primary" loading={remove.busy} disabled={!agreed} onClick={() => void submit().catch(() => undefined)}>{t('domains.remove')}</Button>
          </SpaceBetween>
        </Box>
      )}
    >
      <SpaceBetween size="m">
        <Box>{t('domains.removeAbout')}</Box>
        {domain.DomainStatus === 'Verified' ? <Effects /> : <Box>{t('domains.removeUnproven')}</Box>}
        <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>{t('domains.consent')}</Checkbox>
        {remove.failure ? <Failure error={remove.failure} /> : null}
      </SpaceBetween>
    </Modal>
  );
}

function Effects(): ReactNode {
  const { t } = useWords();
  return (
    <Alert type="warning">
      <div>{t('domains.removeEffects')}</div>
      <ul>{EFFECTS.map(key => <li key={key}>{t(`domains.effects.${key}`)}</li>)}</ul>
      <div>{t('domains.removeDays')}</div>
    </Alert>
  );
}
