import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { EmptyList } from '../frame/empty-list.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { ActionButton } from '../frame/permissions.js';
import { findJsonFault } from '../iam/policies/json-fault.js';
import { PolicyEditor } from '../iam/policies/policy-editor.js';
import { formatJson, trailDelivery } from '../iam/policies/policy-text.js';
import { useSession } from '../session/session-query.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { bucketArn, readPolicy, removePolicy, writePolicy } from './s3.js';

/** Whom a bucket lets in beside its owner: services that deliver (guide, CDP-01). */
export function BucketPolicy({ bucket }: { bucket: string }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const owner = useSession().data?.ownerAccountId ?? '';
  const found = useQuery<string | null, ApiFailure>({ queryKey: ['s3:GetBucketPolicy', bucket], queryFn: () => readPolicy(bucket) });
  const [typed, setTyped] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const save = useChange((policy: string) => writePolicy(bucket, policy));
  const text = typed ?? (typeof found.data === 'string' ? formatJson(found.data) : '');
  const type = (next: string): void => { save.reset(); setTyped(next); };
  const submit = async (): Promise<void> => {
    await save.run(text);
    setTyped(undefined);
    flash.done(t('buckets.policySaved'));
  };
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const forTrails = trailDelivery(bucket, owner);
  const none = found.data === null && typed === undefined;
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <ActionButton action="s3:DeleteBucketPolicy" resource={bucketArn(bucket)} disabled={typeof found.data !== 'string'} onClick={() => setRemoving(true)}>{t('buckets.removePolicy')}</ActionButton>
      <ActionButton action="s3:PutBucketPolicy" resource={bucketArn(bucket)} variant="primary" loading={save.busy} disabled={typed === undefined || findJsonFault(text) !== undefined} onClick={() => void submit().catch(() => undefined)}>{t('buckets.savePolicy')}</ActionButton>
    </SpaceBetween>
  );
  const begin = <ActionButton action="s3:PutBucketPolicy" resource={bucketArn(bucket)} onClick={() => type(forTrails)}>{t('buckets.beginPolicy')}</ActionButton>;
  return (
    <Container header={<Header variant="h2" description={t('buckets.policyHint')} actions={actions}>{t('buckets.policy')}</Header>}>
      <SpaceBetween size="m">
        {found.isPending ? null : none ? <EmptyList title={t('buckets.noPolicy')} text={t('buckets.noPolicyText')} action={begin} />
          : <PolicyEditor label={t('buckets.policyText')} value={text} onChange={type} kind="resource" templates={[{ name: t('buckets.forTrails'), text: forTrails }]} />}
        {save.failure ? <Failure error={save.failure} /> : null}
      </SpaceBetween>
      {removing ? (
        <ConfirmDialog header={t('buckets.removePolicyTitle')} submitLabel={t('buckets.removePolicy')} done={t('buckets.policyRemoved')} work={() => removePolicy(bucket)} onClose={() => setRemoving(false)} onDone={() => setTyped(undefined)}>
          {t('buckets.removePolicyText')}
        </ConfirmDialog>
      ) : null}
    </Container>
  );
}
