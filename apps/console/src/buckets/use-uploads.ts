import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { uploadObject } from './s3.js';

export interface Sent {
  readonly key: string;
  readonly name: string;
  /** Per cent. */
  readonly progress: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'cancelled' | 'failed';
  readonly failure: unknown;
}

/** Sends files one after another, so that each has the whole line. What has arrived stays when the rest is cancelled. */
export function useUploads(bucket: string): { sent: readonly Sent[] | null; running: boolean; start: (folder: string, files: readonly File[]) => Promise<readonly Sent[]>; cancel: () => void } {
  const [sent, setSent] = useState<readonly Sent[] | null>(null);
  const [running, setRunning] = useState(false);
  const stop = useRef<AbortController>(undefined);
  const queries = useQueryClient();
  const start = async (folder: string, files: readonly File[]): Promise<readonly Sent[]> => {
    const abort = (stop.current = new AbortController());
    let list: readonly Sent[] = files.map(({ name }) => ({ key: folder + name, name, progress: 0, state: 'waiting', failure: null }));
    const tell = (index: number, change: Partial<Sent>): void => setSent(list = list.map((one, at) => (at === index ? { ...one, ...change } : one)));
    setRunning(true);
    for (const [index, file] of files.entries()) {
      if (abort.signal.aborted) {
        tell(index, { state: 'cancelled' });
        continue;
      }
      tell(index, { state: 'sending' });
      try {
        await uploadObject(bucket, folder + file.name, file, { signal: abort.signal, onProgress: bytes => tell(index, { progress: file.size === 0 ? 100 : (100 * bytes) / file.size }) });
        tell(index, { state: 'done', progress: 100 });
      } catch (failure) {
        tell(index, isFailure(failure, 'Aborted') ? { state: 'cancelled' } : { state: 'failed', failure });
      }
    }
    setRunning(false);
    void queries.invalidateQueries();
    return list;
  };
  return { sent, running, start, cancel: () => stop.current?.abort() };
}
