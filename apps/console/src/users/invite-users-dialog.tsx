import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { PageLink } from '../frame/page.js';
import { perform, type OutputOf } from '../operations.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { parseAddresses } from './addresses.js';
import type { Account } from './model.js';

type Invite = NonNullable<OutputOf<'InviteUsers'>['Invites']>[number];
/** How many addresses InviteUsers takes. */
const BATCH = 50;

/** Users > Invite users > addresses separated by semicolons > Invite users (guide, GST-08, USR-02). In Enterprise accounts people come by themselves (USR-23). */
export function InviteUsersDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  return account.AccountType === 'Team' ? <TeamDialog account={account} onClose={onClose} /> : <EnterpriseDialog account={account} onClose={onClose} />;
}

function TeamDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [invites, setInvites] = useState<readonly Invite[]>([]);
  const invite = useChange((emails: readonly string[]) => inviteAll(account.AccountId, emails));
  const { addresses, wrong } = parseAddresses(text);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (addresses.length > 0 && wrong.length === 0) setInvites(await invite.run(addresses));
  };
  return (
    <Dialog
      title={t('users.inviteTitle')} confirm={t('users.invite')} onConfirm={submit} onClose={onClose} busy={invite.busy} blocked={text.trim() === ''} failure={invite.failure}
      result={invites.length > 0 ? <InviteResults invites={invites} /> : undefined}
    >
      <Box>{t('users.inviteText')}</Box>
      <FormField
        label={t('users.addresses')} description={t('users.addressesHint')} constraintText={addresses.length === 0 ? '' : t('users.addressCount', { count: addresses.length })}
        errorText={asked && wrong.length > 0 ? t('users.addressWrong', { addresses: wrong.slice(0, 3).join('; ') }) : undefined}
      >
        <Textarea value={text} rows={5} placeholder="anna@example.com; ben@example.com" onChange={({ detail }) => { setText(detail.value); setAsked(false); }} autoFocus />
      </FormField>
    </Dialog>
  );
}

/** As many calls as it takes. When one is refused after others were not, the rest is told as not sent. */
async function inviteAll(accountId: string, emails: readonly string[]): Promise<Invite[]> {
  const invites: Invite[] = [];
  for (let i = 0; i < emails.length; i += BATCH) {
    try {
      const { Invites = [] } = await perform('InviteUsers', { AccountId: accountId, UserEmailList: emails.slice(i, i + BATCH) });
      invites.push(...Invites);
    } catch (error) {
      if (invites.length === 0) throw error;
      return [...invites, ...emails.slice(i).map(EmailAddress => ({ EmailAddress }))];
    }
  }
  return invites;
}

/** What became of each address. */
function InviteResults({ invites }: { invites: readonly Invite[] }): ReactNode {
  const { t } = useWords();
  const types = { Pending: 'success', Accepted: 'info', Failed: 'error', NotSent: 'warning' } as const;
  return (
    <Table
      variant="embedded" items={[...invites]} trackBy={one => one.EmailAddress ?? ''} wrapLines
      columnDefinitions={[
        { id: 'email', header: t('users.email'), isRowHeader: true, cell: one => one.EmailAddress },
        { id: 'result', header: t('users.result'), cell: one => <StatusIndicator type={types[one.Status ?? 'NotSent']}>{t(`users.invites.${one.Status ?? 'NotSent'}`)}</StatusIndicator> },
      ]}
    />
  );
}

function EnterpriseDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Modal visible header={t('users.inviteTitle')} onDismiss={onClose} closeAriaLabel={t('frame.close')} footer={<Box float="right"><Button variant="primary" onClick={onClose}>{t('frame.close')}</Button></Box>}>
      <SpaceBetween size="m">
        <Box>{t('users.enterpriseInvite')}</Box>
        <Box>{t('users.enterpriseInviteHow', { url: location.origin })}</Box>
        <PageLink to={`/accounts/${account.AccountId}/identity/domains`}>{t('users.toDomains')}</PageLink>
      </SpaceBetween>
    </Modal>
  );
}
