import type { ReactNode } from 'react';
import { ActionButton } from '../frame/permissions.js';
import { useWords } from '../words.js';
import { nameOf, objectPath } from './object-path.js';
import { objectArn } from './s3.js';

/** The browser saves the object as it lies there; the server never lets it be shown. */
export function DownloadButton({ bucket, objectKey, variant }: { bucket: string; objectKey: string; variant: 'inline-link' | 'primary' }): ReactNode {
  const { t } = useWords();
  const href = objectPath(bucket, objectKey);
  const reached = href === undefined ? { disabled: true, disabledReason: t('frame.failures.noAddress') } : { href, download: nameOf(objectKey).replace(/\/$/, '') || true };
  return <ActionButton action="s3:GetObject" resource={objectArn(bucket, objectKey)} variant={variant} ariaLabel={`${t('buckets.download')} ${nameOf(objectKey)}`} {...reached}>{t('buckets.download')}</ActionButton>;
}
