import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { formatDay } from '../format.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { usePermissions } from '../frame/permissions.js';
import type { OutputOf } from '../operations.js';
import { useWords } from '../words.js';
import { Delegates } from './delegates.js';
import { DeleteAccountDialog } from './delete-account-dialog.js';
import { Licenses } from './licenses.js';
import { RenameAccountDialog } from './rename-account-dialog.js';

export type Account = NonNullable<OutputOf<'GetAccount'>['Account']>;
type Open = 'rename' | 'delete' | null;

/** Settings > Account: the summary and what is done to the account as a whole (guide, ACC-07, DEL-03, DEL-12). */
export function AccountPage(): ReactNode {
  const { t } = useWords();
  const { accountId, account, crumbs, error, retry } = useAccountPage();
  const navigate = useNavigate();
  const may = usePermissions(['chime:RenameAccount', 'chime:DeleteAccount', 'chime:AddDomain']);
  const [open, setOpen] = useState<Open>(null);
  const item = (id: string, text: string, action: string) => ({ id, text, disabled: !may(action), ...(may(action) ? {} : { disabledReason: t('frame.notPermittedText', { action }) }) });
  const actions = (
    <ButtonDropdown
      items={[item('rename', t('settings.rename'), 'chime:RenameAccount'), ...(account?.AccountType === 'Team' ? [item('convert', t('settings.convert'), 'chime:AddDomain')] : []), item('delete', t('settings.delete'), 'chime:DeleteAccount')]}
      onItemClick={({ detail }) => { if (detail.id === 'convert') void navigate({ to: `/accounts/${accountId}/identity` as '/accounts' }); else setOpen(detail.id as Open); }}
    >
      {t('settings.actions')}
    </ButtonDropdown>
  );
  return (
    <Page title={t('settings.account')} crumbs={crumbs} actions={account === undefined ? undefined : actions} guide="accounts">
      {error ? <Failure error={error} onRetry={retry} /> : null}
      {account === undefined ? null : <Summary account={account} />}
      {account === undefined ? null : <Licenses account={account} />}
      {account === undefined ? null : <Delegates account={account} />}
      {open === 'rename' && account !== undefined ? <RenameAccountDialog account={account} onClose={() => setOpen(null)} /> : null}
      {open === 'delete' && account !== undefined ? <DeleteAccountDialog account={account} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function Summary({ account }: { account: Account }): ReactNode {
  const { t, locale } = useWords();
  const copy = (value: string): ReactNode => <CopyToClipboard variant="inline" textToCopy={value} copyButtonAriaLabel={t('frame.copy')} copySuccessText={t('frame.copied')} copyErrorText={t('frame.copyFailed')} />;
  return (
    <Container header={<Header variant="h2">{t('settings.summary')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t('accounts.name'), value: account.Name }, { label: t('accounts.type'), value: t(`accounts.types.${account.AccountType ?? 'Team'}`) }, { label: t('accounts.created'), value: formatDay(account.CreatedTimestamp, locale) },
          { label: t('accounts.id'), value: copy(account.AccountId) }, { label: t('settings.owner'), value: copy(account.AwsAccountId) }, { label: t('settings.defaultLicense'), value: account.DefaultLicense ?? '–' },
        ]}
      />
    </Container>
  );
}
