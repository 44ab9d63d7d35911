import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import { useState, type ReactNode } from 'react';
import { useFlash } from '../frame/flash.js';
import { PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import { perform } from '../operations.js';
import { useChange, useOperation } from '../use-operation.js';
import { useWords } from '../words.js';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { EmptyList } from '../frame/empty-list.js';
import { Dialog } from '../frame/dialog.js';
import { SmallTable } from '../frame/small-table.js';
import { useGroups } from './use-lists.js';

/** The groups whose policies a user has too. */
export function UserGroups({ userName }: { userName: string }): ReactNode {
  const { t, locale } = useWords();
  const list = useOperation('iam:ListGroupsForUser', { UserName: userName });
  const groups = list.data?.Groups ?? [];
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<string>();
  return (
    <>
      <SmallTable
        title={t('iam.groups')} query={list} items={groups} keyOf={group => group.GroupName} empty={<EmptyList title={t('iam.inNoGroup')} text={t('iam.inNoGroupText')} />}
        actions={<ActionButton action="iam:AddUserToGroup" onClick={() => setAdding(true)}>{t('iam.addToGroups')}</ActionButton>}
        columns={[
          { id: 'name', header: t('iam.groupName'), isRowHeader: true, cell: group => <PageLink to={`/iam/groups/${group.GroupName}`}>{group.GroupName}</PageLink> },
          { id: 'created', header: t('iam.created'), cell: group => formatTime(group.CreateDate, locale) },
          { id: 'do', header: t('iam.actions'), cell: group => <ActionButton action="iam:RemoveUserFromGroup" variant="inline-link" ariaLabel={`${t('iam.remove')} ${group.GroupName}`} onClick={() => setLeaving(group.GroupName)}>{t('iam.remove')}</ActionButton> },
        ]}
      />
      {adding ? <AddToGroupsDialog userName={userName} without={groups.map(group => group.GroupName)} onClose={() => setAdding(false)} /> : null}
      {leaving === undefined ? null : (
        <ConfirmDialog
          header={t('iam.removeFromGroup', { group: leaving })} submitLabel={t('iam.remove')} done={t('iam.removedFromGroup', { name: userName, group: leaving })}
          work={() => perform('iam:RemoveUserFromGroup', { UserName: userName, GroupName: leaving })} onClose={() => setLeaving(undefined)}
        >{t('iam.removeFromGroupText', { name: userName, group: leaving })}</ConfirmDialog>
      )}
    </>
  );
}

function AddToGroupsDialog({ userName, without, onClose }: { userName: string; without: readonly string[]; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const groups = useGroups();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const options = (groups.data?.items ?? []).filter(group => !without.includes(group.GroupName)).map(group => ({ value: group.GroupName, label: group.GroupName }));
  const change = useChange(async (names: readonly string[]) => { for (const name of names) await perform('iam:AddUserToGroup', { UserName: userName, GroupName: name }); });
  const submit = async (): Promise<void> => {
    await change.run(picked);
    flash.done(t('iam.addedToGroups', { count: picked.length, name: userName }));
    onClose();
  };
  return (
    <Dialog title={t('iam.addToGroups')} confirm={t('iam.add')} busy={change.busy} failure={change.failure ?? groups.error} blocked={picked.length === 0} onConfirm={submit} onClose={onClose}>
      <FormField label={t('iam.groups')}>
        <Multiselect options={options} selectedOptions={options.filter(option => picked.includes(option.value))} placeholder={t('iam.chooseGroups')} filteringType="auto" empty={t('iam.noGroups')} onChange={({ detail }) => setPicked(detail.selectedOptions.map(option => option.value ?? ''))} />
      </FormField>
    </Dialog>
  );
}
