import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import type { OutputOf } from '../operations.js';
import { useOperation, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

/** Settings > Meetings: policies (tick or clear > Change), and in which regions meetings may run (guide, GST-07, MST-01, MST-02, MST-04, MST-05). */
export function MeetingsPage(): ReactNode {
  const { t } = useWords();
  const { accountId, crumbs } = useAccountPage();
  const settings = useOperation('GetAccountSettings', { AccountId: accountId });
  const resource = useOperation('GetAccountResource', { AccountId: accountId });
  const stored = settings.data?.AccountSettings;
  const regions = resource.data?.AccountResource;
  return (
    <Page title={t('settings.meetings')} crumbs={crumbs} guide="meetings">
      {settings.error ? <Failure error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {stored === undefined ? null : <Policies key={JSON.stringify(stored)} accountId={accountId} stored={stored} />}
      {resource.error ? <Failure error={resource.error} onRetry={() => void resource.refetch()} /> : null}
      {regions === undefined ? null : <Regions key={JSON.stringify(regions)} accountId={accountId} stored={regions} />}
    </Page>
  );
}

function Policies({ accountId, stored }: { accountId: string; stored: NonNullable<OutputOf<'GetAccountSettings'>['AccountSettings']> }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const update = useOperationChange('UpdateAccountSettings');
  // The API says what is switched off, the guide what is on.
  const [control, setControl] = useState(stored.DisableRemoteControl !== true);
  const [dialOut, setDialOut] = useState(stored.EnableDialOut === true);
  const same = control === (stored.DisableRemoteControl !== true) && dialOut === (stored.EnableDialOut === true);
  const save = async (): Promise<void> => {
    await update.run({ AccountId: accountId, AccountSettings: { DisableRemoteControl: !control, EnableDialOut: dialOut } });
    flash.done(t('settings.policiesSaved'));
  };
  return (
    <Container
      header={<Header variant="h2">{t('settings.policies')}</Header>}
      footer={<ActionButton action="chime:UpdateAccountSettings" variant="primary" disabled={same} loading={update.busy} onClick={() => void save().catch((error: unknown) => flash.failed(error))}>{t('settings.change')}</ActionButton>}
    >
      <SpaceBetween size="m">
        <Checkbox checked={control} description={t('settings.sharedControlText')} onChange={({ detail }) => setControl(detail.checked)}>{t('settings.sharedControl')}</Checkbox>
        <Checkbox checked={dialOut} description={t('settings.dialOutText')} onChange={({ detail }) => setDialOut(detail.checked)}>{t('settings.dialOut')}</Checkbox>
      </SpaceBetween>
    </Container>
  );
}

function Regions({ accountId, stored }: { accountId: string; stored: NonNullable<OutputOf<'GetAccountResource'>['AccountResource']> }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const update = useOperationChange('UpdateAccountResource');
  const available = stored.AvailableRegions ?? [];
  const [mode, setMode] = useState(stored.MeetingRegions?.Mode ?? 'All');
  const [chosen, setChosen] = useState<readonly string[]>(stored.MeetingRegions?.Regions ?? []);
  const wrong = mode === 'Selected' && chosen.length === 0;
  const same = mode === stored.MeetingRegions?.Mode && (mode === 'All' || [...chosen].toSorted().join() === [...stored.MeetingRegions.Regions ?? []].toSorted().join());
  const save = async (): Promise<void> => {
    await update.run({ AccountId: accountId, MeetingRegions: mode === 'All' ? { Mode: mode } : { Mode: mode, Regions: [...chosen] } });
    flash.done(t('settings.regionsSaved'));
  };
  return (
    <Container
      header={<Header variant="h2" description={t('settings.regionsText')}>{t('settings.regions')}</Header>}
      footer={<ActionButton action="chime:UpdateAccountResource" variant="primary" disabled={same || wrong} loading={update.busy} onClick={() => void save().catch((error: unknown) => flash.failed(error))}>{t('frame.save')}</ActionButton>}
    >
      <SpaceBetween size="m">
        <RadioGroup
          value={mode} ariaLabel={t('settings.regions')} onChange={({ detail }) => setMode(detail.value as typeof mode)}
          items={[{ value: 'All', label: t('settings.allRegions') }, { value: 'Selected', label: t('settings.someRegions') }]}
        />
        {mode === 'Selected' ? (
          <FormField label={t('settings.chosenRegions')} errorText={wrong ? t('settings.noRegion') : ''}>
            <Multiselect
              options={available.map(value => ({ value, label: value }))} selectedOptions={chosen.map(value => ({ value, label: value }))} placeholder={t('settings.chooseRegions')} tokenLimit={5}
              onChange={({ detail }) => setChosen(detail.selectedOptions.flatMap(option => option.value ?? []))}
            />
          </FormField>
        ) : null}
        {/* Shares come with the reports: until then a dash. */}
        <Table
          variant="embedded" items={[...available]} ariaLabels={{ tableLabel: t('settings.regionShares') }}
          columnDefinitions={[{ id: 'region', header: t('settings.region'), cell: region => region, isRowHeader: true }, { id: 'share', header: t('settings.share'), cell: () => '–' }]}
        />
      </SpaceBetween>
    </Container>
  );
}
