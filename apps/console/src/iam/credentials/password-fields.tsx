import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { PASSWORD_LENGTH_MIN } from '@carillon/wire/values.js';
import { useWords } from '../../words.js';
import { newPassword } from './new-password.js';

export interface PasswordChoice { readonly text: string; readonly mustChange: boolean }

export function isPassword({ text }: PasswordChoice): boolean { return text.length >= PASSWORD_LENGTH_MIN; }

/** A password for somebody else: made up here or typed, and by default good for the first sign-in only. */
export function PasswordFields({ value, onChange, optional = false }: { value: PasswordChoice | undefined; onChange: (value: PasswordChoice | undefined) => void; optional?: boolean }): ReactNode {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const choice = value ?? { text: '', mustChange: true };
  const set = (part: Partial<PasswordChoice>): void => onChange({ ...choice, ...part });
  const generate = (): void => { set({ text: newPassword() }); setShown(true); };
  return (
    <SpaceBetween size="m">
      {optional ? <Checkbox checked={value !== undefined} onChange={({ detail }) => onChange(detail.checked ? choice : undefined)} description={t('iam.consoleAccessHint')}>{t('iam.giveConsoleAccess')}</Checkbox> : null}
      {value === undefined ? null : (
        <SpaceBetween size="s">
          <FormField label={t('iam.password')} constraintText={t('iam.passwordHint', { count: PASSWORD_LENGTH_MIN })} errorText={choice.text !== '' && !isPassword(choice) ? t('iam.passwordShort', { count: PASSWORD_LENGTH_MIN }) : undefined}>
            <Input type={shown ? 'text' : 'password'} value={choice.text} autoComplete="new-password" onChange={({ detail }) => set({ text: detail.value })} />
          </FormField>
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Button formAction="none" onClick={generate}>{t('iam.generate')}</Button>
            <Button formAction="none" variant="normal" onClick={() => setShown(!shown)}>{t(shown ? 'iam.hide' : 'iam.show')}</Button>
            {choice.text === '' ? null : <CopyToClipboard copyButtonText={t('frame.copy')} copyErrorText={t('frame.copyFailed')} copySuccessText={t('frame.copied')} textToCopy={choice.text} />}
          </SpaceBetween>
          <Checkbox checked={choice.mustChange} onChange={({ detail }) => set({ mustChange: detail.checked })} description={t('iam.mustChangeHint')}>{t('iam.mustChange')}</Checkbox>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
