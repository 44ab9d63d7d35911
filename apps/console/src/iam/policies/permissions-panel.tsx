import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { PageLink } from '../../frame/page.js';
import { ActionButton } from '../../frame/permissions.js';
import { useWords } from '../../words.js';
import { AttachPoliciesDialog } from './attach-policies-dialog.js';
import { BoundaryPanel } from './boundary-panel.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { EmptyList } from '../../frame/empty-list.js';
import { isManaged, operationOf, performOn, policyPathOf, useEntityOperation, type Entity } from '../entity.js';
import { InlinePolicyDialog } from './inline-policy-dialog.js';
import { SmallTable } from '../../frame/small-table.js';

/** What an identity may do: attached policies, policies of its own, and the boundary of both. */
export function PermissionsPanel({ entity, boundaryArn }: { entity: Entity; boundaryArn?: string | undefined }): ReactNode {
  return (
    <SpaceBetween size="l">
      <AttachedPolicies entity={entity} />
      <InlinePolicies entity={entity} />
      {entity.kind === 'Group' ? null : <BoundaryPanel entity={entity} boundaryArn={boundaryArn} />}
    </SpaceBetween>
  );
}

function AttachedPolicies({ entity }: { entity: Entity }): ReactNode {
  const { t } = useWords();
  const attached = useEntityOperation('ListAttached#Policies', entity);
  const [attaching, setAttaching] = useState(false);
  const [detaching, setDetaching] = useState<{ arn: string; name: string }>();
  const arns = (attached.data?.AttachedPolicies ?? []).map(policy => policy.PolicyArn ?? '');
  const attach = <ActionButton action={operationOf('Attach#Policy', entity.kind)} onClick={() => setAttaching(true)}>{t('iam.attach')}</ActionButton>;
  return (
    <>
      <SmallTable
        title={t('iam.attached')} query={attached} items={attached.data?.AttachedPolicies ?? []} keyOf={policy => policy.PolicyArn ?? ''} actions={attach} empty={<EmptyList title={t('iam.noAttached')} text={t('iam.noAttachedText')} />}
        columns={[
          { id: 'name', header: t('iam.policyName'), isRowHeader: true, cell: policy => <PageLink to={policyPathOf(policy.PolicyArn ?? '')}>{policy.PolicyName}</PageLink> },
          { id: 'type', header: t('iam.type'), cell: policy => t(isManaged(policy.PolicyArn ?? '') ? 'iam.managed' : 'iam.ownPolicy') },
          {
            id: 'do', header: t('iam.actions'), cell: policy => (
              <ActionButton action={operationOf('Detach#Policy', entity.kind)} variant="inline-link" ariaLabel={`${t('iam.detach')} ${policy.PolicyName}`} onClick={() => setDetaching({ arn: policy.PolicyArn ?? '', name: policy.PolicyName ?? '' })}>{t('iam.detach')}</ActionButton>
            ),
          },
        ]}
      />
      {attaching ? <AttachPoliciesDialog entity={entity} attached={arns} onClose={() => setAttaching(false)} /> : null}
      {detaching === undefined ? null : (
        <ConfirmDialog
          header={t('iam.detachTitle', { policy: detaching.name })} submitLabel={t('iam.detach')} done={t('iam.detached', { policy: detaching.name, name: entity.name })}
          work={() => performOn('Detach#Policy', entity, { PolicyArn: detaching.arn })} onClose={() => setDetaching(undefined)}
        >{t('iam.detachText', { policy: detaching.name, name: entity.name })}</ConfirmDialog>
      )}
    </>
  );
}

function InlinePolicies({ entity }: { entity: Entity }): ReactNode {
  const { t } = useWords();
  const inline = useEntityOperation('List#Policies', entity);
  const [editing, setEditing] = useState<{ name: string | undefined }>();
  const [deleting, setDeleting] = useState<string>();
  const put = operationOf('Put#Policy', entity.kind);
  return (
    <>
      <SmallTable
        title={t('iam.inline')} description={t('iam.inlineHint')} query={inline} items={inline.data?.PolicyNames ?? []} keyOf={name => name} empty={<EmptyList title={t('iam.noInline')} />}
        actions={<ActionButton action={put} onClick={() => setEditing({ name: undefined })}>{t('iam.createInline')}</ActionButton>}
        columns={[
          { id: 'name', header: t('iam.policyName'), isRowHeader: true, cell: name => name },
          {
            id: 'do', header: t('iam.actions'), cell: name => (
              <SpaceBetween direction="horizontal" size="s">
                <Button variant="inline-link" ariaLabel={`${t('iam.edit')} ${name}`} onClick={() => setEditing({ name })}>{t('iam.edit')}</Button>
                <ActionButton action={operationOf('Delete#Policy', entity.kind)} variant="inline-link" ariaLabel={`${t('iam.delete')} ${name}`} onClick={() => setDeleting(name)}>{t('iam.delete')}</ActionButton>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {editing === undefined ? null : <InlinePolicyDialog entity={entity} name={editing.name} onClose={() => setEditing(undefined)} />}
      {deleting === undefined ? null : (
        <ConfirmDialog
          header={t('iam.deleteTitle', { name: deleting })} submitLabel={t('iam.delete')} consent={t('iam.cannotUndo')} done={t('iam.deletedText', { name: deleting })}
          work={() => performOn('Delete#Policy', entity, { PolicyName: deleting })} onClose={() => setDeleting(undefined)}
        >{t('iam.deleteInlineText', { policy: deleting, name: entity.name })}</ConfirmDialog>
      )}
    </>
  );
}
