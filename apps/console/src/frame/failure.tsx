import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { failureWords, missingAction } from './failure-words.js';

/** In place of what could not be shown: what is missing, or that it may be tried again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }): ReactNode {
  const { t } = useWords();
  const { header, text } = failureWords(error, t);
  const refused = missingAction(error) !== undefined;
  return (
    <Alert type={refused ? 'warning' : 'error'} header={header} action={refused || onRetry === undefined ? undefined : <Button onClick={onRetry}>{t('frame.retry')}</Button>}>
      {text}
    </Alert>
  );
}
