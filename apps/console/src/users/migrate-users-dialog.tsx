import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState, type ReactNode } from 'react';
import { Failure } from '../frame/failure.js';
import { PageLink } from '../frame/page.js';
import { usePermissions } from '../frame/permissions.js';
import { perform } from '../operations.js';
import { byNextToken, useAllPages } from '../use-operation.js';
import { useWords } from '../words.js';
import type { Account, User, UserError } from './model.js';
import { migrateUsers } from './perform-on-users.js';
import { UsersDialog } from './users-dialog.js';

interface Destination { readonly id: string; readonly name: string }
const NAME_LENGTH_MAX = 100;

/** Users of a Team account go over to another one, which may be made here (guide, MIG-01). */
export function MigrateUsersDialog({ account, users, onClose }: { account: Account; users: readonly User[]; onClose: (done: boolean) => void }): ReactNode {
  const { t } = useWords();
  const [to, setTo] = useState<'there' | 'new'>('there');
  const [chosen, setChosen] = useState<Destination | null>(null);
  const [name, setName] = useState('');
  // Made once: who tries again after a failure does not want a second one of the name.
  const made = useRef<Destination | null>(null);
  // Where they went; the notice names it.
  const target = useRef<Destination | null>(null);
  const isNamed = name.trim() !== '' && name.length <= NAME_LENGTH_MAX;
  const work = async (): Promise<readonly UserError[]> => {
    const destination = to === 'there' ? chosen! : made.current?.name === name.trim() ? made.current : await create(name.trim());
    if (to === 'new') made.current = destination;
    target.current = destination;
    return migrateUsers(account.AccountId, users.map(user => user.UserId), destination.id);
  };
  return (
    <UsersDialog
      title={t('users.migrate')} users={users} confirm={t('users.migrateConfirm')} disabled={to === 'there' ? chosen === null : !isNamed} work={work} onClose={onClose}
      doneText={count => <MigratedText count={count} to={target.current!} />}
    >
      <SpaceBetween size="m">
        <Box>{t('users.migrateText')}</Box>
        <DestinationChoice account={account} to={to} onTo={setTo} chosen={chosen} onChosen={setChosen} name={name} onName={setName} />
      </SpaceBetween>
    </UsersDialog>
  );
}

/** A component of its own: the destination is read when the work is done, not while the dialog is drawn. */
function MigratedText({ count, to }: { count: number; to: Destination }): ReactNode {
  const { t } = useWords();
  return <>{t('users.migrated', { count })} <PageLink to={`/accounts/${to.id}/users`} fontSize="inherit">{to.name}</PageLink></>;
}

async function create(name: string): Promise<Destination> {
  const { Account } = await perform('CreateAccount', { Name: name });
  return { id: Account!.AccountId, name };
}

interface ChoiceProps {
  readonly account: Account;
  readonly to: 'there' | 'new';
  readonly onTo: (to: 'there' | 'new') => void;
  readonly chosen: Destination | null;
  readonly onChosen: (chosen: Destination) => void;
  readonly name: string;
  readonly onName: (name: string) => void;
}

function DestinationChoice({ account, to, onTo, chosen, onChosen, name, onName }: ChoiceProps): ReactNode {
  const { t } = useWords();
  const may = usePermissions(['chime:CreateAccount']);
  const accounts = useAllPages('ListAccounts', { MaxResults: 100 }, { items: output => output.Accounts, next: byNextToken });
  const teams = (accounts.data?.items ?? []).filter(one => one.AccountType === 'Team' && one.AccountId !== account.AccountId);
  const options = teams.map(one => ({ value: one.AccountId, label: one.Name, description: one.AccountId }));
  return (
    <SpaceBetween size="m">
      <FormField label={t('users.destination')}>
        <RadioGroup
          value={to} onChange={({ detail }) => onTo(detail.value as 'there' | 'new')}
          items={[
            { value: 'there', label: t('users.toThere') },
            { value: 'new', label: t('users.toNew'), disabled: !may('chime:CreateAccount'), ...(may('chime:CreateAccount') ? {} : { description: t('frame.notPermittedText', { action: 'chime:CreateAccount' }) }) },
          ]}
        />
      </FormField>
      {to === 'new' ? <FormField label={t('accounts.accountName')} constraintText={t('accounts.nameHint')}><Input value={name} onChange={({ detail }) => onName(detail.value)} autoFocus /></FormField> : (
        <FormField label={t('users.toThere')}>
          {accounts.error ? <Failure error={accounts.error} onRetry={() => void accounts.refetch()} /> : (
            <Select
              options={options} selectedOption={options.find(one => one.value === chosen?.id) ?? null} placeholder={t('users.chooseAccount')} filteringType="auto" empty={t('users.noOtherTeam')}
              statusType={accounts.isPending ? 'loading' : 'finished'} loadingText={t('frame.loading')} onChange={({ detail }) => onChosen({ id: detail.selectedOption.value!, name: detail.selectedOption.label! })}
            />
          )}
        </FormField>
      )}
    </SpaceBetween>
  );
}
