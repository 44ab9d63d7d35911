import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Page, PageLink } from '../../frame/page.js';
import { ActionButton } from '../../frame/permissions.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../words.js';
import { EmptyList } from '../../frame/empty-list.js';
import { isManaged, policyPathOf } from '../entity.js';
import { ListTable } from '../../frame/list-table.js';
import { usePolicies } from '../use-lists.js';

type Scope = 'all' | 'own' | 'managed';
const SCOPES: readonly Scope[] = ['all', 'own', 'managed'];

/** Own and AWS managed policies (guide, IAM-03, IAM-09 to IAM-13). */
export function PoliciesPage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const [scope, setScope] = useState<Scope>('all');
  const create = <ActionButton action="iam:CreatePolicy" variant="primary" onClick={() => void navigate({ to: '/iam/policies/create' })}>{t('iam.createPolicy')}</ActionButton>;
  return (
    <Page title={t('iam.policies')} description={t('iam.policiesIntro')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }]} guide="iam" actions={create}>
      <ListTable
        title={t('iam.policies')} list={usePolicies()} textOf={policy => policy.PolicyName ?? ''} find={t('iam.findPolicy')} empty={<EmptyList title={t('iam.noOwnPolicies')} text={t('iam.noOwnPoliciesText')} action={create} />}
        keep={policy => scope === 'all' || isManaged(policy.Arn ?? '') === (scope === 'managed')}
        filter={<SegmentedControl label={t('iam.type')} selectedId={scope} onChange={({ detail }) => setScope(detail.selectedId as Scope)} options={SCOPES.map(id => ({ id, text: t(`iam.scopes.${id}`) }))} />}
        columns={[
          { id: 'name', header: t('iam.policyName'), isRowHeader: true, cell: policy => <PageLink to={policyPathOf(policy.Arn ?? '')}>{policy.PolicyName}</PageLink> },
          { id: 'type', header: t('iam.type'), cell: policy => t(isManaged(policy.Arn ?? '') ? 'iam.managed' : 'iam.ownPolicy') },
          { id: 'attached', header: t('iam.usedBy'), cell: policy => formatNumber(policy.AttachmentCount ?? 0, locale) },
          { id: 'description', header: t('iam.description'), cell: policy => policy.Description ?? t('frame.unknown') },
        ]}
      />
    </Page>
  );
}
