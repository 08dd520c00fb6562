import { isMark, isVerb, type Item } from '../../language/context/index.js';
import { mentionOf, type SentenceReading } from '../context.js';
import { isBareName } from './chains.js';
import { segmentFiller, type Filler } from './fillers.js';

/** Whether a line is a credit ("photo: NAME", "report NAME / TOWN"), which tells nothing but who made it; the names in it are mentions. */
export function readCredit(s: SentenceReading): boolean {
  const { items, r: { c } } = s;
  const [word] = items;
  if (!word || items.length >= 12 || !c.inList('credit', word.a.lemma)) return false;
  let from = 1;
  while (from < items.length && isMark(items[from], ':', '؛', '/', '-', '.', '…')) from++;
  // dots also stand before what a picture shows
  const marked = isMark(items[1], ':', '؛', '/', '-');
  const parts = partsOf(items, from);
  const found = parts.map((p) => makerIn(s, p.first, p.last));
  const closed = parts.length > 0 && found.every((f) => f !== undefined) && !items.slice(from).some(isVerb);
  if (!marked && !(closed && found[0]?.type === 'Person')) return false;
  if (closed) for (const f of found) if (f) mentionOf(s, f);
  return true;
}

/** Stretches between marks. */
function partsOf(items: readonly Item[], from: number): { first: number; last: number }[] {
  const out: { first: number; last: number }[] = [];
  let first = from;
  for (let i = from; i <= items.length; i++) {
    if (i < items.length && items[i]?.kind !== 'punct') continue;
    if (i > first) out.push({ first, last: i - 1 });
    first = i + 1;
  }
  return out;
}

/** A listed name, a body, or two or three words that people are called by. */
function makerIn(s: SentenceReading, first: number, last: number): Filler | undefined {
  const { items, hits, r: { c } } = s;
  const whole = hits.find((h) => h.first === first && h.last === last);
  if (whole && (whole.type !== 'Person' || last > first)) return { type: whole.type, first, last, foundBy: whole.foundBy, unnamed: false, weak: false, ...(whole.known ? { known: whole.known } : {}) };
  const body = segmentFiller(items, { first, last, head: first }, hits, c.fillers);
  if (body && !body.unnamed && body.type === 'Organization' && body.last === last) return { ...body, weak: false };
  const { names } = c.fillers;
  const called = (i: Item): boolean => [i.text, i.a.lemma].some((w) => names.given.has(names.fold(w)) || names.family.has(names.fold(w)));
  const words = items.slice(first, last + 1);
  const person = words.length > 1 && words.length < 4 && words.every((i) => i.kind === 'word') && (words.every(called) || (words.some(called) && words.every((i, k) => called(i) || isBareName(items, { first: first + k, last: first + k, head: first + k }))));
  return person ? { type: 'Person', first, last, foundBy: 'name.credit', unnamed: false, weak: false } : undefined;
}
