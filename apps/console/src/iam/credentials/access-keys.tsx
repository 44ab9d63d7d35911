import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactNode } from 'react';
import { formatTime } from '../../format.js';
import { useFlash } from '../../frame/flash.js';
import { perform, type OutputOf } from '../../operations.js';
import { useChange, useOperation } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { EmptyList } from '../../frame/empty-list.js';
import { NewKeyDialog } from './new-key-dialog.js';
import { OwnButton } from './own-button.js';
import { SmallTable } from '../../frame/small-table.js';

type Key = OutputOf<'iam:ListAccessKeys'>['AccessKeyMetadata'][number];
const KEYS_MAX = 2;

/** Keys for programs and the AWS CLI; without a name they are the root user's. */
export function AccessKeys({ userName, own = false }: { userName?: string | undefined; own?: boolean }): ReactNode {
  const { t, locale } = useWords();
  const flash = useFlash();
  const who = userName === undefined ? {} : { UserName: userName };
  const list = useOperation('iam:ListAccessKeys', who);
  const keys = list.data?.AccessKeyMetadata ?? [];
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const turn = useChange((key: Key) => perform('iam:UpdateAccessKey', { ...who, AccessKeyId: key.AccessKeyId ?? '', Status: key.Status === 'Active' ? 'Inactive' : 'Active' }));
  const turnKey = (key: Key): void => void turn.run(key).then(() => flash.done(t(key.Status === 'Active' ? 'iam.keyOff' : 'iam.keyOn', { key: key.AccessKeyId ?? '' })), (error: unknown) => flash.failed(error));
  return (
    <>
      <SmallTable
        title={t('iam.accessKeys')} description={t(userName === undefined ? 'iam.rootKeysHint' : 'iam.accessKeysHint')} query={list} items={keys} keyOf={key => key.AccessKeyId ?? ''} empty={<EmptyList title={t('iam.noKeys')} text={t('iam.noKeysText')} />}
        actions={(
          <OwnButton own={own} action="iam:CreateAccessKey" disabled={keys.length >= KEYS_MAX} {...(keys.length >= KEYS_MAX ? { disabledReason: t('iam.keysMax') } : {})} onClick={() => setCreating(true)}>{t('iam.createKey')}</OwnButton>
        )}
        columns={[
          { id: 'id', header: t('iam.keyId'), isRowHeader: true, cell: key => <Box variant="code">{key.AccessKeyId}</Box> },
          { id: 'status', header: t('iam.status'), cell: key => <StatusIndicator type={key.Status === 'Active' ? 'success' : 'stopped'}>{t(key.Status === 'Active' ? 'iam.active' : 'iam.inactive')}</StatusIndicator> },
          { id: 'used', header: t('iam.lastUsed'), cell: key => <LastUsed keyId={key.AccessKeyId ?? ''} /> },
          { id: 'created', header: t('iam.created'), cell: key => formatTime(key.CreateDate, locale) },
          {
            id: 'do', header: t('iam.actions'), cell: key => (
              <SpaceBetween direction="horizontal" size="s">
                <OwnButton own={own} action="iam:UpdateAccessKey" variant="inline-link" ariaLabel={`${t(key.Status === 'Active' ? 'iam.deactivate' : 'iam.activate')} ${key.AccessKeyId}`} onClick={() => turnKey(key)}>{t(key.Status === 'Active' ? 'iam.deactivate' : 'iam.activate')}</OwnButton>
                <OwnButton own={own} action="iam:DeleteAccessKey" variant="inline-link" ariaLabel={`${t('iam.delete')} ${key.AccessKeyId}`} onClick={() => setDeleting(key.AccessKeyId)}>{t('iam.delete')}</OwnButton>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {creating ? <NewKeyDialog userName={userName} onClose={() => setCreating(false)} /> : null}
      {deleting === undefined ? null : (
        <ConfirmDialog
          header={t('iam.deleteKeyTitle')} submitLabel={t('iam.delete')} consent={t('iam.cannotUndo')} done={t('iam.deletedText', { name: deleting })}
          work={() => perform('iam:DeleteAccessKey', { ...who, AccessKeyId: deleting })} onClose={() => setDeleting(undefined)}
        >{t('iam.deleteKeyText', { key: deleting })}</ConfirmDialog>
      )}
    </>
  );
}

function LastUsed({ keyId }: { keyId: string }): ReactNode {
  const { t, locale } = useWords();
  const { data } = useOperation('iam:GetAccessKeyLastUsed', { AccessKeyId: keyId });
  const used = data?.AccessKeyLastUsed;
  if (used === undefined) return t('frame.unknown');
  // Of a key that was never used there is no date, whatever the type says.
  const at = used.LastUsedDate as string | undefined;
  return at === undefined ? t('iam.never') : `${formatTime(at, locale)} · ${used.ServiceName}`;
}
