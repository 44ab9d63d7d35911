import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Field, Select } from '@carillon/ui/field.js';
import { STATUS_TEXT_LENGTH_MAX, type StatusMessage } from '@carillon/wire/rest/identity.js';
import { clock } from '../clock.js';
import { fullTimeOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useMe } from '../session/sync-context.js';
import { currentMessage } from './presence-text.js';
import { endTime, STATUS_ENDS, type StatusEnd } from './status-end.js';
import { useSetStatus } from './use-status.js';
import '../settings/settings-page.css';
import './status-dialog.css';

const KINDS = ['none', 'brb', 'commuting', 'on-call', 'out-sick', 'vacationing', 'own'] as const;
type Choice = (typeof KINDS)[number];

/** Chooses the word beside one's presence, and how long it stands there. */
export function StatusDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t, locale } = useWords();
  const me = useMe();
  // What stood when the dialog opened: the form does not change under one's hands.
  const [kept] = useState(() => currentMessage(me.statusMessage, clock.now()));
  const [choice, setChoice] = useState<Choice>(kept?.kind ?? 'none');
  const [text, setText] = useState(kept?.text ?? '');
  const [end, setEnd] = useState<StatusEnd | 'kept'>((kept?.until ?? null) === null ? 'never' : 'kept');
  const save = useSetStatus(onClose);
  const until = (): string | null => (end === 'kept' ? (kept?.until ?? null) : endTime(end, clock.now()));
  const message = (): StatusMessage | null => (choice === 'none' ? null : { kind: choice, text: choice === 'own' ? text.trim() : null, until: until() });
  const ends: { value: string; label: string }[] = STATUS_ENDS.map(value => ({ value, label: t(`status.ends.${value}`) }));
  if (kept !== null && kept.until !== null) ends.unshift({ value: 'kept', label: t('status.ends.kept', { when: fullTimeOf(Date.parse(kept.until), locale) }) });
  return (
    <Dialog
      open onOpenChange={open => { if (!open) onClose(); }} title={t('status.title')} description={t('status.text')} closeLabel={t('act.close')}
      footer={<Button look="accent" type="submit" form="status-form" busy={save.isPending}>{t('act.save')}</Button>}
    >
      <form id="status-form" className="status-form" onSubmit={event => { event.preventDefault(); save.mutate({ message: message() }); }}>
        <fieldset className="choices">
          <legend className="sr-only">{t('status.title')}</legend>
          {KINDS.map(kind => (
            <label key={kind} className="choice"><input type="radio" name="status" checked={choice === kind} onChange={() => setChoice(kind)} />{kind === 'none' || kind === 'own' ? t(`status.${kind}`) : t(`status.kinds.${kind}`)}</label>
          ))}
        </fieldset>
        {choice === 'own' ? <Field label={t('status.ownLabel')} value={text} onChange={event => setText(event.target.value)} maxLength={STATUS_TEXT_LENGTH_MAX} required dir="auto" autoFocus /> : null}
        {choice === 'none' ? null : <Select label={t('status.until')} options={ends} value={end} onChange={value => setEnd(value as StatusEnd | 'kept')} />}
      </form>
    </Dialog>
  );
}
