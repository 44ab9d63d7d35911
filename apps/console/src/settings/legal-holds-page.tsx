import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { formatTime } from '../format.js';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { SmallTable } from '../frame/small-table.js';
import { perform, type OutputOf } from '../operations.js';
import { byNextToken, useAllPages, useChange, useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';

type Hold = NonNullable<OutputOf<'ListLegalHolds'>['LegalHolds']>[number];
type Target = 'User' | 'Room';

/** People and rooms whose messages retention passes by, and why. */
export function LegalHoldsPage(): ReactNode {
  const { t, locale } = useWords();
  const { accountId, crumbs } = useAccountPage();
  const list = useAllPages('ListLegalHolds', { AccountId: accountId }, { items: output => output.LegalHolds, next: byNextToken });
  const [open, setOpen] = useState<'new' | Hold | null>(null);
  return (
    <Page
      title={t('settings.legalHolds')} description={t('settings.legalHoldsText')} crumbs={crumbs} guide="legal-holds"
      actions={<ActionButton action="chime:CreateLegalHold" variant="primary" onClick={() => setOpen('new')}>{t('settings.newHold')}</ActionButton>}
    >
      <SmallTable
        title={t('settings.legalHolds')} query={list} items={list.data?.items ?? []} keyOf={one => one.LegalHoldId} empty={<Box textAlign="center" color="text-body-secondary" padding="m">{t('settings.noHolds')}</Box>}
        columns={[
          { id: 'target', header: t('settings.target'), cell: one => `${t(`settings.targets.${one.TargetType}`)} ${one.TargetId}`, isRowHeader: true },
          { id: 'reason', header: t('settings.reason'), cell: one => <span className="plain-text">{one.Reason}</span> },
          { id: 'by', header: t('settings.heldBy'), cell: one => one.CreatedBy ?? '–' },
          { id: 'at', header: t('settings.heldSince'), cell: one => formatTime(one.CreatedTimestamp, locale) },
          { id: 'do', header: t('settings.actionsHead'), cell: one => <Button variant="inline-link" onClick={() => setOpen(one)}>{t('settings.endHold')}</Button> },
        ]}
      />
      {open === 'new' ? <NewHoldDialog accountId={accountId} onClose={() => setOpen(null)} /> : null}
      {open !== null && open !== 'new' ? <EndHoldDialog accountId={accountId} hold={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function NewHoldDialog({ accountId, onClose }: { accountId: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [kind, setKind] = useState<Target>('User');
  const [target, setTarget] = useState('');
  const [reason, setReason] = useState('');
  const create = useChange(async () => {
    const id = kind === 'Room' ? target.trim() : (await perform('GetUserByEmail', { AccountId: accountId, Email: target.trim() })).User?.UserId;
    return perform('CreateLegalHold', { AccountId: accountId, TargetType: kind, TargetId: id ?? '', Reason: reason.trim() });
  });
  const submit = async (): Promise<void> => {
    await create.run(undefined);
    flash.done(t('settings.held'));
    onClose();
  };
  return (
    <Dialog title={t('settings.newHold')} confirm={t('settings.hold')} onConfirm={submit} onClose={onClose} busy={create.busy} blocked={target.trim() === '' || reason.trim() === ''} failure={create.failure}>
      <RadioGroup value={kind} ariaLabel={t('settings.target')} onChange={({ detail }) => { setKind(detail.value as Target); setTarget(''); }} items={[{ value: 'User', label: t('settings.targets.User') }, { value: 'Room', label: t('settings.targets.Room') }]} />
      <FormField label={t(kind === 'User' ? 'settings.holdEmail' : 'settings.holdRoom')} constraintText={kind === 'Room' ? t('settings.holdRoomHint') : ''}><Input value={target} onChange={({ detail }) => setTarget(detail.value)} /></FormField>
      <FormField label={t('settings.reason')} constraintText={t('settings.reasonHint')}><Textarea value={reason} onChange={({ detail }) => setReason(detail.value.slice(0, 1_000))} /></FormField>
    </Dialog>
  );
}

function EndHoldDialog({ accountId, hold, onClose }: { accountId: string; hold: Hold; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const end = useOperationChange('DeleteLegalHold');
  const submit = async (): Promise<void> => {
    await end.run({ AccountId: accountId, LegalHoldId: hold.LegalHoldId });
    flash.done(t('settings.holdEnded'));
    onClose();
  };
  return (
    <Dialog title={t('settings.endHold')} confirm={t('settings.endHold')} onConfirm={submit} onClose={onClose} busy={end.busy} failure={end.failure}>
      <SpaceBetween size="s"><p>{t('settings.endHoldText')}</p></SpaceBetween>
    </Dialog>
  );
}
