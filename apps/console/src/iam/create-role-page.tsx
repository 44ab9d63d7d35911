import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { perform } from '../operations.js';
import { useSession } from '../session/session-query.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { NAME, performOn } from './entity.js';
import { PolicyPicker } from './policies/policy-picker.js';
import { trustOfAccount } from './policies/policy-text.js';
import type { Policy } from './use-lists.js';

interface NewRole { readonly name: string; readonly description: string; readonly trusts: 'this' | 'other'; readonly account: string; readonly mfa: boolean; readonly policies: readonly Policy[] }
const ACCOUNT = /^\d{12}$/;

/** IAM > Roles > Create role: whom it trusts, and what it may. */
export function CreateRolePage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const session = useSession();
  const own = session.data?.role?.ownerAccountId ?? session.data?.ownerAccountId ?? '';
  const [role, setRole] = useState<NewRole>({ name: '', description: '', trusts: 'this', account: '', mfa: false, policies: [] });
  const set = (part: Partial<NewRole>): void => setRole(before => ({ ...before, ...part }));
  const trusted = role.trusts === 'this' ? own : role.account;
  const create = useChange(async () => {
    await perform('iam:CreateRole', { RoleName: role.name, AssumeRolePolicyDocument: trustOfAccount(trusted, role.mfa), ...(role.description === '' ? {} : { Description: role.description }) });
    for (const policy of role.policies) await performOn('Attach#Policy', { kind: 'Role', name: role.name }, { PolicyArn: policy.Arn ?? '' });
  });
  const submit = async (): Promise<void> => {
    await create.run(undefined);
    flash.done(t('iam.roleCreated', { name: role.name }));
    await navigate({ to: `/iam/roles/${role.name}` });
  };
  return (
    <Page title={t('iam.createRole')} description={t('iam.createRoleHint')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.roles'), href: '/iam/roles' }]} guide="iam">
      <form onSubmit={event => { event.preventDefault(); void submit().catch(() => undefined); }}>
        <Form actions={(
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => void navigate({ to: '/iam/roles' })}>{t('frame.cancel')}</Button>
            <ActionButton action="iam:CreateRole" variant="primary" formAction="submit" loading={create.busy} disabled={!NAME.test(role.name) || !ACCOUNT.test(trusted)}>{t('iam.createRole')}</ActionButton>
          </SpaceBetween>
        )}>
          <SpaceBetween size="l">
            <RolePart role={role} set={set} />
            <Container header={<Header variant="h2">{t('iam.permissions')}</Header>}><PolicyPicker picked={role.policies} onChange={policies => set({ policies })} /></Container>
            {create.failure ? <Failure error={create.failure} /> : null}
          </SpaceBetween>
        </Form>
      </form>
    </Page>
  );
}

function RolePart({ role, set }: { role: NewRole; set: (part: Partial<NewRole>) => void }): ReactNode {
  const { t } = useWords();
  return (
    <Container header={<Header variant="h2">{t('iam.roleDetails')}</Header>}>
      <SpaceBetween size="m">
        <FormField label={t('iam.roleName')} constraintText={t('iam.nameHint')}><Input value={role.name} onChange={({ detail }) => set({ name: detail.value.trim() })} autoFocus /></FormField>
        <FormField label={`${t('iam.description')} – ${t('iam.optional')}`}><Input value={role.description} onChange={({ detail }) => set({ description: detail.value })} /></FormField>
        <FormField label={t('iam.trusted')} description={t('iam.trustedHint')}>
          <RadioGroup value={role.trusts} onChange={({ detail }) => set({ trusts: detail.value === 'other' ? 'other' : 'this' })} items={[{ value: 'this', label: t('iam.thisAccount') }, { value: 'other', label: t('iam.otherAccount') }]} />
        </FormField>
        {role.trusts === 'other' ? <FormField label={t('iam.accountId')} constraintText={t('iam.accountIdHint')}><Input value={role.account} inputMode="numeric" onChange={({ detail }) => set({ account: detail.value.trim() })} /></FormField> : null}
        <Checkbox checked={role.mfa} onChange={({ detail }) => set({ mfa: detail.checked })}>{t('iam.requireMfa')}</Checkbox>
      </SpaceBetween>
    </Container>
  );
}
