import type { ReactNode } from 'react';
import { perform } from '../operations.js';
import { byMarker } from '../use-operation.js';
import { useWords } from '../words.js';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { performOn, type Entity } from './entity.js';

/** A group or a role goes, after its policies, and a group's users out of it. */
export function DeleteEntityDialog({ entity, onClose, onDone }: { entity: Entity; onClose: () => void; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const isRole = entity.kind === 'Role';
  return (
    <ConfirmDialog
      header={t('iam.deleteTitle', { name: entity.name })} submitLabel={t(isRole ? 'iam.deleteRole' : 'iam.deleteGroup')} typed={entity.name} done={t('iam.deletedText', { name: entity.name })}
      work={() => deleteEntity(entity)} onClose={onClose} onDone={onDone}
    >{t(isRole ? 'iam.deleteRoleText' : 'iam.deleteGroupText', { name: entity.name })}</ConfirmDialog>
  );
}

async function deleteEntity(entity: Entity): Promise<void> {
  const [attached, inline] = await Promise.all([performOn('ListAttached#Policies', entity), performOn('List#Policies', entity)]);
  for (const policy of attached.AttachedPolicies ?? []) await performOn('Detach#Policy', entity, { PolicyArn: policy.PolicyArn ?? '' });
  for (const name of inline.PolicyNames) await performOn('Delete#Policy', entity, { PolicyName: name });
  if (entity.kind === 'Role') return void (await perform('iam:DeleteRole', { RoleName: entity.name }));
  await emptyGroup(entity.name);
  await perform('iam:DeleteGroup', { GroupName: entity.name });
}

async function emptyGroup(GroupName: string): Promise<void> {
  const names: string[] = [];
  let more: { Marker?: string } | undefined = {};
  while (more !== undefined) {
    const page: Awaited<ReturnType<typeof perform<'iam:GetGroup'>>> = await perform('iam:GetGroup', { GroupName, ...more });
    names.push(...page.Users.map(user => user.UserName));
    more = byMarker(page);
  }
  for (const UserName of names) await perform('iam:RemoveUserFromGroup', { GroupName, UserName });
}
