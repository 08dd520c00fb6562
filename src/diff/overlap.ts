import type { Words } from '../explain/index.js';

/** A stretch of an article, and what it belongs to. */
export interface Placed<T> {
  readonly words: Words;
  readonly of: T;
}

/** For each stretch of one list, all of another that stand in the same place, by their order in the text. */
export function* overlaps<A, B>(list: readonly Placed<A>[], others: readonly Placed<B>[]): Generator<readonly [Placed<A>, Placed<B>]> {
  const sorted = [...others].sort((a, b) => a.words.start - b.words.start || a.words.end - b.words.end);
  const longest = sorted.reduce((n, x) => Math.max(n, x.words.end - x.words.start), 0);
  for (const a of list) {
    for (let i = firstFrom(sorted, a.words.start - longest); i < sorted.length; i++) {
      const b = sorted[i] as Placed<B>;
      if (b.words.start >= a.words.end) break;
      if (b.words.end > a.words.start) yield [a, b];
    }
  }
}

/** The first of sorted stretches that begins at a place or behind it. */
function firstFrom<T>(sorted: readonly Placed<T>[], place: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Placed<T>).words.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many code points two stretches in one place have in common; 0 when the letters there are not the same. */
export function common(a: Words, b: Words): number {
  const start = Math.max(a.start, b.start), end = Math.min(a.end, b.end);
  if (!(start < end)) return 0;
  const cut = (w: Words): string => Array.from(w.quote).slice(start - w.start, end - w.start).join('');
  return cut(a) === cut(b) ? end - start : 0;
}

/** How far two stretches cover each other: 1 when they are one. */
export const cover = (a: Words, b: Words): number => common(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
