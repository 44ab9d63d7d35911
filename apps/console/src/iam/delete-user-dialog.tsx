import Spinner from '@cloudscape-design/components/spinner';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isFailure, type ApiFailure } from '@carillon/client/api.js';
import { Failure } from '../frame/failure.js';
import { perform } from '../operations.js';
import { useWords } from '../words.js';
import { ConfirmDialog } from '../frame/confirm-dialog.js';
import { performOn } from './entity.js';
import { removeDevice } from './credentials/mfa-devices.js';

interface Hanging { readonly keys: readonly string[]; readonly devices: readonly string[]; readonly password: boolean; readonly groups: readonly string[]; readonly attached: readonly string[]; readonly inline: readonly string[] }

/** IAM deletes only users on whom nothing hangs: so that goes first, and is told. */
export function DeleteUserDialog({ userName, onClose, onDone }: { userName: string; onClose: () => void; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const hanging = useQuery<Hanging, ApiFailure>({ queryKey: ['hanging-on', userName], queryFn: () => readHanging(userName), staleTime: 0 });
  const counts = hanging.data === undefined ? [] : [
    ...(hanging.data.password ? [t('iam.consolePassword')] : []),
    ...([['keys', hanging.data.keys], ['devices', hanging.data.devices], ['groups', hanging.data.groups], ['policies', [...hanging.data.attached, ...hanging.data.inline]]] as const)
      .flatMap(([what, list]) => (list.length === 0 ? [] : [t(`iam.hanging.${what}`, { count: list.length })])),
  ];
  return (
    <ConfirmDialog
      header={t('iam.deleteTitle', { name: userName })} submitLabel={t('iam.deleteUser')} typed={userName} done={t('iam.deletedText', { name: userName })} onClose={onClose} onDone={onDone}
      work={async () => deleteUser(userName, await readHanging(userName))}
    >
      {hanging.error ? <Failure error={hanging.error} /> : hanging.data === undefined ? <Spinner /> : (
        <>
          <div>{t('iam.deleteUserText', { name: userName })}</div>
          {counts.length === 0 ? null : <><div>{t('iam.deletedWith')}</div><ul>{counts.map(text => <li key={text}>{text}</li>)}</ul></>}
        </>
      )}
    </ConfirmDialog>
  );
}

async function readHanging(userName: string): Promise<Hanging> {
  const user = { kind: 'User', name: userName } as const;
  const password = perform('iam:GetLoginProfile', { UserName: userName }).then(() => true, (error: unknown) => { if (isFailure(error, 'NoSuchEntity')) return false; throw error; });
  const [keys, devices, groups, attached, inline, has] = await Promise.all([
    perform('iam:ListAccessKeys', { UserName: userName }), perform('iam:ListMFADevices', { UserName: userName }), perform('iam:ListGroupsForUser', { UserName: userName }),
    performOn('ListAttached#Policies', user), performOn('List#Policies', user), password,
  ]);
  return {
    keys: keys.AccessKeyMetadata.map(key => key.AccessKeyId ?? ''), devices: devices.MFADevices.map(device => device.SerialNumber), password: has, groups: groups.Groups.map(group => group.GroupName),
    attached: (attached.AttachedPolicies ?? []).map(policy => policy.PolicyArn ?? ''), inline: inline.PolicyNames,
  };
}

async function deleteUser(userName: string, { keys, devices, password, groups, attached, inline }: Hanging): Promise<void> {
  const user = { kind: 'User', name: userName } as const;
  for (const key of keys) await perform('iam:DeleteAccessKey', { UserName: userName, AccessKeyId: key });
  if (password) await perform('iam:DeleteLoginProfile', { UserName: userName });
  for (const device of devices) await removeDevice(userName, device);
  for (const group of groups) await perform('iam:RemoveUserFromGroup', { UserName: userName, GroupName: group });
  for (const arn of attached) await performOn('Detach#Policy', user, { PolicyArn: arn });
  for (const name of inline) await performOn('Delete#Policy', user, { PolicyName: name });
  await perform('iam:DeleteUser', { UserName: userName });
}
