import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { useFlash } from '../../frame/flash.js';
import { PageLink } from '../../frame/page.js';
import { ActionButton } from '../../frame/permissions.js';
import { perform } from '../../operations.js';
import { useChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { policyPathOf, type Entity } from '../entity.js';
import { Dialog } from '../../frame/dialog.js';
import { usePolicies } from '../use-lists.js';

/** The most that a user or a role may have, whatever their policies say. */
export function BoundaryPanel({ entity, boundaryArn }: { entity: Entity; boundaryArn: string | undefined }): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState<'set' | 'remove'>();
  const kind = entity.kind === 'Role' ? 'Role' : 'User';
  return (
    <Container header={(
      <Header
        variant="h2" description={t('iam.boundaryHint')} actions={(
          <SpaceBetween direction="horizontal" size="xs">
            {boundaryArn === undefined ? null : <ActionButton action={`iam:Delete${kind}PermissionsBoundary`} onClick={() => setOpen('remove')}>{t('iam.removeBoundary')}</ActionButton>}
            <ActionButton action={`iam:Put${kind}PermissionsBoundary`} onClick={() => setOpen('set')}>{t(boundaryArn === undefined ? 'iam.setBoundary' : 'iam.changeBoundary')}</ActionButton>
          </SpaceBetween>
        )}
      >{t('iam.boundary')}</Header>
    )}>
      {boundaryArn === undefined ? <Box color="text-body-secondary">{t('iam.noBoundary')}</Box> : <PageLink to={policyPathOf(boundaryArn)}>{boundaryArn.split('/').at(-1)}</PageLink>}
      {open === 'set' ? <BoundaryDialog entity={entity} onClose={() => setOpen(undefined)} /> : null}
      {open === 'remove' ? (
        <ConfirmDialog
          header={t('iam.removeBoundary')} submitLabel={t('iam.removeBoundary')} done={t('frame.saved')} onClose={() => setOpen(undefined)}
          work={() => (kind === 'Role' ? perform('iam:DeleteRolePermissionsBoundary', { RoleName: entity.name }) : perform('iam:DeleteUserPermissionsBoundary', { UserName: entity.name }))}
        >{t('iam.removeBoundaryText', { name: entity.name })}</ConfirmDialog>
      ) : null}
    </Container>
  );
}

function BoundaryDialog({ entity, onClose }: { entity: Entity; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const policies = usePolicies();
  const [arn, setArn] = useState<string>();
  const change = useChange((PermissionsBoundary: string) => (entity.kind === 'Role'
    ? perform('iam:PutRolePermissionsBoundary', { RoleName: entity.name, PermissionsBoundary }) : perform('iam:PutUserPermissionsBoundary', { UserName: entity.name, PermissionsBoundary })));
  const options = (policies.data?.items ?? []).filter(policy => policy.IsAttachable !== false).map(policy => ({ value: policy.Arn ?? '', label: policy.PolicyName ?? '' }));
  const submit = async (): Promise<void> => {
    await change.run(arn ?? '');
    flash.done(t('frame.saved'));
    onClose();
  };
  return (
    <Dialog title={t('iam.setBoundary')} confirm={t('frame.save')} busy={change.busy} failure={change.failure ?? policies.error} blocked={arn === undefined} onConfirm={submit} onClose={onClose}>
      <FormField label={t('iam.policy')} constraintText={t('iam.boundaryHint')}>
        <Select options={options} filteringType="auto" selectedOption={options.find(option => option.value === arn) ?? null} placeholder={t('iam.choosePolicy')} onChange={({ detail }) => setArn(detail.selectedOption.value)} />
      </FormField>
    </Dialog>
  );
}
