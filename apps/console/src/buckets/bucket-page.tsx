import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useWords } from '../words.js';
import { BucketPolicy } from './bucket-policy.js';
import { DeleteBucketDialog } from './delete-bucket-dialog.js';
import { ObjectsTable } from './objects-table.js';
import { bucketArn } from './s3.js';

/** One bucket: what lies in it, and whom its policy lets deliver. */
export function BucketPage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const { bucket = '' } = useParams({ strict: false }) as { bucket?: string };
  const [deleting, setDeleting] = useState(false);
  return (
    <Page
      title={bucket} crumbs={[{ text: t('buckets.title'), href: '/buckets' }]} guide="buckets"
      actions={<ActionButton action="s3:DeleteBucket" resource={bucketArn(bucket)} onClick={() => setDeleting(true)}>{t('buckets.deleteBucket')}</ActionButton>}
    >
      <Tabs tabs={[
        { id: 'objects', label: t('buckets.objects'), content: <ObjectsTable key={bucket} bucket={bucket} /> },
        { id: 'policy', label: t('buckets.policy'), content: <BucketPolicy key={bucket} bucket={bucket} /> },
      ]} />
      {deleting ? <DeleteBucketDialog bucket={bucket} onClose={() => setDeleting(false)} onDone={() => void navigate({ to: '/buckets' })} /> : null}
    </Page>
  );
}
