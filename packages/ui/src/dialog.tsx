import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.js';
import './dialog.css';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Read aloud with the title; shown below it. */
  description?: string | undefined;
  closeLabel: string;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}

/** A dialog in the middle, on a phone at the bottom. Focus goes in and comes back; Esc and a press outside close it. */
export function Dialog({ open, onOpenChange, title, description, closeLabel, children, footer, width = 440 }: Props): ReactNode {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog-shade" />
        <RadixDialog.Content className="dialog" style={{ maxWidth: width }} {...(description === undefined ? { 'aria-describedby': undefined } : {})} onOpenAutoFocus={focusItself}>
          <header className="dialog-head">
            <RadixDialog.Title className="dialog-title">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild><IconButton label={closeLabel}><X size={20} strokeWidth={1.75} /></IconButton></RadixDialog.Close>
          </header>
          {description === undefined ? null : <RadixDialog.Description className="dialog-description">{description}</RadixDialog.Description>}
          <div className="dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** A field that asks for the focus has it already; otherwise the dialog takes it, not its first button with its tooltip. */
function focusItself(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
