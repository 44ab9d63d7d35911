import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { formatBytes, formatNumber, formatTime } from '../format.js';
import { Failure } from '../frame/failure.js';
import { Arn } from '../iam/arn.js';
import { useWords } from '../words.js';
import { DownloadButton } from './download-button.js';
import { nameOf } from './object-path.js';
import { describeObject, objectArn, type ObjectDetails, type StoredObject } from './s3.js';

/** All that is kept of an object beside its bytes. */
export function ObjectDialog({ bucket, object, onClose }: { bucket: string; object: StoredObject; onClose: () => void }): ReactNode {
  const { t, locale } = useWords();
  const { key, bytes, etag, writtenAt } = object;
  const found = useQuery<ObjectDetails, ApiFailure>({ queryKey: ['s3:HeadObject', bucket, key], queryFn: () => describeObject(bucket, key) });
  const plain = (text: string): ReactNode => <span className="plain-text">{text}</span>;
  return (
    <Modal
      visible size="large" header={nameOf(key)} onDismiss={onClose} closeAriaLabel={t('frame.close')}
      footer={(
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onClose}>{t('frame.close')}</Button>
            <DownloadButton bucket={bucket} objectKey={key} variant="primary" />
          </SpaceBetween>
        </Box>
      )}
    >
      <SpaceBetween size="m">
        <KeyValuePairs columns={2} items={[
          { label: t('buckets.key'), value: plain(key) }, { label: t('buckets.size'), value: `${formatBytes(bytes, locale)}${bytes < 1_000 ? '' : ` (${t('buckets.bytes', { count: bytes, number: formatNumber(bytes, locale) })})`}` },
          { label: t('buckets.type'), value: found.data === undefined ? t('frame.unknown') : plain(found.data.type) }, { label: t('buckets.changed'), value: formatTime(writtenAt, locale) },
          { label: 'ETag', value: plain(etag) }, ...(found.data?.encoding === undefined ? [] : [{ label: t('buckets.encoding'), value: plain(found.data.encoding) }]),
          { label: t('buckets.uri'), value: <Arn value={`s3://${bucket}/${key}`} /> }, { label: 'ARN', value: <Arn value={objectArn(bucket, key)} /> },
        ]} />
        {found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : null}
        <Box variant="h3">{t('buckets.metadata')}</Box>
        {(found.data?.metadata ?? []).length === 0 ? <Box color="text-body-secondary">{t('buckets.noMetadata')}</Box> : <KeyValuePairs columns={2} items={(found.data?.metadata ?? []).map(({ name, value }) => ({ label: name, value: plain(value) }))} />}
      </SpaceBetween>
    </Modal>
  );
}
