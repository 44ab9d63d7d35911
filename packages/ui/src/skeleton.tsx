import type { ReactNode } from 'react';
import './skeleton.css';

/** Rows in the shape of what comes: a picture and two lines. */
export function SkeletonRows({ count, picture = 40, shape = 'person' }: { count: number; picture?: number; shape?: 'person' | 'room' }): ReactNode {
  return (
    <div className="skeleton" aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="skeleton-row">
          <span style={{ width: picture, height: picture, borderRadius: shape === 'person' ? '50%' : 8 }} />
          <div><span style={{ width: `${30 + (index * 17) % 30}%` }} /><span style={{ width: `${55 + (index * 23) % 35}%` }} /></div>
        </div>
      ))}
    </div>
  );
}
