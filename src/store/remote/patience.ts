import pRetry, { AbortError } from 'p-retry';
import { UserError } from '../../model/note.js';
import { StoreFault } from './fault.js';
import { placeOf, type Send } from './http.js';

export interface Patience {
  /** How often a request is sent again. */
  readonly retries: number;
  /** Milliseconds before the first time; each further wait is twice as long, up to half a minute. */
  readonly first: number;
  /** Told before every wait. */
  readonly waiting?: (place: string, why: string, seconds: number) => void;
}

const LONGEST_BACK_OFF = 30_000;
/** Seconds that a server may ask for; one that wants more is taken to be away. */
const LONGEST_WAIT = 300;

/**
 * Sends again what failed for a passing reason, after the time that the server asks for, else after a back-off. All requests of hewal may be sent twice:
 * they replace. Throws a `UserError` when patience ends: the next request would fare no better.
 */
export function patient(send: Send, p: Patience): Send {
  return async (request) => {
    const place = placeOf(new URL(request.url));
    const gone = (fault: StoreFault): UserError => new UserError(`does not answer: ${fault.message}`, 'run the same command again later: what is in the store already is not sent again', place);
    const attempt = async (): ReturnType<Send> => {
      try {
        return await send(request);
      } catch (e) {
        if (e instanceof StoreFault && e.kind === 'passing' && (e.wait ?? 0) <= LONGEST_WAIT) throw e;
        throw new AbortError(e instanceof StoreFault && e.kind === 'passing' ? gone(e) : e as Error);
      }
    };
    try {
      // The waits are ours: p-retry knows nothing of what a server asks for.
      return await pRetry(attempt, {
        retries: p.retries, minTimeout: 0, maxTimeout: 0,
        onFailedAttempt: async (failed) => {
          if (failed.retriesLeft === 0) return;
          const { message, wait = 0 } = failed as unknown as StoreFault;
          const backOff = Math.min(p.first * 2 ** (failed.attemptNumber - 1), LONGEST_BACK_OFF);
          const ms = Math.max(backOff, wait * 1000);
          p.waiting?.(place, message, ms / 1000);
          await new Promise((resolve) => setTimeout(resolve, ms));
        },
      });
    } catch (e) {
      throw e instanceof StoreFault && e.kind === 'passing' ? gone(e) : e;
    }
  };
}
