import { MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import { useOpenConversation } from '../chat/new-conversation-dialog.js';
import { useWords } from '../i18n.js';
import { useMe } from '../session/sync-context.js';

/** The way to the Assistant; absent for members of an account, whose administrators look after it. */
export function DataCard(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const write = useOpenConversation();
  if (me.account !== null) return null;
  return (
    <section className="card" aria-labelledby="settings-data">
      <h2 id="settings-data">{t('assistant.dataTitle')}</h2>
      <p className="quiet">{t('assistant.dataText')}</p>
      <div className="form-actions"><Button icon={<MessageSquare size={18} strokeWidth={1.75} aria-hidden />} onClick={() => void write([ASSISTANT_ID])}>{t('assistant.write')}</Button></div>
    </section>
  );
}
