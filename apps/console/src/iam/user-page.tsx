import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import { useOperation } from '../use-operation.js';
import { useWords } from '../words.js';
import { AccessKeys } from './credentials/access-keys.js';
import { Arn } from './arn.js';
import { ConsolePassword } from './credentials/console-password.js';
import { DeleteUserDialog } from './delete-user-dialog.js';
import { MfaDevices } from './credentials/mfa-devices.js';
import { PermissionsPanel } from './policies/permissions-panel.js';
import { UserGroups } from './user-groups.js';

/** One IAM user: what they may, in which groups they are, and how they prove who they are. */
export function UserPage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { userName = '' } = useParams({ strict: false }) as { userName?: string };
  const found = useOperation('iam:GetUser', { UserName: userName });
  const [deleting, setDeleting] = useState(false);
  const user = found.data?.User;
  return (
    <Page
      title={userName} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.users'), href: '/iam/users' }]} guide="iam"
      actions={<ActionButton action="iam:DeleteUser" disabled={user === undefined} onClick={() => setDeleting(true)}>{t('iam.deleteUser')}</ActionButton>}
    >
      {found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : (
        <>
          <Container>
            <KeyValuePairs columns={3} items={[
              { label: 'ARN', value: <Arn value={user?.Arn} /> }, { label: t('iam.created'), value: formatTime(user?.CreateDate, locale) }, { label: t('iam.userId'), value: user?.UserId ?? t('frame.unknown') },
            ]} />
          </Container>
          <Tabs tabs={[
            { id: 'permissions', label: t('iam.permissions'), content: <PermissionsPanel entity={{ kind: 'User', name: userName }} boundaryArn={user?.PermissionsBoundary?.PermissionsBoundaryArn} /> },
            { id: 'groups', label: t('iam.groups'), content: <UserGroups userName={userName} /> },
            { id: 'credentials', label: t('iam.credentials'), content: <SpaceBetween size="l"><ConsolePassword userName={userName} /><MfaDevices userName={userName} /><AccessKeys userName={userName} /></SpaceBetween> },
          ]} />
        </>
      )}
      {deleting ? <DeleteUserDialog userName={userName} onClose={() => setDeleting(false)} onDone={() => void navigate({ to: '/iam/users' })} /> : null}
    </Page>
  );
}
