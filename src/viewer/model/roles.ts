import { NEWS } from '../../model/vocabulary.js';
import { termOf } from './iris.js';
import type { PageData, PageEvent } from './types.js';

/** What fills a role of an event: an entity (its number) or a passage (-1 minus its number), or a bare value. */
export interface Filled {
  /** The ontology's own name of the role. */
  readonly role: string;
  readonly thing: number | undefined;
  readonly value: string;
}

/** What is said of an event and is no role: the page shows it by itself. */
const ABOUT = new Set(['status', 'foundBy', 'confidence', 'trigger', 'evidence', 'source', 'mention', 'impliedBy', 'timePassage', 'countPassage', 'time']);

/** Who and what takes part in an event, in the order of its statements. */
export function rolesOf(data: PageData, event: PageEvent): Filled[] {
  const found: Filled[] = [];
  for (let i = 0; i < event.says.length; i += 2) {
    const property = termOf(data, event.says[i] as number), term = data.terms[event.says[i + 1] as number] ?? '';
    if (!property.startsWith(NEWS) || ABOUT.has(property.slice(NEWS.length))) continue;
    const role = property.slice(NEWS.length);
    found.push(typeof term === 'number' ? { role, thing: term, value: '' } : { role, thing: undefined, value: /^"(.*)"[^"]*$/s.exec(term)?.[1] ?? term });
  }
  return found;
}
