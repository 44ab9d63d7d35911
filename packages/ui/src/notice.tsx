import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './notice.css';

/** A quiet box: what happened, what it means, and below it the way out. */
export function Notice({ title, children, kind = 'error', icon, action }: { title?: string; children?: ReactNode; kind?: 'error' | 'warn' | 'plain'; icon?: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <div className="notice" data-kind={kind} role={kind === 'error' ? 'alert' : undefined}>
      {icon ?? <TriangleAlert size={20} strokeWidth={1.75} aria-hidden />}
      <div>
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children === undefined ? null : <div className="notice-text">{children}</div>}
        {action}
      </div>
    </div>
  );
}
