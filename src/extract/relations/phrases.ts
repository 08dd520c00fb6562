import type { SentenceReading } from '../context.js';
import { fillerIn, filled, segmentFiller, type Filler } from '../mentions/fillers.js';
import type { NameIndex } from '../mentions/name-index.js';
import { titleOf, type Title } from '../mentions/titles.js';
import type { Clause } from '../syntax/clauses.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { DEF, IZAFE } from '../../language/analysis.js';
import { add } from './draft.js';
import { belongs, joinedRanks, memberOf } from './members.js';
import { innerPlace, listLocated, located, nestedPlaces } from './places.js';

/** Relations that noun phrases state: who holds which post, who belongs to what, what lies where, whose kin. */
export function phraseRelations(s: SentenceReading, clause: Clause): void {
  const phrases = [...clause.phrases, ...clause.after];
  joinedRanks(s, clause, phrases);
  phrases.forEach((phrase, k) => {
    for (const one of [phrase, ...phrase.also]) {
      const f = fillerIn(s, one);
      if (f?.title) titleRelation(s, f.unnamed ? predicated(s, clause, one) ?? f : f, f.title);
      if (f && !f.unnamed) for (const more of one.apposition?.also ?? []) {
        const title = titleOf(s.items, more.segments[0] as Segment, s.r.c.fillers, s.hits);
        if (title) titleRelation(s, f, title);
      }
      const holder = one.holder && fillerIn(s, one.holder);
      if (holder?.title && !holder.unnamed) titleRelation(s, holder, holder.title);
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
  const f = fillerIn(s, post);
  const who = fillerIn(s, name);
  if (f?.type === 'Person' && f.unnamed && f.title?.kind === 'post' && who?.type === 'Person' && !who.unnamed && !who.weak && !who.title) titleRelation(s, { ...who, title: f.title }, f.title);
}

/** NAME, who is POST: whom a relative clause with a copula gives a post. */
function predicated(s: SentenceReading, clause: Clause, p: Phrase): Filler | undefined {
  if (clause.kind !== 'relative' || !clause.antecedent || p.marker !== '' || clause.verb !== p.last) return undefined;
  const who = fillerIn(s, clause.antecedent);
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
  const bodies = whole?.type === 'Group' && whole.foundBy === 'head.chain' && !whole.count && s.r.c.fillers.heads.get((s.items[whole.first] as Item).a.key)?.type === 'Organization';
  const object: Filler | undefined = owner ? filled(owner) : whole && bodies ? { ...whole, type: 'Organization', unnamed: false } : whole;
  if (!object || (object.first === f.first && object.last === f.last) || object.type === 'Group' || object.type === 'Work') return;
  // نووسەری تورک X: a Turkish writer, not one of somebody called so
  if (object.weak && (object.foundBy === 'name.unknown' || object.foundBy === 'name.family') && title.kind === 'profession') return;
  // "the prosecutor of a state": of which, nobody says
  if (object.type === 'Place' && object.unnamed && object.weak && object.foundBy === 'head.bare' && object.described === undefined) return;
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
const skipSpecifiers = (items: readonly Item[], from: number, to: number, { titles }: NameIndex): number => {
  let i = from;
  while (i < to && ((items[i] as Item).a.pos === 'num' || (items[i] as Item).a.pos === 'det' || (titles.get((items[i] as Item).a.key) === 'honorific' && (items[i] as Item).flags === 0))) i++;
  return i;
};
