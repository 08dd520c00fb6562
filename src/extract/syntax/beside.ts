// Which phrases tell who somebody is, beside a name.
import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isNominal } from '../../language/context/classes.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { Phrase, PhraseTables, Segment } from './phrase-tables.js';
import { nameLike, titleAt } from './segments.js';

/** A name beside a post, or a post beside a name. */
export function beside(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  const titled = (p: Phrase): boolean => p.segments.some((s) => titleAt(items, s.head, t));
  const named = (p: Phrase): boolean => {
    const s = p.segments[p.segments.length - 1] as Segment;
    // ئیسرائیل سەرکردەیەکی X: a country or a body has no post; it does something to who has
    return ((nameLike(items[s.head]) && !t.isNobody(s.head)) || (t.nameStarts(s.head) && t.isPerson(s.last))) && !t.isTitle(items[s.head] as Item);
  };
  // سەرۆکی X، دکتۆر Y: with or without a bare title before the name
  const [first] = b.segments;
  const one = b.segments.length === 1 || (b.segments.length === 2 && first?.first === first?.last && t.isTitle(items[first?.head ?? b.first] as Item));
  if ((named(a) && titled(b)) || (titled(a) && a.segments.length === 1 && named(b) && one && b.last - b.first < 4)) return true;
  const after = items[b.last + 1];
  // NAME، زیندانیی سیاسی, and ڕاپۆرتدەری X، NAME، before what is told of them
  if (!isMark(items[a.last + 1], '،')) return false;
  return (named(a) && t.isPerson(a.last) && describes(items, b) && after?.a.pos !== 'conj' && after?.a.feature !== 'that') || (describes(items, a) && a.last > a.first && a.first === 0 && named(b) && t.isPerson(b.last) && b.segments.length === 1 && isMark(after, '،'));
}

/** A noun for one person, with what describes it. */
function describes(items: readonly Item[], p: Phrase): boolean {
  const [segment] = p.segments;
  const head = items[segment?.head ?? p.first] as Item;
  return p.segments.length === 1 && segment?.first === segment?.head && head.a.kind === 'human' && (head.flags & (IZAFE | INDEF)) !== 0 && (head.flags & (PLURAL | DEF)) === 0;
}

/** One person or several, unnamed so far. */
export const ofPeople = (items: readonly Item[], p: Phrase): boolean => p.segments.length === 1 && ['human', 'group'].includes(items[p.segments[0]?.head ?? -1]?.a.kind ?? '');

/** A post without any ending. */
export const isBarePost = (items: readonly Item[], p: Phrase, t: PhraseTables): boolean => p.segments.length === 1 && p.segments[0]?.first === p.last && t.isTitle(items[p.last] as Item) && items[p.last]?.flags === 0 && items[p.last]?.post === '';

export const isPost = (items: readonly Item[], s: Segment | undefined, t: PhraseTables): boolean => s !== undefined && titleAt(items, s.head, t) && items[s.head]?.flags === IZAFE;

/** "…، C and D" or "…، C، D and E" follows. */
export function listGoesOn(items: readonly Item[], at: number): boolean {
  for (let i = at; i < Math.min(items.length, at + 14); i++) {
    const item = items[i] as Item;
    if (item.a.pos === 'verb' || item.a.pos === 'cop' || isMark(item, '.', ':', '؛', '"')) return false;
    if (item.a.pos === 'conj' && item.a.feature === 'and') return true;
    if (!isMark(item, '،') && !isNominal(item)) return false;
    if (i === at && !isMark(item, '،')) return false;
  }
  return false;
}
