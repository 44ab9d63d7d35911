import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { PASSWORD_LENGTH_MIN } from '@carillon/wire/values.js';
import { useWords } from '../words.js';

export interface PasswordChange { readonly current: string; readonly next: string; readonly again: string }
export const NO_CHANGE: PasswordChange = { current: '', next: '', again: '' };

/** True when it may be sent. */
export function isComplete({ current, next, again }: PasswordChange): boolean {
  return current !== '' && next.length >= PASSWORD_LENGTH_MIN && next === again;
}

/** The present password once, the next one twice. */
export function ChangePasswordFields({ value, onChange, wrong }: { value: PasswordChange; onChange: (value: PasswordChange) => void; wrong: boolean }): ReactNode {
  const { t } = useWords();
  return (
    <SpaceBetween size="m">
      <FormField label={t('security.current')} errorText={wrong ? t('security.currentWrong') : undefined}><Input type="password" autoComplete="current-password" value={value.current} onChange={({ detail }) => onChange({ ...value, current: detail.value })} autoFocus /></FormField>
      <FormField label={t('session.newPassword')} constraintText={t('security.newHint', { count: PASSWORD_LENGTH_MIN })}><Input type="password" autoComplete="new-password" value={value.next} onChange={({ detail }) => onChange({ ...value, next: detail.value })} /></FormField>
      <FormField label={t('session.again')} errorText={value.again !== '' && value.again !== value.next ? t('session.differ') : undefined}><Input type="password" autoComplete="new-password" value={value.again} onChange={({ detail }) => onChange({ ...value, again: detail.value })} /></FormField>
    </SpaceBetween>
  );
}
