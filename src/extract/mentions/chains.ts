// What the words of one chain say of the thing that it names.
import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import type { EntityType } from '../../model/types.js';
import type { Segment } from '../syntax/phrase-tables.js';
import type { FillerTables } from './filler-tables.js';
import type { NameHit } from './names.js';

/** The name hit that covers a segment's head to its end. */
export function hitAt(hits: readonly NameHit[], s: Segment, type?: EntityType): NameHit | undefined {
  return hits.find((h) => h.first >= s.first && h.first <= s.head && h.last >= s.head && h.last >= s.last && (!type || h.type === type));
}

/** Nothing but names and unknown words. */
export function isBareName(items: readonly Item[], s: Segment): boolean {
  for (let i = s.first; i <= s.last; i++) {
    const item = items[i] as Item;
    if (item.a.known && item.a.pos !== 'name') return false;
  }
  return true;
}

/** Where the place begins that a named place lies in, in one chain (گەڕەکی X-ی شاری Y); -1 where none does. */
export function containerOf(items: readonly Item[], s: Segment, hits: readonly NameHit[], t: FillerTables): number {
  // چەمی ئەلیکای ناوچەی لیجە: from the words for another settlement on
  for (let i = s.head + 2; i < s.last; i++) if (t.heads.get((items[i] as Item).a.key)?.kind === 'settlement' && ((items[i - 1] as Item).flags & IZAFE) !== 0 && ((items[i] as Item).flags & (IZAFE | PLURAL | DEF | INDEF)) === IZAFE && (items[i - 1] as Item).a.pos !== 'adp') return i;
  const last = hits.findLast((h) => h.type === 'Place' && h.first > s.head && h.last <= s.last && !h.weak);
  if (!last || last.last !== s.last || last.first - s.head < 2) return -1;
  const row = (i: number): { type: EntityType; kind: string } | undefined => t.heads.get((items[i] as Item).a.key);
  // the words for what kind of place it is are part of it (هەرێمی X)
  let from = last.first;
  while (from - 1 > s.head + 1 && row(from - 1)?.type === 'Place') from--;
  const between = items.slice(s.head + 1, from);
  if (between.some((i) => i.kind === 'punct' || i.a.pos === 'adp')) return -1;
  const settlement = row(last.first)?.kind === 'settlement' && last.last > last.first;
  return settlement || between.some((i) => i.a.pos === 'name' || !i.a.known) ? from : -1;
}

/** The last of the words for kinds of places that a chain begins with: "the border of the district of X". */
export function kindEnd(items: readonly Item[], s: Segment, t: FillerTables): number {
  let i = s.head;
  while (i + 1 < s.last && t.heads.get((items[i + 1] as Item).a.key)?.kind === 'settlement') i++;
  return i;
}

/** Where the unknown words after the head of a chain end: before a word that izafe joins to them. What stands in quotation marks is the name, and what follows the Arabic article is part of it. */
export function nameEnd(items: readonly Item[], s: Segment, articles: ReadonlySet<string>): number {
  let i = s.head;
  if (items[i + 1]?.enclosed) for (let k = i + 1; k <= s.last; k++) if (items[k]?.closes) return k;
  while (i < s.last && (isBareName(items, { ...s, first: i + 1, last: i + 1 }) || articles.has(items[i]?.text ?? '')) && (i === s.head || ((items[i] as Item).flags & IZAFE) === 0)) i++;
  return i;
}

/** The chain that begins with the head noun of a body inside another chain. */
export function bodyIn(items: readonly Item[], s: Segment, t: FillerTables): Segment | undefined {
  for (let i = s.head + 1; i < s.last; i++) {
    const item = items[i] as Item;
    if (item.a.pos === 'noun' && t.heads.get(item.a.key)?.type === 'Organization') return { first: i, last: s.last, head: i };
  }
  return undefined;
}

/** A chain with a name or the head noun of a body in it. */
export function namedChain(items: readonly Item[], s: Segment, hits: readonly NameHit[], t: FillerTables): boolean {
  if (hits.some((h) => h.first > s.head && h.last <= s.last && h.foundBy !== 'head.alone')) return true;
  for (let i = s.head + 1; i <= s.last; i++) if (t.heads.get((items[i] as Item).a.key)?.type === 'Organization') return true;
  return false;
}

/** Such a chain, and one whose head stands without an article, names one certain thing. */
export function properChain(items: readonly Item[], s: Segment, hits: readonly NameHit[], t: FillerTables): boolean {
  if (namedChain(items, s, hits, t)) return true;
  return s.last > s.head && ((items[s.last] as Item).flags & INDEF) === 0 && ((items[s.head] as Item).flags & (INDEF | DEF)) === 0;
}

export function countOf(items: readonly Item[], s: Segment): { first: number; last: number } | undefined {
  let last = -1;
  for (let i = s.first; i < s.head; i++) {
    const item = items[i] as Item;
    if (item.kind === 'number' || (item.a.pos === 'num' && item.a.feature !== 'ordinal' && /^\d+$/.test(item.a.feature)) || item.a.feature === 'many') last = i;
    else if (last >= 0 && item.a.pos !== 'conj') break;
  }
  if (last < 0) return undefined;
  let first = last;
  while (first > s.first && (['num', 'conj'].includes((items[first - 1] as Item).a.pos) || (items[first - 1] as Item).a.feature === 'many')) first--;
  return { first, last };
}
