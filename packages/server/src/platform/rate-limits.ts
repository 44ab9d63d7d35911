import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ApiError } from '@carillon/kernel/errors.js';

/** How often something may be tried, by key (an address, a person, an IP). */
const LIMITS = {
  /** Wrong or right, per address typed and per client address. */
  'sign-in-email': { points: 10, durationS: 15 * 60 },
  'sign-in-ip': { points: 60, durationS: 15 * 60 },
  /** Links mailed: sign-up, reset. */
  'mail-email': { points: 4, durationS: 60 * 60 },
  'mail-ip': { points: 30, durationS: 60 * 60 },
  /** Secrets of links and codes tried. */
  'secret-ip': { points: 60, durationS: 15 * 60 },
  /** Meeting numbers tried by people without a seat: ten digits must not be guessable. */
  'meeting-door-ip': { points: 60, durationS: 5 * 60 },
  'invite-person': { points: 200, durationS: 24 * 60 * 60 },
  /** Mails that administrators send to users: a lost key must not become a source of spam. */
  'invite-owner': { points: 2_000, durationS: 60 * 60 },
  'message-person': { points: 120, durationS: 60 },
  /** Codes of the Assistant, wrong ones too. */
  'assistant-code': { points: 10, durationS: 15 * 60 },
  /** Links whose pages are fetched, by who wrote them and by this server altogether: nobody may make a tool of it. */
  'preview-person': { points: 60, durationS: 10 * 60 },
  'preview-server': { points: 600, durationS: 10 * 60 },
  /** Endpoints of bots that are asked whether they are what they seem: nobody may make a tool of it. */
  'bot-endpoint': { points: 120, durationS: 10 * 60 },
  'upload-person': { points: 100, durationS: 10 * 60 },
  /** Webhooks made and given another address. */
  'webhook-person': { points: 60, durationS: 60 * 60 },
  'find-person': { points: 240, durationS: 60 },
  'meeting-person': { points: 30, durationS: 10 * 60 },
} as const satisfies Record<string, { points: number; durationS: number }>;

export type LimitName = keyof typeof LIMITS;

export interface RateLimits {
  /** Counts one try; throws Throttled with a sentence when there were too many. */
  spend(name: LimitName, key: string): Promise<void>;
}

/** Counters of this process. Several nodes each have their own, which multiplies the limit by their number. */
export function createRateLimits(): RateLimits {
  const limiters = new Map(Object.entries(LIMITS).map(([name, { points, durationS }]) => [name, new RateLimiterMemory({ points, duration: durationS })]));
  return {
    async spend(name, key) {
      try {
        await limiters.get(name)?.consume(key);
      } catch (refusal) {
        // The library rejects with its counters, not with an Error.
        const waitS = Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000);
        throw new ApiError('Throttled', `Too many tries. Wait ${describeWait(waitS)} and try again.`, { retryAfterS: waitS });
      }
    },
  };
}

function describeWait(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
