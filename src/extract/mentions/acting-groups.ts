import { DEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { mentionOf, type SentenceReading } from '../context.js';
import { predicateIn } from '../events/predicates.js';
import type { Clause } from '../syntax/clauses.js';
import { fillerIn } from './fillers.js';

/** How it is known who they are: by a noun for people, their office, a force, parties; not by a pronoun or a source nobody names. */
const SURE = new Set(['noun.human', 'title.alone', 'head.group', 'head.chain', 'noun.bodies']);
const PEOPLE = new Set(['human', 'group', 'org']);

/** "The Christians", "150 soldiers" as subject or object of a verb: certain people take part in what is told, also where no frame knows the verb. */
export function actingGroups(s: SentenceReading, clauses: readonly Clause[]): void {
  for (const c of clauses) {
    if (s.items[c.verb]?.a.pos !== 'verb') continue;
    const light = predicateIn(s, c)?.noun ?? -1;
    for (const p of c.phrases) {
      if ((p.marker !== '' && p.marker !== s.r.c.withMarker && p.marker !== s.r.c.agentMarker) || (p.first <= light && light <= p.last)) continue;
      for (const one of [p, ...p.also]) {
        const f = fillerIn(s, one);
        if (f?.type !== 'Group' || !f.unnamed || !SURE.has(f.foundBy) || f.pronoun || !PEOPLE.has(s.items[one.segments[0]?.head ?? f.first]?.a.kind ?? '')) continue;
        const definite = s.items.slice(f.first, f.last + 1).some((i) => (i.flags & (DEF | PLURAL)) === (DEF | PLURAL));
        // "one side" is nobody certain
        const counted = f.count !== undefined && s.items[f.count.first]?.a.feature !== '1';
        // "the employees of X": whose they are makes them certain
        const of = f.last > f.first && s.items.slice(f.first, f.last).some((i) => (i.flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE)) && s.hits.some((h) => !h.weak && h.first > f.first && h.last === f.last);
        if (!definite && !counted && !of) continue;
        const m = s.r.mentions[mentionOf(s, f)];
        if (m) m.acts = true;
      }
    }
  }
}
