import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../frame/dialog.js';
import { useFlash } from '../frame/flash.js';
import { useChange } from '../use-operation.js';
import { useWords } from '../words.js';
import { createBucket } from './s3.js';

const RULES = ['length', 'letters', 'ends', 'periods', 'address', 'unique'] as const;
const NAME_LENGTH_MIN = 3;
/** The server keeps everything in one place: a region is what programs are told of it. */
const REGIONS = ['us-east-1', 'us-west-2', 'eu-central-1', 'eu-south-1', 'eu-west-1', 'eu-west-3', 'ap-southeast-1', 'ap-northeast-1'].map(value => ({ value, label: value }));

/** Buckets > Create bucket, with the guide's rules for names (URP-04). Whether a name fits them the server says. */
export function CreateBucketDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flash = useFlash();
  const [name, setName] = useState('');
  const [region, setRegion] = useState('us-east-1');
  const create = useChange(() => createBucket(name.trim(), region));
  const submit = async (): Promise<void> => {
    await create.run(undefined);
    flash.done(t('buckets.createdText', { name: name.trim() }));
    onClose();
  };
  return (
    <Dialog title={t('buckets.create')} confirm={t('buckets.create')} busy={create.busy} failure={create.failure} blocked={name.trim().length < NAME_LENGTH_MIN} onConfirm={submit} onClose={onClose}>
      <FormField label={t('buckets.name')}><Input value={name} onChange={({ detail }) => setName(detail.value)} spellcheck={false} autoFocus /></FormField>
      <Box color="text-body-secondary">
        {t('buckets.rules')}
        <ul>{RULES.map(rule => <li key={rule}>{t(`buckets.rule.${rule}`)}</li>)}</ul>
      </Box>
      <FormField label={t('buckets.region')} constraintText={t('buckets.regionHint')}>
        <Select options={REGIONS} selectedOption={REGIONS.find(({ value }) => value === region) ?? null} onChange={({ detail }) => setRegion(detail.selectedOption.value ?? region)} />
      </FormField>
    </Dialog>
  );
}
