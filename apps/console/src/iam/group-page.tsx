import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Multiselect from '@cloudscape-design/components/multiselect';
import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import { perform } from '../operations.js';
import { byMarker, useAllPages, useChange, useOperation } from '../use-operation.js';
import { useWords } from '../words.js';
import { Arn } from './arn.js';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { DeleteEntityDialog } from './delete-entity-dialog.js';
import { EmptyList } from '../frame/empty-list.js';
import { Dialog } from '../frame/dialog.js';
import { ListTable } from '../frame/list-table.js';
import { PermissionsPanel } from './policies/permissions-panel.js';
import { useUsers } from './use-lists.js';

/** One group: who is in it, and what they may because of it. */
export function GroupPage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { groupName = '' } = useParams({ strict: false }) as { groupName?: string };
  const found = useOperation('iam:GetGroup', { GroupName: groupName });
  const [deleting, setDeleting] = useState(false);
  const group = found.data?.Group;
  return (
    <Page
      title={groupName} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.userGroups'), href: '/iam/groups' }]} guide="iam"
      actions={<ActionButton action="iam:DeleteGroup" disabled={group === undefined} onClick={() => setDeleting(true)}>{t('iam.deleteGroup')}</ActionButton>}
    >
      {found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : (
        <>
          <Container><KeyValuePairs columns={2} items={[{ label: 'ARN', value: <Arn value={group?.Arn} /> }, { label: t('iam.created'), value: formatTime(group?.CreateDate, locale) }]} /></Container>
          <Tabs tabs={[
            { id: 'users', label: t('iam.users'), content: <Members groupName={groupName} /> },
            { id: 'permissions', label: t('iam.permissions'), content: <PermissionsPanel entity={{ kind: 'Group', name: groupName }} /> },
          ]} />
        </>
      )}
      {deleting ? <DeleteEntityDialog entity={{ kind: 'Group', name: groupName }} onClose={() => setDeleting(false)} onDone={() => void navigate({ to: '/iam/groups' })} /> : null}
    </Page>
  );
}

function Members({ groupName }: { groupName: string }): ReactNode {
  const { t, locale } = useWords();
  const members = useAllPages('iam:GetGroup', { GroupName: groupName, MaxItems: 1_000 }, { items: output => output.Users, next: byMarker });
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string>();
  const add = <ActionButton action="iam:AddUserToGroup" onClick={() => setAdding(true)}>{t('iam.addUsers')}</ActionButton>;
  return (
    <>
      <ListTable
        title={t('iam.users')} list={members} textOf={user => user.UserName} find={t('iam.findUser')} actions={add} empty={<EmptyList title={t('iam.noMembers')} text={t('iam.noMembersText')} />}
        columns={[
          { id: 'name', header: t('iam.userName'), isRowHeader: true, cell: user => <PageLink to={`/iam/users/${user.UserName}`}>{user.UserName}</PageLink> },
          { id: 'created', header: t('iam.created'), cell: user => formatTime(user.CreateDate, locale) },
          { id: 'do', header: t('iam.actions'), cell: user => <ActionButton action="iam:RemoveUserFromGroup" variant="inline-link" ariaLabel={`${t('iam.remove')} ${user.UserName}`} onClick={() => setRemoving(user.UserName)}>{t('iam.remove')}</ActionButton> },
        ]}
      />
      {adding ? <AddUsersDialog groupName={groupName} without={(members.data?.items ?? []).map(user => user.UserName)} onClose={() => setAdding(false)} /> : null}
      {removing === undefined ? null : (
        <ConfirmDialog
          header={t('iam.removeFromGroup', { group: groupName })} submitLabel={t('iam.remove')} done={t('iam.removedFromGroup', { name: removing, group: groupName })}
          work={() => perform('iam:RemoveUserFromGroup', { UserName: removing, GroupName: groupName })} onClose={() => setRemoving(undefined)}
        >{t('iam.removeFromGroupText', { name: removing, group: groupName })}</ConfirmDialog>
      )}
    </>
  );
}

function AddUsersDialog({ groupName, without, onClose }: { groupName: string; without: readonly string[]; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const users = useUsers();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const options = (users.data?.items ?? []).filter(user => !without.includes(user.UserName)).map(user => ({ value: user.UserName, label: user.UserName }));
  const change = useChange(async (names: readonly string[]) => { for (const name of names) await perform('iam:AddUserToGroup', { UserName: name, GroupName: groupName }); });
  const submit = async (): Promise<void> => {
    await change.run(picked);
    flash.done(t('iam.usersAdded', { count: picked.length, group: groupName }));
    onClose();
  };
  return (
    <Dialog title={t('iam.addUsers')} confirm={t('iam.add')} busy={change.busy} failure={change.failure ?? users.error} blocked={picked.length === 0} onConfirm={submit} onClose={onClose}>
      <FormField label={t('iam.users')}>
        <Multiselect options={options} selectedOptions={options.filter(option => picked.includes(option.value))} placeholder={t('iam.chooseUsers')} filteringType="auto" empty={t('iam.noUsers')} onChange={({ detail }) => setPicked(detail.selectedOptions.map(option => option.value ?? ''))} />
      </FormField>
    </Dialog>
  );
}
