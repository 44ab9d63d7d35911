import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Present on choices: the chosen one has a tick. */
  readonly checked?: boolean;
  onSelect(): void;
}

/** Items, `null` for a line between groups, or a plain text for a heading. */
export type MenuEntry = MenuItem | string | null;

interface Props {
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'right';
  onOpenChange?: (open: boolean) => void;
  /** `dark` on the stage, where the menu's portal lies outside the dark element. */
  theme?: 'dark';
}

export function Menu({ trigger, entries, align = 'end', side = 'bottom', onOpenChange, theme }: Props): ReactNode {
  return (
    <DropdownMenu.Root modal={false} {...(onOpenChange ? { onOpenChange } : {})}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} side={side} sideOffset={6} collisionPadding={8} data-theme={theme}>
          {entries.map((entry, index) => <Entry key={index} entry={entry} />)}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }): ReactNode {
  if (entry === null) return <DropdownMenu.Separator className="menu-line" />;
  if (typeof entry === 'string') return <DropdownMenu.Label className="menu-label">{entry}</DropdownMenu.Label>;
  const body = (
    <>
      {entry.icon}
      <span className="menu-text" dir="auto">{entry.label}</span>
      {entry.hint === undefined ? null : <span className="menu-hint">{entry.hint}</span>}
      {entry.checked ? <Check size={16} strokeWidth={2} aria-hidden className="menu-tick" /> : null}
    </>
  );
  if (entry.checked !== undefined) {
    return <DropdownMenu.CheckboxItem className="menu-item" checked={entry.checked} disabled={entry.disabled ?? false} onSelect={entry.onSelect}>{body}</DropdownMenu.CheckboxItem>;
  }
  return <DropdownMenu.Item className="menu-item" data-danger={entry.danger ? '' : undefined} disabled={entry.disabled ?? false} onSelect={entry.onSelect}>{body}</DropdownMenu.Item>;
}
