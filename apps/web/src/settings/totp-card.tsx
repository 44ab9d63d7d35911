import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { beginTotp, confirmTotp, disableTotp } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useMe } from '../session/sync-context.js';
import { useMeChanged } from './profile-card.js';

/** The second factor: on with a code from an app, off with the password. */
export function TotpCard(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const [turningOff, setTurningOff] = useState(false);
  const begin = useMutation({ mutationFn: () => api.call(beginTotp, {}), onError: error => showToast(failureText(error, t), 'error') });
  return (
    <section className="card" aria-labelledby="settings-totp">
      <h2 id="settings-totp">{t('totp.title')}</h2>
      <p className="quiet">{t(me.totpEnabled ? 'totp.on' : 'totp.off')}</p>
      <div className="form-actions">
        {me.totpEnabled ? <Button onClick={() => setTurningOff(true)}>{t('totp.turnOff')}</Button> : <Button busy={begin.isPending} onClick={() => begin.mutate()}>{t('totp.turnOn')}</Button>}
      </div>
      {begin.data === undefined || me.totpEnabled ? null : <ConfirmDialog secret={begin.data.secret} qrSvg={begin.data.qrSvg} onClose={() => begin.reset()} />}
      {turningOff ? <DisableDialog onClose={() => setTurningOff(false)} /> : null}
    </section>
  );
}

function ConfirmDialog({ secret, qrSvg, onClose }: { secret: string; qrSvg: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const changed = useMeChanged();
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => api.call(confirmTotp, { body: { code } }), onSuccess: ({ me }) => { onClose(); changed(me); showToast(t('totp.isOn')); } });
  return (
    <Dialog open onOpenChange={open => { if (!open) onClose(); }} title={t('totp.turnOn')} description={t('totp.scan')} closeLabel={t('act.close')}>
      {/* As a picture the code cannot carry anything that runs, whoever made it. */}
      <div className="qr"><img src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`} alt={t('totp.qr')} /></div>
      <p className="quiet">{t('totp.byHand')} <span className="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span></p>
      <form className="form" onSubmit={event => { event.preventDefault(); confirm.mutate(); }}>
        <Field label={t('form.code')} hint={t('form.codeHint')} value={code} onChange={event => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))} inputMode="numeric" autoComplete="one-time-code" required autoFocus />
        {confirm.error === null ? null : <Notice>{failureText(confirm.error, t)}</Notice>}
        <div className="form-actions"><Button type="submit" look="accent" disabled={code.length !== 6} busy={confirm.isPending}>{t('totp.confirm')}</Button></div>
      </form>
    </Dialog>
  );
}

function DisableDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const changed = useMeChanged();
  const [password, setPassword] = useState('');
  const disable = useMutation({ mutationFn: () => api.call(disableTotp, { body: { password } }), onSuccess: ({ me }) => { changed(me); onClose(); } });
  return (
    <Dialog open onOpenChange={open => { if (!open) onClose(); }} title={t('totp.turnOff')} description={t('totp.turnOffText')} closeLabel={t('act.close')}>
      <form className="form" onSubmit={event => { event.preventDefault(); disable.mutate(); }}>
        <Field label={t('form.password')} type="password" value={password} onChange={event => setPassword(event.target.value)} autoComplete="current-password" required autoFocus />
        {disable.error === null ? null : <Notice>{failureText(disable.error, t)}</Notice>}
        <div className="form-actions"><Button type="submit" look="danger" busy={disable.isPending}>{t('totp.turnOff')}</Button></div>
      </form>
    </Dialog>
  );
}
