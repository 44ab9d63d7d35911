import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect, useState, type ReactNode } from 'react';
import { Failure } from '../../frame/failure.js';
import { useFlash } from '../../frame/flash.js';
import { useChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { Arn } from '../arn.js';
import { Dialog } from '../../frame/dialog.js';

export interface BegunDevice { readonly serialNumber: string; readonly secret: string; readonly qrPng: string }
const CODE = /^\d{6}$/;

interface Props {
  readonly begin: () => Promise<BegunDevice>;
  readonly enable: (serialNumber: string, code1: string, code2: string) => Promise<unknown>;
  /** Takes back what was begun, when one thinks better of it. */
  readonly forget: ((serialNumber: string) => Promise<unknown>) | undefined;
  readonly onClose: () => void;
}

/** Shows the secret to an authenticator app, and takes two codes in a row as the proof that it has it. */
export function MfaDialog({ begin, enable, forget, onClose }: Props): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const start = useChange(begin);
  const [device, setDevice] = useState<BegunDevice>();
  const [codes, setCodes] = useState<readonly [string, string]>(['', '']);
  const confirm = useChange(() => enable(device?.serialNumber ?? '', codes[0], codes[1]));
  const { run } = start;
  // Once, when the dialog opens.
  useEffect(() => void run(undefined).then(setDevice, () => undefined), [run]);
  const submit = async (): Promise<void> => {
    await confirm.run(undefined);
    flash.done(t('iam.mfaAssigned'));
    onClose();
  };
  const cancel = (): void => {
    // What is left of it does no harm: the next attempt takes it away.
    if (device !== undefined) void forget?.(device.serialNumber).catch(() => undefined);
    onClose();
  };
  const digits = (value: string): string => value.replaceAll(/\D/g, '').slice(0, 6);
  return (
    <Dialog title={t('iam.assignMfa')} confirm={t('iam.assignMfa')} busy={confirm.busy} failure={confirm.failure} blocked={device === undefined || !codes.every(code => CODE.test(code))} onConfirm={submit} onClose={cancel}>
      {start.failure ? <Failure error={start.failure} /> : device === undefined ? <Spinner /> : (
        <SpaceBetween size="m">
          <div>{t('iam.scan')}</div>
          <img className="qr" src={`data:image/png;base64,${device.qrPng}`} alt={t('iam.qrAlt')} />
          <FormField label={t('iam.mfaSecret')} description={t('iam.mfaSecretHint')}><Arn value={device.secret} /></FormField>
          <div>{t('iam.twoCodes')}</div>
          <ColumnLayout columns={2}>
            <FormField label={t('iam.code1')}><Input value={codes[0]} inputMode="numeric" autoComplete="one-time-code" onChange={({ detail }) => setCodes([digits(detail.value), codes[1]])} /></FormField>
            <FormField label={t('iam.code2')}><Input value={codes[1]} inputMode="numeric" autoComplete={false} onChange={({ detail }) => setCodes([codes[0], digits(detail.value)])} /></FormField>
          </ColumnLayout>
        </SpaceBetween>
      )}
    </Dialog>
  );
}
