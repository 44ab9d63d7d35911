import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isFailure, type ApiFailure } from '@carillon/client/api.js';
import { beginRootMfa, enableRootMfa, getRootCredentials, removeRootMfa } from '@carillon/wire/rest/console.js';
import type { RouteReply } from '@carillon/wire/rest/route.js';
import { formatTime } from '../format.js';
import { useFlash } from '../frame/flash.js';
import { EmptyList } from '../frame/empty-list.js';
import { Dialog } from '../frame/dialog.js';
import { MfaDialog } from '../iam/credentials/mfa-dialog.js';
import { SmallTable } from '../frame/small-table.js';
import { api } from '../operations.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';

/** The root user's authenticator app. */
export function RootMfa(): ReactNode {
  const { t, locale } = useWords();
  const root = useQuery<RouteReply<typeof getRootCredentials>, ApiFailure>({ queryKey: ['root-credentials'], queryFn: () => api.call(getRootCredentials, {}) });
  const devices = root.data?.mfaDevices ?? [];
  const [open, setOpen] = useState<'assign' | 'remove'>();
  return (
    <>
      <SmallTable
        title={t('iam.mfa')} description={t('iam.mfaHint')} query={root} items={devices} keyOf={device => device.serialNumber} empty={<EmptyList title={t('iam.noMfa')} text={t('security.rootMfaAdvice')} />}
        actions={devices.length > 0 ? undefined : <Button onClick={() => setOpen('assign')}>{t('iam.assignMfa')}</Button>}
        columns={[
          { id: 'serial', header: t('iam.device'), isRowHeader: true, cell: device => <span className="plain-text">{device.serialNumber}</span> },
          { id: 'since', header: t('iam.since'), cell: device => formatTime(device.enabledAt, locale) },
          { id: 'do', header: t('iam.actions'), cell: device => <Button variant="inline-link" ariaLabel={`${t('iam.remove')} ${device.serialNumber}`} onClick={() => setOpen('remove')}>{t('iam.remove')}</Button> },
        ]}
      />
      {open === 'assign' ? <MfaDialog begin={() => api.call(beginRootMfa, {})} enable={(_, code1, code2) => api.call(enableRootMfa, { body: { code1, code2 } })} forget={undefined} onClose={() => setOpen(undefined)} /> : null}
      {open === 'remove' ? <RemoveDialog onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function RemoveDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [password, setPassword] = useState('');
  const remove = useChange(() => api.call(removeRootMfa, { body: { password } }));
  const wrong = isFailure(remove.failure, 'password-wrong');
  const submit = async (): Promise<void> => {
    await remove.run(undefined);
    flash.done(t('iam.mfaRemoved'));
    onClose();
  };
  return (
    <Dialog title={t('iam.removeMfa')} confirm={t('iam.remove')} busy={remove.busy} failure={wrong ? null : remove.failure} blocked={password === ''} onConfirm={submit} onClose={onClose}>
      <div>{t('security.removeRootMfaText')}</div>
      <FormField label={t('session.password')} errorText={wrong ? t('security.currentWrong') : undefined}><Input type="password" autoComplete="current-password" value={password} onChange={({ detail }) => { setPassword(detail.value); remove.reset(); }} autoFocus /></FormField>
    </Dialog>
  );
}
