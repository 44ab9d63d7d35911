import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import type { OutputOf } from '../operations.js';
import { useOperation, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { Arn } from './arn.js';
import { DeleteEntityDialog } from './delete-entity-dialog.js';
import { findJsonFault } from './policies/json-fault.js';
import { PermissionsPanel } from './policies/permissions-panel.js';
import { PolicyEditor } from './policies/policy-editor.js';
import { decodeDocument } from './policies/policy-text.js';
import { RoleSettingsDialog } from './role-settings-dialog.js';

type Role = OutputOf<'iam:GetRole'>['Role'];
const MINUTE_S = 60;

/** One role: what it may, whom it trusts, for how long it is taken. */
export function RolePage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { roleName = '' } = useParams({ strict: false }) as { roleName?: string };
  const found = useOperation('iam:GetRole', { RoleName: roleName });
  const [open, setOpen] = useState<'delete' | 'settings'>();
  const role = found.data?.Role;
  const linked = role?.Path.startsWith('/aws-service-role/') === true;
  return (
    <Page
      title={roleName} description={linked ? t('iam.serviceRole') : role?.Description} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.roles'), href: '/iam/roles' }]} guide="iam"
      actions={<ActionButton action="iam:DeleteRole" disabled={role === undefined || linked} {...(linked ? { disabledReason: t('iam.serviceRole') } : {})} onClick={() => setOpen('delete')}>{t('iam.deleteRole')}</ActionButton>}
    >
      {found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : (
        <>
          <Container header={<Header variant="h2" actions={<ActionButton action="iam:UpdateRole" disabled={role === undefined || linked} onClick={() => setOpen('settings')}>{t('iam.edit')}</ActionButton>}>{t('iam.roleDetails')}</Header>}>
            <KeyValuePairs columns={3} items={[
              { label: 'ARN', value: <Arn value={role?.Arn} /> }, { label: t('iam.maxSession'), value: t('iam.minutes', { count: (role?.MaxSessionDuration ?? 0) / MINUTE_S }) }, { label: t('iam.created'), value: formatTime(role?.CreateDate, locale) },
            ]} />
          </Container>
          <Tabs tabs={[
            { id: 'permissions', label: t('iam.permissions'), content: <PermissionsPanel entity={{ kind: 'Role', name: roleName }} boundaryArn={role?.PermissionsBoundary?.PermissionsBoundaryArn} /> },
            { id: 'trust', label: t('iam.trust'), content: role === undefined ? null : <TrustPolicy role={role} fixed={linked} /> },
          ]} />
        </>
      )}
      {open === 'delete' ? <DeleteEntityDialog entity={{ kind: 'Role', name: roleName }} onClose={() => setOpen(undefined)} onDone={() => void navigate({ to: '/iam/roles' })} /> : null}
      {open === 'settings' && role !== undefined ? <RoleSettingsDialog role={role} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  );
}

function TrustPolicy({ role, fixed }: { role: Role; fixed: boolean }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [typed, setTyped] = useState<string>();
  const save = useOperationChange('iam:UpdateAssumeRolePolicy');
  const text = typed ?? decodeDocument(role.AssumeRolePolicyDocument);
  const submit = async (): Promise<void> => {
    await save.run({ RoleName: role.RoleName, PolicyDocument: text });
    setTyped(undefined);
    flash.done(t('frame.saved'));
  };
  const button = <ActionButton action="iam:UpdateAssumeRolePolicy" disabled={fixed || typed === undefined || findJsonFault(text) !== undefined} loading={save.busy} onClick={() => void submit().catch(() => undefined)}>{t('iam.saveTrust')}</ActionButton>;
  return (
    <Container header={<Header variant="h2" description={t('iam.trustedHint')} actions={button}>{t('iam.trust')}</Header>}>
      <PolicyEditor label={t('iam.trust')} value={text} onChange={setTyped} kind="trust" />
      {save.failure ? <Failure error={save.failure} /> : null}
    </Container>
  );
}
