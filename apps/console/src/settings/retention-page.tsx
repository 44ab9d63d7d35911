import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { daysUntil, formatDay } from '../format.js';
import { Dialog } from '../frame/dialog.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page, PageLink } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import type { OutputOf } from '../operations.js';
import { useOperation, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { daysOf, periodOf, UNITS, type Period, type Unit } from './retention-period.js';

/** Settings > Retention (guide, RET-21, RST-01, RST-02): for conversations and for rooms, with what will happen and when it becomes permanent. */
export function RetentionPage(): ReactNode {
  const { t } = useWords();
  const { accountId, account, crumbs } = useAccountPage();
  const settings = useOperation('GetRetentionSettings', { AccountId: accountId });
  const isTeam = account?.AccountType === 'Team';
  return (
    <Page title={t('settings.retention')} description={t('settings.retentionText')} crumbs={crumbs} guide="retention">
      {settings.error ? <Failure error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {isTeam ? <Alert type="info" header={t('settings.enterpriseOnly')} action={undefined}>{t('settings.enterpriseOnlyText')} <PageLink to={`/accounts/${accountId}/identity`} fontSize="inherit">{t('settings.convert')}</PageLink></Alert> : null}
      {settings.data === undefined || account === undefined ? null : <Periods key={JSON.stringify(settings.data)} accountId={accountId} stored={settings.data} locked={isTeam} />}
    </Page>
  );
}

function Periods({ accountId, stored, locked }: { accountId: string; stored: OutputOf<'GetRetentionSettings'>; locked: boolean }): ReactNode {
  const { t, locale } = useWords();
  const before = { conversations: stored.RetentionSettings?.ConversationRetentionSettings?.RetentionDays, rooms: stored.RetentionSettings?.RoomRetentionSettings?.RetentionDays };
  const [conversations, setConversations] = useState(() => periodOf(before.conversations));
  const [rooms, setRooms] = useState(() => periodOf(before.rooms));
  const [asking, setAsking] = useState(false);
  const next = { conversations: daysOf(conversations), rooms: daysOf(rooms) };
  const wrong = next.conversations === 'wrong' || next.rooms === 'wrong';
  const same = next.conversations === before.conversations && next.rooms === before.rooms;
  const from = stored.InitiateDeletionTimestamp;
  return (
    <SpaceBetween size="l">
      {from !== undefined && daysUntil(from) > 0 ? <Alert type="warning" header={t('settings.grace', { count: daysUntil(from) })}>{t('settings.graceText', { day: formatDay(from, locale) })}</Alert> : null}
      <Container
        header={<Header variant="h2">{t('settings.periods')}</Header>}
        footer={<ActionButton action="chime:PutRetentionSettings" variant="primary" disabled={locked || wrong || same} onClick={() => setAsking(true)}>{t('frame.save')}</ActionButton>}
      >
        <SpaceBetween size="l">
          <PeriodField label={t('settings.conversationRetention')} description={t('settings.conversationRetentionText')} value={conversations} onChange={setConversations} locked={locked} />
          <PeriodField label={t('settings.roomRetention')} description={t('settings.roomRetentionText')} value={rooms} onChange={setRooms} locked={locked} />
        </SpaceBetween>
      </Container>
      {asking && !wrong ? <ConfirmDialog accountId={accountId} before={before} next={next as Days} onClose={() => setAsking(false)} /> : null}
    </SpaceBetween>
  );
}

function PeriodField({ label, description, value, onChange, locked }: { label: string; description: string; value: Period; onChange: (value: Period) => void; locked: boolean }): ReactNode {
  const { t } = useWords();
  const units = UNITS.map(unit => ({ value: unit, label: t(`settings.units.${unit}`) }));
  return (
    <SpaceBetween size="s">
      <Toggle checked={value.on} disabled={locked} description={description} onChange={({ detail }) => onChange({ ...value, on: detail.checked, amount: value.amount === '' ? '1' : value.amount, unit: value.amount === '' ? 'Years' : value.unit })}>{label}</Toggle>
      {value.on ? (
        <FormField label={t('settings.period')} constraintText={t('settings.periodHint')} errorText={daysOf(value) === 'wrong' ? t('settings.periodWrong') : ''}>
          <SpaceBetween direction="horizontal" size="xs">
            <Input value={value.amount} inputMode="numeric" ariaLabel={t('settings.periodOf', { what: label })} disabled={locked} onChange={({ detail }) => onChange({ ...value, amount: detail.value })} />
            <Select selectedOption={units.find(unit => unit.value === value.unit) ?? null} options={units} ariaLabel={t('settings.unitOf', { what: label })} disabled={locked} onChange={({ detail }) => onChange({ ...value, unit: detail.selectedOption.value as Unit })} />
          </SpaceBetween>
        </FormField>
      ) : null}
    </SpaceBetween>
  );
}

interface Days { readonly conversations: number | undefined; readonly rooms: number | undefined }
type Effect = 'shortened' | 'lengthened' | 'off' | 'same';

function effectOf(before: number | undefined, next: number | undefined): Effect {
  if (before === next) return 'same';
  if (next === undefined) return 'off';
  return before === undefined || next < before ? 'shortened' : 'lengthened';
}

/** Says what will happen to each kind before it is saved. */
function ConfirmDialog({ accountId, before, next, onClose }: { accountId: string; before: Days; next: Days; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const put = useOperationChange('PutRetentionSettings');
  const submit = async (): Promise<void> => {
    const setting = (days: number | undefined) => (days === undefined ? {} : { RetentionDays: days });
    await put.run({ AccountId: accountId, RetentionSettings: { ConversationRetentionSettings: setting(next.conversations), RoomRetentionSettings: setting(next.rooms) } });
    flash.done(t('settings.retentionSaved'));
    onClose();
  };
  const kinds = [['conversations', effectOf(before.conversations, next.conversations), next.conversations], ['rooms', effectOf(before.rooms, next.rooms), next.rooms]] as const;
  return (
    <Dialog title={t('settings.retentionConfirm')} confirm={t('frame.save')} onConfirm={submit} onClose={onClose} busy={put.busy} failure={put.failure}>
      {kinds.filter(([, effect]) => effect !== 'same').map(([kind, effect, days]) => (
        <Alert key={kind} type={effect === 'shortened' ? 'warning' : 'info'} header={t(`settings.kinds.${kind}`)}>{t(`settings.effects.${effect}`, { count: days ?? 0 })}</Alert>
      ))}
    </Dialog>
  );
}
