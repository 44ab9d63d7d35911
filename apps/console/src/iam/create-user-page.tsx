import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { perform } from '../operations.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { NAME, performOn } from './entity.js';
import { isPassword, PasswordFields, type PasswordChoice } from './credentials/password-fields.js';
import { PolicyPicker } from './policies/policy-picker.js';
import { useGroups, type Policy } from './use-lists.js';

interface NewUser { readonly name: string; readonly password: PasswordChoice | undefined; readonly groups: readonly string[]; readonly policies: readonly Policy[] }

/** IAM > Users > Create user: name, password for the console, groups and policies in one form. */
export function CreateUserPage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const [user, setUser] = useState<NewUser>({ name: '', password: undefined, groups: [], policies: [] });
  const set = (part: Partial<NewUser>): void => setUser(before => ({ ...before, ...part }));
  const create = useChange(createUser);
  const wrong = user.name !== '' && !NAME.test(user.name);
  const submit = async (): Promise<void> => {
    await create.run(user);
    flash.done(t('iam.userCreated', { name: user.name }));
    await navigate({ to: `/iam/users/${user.name}` });
  };
  return (
    <Page title={t('iam.createUser')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.users'), href: '/iam/users' }]} guide="iam">
      <form onSubmit={event => { event.preventDefault(); void submit().catch(() => undefined); }}>
        <Form actions={(
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => void navigate({ to: '/iam/users' })}>{t('frame.cancel')}</Button>
            <ActionButton action="iam:CreateUser" variant="primary" formAction="submit" loading={create.busy} disabled={!NAME.test(user.name) || (user.password !== undefined && !isPassword(user.password))}>{t('iam.createUser')}</ActionButton>
          </SpaceBetween>
        )}>
          <SpaceBetween size="l">
            <Container header={<Header variant="h2">{t('iam.userDetails')}</Header>}>
              <SpaceBetween size="m">
                <FormField label={t('iam.userName')} constraintText={t('iam.nameHint')} errorText={wrong ? t('iam.nameWrong') : undefined}><Input value={user.name} onChange={({ detail }) => set({ name: detail.value.trim() })} autoFocus autoComplete={false} /></FormField>
                <PasswordFields optional value={user.password} onChange={password => set({ password })} />
              </SpaceBetween>
            </Container>
            <PermissionsPart groups={user.groups} policies={user.policies} set={set} />
            {create.failure ? <Failure error={create.failure} /> : null}
          </SpaceBetween>
        </Form>
      </form>
    </Page>
  );
}

function PermissionsPart({ groups, policies, set }: { groups: readonly string[]; policies: readonly Policy[]; set: (part: Partial<NewUser>) => void }): ReactNode {
  const { t } = useWords();
  const list = useGroups();
  const options = (list.data?.items ?? []).map(group => ({ value: group.GroupName, label: group.GroupName }));
  return (
    <Container header={<Header variant="h2" description={t('iam.permissionsHint')}>{t('iam.permissions')}</Header>}>
      <SpaceBetween size="m">
        <FormField label={t('iam.groups')}>
          <Multiselect
            options={options} selectedOptions={options.filter(option => groups.includes(option.value))} placeholder={t('iam.chooseGroups')} filteringType="auto" statusType={list.isPending ? 'loading' : list.error ? 'error' : 'finished'}
            empty={t('iam.noGroups')} onChange={({ detail }) => set({ groups: detail.selectedOptions.map(option => option.value ?? '') })} deselectAriaLabel={option => `${t('iam.remove')} ${option.label ?? ''}`}
          />
        </FormField>
        <PolicyPicker picked={policies} onChange={picked => set({ policies: picked })} />
        {groups.length === 0 && policies.length === 0 ? <Box color="text-body-secondary">{t('iam.nothingYet')}</Box> : null}
      </SpaceBetween>
    </Container>
  );
}

/** Step by step, as IAM has it. Where a step fails the user is there already and is finished on its page. */
async function createUser({ name, password, groups, policies }: NewUser): Promise<void> {
  await perform('iam:CreateUser', { UserName: name });
  if (password !== undefined) await perform('iam:CreateLoginProfile', { UserName: name, Password: password.text, PasswordResetRequired: password.mustChange });
  for (const group of groups) await perform('iam:AddUserToGroup', { UserName: name, GroupName: group });
  for (const policy of policies) await performOn('Attach#Policy', { kind: 'User', name }, { PolicyArn: policy.Arn ?? '' });
}
