import { ApiFailure, UNREACHABLE } from '@carillon/client/api.js';
import type { Words } from '../i18n.js';

/**
 * The words for a failure in the person's language. The server's own sentence stands where we have none, which is right for what
 * only it knows (a limit, a policy).
 */
export function failureText(error: unknown, t: Words['t']): string {
  if (!(error instanceof ApiFailure)) return t('failure.unknown');
  if (error.code === UNREACHABLE) return t(typeof navigator !== 'undefined' && !navigator.onLine ? 'failure.offline' : 'failure.unreachable');
  const known: Record<string, string> = {
    Throttled: 'failure.throttled', StorageFull: 'failure.storageFull', ServiceFailure: 'failure.server', ServiceUnavailable: 'failure.server',
    'wrong-credentials': 'failure.wrongCredentials', 'totp-wrong': 'failure.totpWrong',
  };
  const key = known[error.reason ?? ''] ?? known[error.code];
  return key === undefined ? error.message : t(key);
}
