import type { Correction } from './types.js';

/** What a correction asks, whoever wrote it, for whatever reason: two lines of one key are one correction. */
export const keyOf = (c: Correction): string => JSON.stringify(c, (key, value: unknown) => {
  if (key === 'note') return undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
});

/** Corrections by what they ask, with all that was said why: in no order but that of their keys. */
export function distinct(list: readonly Correction[]): { readonly key: string; readonly correction: Correction; readonly notes: readonly string[] }[] {
  const found = new Map<string, { readonly key: string; readonly correction: Correction; readonly notes: Set<string> }>();
  for (const correction of list) {
    const key = keyOf(correction);
    const had = found.get(key) ?? { key, correction, notes: new Set<string>() };
    found.set(key, had);
    if (correction.note !== undefined) had.notes.add(correction.note);
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((d) => ({ ...d, notes: [...d.notes].sort() }));
}

/** Why something is as it is: because of a correction, and what its author says. */
export const because = (notes: readonly string[]): string => ['a correction', ...(notes.length > 0 ? [notes.join('; ')] : [])].join(': ');
