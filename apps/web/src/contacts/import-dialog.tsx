import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Dialog } from '@carillon/ui/dialog.js';
import { Notice } from '@carillon/ui/notice.js';
import { IMPORT_BYTES_MAX, importContacts } from '@carillon/wire/rest/contacts.js';
import type { RouteReply } from '@carillon/wire/rest/route.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useContacts } from './use-contacts.js';

const SHOWN_MAX = 8;

/** Takes in a CSV file and tells what became of each row. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const contacts = useContacts();
  const field = useRef<HTMLInputElement>(null);
  const load = useMutation({ mutationFn: (file: File) => api.call(importContacts, {}, { rawBody: file }), onSuccess: contacts.refresh });
  const tooLarge = (load.variables?.size ?? 0) > IMPORT_BYTES_MAX;
  return (
    <Dialog open onOpenChange={open => { if (!open) onClose(); }} title={t('contacts.import')} description={t('contacts.importText')} closeLabel={t('act.close')} footer={<Button onClick={onClose}>{t('act.close')}</Button>}>
      <input ref={field} type="file" accept=".csv,text/csv,text/plain" hidden tabIndex={-1} aria-hidden onChange={event => { const file = event.target.files?.[0]; if (file !== undefined) load.mutate(file); event.target.value = ''; }} />
      <div className="import-body" aria-live="polite">
        <Button look={load.isSuccess ? 'edge' : 'accent'} busy={load.isPending} icon={<Upload size={18} strokeWidth={1.75} aria-hidden />} onClick={() => field.current?.click()}>{t('contacts.chooseFile')}</Button>
        {load.isError ? <Notice>{tooLarge ? t('reason.csv-too-long') : failureText(load.error, t)}</Notice> : null}
        {load.isSuccess ? <Report report={load.data} /> : null}
      </div>
    </Dialog>
  );
}

function Report({ report }: { report: RouteReply<typeof importContacts> }): ReactNode {
  const { t } = useWords();
  return (
    <div className="import-report">
      <p><b>{t('contacts.importAdded', { count: report.added })}</b>{report.already > 0 ? ` ${t('contacts.importAlready', { count: report.already })}` : ''}</p>
      {report.unknown.length === 0 ? null : <p className="quiet">{t('contacts.importUnknown', { addresses: shorten(report.unknown) })}</p>}
      {report.refused.length === 0 ? null : (
        <ul className="quiet">{report.refused.slice(0, SHOWN_MAX).map(({ line, reason }) => <li key={`${line} ${reason}`}>{t('contacts.importLine', { line, reason: t(`contacts.refused.${reason}`) })}</li>)}</ul>
      )}
      {report.refused.length > SHOWN_MAX ? <p className="quiet">{t('contacts.importMore', { count: report.refused.length - SHOWN_MAX })}</p> : null}
    </div>
  );
}

function shorten(addresses: readonly string[]): string { return addresses.length <= SHOWN_MAX ? addresses.join(', ') : `${addresses.slice(0, SHOWN_MAX).join(', ')} …`; }
