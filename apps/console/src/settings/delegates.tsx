import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactNode } from 'react';
import { formatDay } from '../format.js';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { ActionButton } from '../frame/permissions.js';
import { SmallTable } from '../frame/small-table.js';
import type { OutputOf } from '../operations.js';
import { byNextToken, useAllPages, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Account } from './account-page.js';

type Delegate = NonNullable<OutputOf<'ListDelegates'>['Delegates']>[number];
const STATUS = { Accepted: 'success', Pending: 'pending', Expired: 'stopped' } as const;

/** Other owner accounts that manage this one too. */
export function Delegates({ account }: { account: Account }): ReactNode {
  const { t, locale } = useWords();
  const flash = useFlash();
  const list = useAllPages('ListDelegates', { AccountId: account.AccountId }, { items: output => output.Delegates, next: byNextToken });
  const renew = useOperationChange('RenewDelegate');
  const [open, setOpen] = useState<'invite' | Delegate | null>(null);
  const again = (one: Delegate): void => {
    renew.run({ AccountId: account.AccountId, DelegateId: one.DelegateId }).then(() => flash.done(t('settings.delegateRenewed')), (error: unknown) => flash.failed(error));
  };
  return (
    <>
      <SmallTable
        title={t('settings.delegates')} description={t('settings.delegatesText')} query={list} items={list.data?.items ?? []} keyOf={one => one.DelegateId}
        actions={<ActionButton action="chime:InviteDelegate" onClick={() => setOpen('invite')}>{t('settings.inviteDelegate')}</ActionButton>}
        empty={<Box textAlign="center" color="text-body-secondary">{t('settings.noDelegates')}</Box>}
        columns={[
          { id: 'owner', header: t('settings.delegateAccount'), cell: one => one.AwsAccountId, isRowHeader: true },
          { id: 'status', header: t('settings.status'), cell: one => <StatusIndicator type={STATUS[one.Status ?? 'Pending']}>{t(`settings.delegateStatus.${one.Status ?? 'Pending'}`)}</StatusIndicator> },
          { id: 'id', header: t('settings.invitation'), cell: one => (one.Status === 'Accepted' ? '–' : <Box variant="code">{one.DelegateId}</Box>) },
          { id: 'until', header: t('settings.until'), cell: one => (one.Status === 'Accepted' ? formatDay(one.AcceptedTimestamp, locale) : formatDay(one.ExpiresTimestamp, locale)) },
          {
            id: 'do', header: t('settings.actionsHead'), cell: one => (
              <SpaceBetween direction="horizontal" size="xs">
                {one.Status === 'Expired' ? <Button variant="inline-link" onClick={() => again(one)}>{t('settings.renew')}</Button> : null}
                <Button variant="inline-link" ariaLabel={t('settings.removeDelegateOf', { account: one.AwsAccountId })} onClick={() => setOpen(one)}>{t('settings.remove')}</Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {open === 'invite' ? <InviteDelegateDialog account={account} onClose={() => setOpen(null)} /> : null}
      {open !== null && open !== 'invite' ? <RemoveDelegateDialog account={account} delegate={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function InviteDelegateDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const invite = useOperationChange('InviteDelegate');
  const [owner, setOwner] = useState('');
  const submit = async (): Promise<void> => {
    const { Delegate } = await invite.run({ AccountId: account.AccountId, AwsAccountId: owner });
    flash.done(t('settings.delegateInvited', { account: owner, id: Delegate?.DelegateId ?? '' }));
    onClose();
  };
  return (
    <Dialog title={t('settings.inviteDelegate')} confirm={t('settings.invite')} onConfirm={submit} onClose={onClose} busy={invite.busy} blocked={!/^\d{12}$/.test(owner)} failure={invite.failure}>
      <FormField label={t('settings.delegateAccount')} description={t('settings.inviteDelegateText')} constraintText={t('settings.twelveDigits')}><Input value={owner} inputMode="numeric" onChange={({ detail }) => setOwner(detail.value.trim())} autoFocus /></FormField>
    </Dialog>
  );
}

function RemoveDelegateDialog({ account, delegate, onClose }: { account: Account; delegate: Delegate; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const remove = useOperationChange('DeleteDelegate');
  const submit = async (): Promise<void> => {
    await remove.run({ AccountId: account.AccountId, DelegateId: delegate.DelegateId });
    flash.done(t('settings.delegateRemoved', { account: delegate.AwsAccountId }));
    onClose();
  };
  return (
    <Dialog title={t('settings.removeDelegate')} confirm={t('settings.remove')} onConfirm={submit} onClose={onClose} busy={remove.busy} failure={remove.failure}>
      <p>{t('settings.removeDelegateText', { account: delegate.AwsAccountId })}</p>
    </Dialog>
  );
}
