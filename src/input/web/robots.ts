import robots from 'robots-parser';

// The types of the package speak of an ECMAScript module; it is CommonJS, and its function the module itself.
const robotsParser = robots as unknown as typeof robots.default;

/** RFC 9309, section 2.5: at least 500 KiB must be read. */
export const MAX_ROBOTS = 512 * 1024;

/** Milliseconds that are waited at most between two requests; who asks for more is asked for nothing. */
const LONGEST_DELAY = 60_000;

/**
 * Characters that all rules with `*` may have together. The time to compare them with an address is at most these times its length, and a robots.txt is written by
 * whoever wants to cost us time: 508 KB of them took 4.4 s an address. So many are a thousand rules of usual length.
 */
const MOST_WILDCARDS = 20_000;

/** What a site says of robots. */
export interface Robots {
  /** Why an address may not be fetched; undefined where it may. */
  forbids(url: URL): string | undefined;
  /** Milliseconds between two requests that the site asks for. */
  readonly delay: number;
}

/** The rules of a robots.txt (RFC 9309) for one user agent. */
export function robotsOf(address: string, text: string, userAgent: string): Robots {
  if (wildcards(text) > MOST_WILDCARDS) return FORBID_ALL;
  const parsed = robotsParser(address, text);
  const delay = (parsed.getCrawlDelay(userAgent) ?? 0) * 1000;
  return {
    delay: Number.isFinite(delay) ? Math.max(0, delay) : 0,
    forbids: (url) => {
      if (parsed.isAllowed(url.href, userAgent) === false) return 'its robots.txt forbids it';
      return delay > LONGEST_DELAY ? `its robots.txt wants ${delay / 1000} seconds between two requests` : undefined;
    },
  };
}

/** Characters of the rules that have a wildcard. */
const wildcards = (text: string): number => text.split(/[\r\n]/).reduce((sum, line) => (line.includes('*') && /^\s*(?:dis)?allow/i.test(line) ? sum + line.length : sum), 0);

/** RFC 9309, sections 2.3.1.3 and 2.3.1.4: a site without robots.txt allows everything, one whose robots.txt cannot be reached nothing. */
export const ALLOW_ALL: Robots = { delay: 0, forbids: () => undefined };
export const FORBID_ALL: Robots = { delay: 0, forbids: () => 'its robots.txt cannot be read' };
