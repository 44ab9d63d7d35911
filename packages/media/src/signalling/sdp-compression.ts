import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { OFFER_CHARACTERS_MAX } from '../sdp/offer.js';

/**
 * Compressed SDP (signalling notes 5.1): offers come as raw DEFLATE without a dictionary, answers go as raw DEFLATE
 * whose dictionary is the previous answer of this session, cut to 31,744 characters.
 */
const DICTIONARY_CHARACTERS_MAX = 31_744;

/** The offer's text, or undefined when it is no DEFLATE or longer than any offer may be. */
export function inflateOffer(compressed: Uint8Array): string | undefined {
  try {
    return inflateRawSync(compressed, { maxOutputLength: OFFER_CHARACTERS_MAX }).toString('utf8');
  } catch {
    // Malformed, or a bomb; the caller closes the socket.
    return undefined;
  }
}

export function deflateAnswer(answer: string, previousAnswer: string): Uint8Array {
  const dictionary = Buffer.from(previousAnswer.slice(0, DICTIONARY_CHARACTERS_MAX), 'utf8');
  return deflateRawSync(answer, dictionary.length === 0 ? {} : { dictionary });
}
