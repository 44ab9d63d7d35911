import type { ReactNode } from 'react';
import './presence-mark.css';

export type Presence = 'available' | 'busy' | 'idle' | 'mobile' | 'dnd' | 'private' | 'offline';

/** The state as a shape and a colour; the word for it stands in panels and is read aloud from there. */
export function PresenceMark({ state, onAvatar }: { state: Presence; onAvatar?: number }): ReactNode {
  return <span className="presence" data-state={state} data-on-avatar={onAvatar === undefined ? undefined : onAvatar >= 36 ? 'large' : 'small'} />;
}
