import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState, type ReactNode } from 'react';
import { useFlash } from '../frame/flash.js';
import type { OutputOf } from '../operations.js';
import { useOperationChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { Dialog } from '../frame/dialog.js';

const HOUR_S = 3_600;
const HOURS = [1, 2, 4, 8, 12] as const;

/** A role's description, and how long it is taken at most. */
export function RoleSettingsDialog({ role, onClose }: { role: OutputOf<'iam:GetRole'>['Role']; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [description, setDescription] = useState(role.Description ?? '');
  const [seconds, setSeconds] = useState(role.MaxSessionDuration ?? HOUR_S);
  const save = useOperationChange('iam:UpdateRole');
  const options = [...new Set([...HOURS.map(hours => hours * HOUR_S), seconds])].toSorted((a, b) => a - b).map(value => ({ value: String(value), label: t('iam.minutes', { count: value / 60 }) }));
  const submit = async (): Promise<void> => {
    await save.run({ RoleName: role.RoleName, Description: description, MaxSessionDuration: seconds });
    flash.done(t('frame.saved'));
    onClose();
  };
  return (
    <Dialog title={t('iam.roleDetails')} confirm={t('frame.save')} busy={save.busy} failure={save.failure} onConfirm={submit} onClose={onClose}>
      <FormField label={t('iam.description')}><Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoFocus /></FormField>
      <FormField label={t('iam.maxSession')} constraintText={t('iam.maxSessionHint')}>
        <Select options={options} selectedOption={options.find(option => option.value === String(seconds)) ?? null} onChange={({ detail }) => setSeconds(Number(detail.selectedOption.value))} />
      </FormField>
    </Dialog>
  );
}
