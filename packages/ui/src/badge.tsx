import type { ReactNode } from 'react';
import './badge.css';

/** A count that stops at 99. `label` says in words what is counted. */
export function Badge({ count, label }: { count: number; label: string }): ReactNode {
  if (count <= 0) return null;
  return <span className="badge tabular"><span aria-hidden>{count > 99 ? '99+' : count}</span><span className="sr-only">{label}</span></span>;
}

export function Tag({ children }: { children: ReactNode }): ReactNode {
  return <span className="tag">{children}</span>;
}
