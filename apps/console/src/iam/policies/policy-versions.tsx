import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { Failure } from '../../frame/failure.js';
import { useFlash } from '../../frame/flash.js';
import { ActionButton } from '../../frame/permissions.js';
import { formatTime } from '../../format.js';
import { perform } from '../../operations.js';
import { useOperation, useOperationChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { decodeDocument } from './policy-text.js';
import { SmallTable } from '../../frame/small-table.js';

/** Up to five versions of one's own policy: which counts, and which may go. */
export function PolicyVersions({ arn }: { arn: string }): ReactNode {
  const { t, locale } = useWords();
  const flash = useFlash();
  const list = useOperation('iam:ListPolicyVersions', { PolicyArn: arn });
  const setDefault = useOperationChange('iam:SetDefaultPolicyVersion');
  const [shown, setShown] = useState<string>();
  const [deleting, setDeleting] = useState<string>();
  const choose = (VersionId: string): void => void setDefault.run({ PolicyArn: arn, VersionId }).then(() => flash.done(t('iam.versionChosen', { version: VersionId })), (error: unknown) => flash.failed(error));
  return (
    <>
      <SmallTable
        title={t('iam.versions')} description={t('iam.versionsHint')} query={list} items={list.data?.Versions ?? []} keyOf={version => version.VersionId ?? ''} empty={null}
        columns={[
          { id: 'id', header: t('iam.version'), isRowHeader: true, cell: version => <SpaceBetween direction="horizontal" size="xs"><Button variant="inline-link" onClick={() => setShown(version.VersionId)}>{version.VersionId}</Button>{version.IsDefaultVersion === true ? <Badge color="blue">{t('iam.default')}</Badge> : null}</SpaceBetween> },
          { id: 'created', header: t('iam.created'), cell: version => formatTime(version.CreateDate, locale) },
          {
            id: 'do', header: t('iam.actions'), cell: ({ VersionId = '', IsDefaultVersion }) => (IsDefaultVersion === true ? null : (
              <SpaceBetween direction="horizontal" size="s">
                <ActionButton action="iam:SetDefaultPolicyVersion" variant="inline-link" ariaLabel={`${t('iam.setDefault')} ${VersionId}`} onClick={() => choose(VersionId)}>{t('iam.setDefault')}</ActionButton>
                <ActionButton action="iam:DeletePolicyVersion" variant="inline-link" ariaLabel={`${t('iam.delete')} ${VersionId}`} onClick={() => setDeleting(VersionId)}>{t('iam.delete')}</ActionButton>
              </SpaceBetween>
            )),
          },
        ]}
      />
      {shown === undefined ? null : <VersionDialog arn={arn} versionId={shown} onClose={() => setShown(undefined)} />}
      {deleting === undefined ? null : (
        <ConfirmDialog
          header={t('iam.deleteTitle', { name: deleting })} submitLabel={t('iam.delete')} consent={t('iam.cannotUndo')} done={t('iam.deletedText', { name: deleting })}
          work={() => perform('iam:DeletePolicyVersion', { PolicyArn: arn, VersionId: deleting })} onClose={() => setDeleting(undefined)}
        >{t('iam.deleteVersionText', { version: deleting })}</ConfirmDialog>
      )}
    </>
  );
}

function VersionDialog({ arn, versionId, onClose }: { arn: string; versionId: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const found = useOperation('iam:GetPolicyVersion', { PolicyArn: arn, VersionId: versionId });
  return (
    <Modal visible size="large" header={`${t('iam.version')} ${versionId}`} onDismiss={onClose} closeAriaLabel={t('frame.close')}>
      {found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : <pre className="code-block" tabIndex={0}>{decodeDocument(found.data?.PolicyVersion?.Document)}</pre>}
    </Modal>
  );
}
