import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import type { Registration } from './model.js';

const TYPES: Readonly<Record<Registration, StatusIndicatorProps.Type>> = { Registered: 'success', Unregistered: 'pending', Suspended: 'stopped', Released: 'warning' };

/** The guide's field Registration (USR-06). */
export function RegistrationIndicator({ value }: { value: Registration | undefined }): ReactNode {
  const { t } = useWords();
  return value === undefined ? '–' : <StatusIndicator type={TYPES[value]}>{t(`users.registrations.${value}`)}</StatusIndicator>;
}
