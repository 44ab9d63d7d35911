import i18next from 'i18next';
import { ApiFailure, UNREACHABLE } from '@carillon/client/api.js';
import type { Words } from '../i18n.js';

const BY_CODE: Record<string, string> = {
  Throttled: 'failure.throttled', StorageFull: 'failure.storageFull', ServiceFailure: 'failure.server', ServiceUnavailable: 'failure.server', NotFound: 'failure.notFound',
};

/**
 * The words for a failure in the person's language: by the refusal's reason, else by its code. The server's own sentence stands
 * where we have none, which is right for what only it knows.
 */
export function failureText(error: unknown, t: Words['t']): string {
  if (!(error instanceof ApiFailure)) return t('failure.unknown');
  if (error.code === UNREACHABLE) return t(typeof navigator !== 'undefined' && !navigator.onLine ? 'failure.offline' : 'failure.unreachable');
  const byReason = `reason.${error.reason ?? ''}`;
  if (error.reason !== undefined && i18next.exists(byReason)) return t(byReason);
  const byCode = BY_CODE[error.code];
  return byCode === undefined ? error.message : t(byCode);
}
