import type { ReactNode } from 'react';
import './empty-state.css';

/** `heading` is `h1` where this is all there is on a page. */
export function EmptyState({ icon, title, children, actions, heading: Heading = 'h2' }: { heading?: 'h1' | 'h2'; icon: ReactNode; title: string; children?: ReactNode; actions?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden>{icon}</span>
      <Heading className="empty-title">{title}</Heading>
      {children === undefined ? null : <p className="empty-text">{children}</p>}
      {actions === undefined ? null : <div className="empty-actions">{actions}</div>}
    </div>
  );
}
