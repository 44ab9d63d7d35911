import type { ReactNode } from 'react';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { useWords } from '../words.js';
import { deleteBucket } from './s3.js';

/** Only an empty bucket goes: the server refuses any other, and the dialog says what to do. */
export function DeleteBucketDialog({ bucket, onClose, onDone }: { bucket: string; onClose: () => void; onDone?: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <ConfirmDialog
      header={t('buckets.deleteTitle', { name: bucket })} submitLabel={t('buckets.deleteBucket')} typed={bucket} done={t('buckets.deletedBucket', { name: bucket })} work={() => deleteBucket(bucket)}
      onClose={onClose} {...(onDone === undefined ? {} : { onDone })}
    >{t('buckets.deleteBucketText')}</ConfirmDialog>
  );
}
