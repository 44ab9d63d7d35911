import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readImportFile, roomNameOf, type ImportFile, type ImportedPerson } from '@carillon/client/import-file.js';
import { perform, type OutputOf } from '../operations.js';

export type ImportKind = 'users' | 'rooms';
type Outcome = NonNullable<OutputOf<'ImportUsers'>['Results']>[number]['Outcome'];

export interface ImportLine {
  readonly file: string;
  readonly key: string;
  readonly outcome: Outcome | 'Skipped';
  readonly message: string | undefined;
}

export interface ImportRun {
  readonly dry: boolean;
  readonly done: boolean;
  /** Per cent. */
  readonly progress: number;
  readonly lines: readonly ImportLine[];
  readonly failure: unknown;
}

const BATCH = 100;

/** Reads the files and hands their people over in batches; another file, or another wish, makes what was tried void. */
export function useImport(accountId: string, kind: ImportKind, files: readonly File[], invite: boolean): { run: ImportRun | null; wrong: string | null; start: (dry: boolean) => Promise<void>; forget: () => void } {
  const [run, setRun] = useState<ImportRun | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const turn = useRef(0);
  const queries = useQueryClient();
  const forget = (): void => { turn.current += 1; setRun(null); setWrong(null); };
  const start = async (dry: boolean): Promise<void> => {
    const mine = ++turn.current;
    const show = (next: ImportRun): void => { if (turn.current === mine) setRun(next); };
    setWrong(null);
    let read: readonly { name: string; content: ImportFile }[];
    try {
      read = await Promise.all(files.map(async file => ({ name: file.name, content: readImportFile(file.name, new Uint8Array(await file.arrayBuffer())) })));
    } catch (error) {
      setRun(null);
      setWrong((error as Error).message);
      return;
    }
    const total = Math.max(1, read.reduce((sum, { content }) => sum + content.people.length, 0));
    const lines: ImportLine[] = read.flatMap(({ name, content }) => content.refused.map(line => ({ file: name, key: String(line), outcome: 'Skipped' as const, message: undefined })));
    let handled = 0;
    show({ dry, done: false, progress: 0, lines: [...lines], failure: null });
    try {
      for (const { name, content } of read) {
        for (let i = 0; i < Math.max(1, content.people.length) && turn.current === mine; i += BATCH) {
          const people = content.people.slice(i, i + BATCH);
          lines.push(...(await handOver(accountId, kind, name, people, { dry, invite })));
          handled += people.length;
          show({ dry, done: false, progress: (100 * handled) / total, lines: [...lines], failure: null });
        }
      }
      show({ dry, done: true, progress: 100, lines, failure: null });
    } catch (failure) {
      show({ dry, done: true, progress: (100 * handled) / total, lines, failure });
    }
    if (!dry) await queries.invalidateQueries();
  };
  return { run, wrong, start, forget };
}

async function handOver(accountId: string, kind: ImportKind, file: string, people: readonly ImportedPerson[], { dry, invite }: { dry: boolean; invite: boolean }): Promise<ImportLine[]> {
  const lineOf = ({ Key, Outcome, Message }: { Key: string; Outcome: Outcome; Message?: string | undefined }): ImportLine => ({ file, key: Key, outcome: Outcome, message: Message });
  if (kind === 'users') {
    if (people.length === 0) return [];
    const { Results } = await perform('ImportUsers', { AccountId: accountId, DryRun: dry, SendInvitations: invite, Users: people.map(({ email, name }) => ({ Email: email, ...(name === undefined ? {} : { DisplayName: name }) })) });
    return (Results ?? []).map(lineOf);
  }
  const name = roomNameOf(file);
  const { Outcome, Members } = await perform('ImportRoom', { AccountId: accountId, Name: name, DryRun: dry, Members: people.map(({ email, role }) => ({ Email: email, Role: role })) });
  return [{ file, key: name, outcome: Outcome ?? 'Unchanged', message: undefined }, ...(Members ?? []).map(lineOf)];
}
