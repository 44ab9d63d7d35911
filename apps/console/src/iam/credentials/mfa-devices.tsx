import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { formatTime } from '../../format.js';
import { perform } from '../../operations.js';
import { useSession } from '../../session/session-query.js';
import { useOperation } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { ConfirmDialog } from '../../frame/confirm-dialog.js';
import { EmptyList } from '../../frame/empty-list.js';
import { MfaDialog, type BegunDevice } from './mfa-dialog.js';
import { OwnButton } from './own-button.js';
import { SmallTable } from '../../frame/small-table.js';

/** A user's authenticator apps: asked for at the next sign-in. */
export function MfaDevices({ userName, own = false }: { userName: string; own?: boolean }): ReactNode {
  const { t, locale } = useWords();
  const session = useSession();
  const list = useOperation('iam:ListMFADevices', { UserName: userName });
  const devices = list.data?.MFADevices ?? [];
  const [assigning, setAssigning] = useState(false);
  const [removing, setRemoving] = useState<string>();
  return (
    <>
      <SmallTable
        title={t('iam.mfa')} description={t('iam.mfaHint')} query={list} items={devices} keyOf={device => device.SerialNumber} empty={<EmptyList title={t('iam.noMfa')} text={t('iam.noMfaText')} />}
        actions={devices.length > 0 ? undefined : <OwnButton own={own} action="iam:EnableMFADevice" onClick={() => setAssigning(true)}>{t('iam.assignMfa')}</OwnButton>}
        columns={[
          { id: 'serial', header: t('iam.device'), isRowHeader: true, cell: device => <span className="plain-text">{device.SerialNumber}</span> },
          { id: 'since', header: t('iam.since'), cell: device => formatTime(device.EnableDate, locale) },
          { id: 'do', header: t('iam.actions'), cell: device => <OwnButton own={own} action="iam:DeactivateMFADevice" variant="inline-link" ariaLabel={`${t('iam.remove')} ${device.SerialNumber}`} onClick={() => setRemoving(device.SerialNumber)}>{t('iam.remove')}</OwnButton> },
        ]}
      />
      {assigning ? (
        <MfaDialog
          begin={() => beginDevice(userName, session.data?.ownerAccountId ?? '')} onClose={() => setAssigning(false)}
          enable={(serial, code1, code2) => perform('iam:EnableMFADevice', { UserName: userName, SerialNumber: serial, AuthenticationCode1: code1, AuthenticationCode2: code2 })}
          forget={serial => perform('iam:DeleteVirtualMFADevice', { SerialNumber: serial })}
        />
      ) : null}
      {removing === undefined ? null : (
        <ConfirmDialog header={t('iam.removeMfa')} submitLabel={t('iam.remove')} done={t('iam.mfaRemoved')} work={() => removeDevice(userName, removing)} onClose={() => setRemoving(undefined)}>{t('iam.removeMfaText', { name: userName })}</ConfirmDialog>
      )}
    </>
  );
}

/** A device of this name that was begun and never confirmed makes room. */
async function beginDevice(userName: string, owner: string): Promise<BegunDevice> {
  const create = () => perform('iam:CreateVirtualMFADevice', { VirtualMFADeviceName: userName });
  const { VirtualMFADevice: device } = await create().catch(async (error: unknown) => {
    if (!isFailure(error, 'EntityAlreadyExists')) throw error;
    await perform('iam:DeleteVirtualMFADevice', { SerialNumber: `arn:aws:iam::${owner}:mfa/${userName}` });
    return create();
  });
  return { serialNumber: device.SerialNumber, secret: atob(device.Base32StringSeed ?? ''), qrPng: device.QRCodePNG ?? '' };
}

/** Off, and gone: a removed device is of no use to anybody. */
export async function removeDevice(userName: string, serialNumber: string): Promise<void> {
  await perform('iam:DeactivateMFADevice', { UserName: userName, SerialNumber: serialNumber });
  await perform('iam:DeleteVirtualMFADevice', { SerialNumber: serialNumber });
}
