import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFailure } from '@carillon/client/api.js';
import { uploadFile, type Upload } from '@carillon/client/upload-file.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_PER_MESSAGE_MAX, type Attachment } from '@carillon/wire/rest/chat.js';
import { api } from '../api.js';

export interface UploadItem {
  readonly key: number;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  readonly attachment: Attachment | null;
  readonly failure: ApiFailure | null;
}

export interface Uploads {
  readonly items: readonly UploadItem[];
  /** Files that were not taken, because they are too large or too many. */
  readonly refused: { readonly file: File; readonly why: 'large' | 'many' } | null;
  readonly busy: boolean;
  add(files: readonly File[]): void;
  retry(key: number): void;
  remove(key: number): void;
  forgive(): void;
  /** The finished ones, which go out with the message; the list is empty afterwards. */
  take(): Attachment[];
}

let lastKey = 0;

/** Files on their way into a message: they are sent at once, while the message is still being written. */
export function useUploads(channelId: ChannelId): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const [refused, setRefused] = useState<Uploads['refused']>(null);
  const running = useRef(new Map<number, Upload>());
  const update = useCallback((key: number, part: Partial<UploadItem>) => setItems(list => list.map(item => (item.key === key ? { ...item, ...part } : item))), []);

  const start = useCallback((key: number, file: File) => {
    const upload = uploadFile(api, channelId, file, share => update(key, { share }));
    running.current.set(key, upload);
    upload.done.then(
      attachment => update(key, { attachment, share: 1 }),
      (failure: unknown) => update(key, { failure: failure instanceof ApiFailure ? failure : new ApiFailure('Unknown', 0, '') }),
    ).finally(() => running.current.delete(key));
  }, [channelId, update]);

  useEffect(() => {
    const uploads = running.current;
    return () => { for (const upload of uploads.values()) upload.cancel(); };
  }, []);

  const add = (files: readonly File[]): void => {
    setRefused(null);
    let room = ATTACHMENTS_PER_MESSAGE_MAX - items.length;
    const taken: UploadItem[] = [];
    for (const file of files) {
      if (file.size > ATTACHMENT_BYTES_MAX) setRefused({ file, why: 'large' });
      else if (room-- <= 0) setRefused({ file, why: 'many' });
      else taken.push({ key: ++lastKey, file, share: 0, attachment: null, failure: null });
    }
    setItems([...items, ...taken]);
    for (const item of taken) start(item.key, item.file);
  };
  return {
    items, refused, busy: items.some(item => item.attachment === null), add,
    retry: key => { const item = items.find(each => each.key === key); if (item !== undefined) { update(key, { failure: null, share: 0 }); start(key, item.file); } },
    remove: key => { running.current.get(key)?.cancel(); setItems(list => list.filter(item => item.key !== key)); },
    forgive: () => setRefused(null),
    take: () => { setItems([]); setRefused(null); return items.flatMap(item => (item.attachment === null ? [] : [item.attachment])); },
  };
}
