import { Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.js';
import type { Motion } from './use-motion.js';
import './motion-control.css';

/** Stands over a picture that can move. */
export function MotionControl({ motion, name }: { motion: Motion; name: string }): ReactNode {
  const { t } = useWords();
  const icon = { size: 16, strokeWidth: 2, 'aria-hidden': true } as const;
  return (
    <button type="button" className="motion-control" onClick={motion.toggle} aria-label={t(motion.wanted ? 'chat.pausePicture' : 'chat.playPicture', { name })}>
      {motion.wanted ? <Pause {...icon} /> : <Play {...icon} />}
      <span aria-hidden>GIF</span>
    </button>
  );
}
