import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { EntityType } from '../../model/types.js';
import type { NameIndex } from './name-index.js';
import type { NameHit } from './names.js';

/** Kinds of ordinary words that a foreign name may look like (گای, کای). */
const LOOKALIKES: ReadonlySet<string> = new Set(['', 'animal', 'food', 'thing', 'nature', 'body', 'abstract']);

/** گای سێسیل، بەڕێوەبەری X: two or three words at the beginning, no ordinary ones but the first, and after a comma what their bearer is. */
export function presented(items: readonly Item[], at: number, index: NameIndex): NameHit | undefined {
  const prev = items[at - 1];
  if (prev !== undefined && prev.kind !== 'punct') return undefined;
  let last = at, words = 1;
  if (!isNamePart(items, at, true)) return undefined;
  while (words < 4) {
    const next = hyphened(items, last) ? last + 2 : last + 1;
    if (!isNamePart(items, next, false)) break;
    last = next;
    words++;
  }
  const post = items[last + 2];
  if (words < 2 || !isMark(items[last + 1], '،') || post?.kind !== 'word' || (post.flags & (PLURAL | DEF)) !== 0) return undefined;
  const what = post.a.kind === 'human' || index.titles.has(post.a.key);
  return what && (post.flags & (IZAFE | INDEF)) !== 0 ? { first: at, last, type: 'Person', foundBy: 'name.presented', weak: false } : undefined;
}

function isNamePart(items: readonly Item[], at: number, first: boolean): boolean {
  const item = items[at];
  if (item?.kind !== 'word' || item.and || item.post !== '' || item.a.clitic !== '' || (item.flags & (DEF | INDEF | PLURAL)) !== 0) return false;
  if (!item.a.known || (item.a.pos === 'name' && item.a.kind !== 'place')) return (item.flags & IZAFE) === 0 || !item.a.known;
  return first && item.a.pos === 'noun' && LOOKALIKES.has(item.a.kind) && items[at + 1]?.a.known === false;
}

/** جیان-پیێرا: a hyphen without spaces holds two words of a name together. */
const hyphened = (items: readonly Item[], at: number): boolean =>
  isMark(items[at + 1], '-') && items[at]?.end === items[at + 1]?.start && items[at + 1]?.end === items[at + 2]?.start;

/** Kinds of nouns that have a name of their own, and what it is the name of. */
const BEARERS: Readonly<Record<string, EntityType>> = { group: 'Organization', org: 'Organization', work: 'Work', place: 'Place' };

/** گروپێک بە ناوی "X": what stands in marks is the name of that, and nobody's. */
export function calledSo(items: readonly Item[], at: number, index: NameIndex): NameHit | undefined {
  const by = items[at - 1], noun = items[at - 2];
  const type = by?.a.pos === 'adp' && by.a.feature === index.called && noun?.kind === 'word' && (noun.flags & INDEF) !== 0 ? BEARERS[noun.a.kind] : undefined;
  if (!type || !items[at]?.enclosed) return undefined;
  let last = at;
  while (last < items.length && !items[last]?.closes) last++;
  return items[last]?.closes ? { first: at, last, type, foundBy: 'name.called', weak: false } : undefined;
}
