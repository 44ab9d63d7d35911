import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';

/** A long name that is copied rather than read. */
export function Arn({ value }: { value: string | undefined }): ReactNode {
  const { t } = useWords();
  if (value === undefined) return t('frame.unknown');
  return <CopyToClipboard variant="inline" textToCopy={value} textToDisplay={<span className="plain-text">{value}</span>} copyButtonAriaLabel={`${t('frame.copy')} ${value}`} copyErrorText={t('frame.copyFailed')} copySuccessText={t('frame.copied')} />;
}
