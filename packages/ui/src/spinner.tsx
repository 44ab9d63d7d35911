import type { ReactNode } from 'react';
import './spinner.css';

/** Keeps its place from the start, but is seen only when something takes longer than 400 ms (the CSS delays it). */
export function Spinner({ size = 24, label }: { size?: number; label?: string }): ReactNode {
  return (
    <span className="spinner" role={label === undefined ? undefined : 'status'} style={{ width: size, height: size }}>
      {label === undefined ? null : <span className="sr-only">{label}</span>}
    </span>
  );
}
