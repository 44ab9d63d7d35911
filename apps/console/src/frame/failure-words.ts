import { isFailure, UNREACHABLE } from '@carillon/client/api.js';
import { refusalWords, type Words } from '../words.js';

/** The action that is missing, out of a refusal of IAM's. */
export function missingAction(error: unknown): string | undefined {
  return isFailure(error, 'AccessDenied') ? /is not authorized to perform: (\S+)/.exec(error.message)?.[1] : undefined;
}

/** Refusals that pages of ours can meet, in the reader's language. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  BucketNotEmpty: 'frame.failures.bucketNotEmpty', BucketAlreadyExists: 'frame.failures.bucketTaken', BucketAlreadyOwnedByYou: 'frame.failures.bucketYours', InvalidBucketName: 'frame.failures.bucketName', NoSuchBucket: 'frame.failures.noBucket',
  NoSuchKey: 'frame.failures.noObject', EntityTooLarge: 'frame.failures.tooLarge', InvalidURI: 'frame.failures.noAddress', KeyTooLongError: 'frame.failures.keyTooLong',
};

/** What happened and what to do about it, in the reader's language where there are words of ours, else in the server's. */
export function failureWords(error: unknown, t: Words['t']): { header: string; text: string } {
  const action = missingAction(error);
  if (action !== undefined) return { header: t('frame.notPermitted'), text: t('frame.notPermittedText', { action }) };
  if (!isFailure(error)) return { header: t('frame.failed'), text: t('frame.failedText') };
  if (error.code === UNREACHABLE) return { header: t('frame.unreachable'), text: t('frame.unreachableText') };
  const own = Object.hasOwn(OWN_WORDS, error.code) ? OWN_WORDS[error.code] : undefined;
  return { header: t('frame.failed'), text: own === undefined ? refusalWords(error.message) : t(own) };
}
