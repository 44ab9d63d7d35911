import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../../frame/failure.js';
import { Page, PageLink } from '../../frame/page.js';
import { ActionButton } from '../../frame/permissions.js';
import { formatTime } from '../../format.js';
import { perform } from '../../operations.js';
import { useOperation } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { Arn } from '../arn.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { EmptyList } from '../../frame/empty-list.js';
import { isManaged, pathOf, type Entity } from '../entity.js';
import { PolicyDocument } from './policy-document.js';
import { PolicyVersions } from './policy-versions.js';
import { SmallTable } from '../../frame/small-table.js';

/** One policy: its document, its versions, and who has it. */
export function PolicyPage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { arn = '' } = useSearch({ strict: false }) as { arn?: string };
  const found = useOperation('iam:GetPolicy', { PolicyArn: arn });
  const [deleting, setDeleting] = useState(false);
  const policy = found.data?.Policy;
  const name = policy?.PolicyName ?? arn.split('/').at(-1) ?? '';
  const managed = isManaged(arn);
  return (
    <Page
      title={name} description={policy?.Description} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.policies'), href: '/iam/policies' }]} guide="iam"
      actions={managed ? undefined : <ActionButton action="iam:DeletePolicy" disabled={policy === undefined} onClick={() => setDeleting(true)}>{t('iam.deletePolicy')}</ActionButton>}
    >
      {found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : (
        <>
          <Container>
            <KeyValuePairs columns={3} items={[
              { label: 'ARN', value: <Arn value={policy?.Arn} /> }, { label: t('iam.type'), value: t(managed ? 'iam.managed' : 'iam.ownPolicy') }, { label: t('iam.changed'), value: managed ? t('frame.unknown') : formatTime(policy?.UpdateDate, locale) },
            ]} />
          </Container>
          <Tabs tabs={[
            { id: 'document', label: t('iam.document'), content: policy?.DefaultVersionId === undefined ? null : <PolicyDocument key={policy.DefaultVersionId} arn={arn} versionId={policy.DefaultVersionId} fixed={managed} /> },
            ...(managed ? [] : [{ id: 'versions', label: t('iam.versions'), content: <PolicyVersions arn={arn} /> }]),
            { id: 'entities', label: t('iam.usedBy'), content: <UsedBy arn={arn} /> },
          ]} />
        </>
      )}
      {deleting ? (
        <ConfirmDialog
          header={t('iam.deleteTitle', { name })} submitLabel={t('iam.deletePolicy')} typed={name} done={t('iam.deletedText', { name })} work={() => deletePolicy(arn)}
          onClose={() => setDeleting(false)} onDone={() => void navigate({ to: '/iam/policies' })}
        >{t('iam.deletePolicyText', { name })}</ConfirmDialog>
      ) : null}
    </Page>
  );
}

function UsedBy({ arn }: { arn: string }): ReactNode {
  const { t } = useWords();
  const found = useOperation('iam:ListEntitiesForPolicy', { PolicyArn: arn });
  const entities: readonly Entity[] = [
    ...(found.data?.PolicyUsers ?? []).map(one => ({ kind: 'User' as const, name: one.UserName ?? '' })), ...(found.data?.PolicyGroups ?? []).map(one => ({ kind: 'Group' as const, name: one.GroupName ?? '' })),
    ...(found.data?.PolicyRoles ?? []).map(one => ({ kind: 'Role' as const, name: one.RoleName ?? '' })),
  ];
  return (
    <SmallTable
      title={t('iam.usedBy')} query={found} items={entities} keyOf={entity => pathOf(entity)} empty={<EmptyList title={t('iam.usedByNobody')} text={t('iam.usedByNobodyText')} />}
      columns={[
        { id: 'name', header: t('iam.name'), isRowHeader: true, cell: entity => <PageLink to={pathOf(entity)}>{entity.name}</PageLink> },
        { id: 'kind', header: t('iam.type'), cell: entity => t(`iam.kinds.${entity.kind}`) },
      ]}
    />
  );
}

/** IAM wants the other versions gone before. */
async function deletePolicy(arn: string): Promise<void> {
  const { Versions = [] } = await perform('iam:ListPolicyVersions', { PolicyArn: arn });
  for (const version of Versions) if (version.IsDefaultVersion !== true) await perform('iam:DeletePolicyVersion', { PolicyArn: arn, VersionId: version.VersionId ?? '' });
  await perform('iam:DeletePolicy', { PolicyArn: arn });
}
