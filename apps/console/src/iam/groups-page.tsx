import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useFlash } from '../frame/flash.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { EmptyList } from '../frame/empty-list.js';
import { NAME } from './entity.js';
import { Dialog } from '../frame/dialog.js';
import { ListTable } from '../frame/list-table.js';
import { useGroups } from './use-lists.js';

/** Users who are to have the same permissions. */
export function GroupsPage(): ReactNode {
  const { t, locale } = useWords();
  const [creating, setCreating] = useState(false);
  const create = <ActionButton action="iam:CreateGroup" variant="primary" onClick={() => setCreating(true)}>{t('iam.createGroup')}</ActionButton>;
  return (
    <Page title={t('iam.userGroups')} description={t('iam.groupsIntro')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }]} guide="iam" actions={create}>
      <ListTable
        title={t('iam.userGroups')} list={useGroups()} textOf={group => group.GroupName} find={t('iam.findGroup')} empty={<EmptyList title={t('iam.noGroups')} text={t('iam.noGroupsText')} action={create} />}
        columns={[
          { id: 'name', header: t('iam.groupName'), isRowHeader: true, cell: group => <PageLink to={`/iam/groups/${group.GroupName}`}>{group.GroupName}</PageLink> },
          { id: 'created', header: t('iam.created'), cell: group => formatTime(group.CreateDate, locale) },
        ]}
      />
      {creating ? <NewGroupDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function NewGroupDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const [name, setName] = useState('');
  const create = useOperationChange('iam:CreateGroup');
  const submit = async (): Promise<void> => {
    await create.run({ GroupName: name });
    flash.done(t('iam.groupCreated', { name }));
    onClose();
    await navigate({ to: `/iam/groups/${name}` });
  };
  return (
    <Dialog title={t('iam.createGroup')} confirm={t('iam.createGroup')} busy={create.busy} failure={create.failure} blocked={!NAME.test(name)} onConfirm={submit} onClose={onClose}>
      <FormField label={t('iam.groupName')} constraintText={t('iam.nameHint')}><Input value={name} onChange={({ detail }) => setName(detail.value.trim())} autoFocus /></FormField>
    </Dialog>
  );
}
