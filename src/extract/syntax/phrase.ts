import { DEF, PLURAL } from '../../language/analysis.js';
import { isNominal } from '../../language/context/classes.js';
import type { Item } from '../../language/context/items.js';
import type { Phrase, PhraseTables, Segment } from './phrase-tables.js';
import { linked, nameLike, segmentAt, titleAt } from './segments.js';

/** Reads one noun phrase at `at`; undefined where none begins. */
export function phraseAt(items: readonly Item[], at: number, t: PhraseTables): Phrase | undefined {
  let i = at;
  let marker = '';
  let preposition = -1;
  if (items[i]?.a.pos === 'adp') {
    preposition = i;
    marker = items[i]?.a.feature ?? '';
    i++;
    const second = items[i];
    // بە سەدان کەس, "by hundreds": the preposition is part of the quantity
    if (second?.a.feature === 'many' && (items[i - 1] as Item).text === t.quantity) {
      marker = '';
      preposition = -1;
    } else if (second?.a.pos === 'adp') {
      marker = t.pairs.get(`${marker} ${second.a.feature}`) ?? second.a.feature;
      i++;
      if (items[i]?.a.pos === 'adp') i++;
    }
  }
  const core = bareAt(items, i, t);
  if (!core) return undefined;
  return preposition < 0 && marker === '' && core.first === at ? core : { first: at, last: core.last, segments: core.segments, marker, preposition, post: core.post, clitic: core.clitic, openEnd: core.openEnd, also: core.also, apposition: core.apposition, holder: core.holder };
}

/** Clitics that say whose somebody is: ours, mine. Of others they may as well say who did it. */
const OWNERS = new Set(['1s', '1p']);

/** The same without a preposition. */
export function bareAt(items: readonly Item[], at: number, t: PhraseTables): Phrase | undefined {
  const segments: Segment[] = [];
  let i = at;
  if (!isNominal(items[i]) && !t.moreThan.has(items[i]?.text ?? '')) return undefined;
  for (;;) {
    const seg = segmentAt(items, i, t);
    if (!seg) break;
    segments.push(seg);
    i = seg.last + 1;
    const last = items[seg.last] as Item;
    const next = items[i];
    if (!next || t.stopAt(i) || last.post !== '' || last.and || !isNominal(next)) break;
    // پەیامنێرەکەمان ئازاد عەلی: whose reporter, and his name
    const own = OWNERS.has(last.a.clitic) && segments.length === 1 && seg.first === seg.last && last.a.kind === 'human' && (last.flags & PLURAL) === 0 && t.isPerson(t.nameEnd(i));
    if (!(nameLike(next) && (last.a.clitic === '' || linked(last) || own))) break;
    // an unknown word with a common noun joined to it is a thing, no name
    const after = items[i + 1];
    if (!next.a.known && linked(next) && after?.a.known && after.a.pos === 'noun') break;
    if (next.a.pos === 'num' || next.a.pos === 'det' || next.a.pos === 'dem') break;
    // بەڕێوەبەری نەخۆشخانەکە ئازاد عەلی: a post of something known, and who has it
    const posted = segments.length === 1 && titleAt(items, seg.head, t) && seg.head < seg.last && t.isPerson(t.nameEnd(i));
    if (((last.flags & DEF) !== 0 && !posted && !own) || t.startsPredicate(i)) break;
    if (t.nameStops(seg.last) && t.nameStarts(i) && !segments.some((g) => titleAt(items, g.head, t) && g.head < g.last)) break;
    if (t.isPerson(seg.last)) break;
  }
  if (segments.length === 0) return undefined;
  const end = segments[segments.length - 1] as Segment;
  const last = items[end.last] as Item;
  const open = linked(last) && last.kind === 'word';
  return {
    first: at, last: end.last, segments, marker: '', preposition: -1, post: last.post,
    clitic: last.a.clitic || (open ? '3s' : ''), openEnd: open, also: [], apposition: undefined, holder: undefined,
  };
}
