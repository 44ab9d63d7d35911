import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { useWords } from '../i18n.js';
import { dropFiles } from './dropped-files.js';

/** The whole conversation takes files that are let go over it. */
export function DropZone({ channelId, children, element: Element = 'main' }: { channelId: ChannelId; children: ReactNode; element?: 'main' | 'div' }): ReactNode {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const end = (): void => { depth.current = 0; setOver(false); };
  return (
    <Element
      className="conversation"
      onDragEnter={event => { if (holdsFiles(event)) { depth.current++; setOver(true); } }}
      onDragLeave={() => { if (--depth.current <= 0) end(); }}
      onDragOver={event => { if (holdsFiles(event)) event.preventDefault(); }}
      onDrop={event => { if (holdsFiles(event)) { event.preventDefault(); end(); dropFiles(channelId, [...event.dataTransfer.files]); } }}
    >
      {children}
      {over ? <div className="drop-zone" aria-hidden><Upload size={24} strokeWidth={1.75} />{t('upload.drop')}</div> : null}
    </Element>
  );
}
