import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { changePassword } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { NewPasswordField } from '../session/sign-up-pages.js';

export function PasswordCard(): ReactNode {
  const { t } = useWords();
  const change = useMutation({ mutationFn: (body: { current: string; next: string }) => api.call(changePassword, { body }) });
  return (
    <section className="card" aria-labelledby="settings-password">
      <h2 id="settings-password">{t('settings.password')}</h2>
      <form
        className="form" onSubmit={event => {
          event.preventDefault();
          const form = event.currentTarget;
          const values = new FormData(form);
          change.mutate({ current: String(values.get('current')), next: String(values.get('password')) }, { onSuccess: () => { form.reset(); showToast(t('settings.passwordChanged')); } });
        }}
      >
        <Field label={t('settings.currentPassword')} name="current" type="password" autoComplete="current-password" required />
        <NewPasswordField label={t('form.newPassword')} />
        {change.error === null ? null : <Notice>{failureText(change.error, t)}</Notice>}
        <div className="form-actions"><Button type="submit" busy={change.isPending}>{t('settings.changePassword')}</Button></div>
      </form>
    </section>
  );
}
