// Phrases and words of a clause that are neither who does something nor to whom it is done.
import { INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark } from '../../language/context/index.js';
import type { SentenceReading } from '../context.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';

/** A plain adjective, not a name and not a noun too; after "a …" (بڕیارێکی هاوبەش, a joint decision) also one that is a noun elsewhere. */
export function isAdjective(s: SentenceReading, i: number): boolean {
  const item = s.items[i];
  if (item === undefined || s.hits.some((h) => h.first <= i && i <= h.last)) return false;
  if (item.a.pos === 'adj' && !item.readings.some((r) => r.pos === 'noun' && r.known)) return true;
  const before = s.items[i - 1]?.flags ?? 0;
  return (before & (INDEF | IZAFE)) === (INDEF | IZAFE) && item.flags === 0 && item.a.morphemes.length === 0 && item.readings.some((r) => r.pos === 'adj' && r.morphemes.length === 0);
}

/** A bare phrase of time or measure ("two times", "three days") is neither subject nor object. */
export function isAdverbial(s: SentenceReading, phrase: Phrase): boolean {
  const seg = phrase.segments[0];
  const head = seg && s.items[seg.head];
  if (!head || phrase.segments.length > 1) return false;
  if (isShort(s, phrase)) return true;
  // "the date of the exams" is no time at which
  if (s.items.slice(seg.head + 1, seg.last + 1).some((i) => i.a.derived !== undefined || i.a.kind === 'act' || i.a.kind === 'event')) return false;
  return s.r.c.inList('time-kinds', head.a.kind) || (s.r.c.inList('measure-kinds', head.a.kind) && seg.first < seg.head);
}

/** یەکینەکانی پاراستنی گەل-یەپەگە: the short name of what stands before the hyphen. */
function isShort({ items }: SentenceReading, { first, last }: Phrase): boolean {
  const [name, hyphen, short] = [items[first - 2], items[first - 1], items[first]];
  return first === last && isMark(hyphen, '-') && name?.kind === 'word' && hyphen?.start === name.end && hyphen.end === short?.start && (short.a.pos === 'name' || !short.a.known);
}

/** "A young man, native of X": the second tells of the first. */
export function isOrigin(s: SentenceReading, clause: Clause, phrase: Phrase): boolean {
  const at = phrase.segments[0]?.head ?? -1;
  const head = s.items[at];
  if (head === undefined || s.items[at + 1]?.a.pos === 'adj' || !s.r.c.inList('origin', head.a.lemma) || (head.flags & (IZAFE | PLURAL)) !== IZAFE) return false;
  const before = clause.phrases.filter((x) => x.marker === '' && x.first < phrase.first && !isAdverbial(s, x));
  // سوپا خەڵکی گوندەکەی کوشت: what else would be its object?
  const verb = s.items[clause.verb]?.a.verb;
  return before.length > (verb?.transitive && !verb.passive && phrase.first === (before.at(-1)?.last ?? -1) + 1 ? 1 : 0);
}
