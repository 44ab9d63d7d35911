import { Tooltip as RadixTooltip } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './tooltip.css';

export function TooltipProvider({ children }: { children: ReactNode }): ReactNode {
  return <RadixTooltip.Provider delayDuration={500} skipDelayDuration={200}>{children}</RadixTooltip.Provider>;
}

export function Tooltip({ text, keys, children, side = 'bottom' }: { text: string; keys?: string | undefined; children: ReactElement; side?: 'bottom' | 'right' | 'top' }): ReactNode {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys === undefined ? null : <kbd>{keys}</kbd>}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}
