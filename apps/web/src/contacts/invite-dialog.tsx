import { useMutation } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { FieldNote } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { invitePeople, type InvitationResult } from '@carillon/wire/rest/identity.js';
import type { Static } from 'typebox';
import { api } from '../api.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import './invite-dialog.css';

type Result = Static<typeof InvitationResult>;

const INVITED_MAX = 50;

/** Addresses as people paste them: with names, commas, semicolons, on lines of their own. */
export function parseAddresses(text: string): { emails: string[]; wrong: string[] } {
  const words = text.split(/[\s,;<>]+/).filter(word => word.includes('@') || /^[^\s"]+\.[a-z]{2,}$/i.test(word));
  const isAddress = (word: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(word);
  return { emails: [...new Set(words.filter(isAddress).map(word => word.toLowerCase()))].slice(0, INVITED_MAX), wrong: words.filter(word => !isAddress(word)) };
}

export function InviteDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const { emails, wrong } = parseAddresses(typed);
  const invite = useMutation({ mutationFn: () => api.call(invitePeople, { body: { emails } }) });
  const close = (open: boolean): void => { if (!open) onClose(); };
  if (invite.data !== undefined) {
    return (
      <Dialog open onOpenChange={close} title={t('invite.doneTitle')} closeLabel={t('act.close')} footer={<Button look="accent" onClick={onClose}>{t('act.done')}</Button>}>
        <InviteResults results={invite.data.results} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open onOpenChange={close} title={t('invite.title')} description={t('invite.text')} closeLabel={t('act.close')}
      footer={<Button look="accent" disabled={emails.length === 0} busy={invite.isPending} onClick={() => invite.mutate()}>{t('invite.send', { count: Math.max(1, emails.length) })}</Button>}
    >
      <div>
        <label className="field-label" htmlFor="invite-addresses">{t('invite.addresses')}</label>
        <textarea id="invite-addresses" className="invite-field" rows={4} value={typed} onChange={event => setTyped(event.target.value)} autoFocus placeholder="anna@example.com, luca@example.com" aria-describedby="invite-note" />
        <FieldNote id="invite-note" error={wrong.length > 0}>{wrong.length > 0 ? t('invite.wrong', { address: wrong[0] ?? '' }) : t('invite.hint')}</FieldNote>
      </div>
      {invite.error === null ? null : <Notice>{failureText(invite.error, t)}</Notice>}
    </Dialog>
  );
}

function InviteResults({ results }: { results: readonly Result[] }): ReactNode {
  const { t } = useWords();
  const linked = results.some(result => result.link !== undefined);
  return (
    <>
      {linked ? <p className="quiet">{t('invite.noMail')}</p> : null}
      <ul className="invite-results">
        {results.map(result => (
          <li key={result.email}>
            <span className="file-words"><span className="ellipsis">{result.email}</span><span className="quieter">{t(`invite.status.${result.status}`)}</span></span>
            {result.link === undefined
              ? (result.status === 'invited' ? <Check size={18} strokeWidth={1.75} color="var(--ok-t)" aria-hidden /> : null)
              : <Button size={32} icon={<Copy size={16} strokeWidth={1.75} aria-hidden />} aria-label={t('invite.copyLink', { email: result.email })} onClick={() => void copyText(result.link ?? '', t)}>{t('chat.copyLink')}</Button>}
          </li>
        ))}
      </ul>
    </>
  );
}
