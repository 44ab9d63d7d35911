import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useState, type ReactNode } from 'react';
import { usePermissions } from '../frame/permissions.js';
import { useWords } from '../words.js';
import { ActivateUsersDialog, LogOutUsersDialog, RemoveUsersDialog, SuspendUsersDialog } from './access-dialogs.js';
import { AssignPermissionDialog } from './assign-permission-dialog.js';
import { MigrateUsersDialog } from './migrate-users-dialog.js';
import type { Account, User } from './model.js';
import { ResetPinDialog } from './reset-pin-dialog.js';

const ACTIONS = { assign: 'chime:UpdateUserLicenses', pin: 'chime:ResetPersonalPIN', out: 'chime:LogoutUser', remove: 'chime:BatchSuspendUser', migrate: 'chime:MigrateUsers', suspend: 'chime:BatchSuspendUser', activate: 'chime:BatchUnsuspendUser' } as const;
export type Step = keyof typeof ACTIONS;

interface Props {
  readonly account: Account | undefined;
  readonly users: readonly User[];
  /** The page of one user offers what only concerns one. */
  readonly single?: boolean;
  readonly onDone?: (step: Step) => void;
}

/** The menu "User actions" (guide, GST-10, PIN-02, USR-19, USR-22, USR-24): what this kind of account offers, off with the reason where it cannot be done. */
export function UserActions({ account, users, single = false, onDone }: Props): ReactNode {
  const { t } = useWords();
  const may = usePermissions(Object.values(ACTIONS));
  const [step, setStep] = useState<Step | null>(null);
  const item = (id: Step, text: string, why?: string): ButtonDropdownProps.Item => {
    const reason = may(ACTIONS[id]) ? why : t('frame.notPermittedText', { action: ACTIONS[id] });
    return { id, text, ...(reason === undefined ? {} : { disabled: true, disabledReason: reason }) };
  };
  const close = (done: boolean): void => {
    setStep(null);
    if (done && step !== null) onDone?.(step);
  };
  return (
    <>
      <ButtonDropdown disabled={account === undefined || users.length === 0} items={account === undefined ? [] : itemsOf(account, users, single, item, t)} onItemClick={({ detail }) => setStep(detail.id as Step)}>
        {t('users.actions')}
      </ButtonDropdown>
      {step === null || account === undefined ? null : <StepDialog step={step} account={account} users={users} onClose={close} />}
    </>
  );
}

function itemsOf(account: Account, users: readonly User[], single: boolean, item: (id: Step, text: string, why?: string) => ButtonDropdownProps.Item, t: (key: string) => string): ButtonDropdownProps.Item[] {
  const joined = users.some(user => user.UserRegistrationStatus === 'Registered');
  const assign = item('assign', t('users.assign'));
  const pin = single ? [item('pin', t('users.resetPin'), joined ? undefined : t('users.notRegistered'))] : [];
  const out = item('out', t('users.logOut'), joined ? undefined : t('users.notRegistered'));
  if (account.AccountType === 'Team') return [assign, ...pin, out, item('migrate', t('users.migrate')), item('remove', t('users.remove'))];
  const suspendable = users.some(user => user.UserRegistrationStatus === 'Registered' || user.UserRegistrationStatus === 'Unregistered');
  const suspended = users.some(user => user.UserRegistrationStatus === 'Suspended');
  return [assign, ...pin, out, item('suspend', t('users.suspend'), suspendable ? undefined : t('users.noneToSuspend')), item('activate', t('users.activate'), suspended ? undefined : t('users.noneToActivate'))];
}

function StepDialog({ step, account, users, onClose }: { step: Step; account: Account; users: readonly User[]; onClose: (done: boolean) => void }): ReactNode {
  const props = { account, users, onClose };
  switch (step) {
    case 'assign': return <AssignPermissionDialog {...props} />;
    case 'pin': return <ResetPinDialog accountId={account.AccountId} user={users[0]!} onClose={() => onClose(true)} />;
    case 'out': return <LogOutUsersDialog {...props} />;
    case 'remove': return <RemoveUsersDialog {...props} />;
    case 'migrate': return <MigrateUsersDialog {...props} />;
    case 'suspend': return <SuspendUsersDialog {...props} />;
    case 'activate': return <ActivateUsersDialog {...props} />;
  }
}
