import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';

/** The guide's command (page 97), ready to be run; without a URL the form of it, which there is no use in copying. */
export function CurlSample({ url: known }: { url?: string }): ReactNode {
  const { t } = useWords();
  const url = known ?? `${location.origin}/incomingwebhooks/…`;
  const command = `curl -X POST "${url}" -H "Content-Type:application/json" --data '{"Content":"${t('webhooks.sample')}"}'`;
  return (
    <div className="programs-sample">
      <pre tabIndex={0} aria-label={t('webhooks.sampleLabel')}>{command}</pre>
      {known === undefined ? null : <IconButton label={t('webhooks.copyCommand')} size={28} onClick={() => void copyText(command, t)}><Copy size={16} strokeWidth={1.75} /></IconButton>}
    </div>
  );
}
