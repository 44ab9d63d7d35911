import type { ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { Notice } from '@carillon/ui/notice.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';

interface ConfirmNoticeProps {
  /** What will happen. */
  readonly warning: string;
  readonly confirm: string;
  readonly danger: boolean;
  /** Of a mutation. */
  readonly act: { readonly isPending: boolean; readonly error: Error | null; mutate(): void };
  readonly onCancel: () => void;
}

/** Says what happens before it does, in the row of what it happens to. */
export function ConfirmNotice({ warning, confirm, danger, act, onCancel }: ConfirmNoticeProps): ReactNode {
  const { t } = useWords();
  return (
    <Notice
      kind="warn"
      action={(
        <div className="program-confirm">
          <Button size={32} look={danger ? 'danger' : 'accent'} autoFocus busy={act.isPending} onClick={() => act.mutate()}>{confirm}</Button>
          <Button size={32} onClick={onCancel}>{t('webhooks.cancel')}</Button>
        </div>
      )}
    >
      {warning}
      {act.error === null ? null : <p>{failureText(act.error, t)}</p>}
    </Notice>
  );
}
