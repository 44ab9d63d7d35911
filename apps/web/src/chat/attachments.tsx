import { Download, File, FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo, Maximize } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Dialog } from '@carillon/ui/dialog.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Tooltip } from '@carillon/ui/tooltip.js';
import type { Attachment } from '@carillon/wire/rest/chat.js';
import { bytesOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { MotionControl } from './motion-control.js';
import { useMotion } from './use-motion.js';
import './attachments.css';

export const PICTURE_WIDTH_MAX = 342;
export const PICTURE_HEIGHT_MAX = 260;

export const attachmentUrl = (id: string): string => `/api/attachments/${id}`;

export function Attachments({ attachments }: { attachments: readonly Attachment[] }): ReactNode {
  if (attachments.length === 0) return null;
  return <div className="attachments">{attachments.map(each => (each.picture === undefined ? <FileCard key={each.id} attachment={each} /> : <PictureCard key={each.id} attachment={each} picture={each.picture} />))}</div>;
}

function DownloadLink({ attachment }: { attachment: Attachment }): ReactNode {
  const { t } = useWords();
  const label = t('chat.download', { name: attachment.name });
  return (
    <Tooltip text={label}>
      <a className="icon-button" href={attachmentUrl(attachment.id)} download={attachment.name} aria-label={label}><Download size={18} strokeWidth={1.75} aria-hidden /></a>
    </Tooltip>
  );
}

function FileCard({ attachment }: { attachment: Attachment }): ReactNode {
  const { locale } = useWords();
  return (
    <div className="file-card">
      <span className="file-icon" aria-hidden><FileIcon type={attachment.contentType} /></span>
      <span className="file-words">
        <span className="ellipsis" dir="auto" title={attachment.name}>{attachment.name}</span>
        <span className="quieter">{bytesOf(attachment.bytes, locale)}</span>
      </span>
      <DownloadLink attachment={attachment} />
    </div>
  );
}

export function FileIcon({ type }: { type: string }): ReactNode {
  const look = { size: 20, strokeWidth: 1.75 } as const;
  if (type.startsWith('image/')) return <FileImage {...look} />;
  if (type.startsWith('video/')) return <FileVideo {...look} />;
  if (type.startsWith('audio/')) return <FileAudio {...look} />;
  if (/zip|compressed|tar/.test(type)) return <FileArchive {...look} />;
  if (/sheet|excel|csv/.test(type)) return <FileSpreadsheet {...look} />;
  return /pdf|text|word|document/.test(type) ? <FileText {...look} /> : <File {...look} />;
}

/** The picture's place is kept from its dimensions before a byte of it is here: nothing moves when it comes. */
function PictureCard({ attachment, picture }: { attachment: Attachment; picture: NonNullable<Attachment['picture']> }): ReactNode {
  const { t, locale } = useWords();
  const [open, setOpen] = useState(false);
  const scale = Math.min(1, PICTURE_WIDTH_MAX / picture.width, PICTURE_HEIGHT_MAX / picture.height);
  const height = Math.max(48, Math.round(picture.height * scale));
  const frame = useRef<HTMLDivElement>(null);
  const motion = useMotion(frame);
  const original = attachmentUrl(attachment.id);
  const still = `${original}/preview`;
  return (
    <div className="picture-card">
      <div ref={frame} className="picture-frame">
        <button type="button" className="picture-view" style={{ height }} onClick={() => setOpen(true)} aria-label={t('chat.enlarge', { name: attachment.name })}>
          <img src={picture.moves === true && motion.moves ? original : still} alt="" width={Math.round(picture.width * scale)} height={Math.round(picture.height * scale)} loading="lazy" decoding="async" />
        </button>
        {picture.moves === true ? <MotionControl motion={motion} name={attachment.name} /> : null}
      </div>
      <div className="picture-foot">
        <span className="ellipsis" dir="auto" title={attachment.name}>{attachment.name}</span>
        <span className="quieter">{bytesOf(attachment.bytes, locale)}</span>
        <IconButton label={t('chat.enlarge', { name: attachment.name })} onClick={() => setOpen(true)}><Maximize size={18} strokeWidth={1.75} /></IconButton>
        <DownloadLink attachment={attachment} />
      </div>
      <Dialog open={open} onOpenChange={setOpen} title={attachment.name} closeLabel={t('act.close')} width={1100}>
        <img className="picture-large" src={picture.moves === true && !motion.wanted ? still : original} alt={attachment.name} style={{ aspectRatio: `${picture.width} / ${picture.height}` }} />
      </Dialog>
    </div>
  );
}
