import { isFailure, UNREACHABLE } from '@carillon/client/api.js';
import type { Words } from '../words.js';

/** The action that is missing, out of a refusal of IAM's. */
export function missingAction(error: unknown): string | undefined {
  return isFailure(error, 'AccessDenied') ? /is not authorized to perform: (\S+)/.exec(error.message)?.[1] : undefined;
}

/** What happened and what to do about it, in the reader's language where there are words of ours, else in the server's. */
export function failureWords(error: unknown, t: Words['t']): { header: string; text: string } {
  const action = missingAction(error);
  if (action !== undefined) return { header: t('frame.notPermitted'), text: t('frame.notPermittedText', { action }) };
  if (!isFailure(error)) return { header: t('frame.failed'), text: t('frame.failedText') };
  if (error.code === UNREACHABLE) return { header: t('frame.unreachable'), text: t('frame.unreachableText') };
  return { header: t('frame.failed'), text: error.message };
}
