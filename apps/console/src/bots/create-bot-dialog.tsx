import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState, type ReactNode } from 'react';
import { BOT_NAME_LENGTH_MAX } from '@carillon/wire/values.js';
import { Dialog } from '../frame/dialog.js';
import { Failure } from '../frame/failure.js';
import { PageLink } from '../frame/page.js';
import { useDomains } from '../identity/use-domains.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { BotKeys } from './bot-keys.js';
import type { Bot } from './use-bots.js';

/** Create bot > name and domain > Create bot > what its program needs, the token this once (guide, BOT-06, BOT-07, BOT-09). */
export function CreateBotDialog({ accountId, onClose }: { accountId: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const create = useOperationChange('CreateBot');
  const list = useDomains(accountId);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [made, setMade] = useState<Bot>();
  const domains = (list.data?.items ?? []).filter(one => one.DomainStatus === 'Verified').map(one => ({ value: one.DomainName, label: one.DomainName }));
  const domain = chosen ?? domains[0]?.value;
  const tooLong = Array.from(name.trim()).length > BOT_NAME_LENGTH_MAX;
  const submit = async (): Promise<void> => setMade((await create.run({ AccountId: accountId, DisplayName: name.trim(), ...(domain === undefined ? {} : { Domain: domain }) })).Bot);
  return (
    <Dialog
      title={made === undefined ? t('bots.create') : t('bots.made', { name: made.DisplayName ?? '' })} confirm={t('bots.create')} onConfirm={submit} onClose={onClose} busy={create.busy} failure={create.failure}
      blocked={name.trim() === '' || tooLong || domain === undefined} result={made && <Made accountId={accountId} bot={made} />}
    >
      <Box>{t('bots.createText')}</Box>
      <FormField label={t('bots.name')} constraintText={t('bots.nameHint', { max: BOT_NAME_LENGTH_MAX })} errorText={tooLong ? t('bots.nameLong', { max: BOT_NAME_LENGTH_MAX }) : undefined}>
        <Input value={name} autoComplete={false} onChange={({ detail }) => { setName(detail.value); create.reset(); }} autoFocus />
      </FormField>
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : list.data !== undefined && domains.length === 0 ? (
        <Alert type="info">{t('bots.noDomain')} <PageLink to={`/accounts/${accountId}/identity/domains`} fontSize="inherit">{t('bots.toDomains')}</PageLink></Alert>
      ) : (
        <FormField label={t('bots.domain')} constraintText={t('bots.domainHint')}>
          <Select selectedOption={domains.find(one => one.value === domain) ?? null} options={domains} statusType={list.isPending ? 'loading' : 'finished'} loadingText={t('frame.loading')} onChange={({ detail }) => setChosen(detail.selectedOption.value)} />
        </FormField>
      )}
    </Dialog>
  );
}

function Made({ accountId, bot }: { accountId: string; bot: Bot }): ReactNode {
  const { t } = useWords();
  return <><BotKeys bot={bot} /><Box padding={{ top: 'm' }}>{t('bots.madeNext')} <PageLink to={`/accounts/${accountId}/bots/${bot.BotId}`} fontSize="inherit">{t('bots.setUpTitle')}</PageLink></Box></>;
}
