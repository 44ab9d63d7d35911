import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { PageLink } from '../frame/page.js';
import { useOperation, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Account } from './account-page.js';

/** Account actions > Delete account > confirm (guide, DEL-03, DEL-05, DEL-12, DEL-13), once the users of a Team account, or the domains of an Enterprise one, are gone. */
export function DeleteAccountDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const remove = useOperationChange('DeleteAccount');
  const [understood, setUnderstood] = useState(false);
  const left = useLeft(account);
  const isTeam = account.AccountType === 'Team';
  const submit = async (): Promise<void> => {
    await remove.run({ AccountId: account.AccountId });
    flash.done(t('settings.deleted', { name: account.Name }));
    onClose();
    await navigate({ to: '/accounts' });
  };
  return (
    <Dialog title={t('settings.deleteTitle', { name: account.Name })} confirm={t('settings.deleteConfirm')} onConfirm={submit} onClose={onClose} busy={remove.busy} blocked={!understood || left !== 0} failure={remove.failure}>
      {left === undefined ? <StatusIndicator type="loading">{t('frame.loading')}</StatusIndicator> : left === 0 ? (
        <StatusIndicator type="success">{t(isTeam ? 'settings.noUsersLeft' : 'settings.noDomainsLeft')}</StatusIndicator>
      ) : (
        <Alert type="warning" header={t('settings.notYet')}>
          {t(isTeam ? 'settings.usersLeft' : 'settings.domainsLeft', { count: left })}{' '}
          <PageLink to={`/accounts/${account.AccountId}/${isTeam ? 'users' : 'identity/domains'}`} fontSize="inherit">{t(isTeam ? 'settings.toUsers' : 'settings.toDomains')}</PageLink>
        </Alert>
      )}
      <ul>
        <li>{t('settings.deleteEffects.data')}</li>
        <li>{t('settings.deleteEffects.disabled')}</li>
        <li>{t('settings.deleteEffects.kept')}</li>
        <li>{t('settings.deleteEffects.reports')}</li>
      </ul>
      <Checkbox checked={understood} onChange={({ detail }) => setUnderstood(detail.checked)}>{t('settings.understood')}</Checkbox>
    </Dialog>
  );
}

/** How many users or domains stand in the way; undefined until that is known. */
function useLeft(account: Account): number | undefined {
  const isTeam = account.AccountType === 'Team';
  const users = useOperation('SearchUsers', { AccountId: account.AccountId, MaxResults: 1 }, { enabled: isTeam });
  const domains = useOperation('ListDomains', { AccountId: account.AccountId }, { enabled: !isTeam });
  if (isTeam) return users.data?.TotalCount;
  return domains.data === undefined ? undefined : (domains.data.Domains?.length ?? 0);
}
