/** Something that was counted, and where it was seen first. */
export interface Found {
  readonly what: string;
  readonly count: number;
  /** A few words of the article with the thing in brackets. */
  readonly example: string;
  readonly article: string;
}

/** Counts things by key. Holds a bounded number of them: when there are too many, the rarest are forgotten. */
export interface Tally {
  add(key: string, what: () => { readonly what: string; readonly example: string; readonly article: string }): void;
  /** How many different things, and how often in all. */
  readonly different: number;
  readonly total: number;
  top(n: number): Found[];
}

const MOST = 200_000;

export function createTally(most = MOST): Tally {
  const found = new Map<string, { what: string; example: string; article: string; count: number }>();
  let total = 0;
  const forget = (): void => {
    for (let floor = 1; found.size > most / 2; floor++) for (const [key, f] of found) if (f.count <= floor) found.delete(key);
  };
  return {
    add: (key, what) => {
      total++;
      const had = found.get(key);
      if (had) {
        had.count++;
        return;
      }
      const { what: words, example, article } = what();
      found.set(own(key), { what: own(words), example: own(example), article: own(article), count: 1 });
      if (found.size > most) forget();
    },
    get different() {
      return found.size;
    },
    get total() {
      return total;
    },
    top: (n) => [...found].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).slice(0, n).map(([, { what, count, example, article }]) => ({ what, count, example, article })),
  };
}

const encoder = new TextEncoder(), decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A copy: a piece cut out of an article would keep the whole article in memory. */
const own = (text: string): string => decoder.decode(encoder.encode(text));
