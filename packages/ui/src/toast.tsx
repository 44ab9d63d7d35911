import { Check, TriangleAlert, X } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { IconButton } from './icon-button.js';
import { dismissToast, readToasts, subscribeToasts } from './toast-list.js';
import './toast.css';

/** Where short notes appear and are read aloud. Stands once, at the end of the page. */
export function ToastRegion({ closeLabel }: { closeLabel: string }): ReactNode {
  const toasts = useSyncExternalStore(subscribeToasts, readToasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(toast => (
        <div key={toast.id} className="toast" data-kind={toast.kind}>
          {toast.kind === 'ok' ? <Check size={18} strokeWidth={1.75} aria-hidden /> : <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />}
          <p>{toast.text}</p>
          {toast.action === undefined ? null : <button type="button" className="link-button" onClick={() => { toast.action?.run(); dismissToast(toast.id); }}>{toast.action.label}</button>}
          <IconButton label={closeLabel} size={28} onClick={() => dismissToast(toast.id)}><X size={16} strokeWidth={1.75} /></IconButton>
        </div>
      ))}
    </div>
  );
}
