import { RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Notice } from '@carillon/ui/notice.js';
import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_PER_MESSAGE_MAX } from '@carillon/wire/rest/chat.js';
import { bytesOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { FileIcon } from './attachments.js';
import type { UploadItem, Uploads } from './use-uploads.js';

export function UploadList({ uploads, onChoose }: { uploads: Uploads; onChoose: () => void }): ReactNode {
  if (uploads.items.length === 0 && uploads.refused === null) return null;
  return (
    <div className="uploads">
      {uploads.refused === null ? null : <Refused uploads={uploads} onChoose={onChoose} />}
      {uploads.items.map(item => <UploadCard key={item.key} item={item} onRemove={() => uploads.remove(item.key)} onRetry={() => uploads.retry(item.key)} />)}
    </div>
  );
}

function Refused({ uploads, onChoose }: { uploads: Uploads; onChoose: () => void }): ReactNode {
  const { t, locale } = useWords();
  const { refused } = uploads;
  if (refused === null) return null;
  // The limit counts in units of 1,024, as systems do that show this file as 50 MB.
  const limit = `${ATTACHMENT_BYTES_MAX / 1_048_576} MB`;
  return (
    <Notice title={t('upload.refused', { name: refused.file.name })} action={<button type="button" className="link-button" onClick={() => { uploads.forgive(); onChoose(); }}>{t('upload.another')}</button>}>
      {refused.why === 'large' ? t('upload.large', { size: bytesOf(refused.file.size, locale), limit }) : t('upload.many', { count: ATTACHMENTS_PER_MESSAGE_MAX })}
    </Notice>
  );
}

function UploadCard({ item, onRemove, onRetry }: { item: UploadItem; onRemove: () => void; onRetry: () => void }): ReactNode {
  const { t, locale } = useWords();
  const percent = Math.round(item.share * 100);
  const state = item.failure !== null ? failureText(item.failure, t) : item.attachment === null ? t('upload.progress', { percent }) : bytesOf(item.file.size, locale);
  return (
    <div className="upload" data-failed={item.failure === null ? undefined : ''}>
      <span className="file-icon" aria-hidden><FileIcon type={item.file.type} /></span>
      <span className="file-words">
        <span className="ellipsis" dir="auto">{item.file.name}</span>
        <span className="quieter ellipsis" role={item.failure === null ? undefined : 'alert'}>{state}</span>
        {item.attachment === null && item.failure === null ? <progress max={100} value={percent} aria-label={item.file.name} /> : null}
      </span>
      {item.failure === null ? null : <IconButton label={t('act.retry')} size={28} onClick={onRetry}><RotateCcw size={16} strokeWidth={1.75} /></IconButton>}
      <IconButton label={t(item.attachment === null && item.failure === null ? 'upload.cancel' : 'upload.remove', { name: item.file.name })} size={28} onClick={onRemove}><X size={16} strokeWidth={1.75} /></IconButton>
    </div>
  );
}
