// What lies where, by the words of noun phrases.
import { mentionOf, type SentenceReading } from '../context.js';
import { fillerIn, segmentFiller, type Filler } from '../mentions/fillers.js';
import { titleOf, type Title } from '../mentions/titles.js';
import type { Item } from '../../language/context/items.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { add } from './draft.js';

/** A village of a district: a place in a chain that goes on with the place it lies in. */
export function nestedPlaces(s: SentenceReading, p: Phrase, f: Filler): void {
  const seg = p.segments[0];
  if (f.type !== 'Place' || f.unnamed || !seg || f.last >= seg.last || f.first < seg.first || ((s.items[seg.head] as Item).flags & PLURAL) !== 0 || titleOf(s.items, seg, s.r.c.fillers, s.hits)) return;
  inChain(s, seg, f);
}

/** What follows the name of a place in its chain: the place it lies in. */
export function inChain(s: SentenceReading, seg: Segment, f: Filler): void {
  if (f.last >= seg.last) return;
  // مۆسکۆی پایتەختی ڕووسیا: what it is the capital of
  const first = s.r.c.inList('capital', s.items[f.last + 1]?.a.lemma ?? '') && f.last + 1 < seg.last ? f.last + 2 : f.last + 1;
  // the noun of a light verb may stand right after the chain (… کانتۆنی عەفرین بۆردوومان کرا)
  let last = first;
  while (last < seg.last && (((s.items[last] as Item).flags & IZAFE) !== 0 || s.hits.some((h) => h.first <= last && h.last > last))) last++;
  const whole = segmentFiller(s.items, { first, last, head: first }, s.hits, s.r.c.fillers);
  if (whole?.type !== 'Place' || whole.weak || whole.unnamed) return;
  add(s, 'locatedIn', f, whole, [seg.first, seg.last], 'relation.chain');
  inChain(s, seg, whole);
}

/** "The people of the village of X in Y": a settlement named inside another chain, and what it lies in there or right after. */
export function innerPlace(s: SentenceReading, seg: Segment, next: Phrase | undefined): void {
  const t = s.r.c.fillers;
  for (let i = seg.head + 1; i < seg.last; i++) {
    const item = s.items[i] as Item;
    if (item.a.pos !== 'noun' || (item.flags & (PLURAL | DEF | INDEF | DEM)) !== 0 || ((s.items[i - 1] as Item).flags & IZAFE) === 0 || t.heads.get(item.a.key)?.kind !== 'settlement') continue;
    const inner: Segment = { first: i, last: seg.last, head: i };
    const f = segmentFiller(s.items, inner, s.hits, t);
    if (f?.type !== 'Place' || f.unnamed || f.weak || f.first <= i) continue;
    if (f.foundBy === 'name.settlement') mentionOf(s, f);
    inChain(s, inner, f);
    if (f.last === seg.last && next?.first === seg.last + 1) outside(s, f, next);
    return;
  }
}

/** The place or district right after a settlement's name: "in Y", "belonging to Y". */
function outside(s: SentenceReading, f: Filler, next: Phrase): void {
  const belongs = s.r.c.inList('member-of', (s.items[next.first] as Item).text) && s.items[next.first + 1]?.a.pos === 'adp';
  if (next.marker !== s.r.c.inMarker && !belongs) return;
  const y = fillerIn(s, next);
  if (y?.type === 'Place' && !y.weak && !y.unnamed && !s.r.c.countries.has(f.known ?? '')) add(s, 'locatedIn', f, y, [f.first, y.last], belongs ? 'relation.belongs' : 'relation.located');
}

/** "at X in Y": a place or an organisation, and the place right after it. */
export function located(s: SentenceReading, a: Phrase, b: Phrase): void {
  const within = s.r.c.inList('inside', b.marker) && b.first === a.last + 1;
  if (b.marker !== s.r.c.inMarker && !within) return;
  const t = s.r.c.fillers;
  const x = fillerIn(s, a);
  const y = fillerIn(s, b);
  if (!x || !y || y.type !== 'Place' || y.weak || x.weak) return;
  if (x.title && x.type === 'Person') return locatedBody(s, x.title, y);
  if ((x.unnamed && !(within && x.type === 'Place' && ((s.items[x.first] as Item).flags & (DEF | IZAFE)) !== 0)) || (s.r.c.countries.has(x.known ?? '') && y.known === undefined)) return;
  // a bare subject may be told to act in Y; a facility or a village does not
  const fixed = t.namedAfter.has((s.items[a.first]?.a.key ?? ''));
  if (x.type !== 'Place' && !(x.type === 'Organization' && (a.marker !== '' || fixed))) return;
  // چالاکی گەریلاکانی X لە Y: where fighters act, their body does not lie
  if (x.type === 'Organization' && t.fighters.has(s.items[x.first - 1]?.a.key ?? '')) return;
  if (x.type === 'Organization' && s.r.c.inList('states', s.items[x.first]?.a.lemma ?? '')) return;
  // گوندی X لە Y: a village is in Y, whatever is done to it there
  const settled = t.heads.get(s.items[a.segments[0]?.head ?? a.first]?.a.key ?? '')?.kind === 'settlement' && b.first === a.last + 1;
  if (x.type === 'Place' && a.marker === '' && !fixed && !settled && !within) return;
  add(s, 'locatedIn', x, y, [x.first, y.last], 'relation.located');
}

/** "the villages of A, B and C in X": each is in X. */
export function listLocated(s: SentenceReading, a: Phrase, b: Phrase | undefined): void {
  const t = s.r.c.fillers;
  const head = s.items[a.segments[0]?.head ?? a.first] as Item;
  if (t.heads.get(head.a.key)?.kind !== 'settlement' || (head.flags & PLURAL) === 0) return;
  const parts = [a, ...a.also];
  const last = parts[parts.length - 1] as Phrase;
  const inside = containerIn(s, last);
  const y = inside ?? (b?.marker === s.r.c.inMarker ? fillerIn(s, b) : undefined);
  if (!y || y.type !== 'Place' || y.weak) return;
  for (const one of parts) {
    if (inside && one === last) continue;
    const x = fillerIn(s, one);
    if (x && !x.unnamed && !s.r.c.countries.has(x.known ?? '') && (x.type === 'Place' || x.foundBy === 'name.unknown' || x.foundBy === 'name.shape')) add(s, 'locatedIn', { ...x, type: 'Place', foundBy: 'name.settlement', weak: false }, y, [a.first, y.last], 'relation.located');
  }
}

/** What the last name of a list lies in, in its own chain ("… and Cی ناوچەی X", "… and Cی سەر بە X"). */
function containerIn(s: SentenceReading, p: Phrase): Filler | undefined {
  const seg = p.segments[0];
  const own = seg && s.hits.find((h) => h.type === 'Place' && h.first === seg.first && h.last < seg.last);
  if (!own) return undefined;
  let first = own.last + 1;
  if (s.r.c.inList('member-of', s.items[first]?.text ?? '') && s.items[first + 1]?.a.pos === 'adp') first += 2;
  const f = segmentFiller(s.items, { first, last: seg.last, head: first }, s.hits, s.r.c.fillers);
  return f?.type === 'Place' && !f.weak && !f.unnamed ? f : undefined;
}

/** "the head of the X hospital in Y": a hospital, a school or a team without a place in its name is where that says. */
function locatedBody(s: SentenceReading, title: Title, y: Filler): void {
  if (title.of > title.end || s.hits.some((h) => h.type === 'Place' && h.first >= title.of && h.last <= title.end)) return;
  const head = s.items[title.of] as Item;
  const body = segmentFiller(s.items, { first: title.of, last: title.end, head: title.of }, s.hits, s.r.c.fillers);
  if (!body || body.type !== 'Organization' || body.weak || body.known !== undefined || (head.a.kind !== 'facility' && head.a.kind !== 'group')) return;
  add(s, 'locatedIn', body, y, [body.first, y.last], 'relation.located');
}
