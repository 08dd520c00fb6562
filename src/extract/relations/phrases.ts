import { mentionOf, stretch, type SentenceReading } from '../context.js';
import type { DraftRelation } from '../draft.js';
import { fillerOf, segmentFiller, type Filler } from '../mentions/fillers.js';
import type { NameIndex } from '../mentions/name-index.js';
import type { NameHit } from '../mentions/names.js';
import { titleOf, type Title } from '../mentions/titles.js';
import type { Clause } from '../syntax/clauses.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import type { RelationType } from '../../model/types.js';

/** Relations that noun phrases state: who holds which post, who belongs to what, what lies where, whose kin. */
export function phraseRelations(s: SentenceReading, clause: Clause): void {
  const phrases = [...clause.phrases, ...clause.after];
  phrases.forEach((phrase, k) => {
    for (const one of [phrase, ...phrase.also]) {
      const f = fillerOf(s.items, one, s.hits, s.r.c.fillers);
      if (f?.title) titleRelation(s, f.unnamed ? predicated(s, clause, one) ?? f : f, f.title);
      if (f && !f.unnamed) for (const more of one.apposition?.also ?? []) {
        const title = titleOf(s.items, more.segments[0] as Segment, s.r.c.fillers, s.hits);
        if (title) titleRelation(s, f, title);
      }
      memberOf(s, one);
      for (const p of [one, ...(one.apposition?.also ?? [])]) for (const seg of p.segments) innerPlace(s, seg, one === phrase ? phrases[k + 1] : undefined);
      if (f) nestedPlaces(s, one, f);
    }
    const next = phrases[k + 1];
    heldBy(s, phrase, next, phrases[k + 2]);
    const beside = next !== undefined && (next.first === phrase.last + 1 || (next.first === phrase.last + 2 && isMark(s.items[phrase.last + 1], '،') && next.marker === phrase.marker));
    if (phrase.also.length > 0) listLocated(s, phrase, beside ? next : undefined);
    if (next && beside && phrase.also.length === 0) {
      located(s, phrase, next);
      belongs(s, phrase, next);
    }
  });
}

function add(s: SentenceReading, type: RelationType, subject: Filler, object: Filler, at: readonly [number, number], foundBy: string, title?: readonly [number, number]): void {
  const relation: DraftRelation = {
    type, subject: mentionOf(s, subject), object: mentionOf(s, object), at: stretch(s, at[0], at[1]), sentence: s.sentence, foundBy,
    ...(title ? { title: stretch(s, title[0], title[1]) } : {}),
  };
  if (relation.subject !== relation.object) s.r.relations.push(relation);
}

const filled = (h: NameHit): Filler => ({ type: h.type, first: h.first, last: h.last, foundBy: h.foundBy, unnamed: false, weak: false, ...(h.known ? { known: h.known } : {}) });

/** Who is named right before "son of X", whether or not in quotation marks. */
function namedBefore(s: SentenceReading, at: number): Filler | undefined {
  const end = isMark(s.items[at - 1], '"', '”', '»') ? at - 2 : at - 1;
  const hit = s.hits.find((h) => h.type === 'Person' && !h.weak && h.last === end);
  return hit && filled(hit);
}

/** "His wife NAME": kin of the person named last before. */
function ownKin(s: SentenceReading, f: Filler, title: Title): void {
  const word = s.items[title.last] as Item;
  if (f.unnamed || title.first > f.first || !((word.flags & DEF) !== 0 && (word.a.clitic === '3s' || (word.flags & IZAFE) !== 0))) return;
  const whose = s.hits.findLast((h) => h.type === 'Person' && !h.weak && h.last < title.first);
  if (whose) add(s, 'kinOf', f, filled(whose), [title.first, f.last], 'relation.kin', [title.first, title.last]);
}

/** "The manager of X in Y, NAME": who has the post is named after the place. */
function heldBy(s: SentenceReading, post: Phrase, where: Phrase | undefined, name: Phrase | undefined): void {
  if (!where || !name || where.marker !== s.r.c.inMarker || name.marker !== '' || where.first !== post.last + 1 || post.also.length + where.also.length > 0) return;
  if (name.first !== where.last + 1 && !(name.first === where.last + 2 && isMark(s.items[where.last + 1], '،'))) return;
  const { fillers } = s.r.c;
  const f = fillerOf(s.items, post, s.hits, fillers);
  const who = fillerOf(s.items, name, s.hits, fillers);
  if (f?.type === 'Person' && f.unnamed && f.title?.kind === 'post' && who?.type === 'Person' && !who.unnamed && !who.weak && !who.title) titleRelation(s, { ...who, title: f.title }, f.title);
}

/** NAME, who is POST: whom a relative clause with a copula gives a post. */
function predicated(s: SentenceReading, clause: Clause, p: Phrase): Filler | undefined {
  if (clause.kind !== 'relative' || !clause.antecedent || p.marker !== '' || clause.verb !== p.last) return undefined;
  const who = fillerOf(s.items, clause.antecedent, s.hits, s.r.c.fillers);
  return who?.type === 'Person' && !who.unnamed && !who.weak ? who : undefined;
}

/** The post or kinship that a phrase names somebody by. */
export function titleRelation(s: SentenceReading, f: Filler, title: Title): void {
  if (f.type !== 'Person') return;
  if (title.kind === 'kin' && title.of > title.end) return ownKin(s, f, title);
  if (title.of > title.end) return;
  const whole = segmentFiller(s.items, { first: title.of, last: title.end, head: skipSpecifiers(s.items, title.of, title.end, s.r.c.names) }, s.hits, s.r.c.fillers);
  // وەزیری سەرچاوە ئاوییەکانی عێراق: of the country at the end, where the words between are what the post is for
  const owner = whole ? undefined : s.hits.find((h) => h.type !== 'Person' && !h.weak && h.first > title.of && h.last === title.end);
  // "co-chair of the municipalities of X": whose post it is, is a body also in the plural
  const bodies = whole?.type === 'Group' && whole.foundBy === 'head.chain' && !whole.count && s.r.c.fillers.heads.get(s.r.c.fillers.names.fold((s.items[whole.first] as Item).a.lemma))?.type === 'Organization';
  const object: Filler | undefined = owner ? filled(owner) : whole && bodies ? { ...whole, type: 'Organization', unnamed: false } : whole;
  if (!object || (object.first === f.first && object.last === f.last) || object.type === 'Group' || object.type === 'Work') return;
  if (object.weak && object.foundBy === 'name.unknown' && title.kind === 'profession') return;
  const at: [number, number] = [Math.min(f.first, title.first), Math.max(f.last, title.end)];
  const head = s.items[title.first] as Item;
  if (object.unnamed && object.title) titleRelation(s, object, object.title);
  if (title.kind === 'kin') {
    const named = f.unnamed ? namedBefore(s, title.first) : undefined;
    // kin of somebody known by a post only
    const officer = ({ title: t }: Filler): boolean => t !== undefined && t.of <= t.end && ((s.items[t.last] as Item).flags & IZAFE) !== 0;
    for (const who of named ? [f, { ...named, title }] : [f]) if (object.type === 'Person' && (!object.unnamed || officer(object))) add(s, 'kinOf', who, object, at, 'relation.kin', [title.first, title.last]);
    return;
  }
  if (title.kind === 'profession' && object.type === 'Place') return;
  const member = s.r.c.inList('member-titles', head.a.lemma) && object.type === 'Organization';
  if (member && title.kind === 'profession') return add(s, 'memberOf', f, object, at, 'relation.member');
  if (!object.unnamed || object.type !== 'Person' || !f.unnamed) add(s, 'position', f, object, at, f.unnamed ? 'relation.post' : 'relation.title', [title.first, title.last]);
  if (member) add(s, 'memberOf', f, object, at, 'relation.member');
}

/** The head after numbers, determiners and honorifics. */
const skipSpecifiers = (items: readonly Item[], from: number, to: number, { fold, titles }: NameIndex): number => {
  let i = from;
  while (i < to && ((items[i] as Item).a.pos === 'num' || (items[i] as Item).a.pos === 'det' || (titles.get(fold((items[i] as Item).a.lemma)) === 'honorific' && (items[i] as Item).flags === 0))) i++;
  return i;
};

/** "the armed groups belonging to X". */
function memberOf(s: SentenceReading, p: Phrase): void {
  for (const seg of p.segments) {
    for (let i = seg.head + 1; i < seg.last; i++) {
      if (!s.r.c.inList('member-of', (s.items[i] as Item).text) || s.items[i + 1]?.a.pos !== 'adp') continue;
      const start = groupStart(s, seg.first, i - 1);
      const all = segmentFiller(s.items, { first: start, last: seg.last, head: start }, s.hits, s.r.c.fillers);
      const whole = all?.type === 'Place' ? segmentFiller(s.items, { first: start, last: i - 1, head: start }, s.hits, s.r.c.fillers) : all;
      const part = segmentFiller(s.items, { first: i + 2, last: seg.last, head: i + 2 }, s.hits, s.r.c.fillers);
      if (!whole || !part) return;
      if (part.type === 'Organization' && whole.type !== 'Place') add(s, 'memberOf', whole, part, [seg.first, seg.last], 'relation.belongs');
      else if (part.type === 'Place' && whole.type === 'Place') add(s, 'locatedIn', whole, part, [seg.first, seg.last], 'relation.belongs');
    }
  }
}

/** Where the words for the members begin: after the last verbal noun before them ("the bombing of the groups …"). */
function groupStart(s: SentenceReading, first: number, last: number): number {
  let start = last;
  while (start > first) {
    const before = s.items[start - 1] as Item;
    if (before.a.derived || before.a.kind === 'act' || before.a.kind === 'event') break;
    start--;
  }
  return start;
}

/** A village of a district: a place in a chain that goes on with the place it lies in. */
function nestedPlaces(s: SentenceReading, p: Phrase, f: Filler): void {
  const seg = p.segments[0];
  if (f.type !== 'Place' || f.unnamed || !seg || f.last >= seg.last || f.first < seg.first || ((s.items[seg.head] as Item).flags & PLURAL) !== 0 || titleOf(s.items, seg, s.r.c.fillers, s.hits)) return;
  inChain(s, seg, f);
}

/** What follows the name of a place in its chain: the place it lies in. */
function inChain(s: SentenceReading, seg: Segment, f: Filler): void {
  if (f.last >= seg.last) return;
  // مۆسکۆی پایتەختی ڕووسیا: what it is the capital of
  const first = s.r.c.inList('capital', s.items[f.last + 1]?.a.lemma ?? '') && f.last + 1 < seg.last ? f.last + 2 : f.last + 1;
  const whole = segmentFiller(s.items, { first, last: seg.last, head: first }, s.hits, s.r.c.fillers);
  if (whole?.type !== 'Place' || whole.weak || whole.unnamed) return;
  add(s, 'locatedIn', f, whole, [seg.first, seg.last], 'relation.chain');
  inChain(s, seg, whole);
}

/** "The people of the village of X in Y": a settlement named inside another chain, and what it lies in there or right after. */
function innerPlace(s: SentenceReading, seg: Segment, next: Phrase | undefined): void {
  const t = s.r.c.fillers;
  for (let i = seg.head + 1; i < seg.last; i++) {
    const item = s.items[i] as Item;
    if (item.a.pos !== 'noun' || (item.flags & (PLURAL | DEF | INDEF | DEM)) !== 0 || ((s.items[i - 1] as Item).flags & IZAFE) === 0 || t.heads.get(t.names.fold(item.a.lemma))?.kind !== 'settlement') continue;
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
  const y = fillerOf(s.items, next, s.hits, s.r.c.fillers);
  if (y?.type === 'Place' && !y.weak && !y.unnamed && !s.r.c.countries.has(f.known ?? '')) add(s, 'locatedIn', f, y, [f.first, y.last], belongs ? 'relation.belongs' : 'relation.located');
}

/** "X, which belongs to Y" (ناحیەی بازیان سەر بە سلێمانی) without an izafe before it. */
function belongs(s: SentenceReading, a: Phrase, b: Phrase): void {
  if (!s.r.c.inList('member-of', (s.items[b.first] as Item).text) || s.items[b.first + 1]?.a.pos !== 'adp') return;
  const whole = fillerOf(s.items, a, s.hits, s.r.c.fillers);
  const part = fillerOf(s.items, b, s.hits, s.r.c.fillers);
  if (!whole || !part || part.weak) return;
  if (whole.type === 'Place' && part.type === 'Place') add(s, 'locatedIn', whole, part, [whole.first, part.last], 'relation.belongs');
  else if (whole.type !== 'Place' && part.type === 'Organization') add(s, 'memberOf', whole, part, [whole.first, part.last], 'relation.belongs');
}

/** "at X in Y": a place or an organisation, and the place right after it. */
function located(s: SentenceReading, a: Phrase, b: Phrase): void {
  if (b.marker !== s.r.c.inMarker) return;
  const t = s.r.c.fillers;
  const x = fillerOf(s.items, a, s.hits, t);
  const y = fillerOf(s.items, b, s.hits, t);
  if (!x || !y || y.type !== 'Place' || y.weak || x.weak) return;
  if (x.title && x.type === 'Person') return locatedBody(s, x.title, y);
  if (x.unnamed || (s.r.c.countries.has(x.known ?? '') && y.known === undefined)) return;
  // a bare subject may be told to act in Y; a facility or a village does not
  const fixed = t.namedAfter.has(t.names.fold(s.items[a.first]?.a.lemma ?? ''));
  if (x.type !== 'Place' && !(x.type === 'Organization' && (a.marker !== '' || fixed))) return;
  if (x.type === 'Organization' && s.r.c.inList('states', s.items[x.first]?.a.lemma ?? '')) return;
  if (x.type === 'Place' && a.marker === '' && !fixed) return;
  add(s, 'locatedIn', x, y, [x.first, y.last], 'relation.located');
}

/** "the villages of A, B and C in X": each is in X. */
function listLocated(s: SentenceReading, a: Phrase, b: Phrase | undefined): void {
  const t = s.r.c.fillers;
  const head = s.items[a.segments[0]?.head ?? a.first] as Item;
  if (t.heads.get(t.names.fold(head.a.lemma))?.kind !== 'settlement' || (head.flags & PLURAL) === 0) return;
  const parts = [a, ...a.also];
  const last = parts[parts.length - 1] as Phrase;
  const inside = containerIn(s, last);
  const y = inside ?? (b?.marker === s.r.c.inMarker ? fillerOf(s.items, b, s.hits, t) : undefined);
  if (!y || y.type !== 'Place' || y.weak) return;
  for (const one of parts) {
    if (inside && one === last) continue;
    const x = fillerOf(s.items, one, s.hits, t);
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
  if (!body || body.type !== 'Organization' || body.weak || (head.a.kind !== 'facility' && head.a.kind !== 'group')) return;
  add(s, 'locatedIn', body, y, [body.first, y.last], 'relation.located');
}
