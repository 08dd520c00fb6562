// Posts beside names: who has which.
import { IZAFE } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/items.js';
import { beside, isBarePost, isPost } from './beside.js';
import { bareAt, phraseAt } from './phrase.js';
import type { Phrase, PhraseTables, Segment } from './phrase-tables.js';
import { titleAt } from './segments.js';

/** دامەزرێنەر و سەرۆکی X NAME: two posts of the one person named after them, with or without commas, and both of X. */
export function bothPosts(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  if (bothTrades(items, a, b, t)) return true;
  if (!isBarePost(items, a, t) || !isPost(items, b.segments[0], t)) return false;
  if (t.isPerson(b.last)) return true;
  const name = isMark(items[b.last + 1], '،') && !t.stopAt(b.last + 2) ? bareAt(items, b.last + 2, t) : undefined;
  return name !== undefined && t.isPerson(name.last) && isMark(items[name.last + 1], '،') && beside(items, b, name, t);
}

/** نووسەر و وەرگێڕ NAME: two bare nouns for what one person is. */
function bothTrades(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  const bare = (i: number): boolean => items[i]?.a.kind === 'human' && items[i].flags === 0 && items[i].a.clitic === '' && !t.collective.has(items[i].a.lemma);
  const head = b.segments[0]?.head ?? -1;
  return a.first === a.last && bare(a.first) && b.first === head && bare(head) && t.isPerson(b.last) && t.nameStarts(head + 1) && t.nameEnd(head + 1) === b.last;
}

/** NAME، POST و POST: two posts of one person, where nobody else is named with the second and the apposition ends there. */
export function secondPost(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  const post = (p: Phrase): boolean => p.segments.length === 1 && isPost(items, p.segments[0], t);
  const next = items[b.last + 1];
  return (post(a) || isBarePost(items, a, t)) && post(b) && (next === undefined || isMark(next, '،', '.', ':', ')'));
}

/** The person's name at the end of a chain that something else heads. */
export function nameInside(phrase: Phrase, t: PhraseTables): Phrase | undefined {
  const seg = phrase.segments.at(-1);
  if (!seg || seg.last !== phrase.last || !t.isPerson(seg.last)) return undefined;
  let first = seg.last;
  while (first > seg.head && !(t.nameStarts(first) && t.nameEnd(first) === seg.last)) first--;
  if (first <= seg.head) return undefined;
  const own: Segment = { first, last: seg.last, head: first };
  return { first, last: seg.last, segments: [own], marker: '', preposition: -1, post: phrase.post, clitic: '', openEnd: false, also: [], apposition: undefined, holder: undefined };
}

/** In a list of people, the post that follows one of their names. */
export function postOf(items: readonly Item[], name: Phrase, t: PhraseTables): Phrase | undefined {
  const next = items[name.last + 1];
  if (!next || t.stopAt(name.last + 1) || !titleAt(items, name.last + 1, t) || (next.flags & IZAFE) === 0) return undefined;
  const post = bareAt(items, name.last + 1, t);
  return post && post.segments.length === 1 && beside(items, name, post, t) ? post : undefined;
}

/** A post that goes on over "and" to the body it is in: "coordinator of A and B in the council". The last item of all that. */
export function titleEnd(items: readonly Item[], title: Phrase, t: PhraseTables): number {
  if (!titleAt(items, title.segments[0]?.head ?? title.first, t)) return title.last;
  let i = title.last + 1;
  if (items[i]?.a.pos === 'conj' && items[i]?.a.feature === 'and') {
    const more = bareAt(items, i + 1, t);
    if (more) i = more.last + 1;
  }
  if (items[i]?.a.pos !== 'adp' || items[i]?.a.feature !== t.inMarker) return title.last;
  const body = phraseAt(items, i, t);
  return body && body.segments.some((g) => t.isBody(items[g.head] as Item)) ? body.last : title.last;
}
