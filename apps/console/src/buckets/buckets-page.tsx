import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { formatTime } from '../format.js';
import { EmptyList } from '../frame/empty-list.js';
import { ListTable } from '../frame/list-table.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useWords } from '../words.js';
import { CreateBucketDialog } from './create-bucket-dialog.js';
import { DeleteBucketDialog } from './delete-bucket-dialog.js';
import { bucketArn, listBuckets, type Bucket } from './s3.js';

/** Where trails deliver, and programs keep their files. */
export function BucketsPage(): ReactNode {
  const { t, locale } = useWords();
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const list = useQuery<{ items: readonly Bucket[]; more: boolean }, ApiFailure>({ queryKey: ['s3:ListBuckets'], queryFn: async () => ({ items: await listBuckets(), more: false }) });
  const create = <ActionButton action="s3:CreateBucket" variant="primary" onClick={() => setCreating(true)}>{t('buckets.create')}</ActionButton>;
  return (
    <Page title={t('buckets.title')} description={t('buckets.intro')} crumbs={[]} guide="buckets" actions={create}>
      <ListTable
        title={t('buckets.title')} list={list} textOf={bucket => bucket.name} find={t('buckets.find')} empty={<EmptyList title={t('buckets.none')} text={t('buckets.noneText')} action={create} />}
        columns={[
          { id: 'name', header: t('buckets.name'), isRowHeader: true, cell: bucket => <PageLink to={`/buckets/${bucket.name}`}>{bucket.name}</PageLink> },
          { id: 'region', header: t('buckets.region'), cell: bucket => bucket.region },
          { id: 'created', header: t('buckets.created'), cell: bucket => formatTime(bucket.createdAt, locale) },
          {
            id: 'do', header: t('buckets.actions'),
            cell: bucket => <ActionButton action="s3:DeleteBucket" resource={bucketArn(bucket.name)} variant="inline-link" ariaLabel={`${t('buckets.delete')} ${bucket.name}`} onClick={() => setDeleting(bucket.name)}>{t('buckets.delete')}</ActionButton>,
          },
        ]}
      />
      {creating ? <CreateBucketDialog onClose={() => setCreating(false)} /> : null}
      {deleting === undefined ? null : <DeleteBucketDialog bucket={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}
