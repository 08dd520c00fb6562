import { ontologyText } from '../check/ontology.js';
import { DEFAULT_BASE, rootOf } from '../graph/iris.js';
import { tablesHash } from '../language/load.js';
import type { NameEntry } from '../language/names.js';
import { hashOf } from '../store/collection/manifest.js';
import { namesHash } from '../store/collection/names.js';
import type { Wanted } from '../store/collection/writer.js';
import { VERSION } from './version.js';

/** Options that a collection remembers; what is not given stays as it was. */
export interface Given {
  readonly base: string | undefined;
  readonly least: number | undefined;
  readonly names: readonly NameEntry[] | undefined;
  readonly corrections: Wanted['corrections'];
}

export const AS_IT_IS: Given = { base: undefined, least: undefined, names: undefined, corrections: undefined };

/** The settings of this hewal with these options, for a collection that had others. */
export function settingsFor({ base, least, names, corrections }: Given, was: Wanted | undefined): Wanted {
  const own = names ?? was?.names ?? [];
  return {
    names: own, corrections: corrections ?? was?.corrections ?? [],
    settings: {
      hewal: VERSION, rules: tablesHash(), ontology: hashOf(ontologyText()),
      base: rootOf(base ?? was?.settings.base ?? DEFAULT_BASE), 'min-confidence': least ?? was?.settings['min-confidence'] ?? 0, names: namesHash(own),
    },
  };
}

const SAID = { hewal: 'the version of hewal', rules: 'its rules', ontology: 'the ontology', base: '--base', 'min-confidence': '--min-confidence', names: '--names' } as const;

/** What is another than it was, in words. */
export const changed = (was: Wanted['settings'], is: Wanted['settings']): string => (Object.keys(SAID) as (keyof typeof SAID)[]).filter((k) => was[k] !== is[k]).map((k) => SAID[k]).join(', ');
