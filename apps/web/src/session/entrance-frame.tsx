import type { FormEvent, ReactNode } from 'react';
import { Notice } from '@carillon/ui/notice.js';
import { Mark } from '../frame/mark.js';
import './entrance-frame.css';

/** The sheet on which one comes in: mark, title, one form. */
export function EntranceFrame({ title, lead, children, foot }: { title: string; lead?: ReactNode; children?: ReactNode; foot?: ReactNode }): ReactNode {
  return (
    <main className="entrance">
      <div className="entrance-brand"><Mark size={28} /><span>Carillon</span></div>
      <div className="entrance-sheet">
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="quiet">{lead}</p>}
        {children}
      </div>
      {foot === undefined ? null : <div className="entrance-foot">{foot}</div>}
    </main>
  );
}

export function EntranceForm({ onSubmit, error, children }: { onSubmit: (values: Record<string, string>) => void; error?: string | null | undefined; children: ReactNode }): ReactNode {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])));
  };
  return (
    <form className="form" onSubmit={submit}>
      {children}
      {error ? <Notice>{error}</Notice> : null}
    </form>
  );
}
