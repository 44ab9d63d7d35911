import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';

/** Something that is copied rather than read; `name` is what the button says it copies. */
export function Copied({ name, value }: { name: string; value: string | undefined }): ReactNode {
  const { t } = useWords();
  if (value === undefined) return t('frame.unknown');
  return <CopyToClipboard variant="inline" textToCopy={value} textToDisplay={<span className="plain-text">{value}</span>} copyButtonAriaLabel={`${t('frame.copy')} ${name}`} copyErrorText={t('frame.copyFailed')} copySuccessText={t('frame.copied')} />;
}
