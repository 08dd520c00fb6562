import type { Letters } from '../language/letters.js';
import { cleaner, entryOf } from '../language/name-entry.js';
import type { NameEntry } from '../language/names.js';
import { distinct } from './key.js';
import type { Correction } from './types.js';

/** The names that corrections add, in the one spelling of the lists; and those that can be none, with the reason, by the keys of their corrections. */
export function namesIn(corrections: readonly Correction[], letters: Letters): { readonly entries: readonly NameEntry[]; readonly refused: ReadonlyMap<string, string> } {
  const refused = new Map<string, string>();
  const clean = cleaner(letters);
  const entries = distinct(corrections).flatMap(({ key, correction: c }): NameEntry[] => {
    if (c.do !== 'name') return [];
    const names: string[] = [];
    for (const raw of [c.label, ...(c.aliases ?? [])]) {
      const name = clean.kurdish(raw);
      if ('name' in name) names.push(name.name);
      else {
        refused.set(key, `"${raw}": ${name.problem}`);
        return [];
      }
    }
    return [entryOf(names[0] as string, c.type, clean.plain(c.english ?? ''), names.slice(1), '')];
  });
  return { entries, refused };
}
