import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { useWords } from '../words.js';
import { InviteUsersDialog } from './invite-users-dialog.js';
import { UsersTable } from './users-table.js';

/** The users of an account, and how to invite more (guide, GST-08, USR-01 to USR-03). */
export function UsersPage(): ReactNode {
  const { t } = useWords();
  const { accountId, account, crumbs, error, retry } = useAccountPage();
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={t('users.title')} description={t('users.intro')} crumbs={crumbs} guide="users"
      actions={<ActionButton action="chime:InviteUsers" variant="primary" disabled={account === undefined} onClick={() => setInviting(true)}>{t('users.invite')}</ActionButton>}
    >
      {error ? <Failure error={error} onRetry={retry} /> : <UsersTable key={accountId} accountId={accountId} account={account} onInvite={() => setInviting(true)} />}
      {inviting && account !== undefined ? <InviteUsersDialog account={account} onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}
