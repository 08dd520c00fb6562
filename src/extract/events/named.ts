import { DEF, DEM, IZAFE } from '../../language/analysis.js';
import type { SentenceReading } from '../context.js';
import type { Segment } from '../syntax/phrase-tables.js';

/** Whether an event noun stands in a name, or says what a body is for: then it tells no event. */
export const isNamed = (s: SentenceReading, i: number, seg: Segment): boolean => inName(s, i) || inQuotedName(s, i) || namesBody(s, i, seg);

/** "بڕیار کاوە": two words in quotation marks of which one is no ordinary word are a name. */
function inQuotedName({ items }: SentenceReading, i: number): boolean {
  const item = items[i];
  if (!item?.enclosed) return false;
  const beside = [items[i - 1], items[i + 1]].filter((x) => x?.enclosed);
  return beside.length === 1 && item.flags === 0 && beside.every((x) => x !== undefined && (x.a.pos === 'name' || !x.a.known));
}

const inName = (s: SentenceReading, i: number): boolean => s.hits.some((h) => h.first <= i && i <= h.last && !h.weak);

/** کۆمەڵەی پشتیوانی, "the association of support": right after a body's head the noun says what the body is for. */
function namesBody(s: SentenceReading, i: number, seg: Segment): boolean {
  // "of help and support"
  const at = i - 2 > seg.first && s.items[i - 1]?.a.pos === 'conj' && s.items[i - 2]?.a.pos === 'noun' ? i - 2 : i;
  const before = at > seg.first ? s.items[at - 1] : undefined;
  return before !== undefined && (before.flags & IZAFE) !== 0 && (before.flags & DEF) === 0 && s.r.c.syntax.phrase.bodies.has(before.a.key) && ((s.items[i]?.flags ?? 0) & (DEF | DEM)) === 0;
}
