import type { ComponentProps, ReactNode } from 'react';
import { Spinner } from './spinner.js';
import './button.css';

interface Props extends ComponentProps<'button'> {
  look?: 'accent' | 'edge' | 'tint' | 'plain' | 'danger';
  size?: 28 | 32 | 36 | 44 | 48;
  icon?: ReactNode;
  wide?: boolean;
  /** Something is on its way: the button keeps its size and its focus, and does nothing more. */
  busy?: boolean;
}

export function Button({ look = 'edge', size = 36, icon, wide, busy = false, children, type = 'button', onClick, className, ...rest }: Props): ReactNode {
  return (
    <button
      {...rest} type={type} className={className === undefined ? 'button' : `button ${className}`} data-look={look} data-size={size}
      {...(wide ? { 'data-wide': '' } : {})} aria-busy={busy || undefined} onClick={busy ? event => event.preventDefault() : onClick}
    >
      {busy ? <Spinner size={18} /> : icon}
      {children}
    </button>
  );
}
