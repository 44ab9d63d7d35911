import type { ReactNode } from 'react';
import './empty-state.css';

export function EmptyState({ icon, title, children, actions }: { icon: ReactNode; title: string; children?: ReactNode; actions?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden>{icon}</span>
      <h2 className="empty-title">{title}</h2>
      {children === undefined ? null : <p className="empty-text">{children}</p>}
      {actions === undefined ? null : <div className="empty-actions">{actions}</div>}
    </div>
  );
}
