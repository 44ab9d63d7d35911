import Box from '@cloudscape-design/components/box';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { formatBytes, formatNumber, formatTime } from '../format.js';
import { EmptyList } from '../frame/empty-list.js';
import { Failure } from '../frame/failure.js';
import { useGo } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useWords, type Words } from '../words.js';
import { DeleteObjectsDialog } from './delete-objects-dialog.js';
import { DownloadButton } from './download-button.js';
import { foldersOf, nameOf } from './object-path.js';
import { ObjectDialog } from './object-dialog.js';
import { listObjects, objectArn, type ObjectsPage, type StoredObject } from './s3.js';
import { UploadDialog } from './upload-dialog.js';

/** A folder is what several keys begin with: it has no size and no time. */
export interface Entry { readonly key: string; readonly object: StoredObject | undefined }

/** What lies in a folder of a bucket; which one is in the address. */
export function ObjectsTable({ bucket }: { bucket: string }): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { prefix = '' } = useSearch({ strict: false }) as { prefix?: string };
  const [picked, setPicked] = useState<readonly Entry[]>([]);
  const [shown, setShown] = useState<StoredObject>();
  const [open, setOpen] = useState<'upload' | 'delete'>();
  const pages = useInfiniteQuery<ObjectsPage, ApiFailure, { pages: ObjectsPage[] }, readonly unknown[], string | undefined>({
    queryKey: ['s3:ListObjects', bucket, prefix], initialPageParam: undefined, getNextPageParam: page => page.next, queryFn: ({ pageParam }) => listObjects(bucket, { prefix, token: pageParam }),
  });
  if (pages.error && pages.data === undefined) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  const entries = (pages.data?.pages ?? []).flatMap(({ folders, objects }): Entry[] => [...folders.map(key => ({ key, object: undefined })), ...objects.map(object => ({ key: object.key, object }))]);
  const goTo = (folder: string): void => {
    setPicked([]);
    void navigate({ to: '/buckets/$bucket', params: { bucket }, search: folder === '' ? {} : { prefix: folder } });
  };
  const upload = <ActionButton action="s3:PutObject" resource={objectArn(bucket, `${prefix}*`)} variant="primary" onClick={() => setOpen('upload')}>{t('buckets.upload')}</ActionButton>;
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" ariaLabel={t('buckets.refresh')} loading={pages.isRefetching} onClick={() => void pages.refetch()} />
      <ActionButton action="s3:DeleteObject" resource={objectArn(bucket, `${prefix}*`)} disabled={picked.length === 0} onClick={() => setOpen('delete')}>{t('buckets.delete')}</ActionButton>
      {upload}
    </SpaceBetween>
  );
  return (
    <SpaceBetween size="s">
      <FolderCrumbs bucket={bucket} prefix={prefix} />
      <Table
        items={entries} columnDefinitions={columnsOf({ t, locale, bucket, prefix, onFolder: goTo, onShow: setShown })} loading={pages.isPending} loadingText={t('frame.loading')} trackBy="key" wrapLines stickyHeader
        selectionType="multi" selectedItems={picked} onSelectionChange={({ detail }) => setPicked(detail.selectedItems)}
        ariaLabels={{ selectionGroupLabel: t('buckets.objects'), allItemsSelectionLabel: () => t('frame.all'), itemSelectionLabel: (_, entry) => nameOf(entry.key) }}
        header={<Header variant="h2" counter={`(${formatNumber(entries.length, locale)}${pages.hasNextPage ? '+' : ''})`} actions={actions}>{t('buckets.objects')}</Header>}
        empty={<EmptyList title={t(prefix === '' ? 'buckets.empty' : 'buckets.emptyFolder')} text={t('buckets.emptyText')} action={upload} />}
        footer={pages.hasNextPage ? <Box textAlign="center"><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('buckets.more')}</Button></Box> : undefined}
      />
      {shown === undefined ? null : <ObjectDialog bucket={bucket} object={shown} onClose={() => setShown(undefined)} />}
      {open === 'upload' ? <UploadDialog bucket={bucket} folder={prefix} onClose={() => setOpen(undefined)} /> : null}
      {open === 'delete' ? <DeleteObjectsDialog bucket={bucket} entries={picked} onClose={() => setOpen(undefined)} onDone={() => setPicked([])} /> : null}
    </SpaceBetween>
  );
}

function FolderCrumbs({ bucket, prefix }: { bucket: string; prefix: string }): ReactNode {
  const { t } = useWords();
  const go = useGo();
  const href = (folder: string): string => `/console/buckets/${bucket}?prefix=${encodeURIComponent(folder)}`;
  if (prefix === '') return null;
  const items = [{ text: bucket, href: `/console/buckets/${bucket}` }, ...foldersOf(prefix).map(folder => ({ text: folder.name, href: href(folder.prefix) }))];
  return <BreadcrumbGroup items={items} ariaLabel={t('buckets.folders')} onFollow={go} />;
}

interface Columns { readonly t: Words['t']; readonly locale: string; readonly bucket: string; readonly prefix: string; readonly onFolder: (prefix: string) => void; readonly onShow: (object: StoredObject) => void }

function columnsOf({ t, locale, bucket, prefix, onFolder, onShow }: Columns): readonly TableProps.ColumnDefinition<Entry>[] {
  const named = (key: string): string => key.slice(prefix.length) || nameOf(key);
  return [
    {
      id: 'name', header: t('buckets.name'), isRowHeader: true, minWidth: 160,
      cell: ({ key, object }) => (object === undefined ? <Button variant="inline-link" iconName="folder" onClick={() => onFolder(key)}>{named(key)}</Button> : <Button variant="inline-link" onClick={() => onShow(object)}>{named(key)}</Button>),
    },
    { id: 'size', header: t('buckets.size'), cell: ({ object }) => (object === undefined ? t('frame.unknown') : formatBytes(object.bytes, locale)) },
    { id: 'changed', header: t('buckets.changed'), cell: ({ object }) => formatTime(object?.writtenAt, locale) },
    { id: 'do', header: t('buckets.actions'), cell: ({ object }) => (object === undefined ? null : <DownloadButton bucket={bucket} objectKey={object.key} variant="inline-link" />) },
  ];
}
