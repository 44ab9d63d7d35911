import type { ReactNode } from 'react';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { useWords } from '../words.js';
import { nameOf } from './object-path.js';
import type { Entry } from './objects-table.js';
import { deleteFolder, deleteObjects } from './s3.js';

const SHOWN_MAX = 10;

/** Objects have no versions: what is deleted is gone. Folders go with everything in them. */
export function DeleteObjectsDialog({ bucket, entries, onClose, onDone }: { bucket: string; entries: readonly Entry[]; onClose: () => void; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const folders = entries.filter(({ object }) => object === undefined);
  const work = async (): Promise<void> => {
    await deleteObjects(bucket, entries.filter(({ object }) => object !== undefined).map(({ key }) => key));
    for (const { key } of folders) await deleteFolder(bucket, key);
  };
  return (
    <ConfirmDialog
      header={t('buckets.deleteObjects', { count: entries.length })} submitLabel={t('buckets.delete')} consent={t('buckets.cannotUndo')} done={t('buckets.deletedObjects', { count: entries.length })} work={work} onClose={onClose} onDone={onDone}
    >
      {t(folders.length === 0 ? 'buckets.deleteObjectsText' : 'buckets.deleteFoldersText')}
      <ul>{entries.slice(0, SHOWN_MAX).map(({ key }) => <li key={key} className="plain-text">{nameOf(key)}</li>)}</ul>
      {entries.length > SHOWN_MAX ? t('buckets.andMore', { count: entries.length - SHOWN_MAX }) : null}
    </ConfirmDialog>
  );
}
