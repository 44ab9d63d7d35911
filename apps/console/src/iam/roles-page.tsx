import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatTime } from '../format.js';
import { useWords } from '../words.js';
import { EmptyList } from '../frame/empty-list.js';
import { ListTable } from '../frame/list-table.js';
import { useRoles } from './use-lists.js';

/** Permissions that one takes for a while (guide, IAM-16). */
export function RolesPage(): ReactNode {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const create = <ActionButton action="iam:CreateRole" variant="primary" onClick={() => void navigate({ to: '/iam/create-role' })}>{t('iam.createRole')}</ActionButton>;
  return (
    <Page title={t('iam.roles')} description={t('iam.rolesIntro')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }]} guide="iam" actions={create}>
      <ListTable
        title={t('iam.roles')} list={useRoles()} textOf={role => role.RoleName} find={t('iam.findRole')} empty={<EmptyList title={t('iam.noRoles')} text={t('iam.noRolesText')} action={create} />}
        columns={[
          { id: 'name', header: t('iam.roleName'), isRowHeader: true, cell: role => <PageLink to={`/iam/roles/${role.RoleName}`}>{role.RoleName}</PageLink> },
          { id: 'description', header: t('iam.description'), cell: role => role.Description ?? t('frame.unknown') },
          { id: 'created', header: t('iam.created'), cell: role => formatTime(role.CreateDate, locale) },
        ]}
      />
    </Page>
  );
}
