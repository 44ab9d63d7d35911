import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import { useOperation } from '../use-operation.js';
import { useWords } from '../words.js';
import { EmptyList } from '../frame/empty-list.js';
import { ListTable } from '../frame/list-table.js';
import { useUsers } from './use-lists.js';

/** Who may administer this place, and through which doors (guide, GST-11). */
export function UsersPage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const create = <ActionButton action="iam:CreateUser" variant="primary" onClick={() => void navigate({ to: '/iam/create-user' })}>{t('iam.createUser')}</ActionButton>;
  return (
    <Page title={t('iam.users')} description={t('iam.usersIntro')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }]} guide="iam" actions={create}>
      <ListTable
        title={t('iam.users')} list={useUsers()} textOf={user => user.UserName} find={t('iam.findUser')} empty={<EmptyList title={t('iam.noUsers')} text={t('iam.noUsersText')} action={create} />}
        columns={[
          { id: 'name', header: t('iam.userName'), isRowHeader: true, cell: user => <PageLink to={`/iam/users/${user.UserName}`}>{user.UserName}</PageLink> },
          { id: 'groups', header: t('iam.groups'), cell: user => <GroupsOf userName={user.UserName} /> },
          { id: 'console', header: t('iam.consoleAccess'), cell: user => <ConsoleAccess userName={user.UserName} /> },
          { id: 'created', header: t('iam.created'), cell: user => formatTime(user.CreateDate, locale) },
        ]}
      />
    </Page>
  );
}

function GroupsOf({ userName }: { userName: string }): ReactNode {
  const { t } = useWords();
  const { data } = useOperation('iam:ListGroupsForUser', { UserName: userName });
  return data === undefined ? t('frame.unknown') : data.Groups.map(group => group.GroupName).join(', ') || t('iam.none');
}

/** Whether a user has a password for the console: none is IAM's refusal. */
function ConsoleAccess({ userName }: { userName: string }): ReactNode {
  const { t } = useWords();
  const { data, error } = useOperation('iam:GetLoginProfile', { UserName: userName });
  if (data !== undefined) return <StatusIndicator type="success">{t('iam.consoleOn')}</StatusIndicator>;
  return isFailure(error, 'NoSuchEntity') ? <StatusIndicator type="stopped">{t('iam.consoleOff')}</StatusIndicator> : t('frame.unknown');
}
