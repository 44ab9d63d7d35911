import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip.js';
import './button.css';

interface Props extends ComponentProps<'button'> {
  /** The name, read aloud and shown as a tooltip. */
  label: string;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
  look?: 'plain' | 'tint' | 'accent' | 'edge';
  size?: 28 | 32 | 36;
}

export function IconButton({ label, keys, look = 'plain', size = 36, type = 'button', ...rest }: Props): ReactNode {
  return (
    <Tooltip text={label} keys={keys}>
      <button {...rest} type={type} className="icon-button" data-look={look} data-size={size} aria-label={label} />
    </Tooltip>
  );
}
