import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';

const DIGITS = 6;

/** The code of an authenticator app. */
export function MfaCodeField({ value, onChange }: { value: string; onChange: (code: string) => void }): ReactNode {
  const { t } = useWords();
  return (
    <FormField label={t('session.totp')} description={t('session.totpHint')}>
      <Input value={value} inputMode="numeric" autoComplete="one-time-code" onChange={({ detail }) => onChange(detail.value.replaceAll(/\D/g, '').slice(0, DIGITS))} autoFocus />
    </FormField>
  );
}
