import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import type { Domain } from './use-domains.js';

const TYPES = { PendingVerification: 'pending', Verified: 'success', Failed: 'error' } as const;

/** "Pending verification", "Verified" (guide, DOM-03), or that the record did not come (DOM-04). */
export function DomainStatus({ value = 'PendingVerification' }: { value: Domain['DomainStatus'] }): ReactNode {
  const { t } = useWords();
  return <StatusIndicator type={TYPES[value]}>{t(`domains.statuses.${value}`)}</StatusIndicator>;
}
