import type { ReactNode } from 'react';
import { useWords } from '../../words.js';
import { EmptyList } from '../../frame/empty-list.js';
import { isManaged } from '../entity.js';
import { ListTable } from '../../frame/list-table.js';
import { usePolicies, type Policy } from '../use-lists.js';

interface Props { readonly picked: readonly Policy[]; readonly onChange: (picked: readonly Policy[]) => void; readonly without?: readonly string[] }

/** Policies to hang on somebody: own and AWS managed, searchable. */
export function PolicyPicker({ picked, onChange, without = [] }: Props): ReactNode {
  const { t } = useWords();
  return (
    <ListTable
      title={t('iam.policies')} list={usePolicies()} textOf={policy => policy.PolicyName ?? ''} find={t('iam.findPolicy')} variant="embedded" headingTag="h3"
      keep={policy => policy.IsAttachable !== false && !without.includes(policy.Arn ?? '')} picked={{ items: picked, onChange }} empty={<EmptyList title={t('iam.noPolicies')} />}
      columns={[
        { id: 'name', header: t('iam.policyName'), isRowHeader: true, cell: policy => policy.PolicyName },
        { id: 'type', header: t('iam.type'), cell: policy => t(isManaged(policy.Arn ?? '') ? 'iam.managed' : 'iam.ownPolicy') },
      ]}
    />
  );
}
