import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import type { Account, User } from './model.js';
import { logUsersOut, performOnUsers } from './perform-on-users.js';
import { UsersDialog } from './users-dialog.js';

interface Props {
  readonly account: Account;
  readonly users: readonly User[];
  readonly onClose: (done: boolean) => void;
}

const idsOf = (users: readonly User[]): string[] => users.map(user => user.UserId);

/** Team: User actions > Remove user. People go on without the account (guide, USR-18, USR-22, TRN-03). */
export function RemoveUsersDialog({ account, users, onClose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <UsersDialog
      title={t('users.remove')} users={users} confirm={t('users.removeConfirm')} work={() => performOnUsers('BatchSuspendUser', account.AccountId, idsOf(users))} doneText={count => t('users.removed', { count })} onClose={onClose}
    >
      <Effects keys={['removeRights', 'removeSignIn', 'removeContacts', 'removeInvited']} />
    </UsersDialog>
  );
}

/** Enterprise: Actions > Suspend user > tick the box > Suspend (guide, USR-24). */
export function SuspendUsersDialog({ account, users, onClose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <UsersDialog
      title={t('users.suspend')} users={users} confirm={t('users.suspendConfirm')} consent={t('users.suspendConsent', { count: users.length })}
      work={() => performOnUsers('BatchSuspendUser', account.AccountId, idsOf(users))} doneText={count => t('users.suspended', { count })} onClose={onClose}
    >
      <Effects keys={['suspendOut', 'suspendKept', 'suspendBack']} />
    </UsersDialog>
  );
}

/** Enterprise: suspended people sign in again. */
export function ActivateUsersDialog({ account, users, onClose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <UsersDialog
      title={t('users.activate')} users={users} confirm={t('users.activateConfirm')} work={() => performOnUsers('BatchUnsuspendUser', account.AccountId, idsOf(users))} doneText={count => t('users.activated', { count })} onClose={onClose}
    >
      <Box>{t('users.activateText')}</Box>
    </UsersDialog>
  );
}

/** Ends every session at once (guide, EXT-04). */
export function LogOutUsersDialog({ account, users, onClose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <UsersDialog title={t('users.logOut')} users={users} confirm={t('users.logOutConfirm')} work={() => logUsersOut(account.AccountId, idsOf(users))} doneText={count => t('users.loggedOut', { count })} onClose={onClose}>
      <Box>{t('users.logOutText')}</Box>
    </UsersDialog>
  );
}

function Effects({ keys }: { keys: readonly string[] }): ReactNode {
  const { t } = useWords();
  return (
    <div>
      <Box>{t('users.effects')}</Box>
      <ul>{keys.map(key => <li key={key}>{t(`users.${key}`)}</li>)}</ul>
    </div>
  );
}
