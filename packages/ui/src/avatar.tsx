import { useState, type CSSProperties, type ReactNode } from 'react';
import { gradientOf, initialsOf } from './avatar-look.js';
import { PresenceMark, type Presence } from './presence-mark.js';
import './avatar.css';

interface Props {
  /** Decides the colour: a renamed person keeps it. */
  id: string;
  name: string;
  size?: number;
  /** Round is a person, square is a place. */
  shape?: 'person' | 'room';
  picture?: string | null | undefined;
  presence?: Presence | undefined;
  icon?: ReactNode;
}

/** Decoration next to a name, so it is silent to assistive technology, and its letters are no text. */
export function Avatar({ id, name, size = 40, shape = 'person', picture, presence, icon }: Props): ReactNode {
  const [broken, setBroken] = useState<string | null>(null);
  const style: CSSProperties = { width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.36)), backgroundImage: gradientOf(id) };
  return (
    <span className="avatar" data-shape={shape} style={style} aria-hidden>
      {picture && broken !== picture
        ? <img src={picture} alt="" width={size} height={size} draggable={false} onError={() => setBroken(picture)} />
        : icon ?? <span className="avatar-letters" data-letters={initialsOf(name)} />}
      {presence === undefined ? null : <PresenceMark state={presence} onAvatar={size} />}
    </span>
  );
}
