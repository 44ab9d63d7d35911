import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Dialog } from '../frame/dialog.js';
import { Failure } from '../frame/failure.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { DomainRecord } from './domain-record.js';
import type { Domain } from './use-domains.js';

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Claim a new domain > type the domain > Verify this domain > the TXT record (guide, DOM-01, DOM-02). `shown` follows the claim while the dialog is open. */
export function ClaimDomainDialog({ accountId, shown, onClose }: { accountId: string; shown: readonly Domain[]; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const add = useOperationChange('AddDomain');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [claimed, setClaimed] = useState<Domain | null>(null);
  // Addresses are typed as well, and the sign before the name.
  const name = text.trim().replace(/^.*@/, '').toLowerCase();
  const wrong = !DOMAIN.test(name);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (wrong) return;
    setClaimed((await add.run({ AccountId: accountId, DomainName: name })).Domain ?? null);
  };
  const domain = claimed === null ? undefined : shown.find(one => one.DomainName === claimed.DomainName) ?? claimed;
  return (
    <Dialog
      title={t('domains.claim')} confirm={t('domains.verify')} onConfirm={submit} onClose={onClose} busy={add.busy} blocked={text.trim() === ''}
      result={domain && <DomainRecord domain={domain} />}
    >
      <Box>{t('domains.claimText')}</Box>
      <FormField label={t('domains.domain')} constraintText={t('domains.domainHint')} errorText={asked && wrong ? t('domains.domainWrong') : undefined}>
        <Input value={text} inputMode="url" autoComplete={false} placeholder="example.com" onChange={({ detail }) => { setText(detail.value); setAsked(false); add.reset(); }} autoFocus />
      </FormField>
      <ClaimFailure error={add.failure} />
    </Dialog>
  );
}

/** A claim that there is already says so in our words: the server's are those of the guide's record. */
export function ClaimFailure({ error }: { error: unknown }): ReactNode {
  const { t } = useWords();
  if (isFailure(error, 'Conflict')) return <Alert type="error" header={t('domains.conflict')}>{t('domains.conflictText')}</Alert>;
  return error ? <Failure error={error} /> : null;
}
