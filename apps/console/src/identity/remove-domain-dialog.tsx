import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
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
    <Dialog title={t('domains.removeTitle', { name: domain.DomainName })} confirm={t('domains.remove')} onConfirm={submit} onClose={onClose} busy={remove.busy} blocked={!agreed} failure={remove.failure}>
      <Box>{t('domains.removeAbout')}</Box>
      {domain.DomainStatus === 'Verified' ? <Effects /> : <Box>{t('domains.removeUnproven')}</Box>}
      <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>{t('domains.consent')}</Checkbox>
    </Dialog>
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
