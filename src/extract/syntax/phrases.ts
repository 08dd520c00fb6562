import { DEF, DEM, INDEF, IZAFE, PLURAL, type Person } from '../../language/analysis.js';
import type { Language } from '../../language/index.js';
import { isNominal } from '../../language/context/choose.js';
import { isMark, type Item } from '../../language/context/items.js';

/** A chain of words joined by izafe, or a name of several words: items `first` to `last`, both included. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  /** The noun that the others describe. */
  readonly head: number;
}

/** A noun phrase with the preposition before it: one or more segments side by side (title and name). */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly segments: readonly Segment[];
  /** What the preposition marks (closed.tsv), empty for a bare phrase. */
  readonly marker: string;
  /** Item of the preposition, or -1. */
  readonly preposition: number;
  readonly post: string;
  /** Clitic on the last word that is no part of the phrase (the agent of a past transitive, or a possessor). */
  readonly clitic: Person | '';
  /** Bare clitic letter ی that may be izafe, agent or possessor. */
  readonly openEnd: boolean;
  /** Further phrases joined by "and" or in a list. */
  readonly also: readonly Phrase[];
  /** A phrase set beside this one between commas: the same thing in other words. */
  readonly apposition?: Phrase;
}

export interface PhraseTables {
  readonly inner: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly memberOf: ReadonlySet<string>;
  /** Two prepositions in a row, and what they mark together. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly isTitle: (item: Item) => boolean;
  /** Head nouns of organisations. */
  readonly isBody: (item: Item) => boolean;
  /** The preposition "in". */
  readonly inMarker: string;
  /** The preposition "by the name of". */
  readonly called: string;
  /** "people of", "inhabitant of" after a name: where somebody is from. */
  readonly origin: ReadonlySet<string>;
  /** "age", before a number of years. */
  readonly age: ReadonlySet<string>;
  /** The preposition that stands before "hundreds of". */
  readonly quantity: string;
  /** Nouns of ways that are named by their two ends (ڕێگای هەولێر - کەرکووک). */
  readonly roads: ReadonlySet<string>;
  /** Prepositions written together with "that" (لەو): they open "that …" as the demonstrative does. */
  readonly thatPrepositions: ReadonlySet<string>;
  /** "a part", of one thing. */
  readonly partOf: ReadonlySet<string>;
  /** "more", "less" before "than" and a number. */
  readonly moreThan: ReadonlySet<string>;
  /** Nouns that govern the next one without izafe (خاوەن). */
  readonly construct: ReadonlySet<string>;
  /** Classes of nouns that measure others. */
  readonly units: ReadonlySet<string>;
  /** The letter that closes a noun before a definite adjective. */
  readonly closer: string;
  /** Where a name of several words that begins here ends; -1 where none does. */
  readonly nameEnd: (index: number) => number;
  /** Whether a person's name of several words ends here. */
  readonly isPerson: (index: number) => boolean;
  /** Whether a listed name begins (ends) at an item. */
  readonly nameStarts: (index: number) => boolean;
  readonly nameStops: (index: number) => boolean;
  /** The light noun of the next verb stands here: what is before it is not joined to it. */
  readonly startsPredicate: (index: number) => boolean;
  /** A noun that ends in this letter needs no izafe written. */
  readonly glide: string;
  /** Posts of two words without izafe (سەرۆک کۆمار). */
  readonly titlePairs: ReadonlySet<string>;
  readonly stopAt: (index: number) => boolean;
}

export type Tables = Omit<PhraseTables, 'stopAt' | 'isTitle' | 'isBody' | 'nameEnd' | 'isPerson' | 'nameStarts' | 'nameStops' | 'startsPredicate'> & { readonly titles: ReadonlySet<string>; readonly bodies: ReadonlySet<string> };

export function phraseTables(language: Language): Tables {
  const { words, titles } = language.tables;
  const { fold } = language.letters;
  const set = (name: string): ReadonlySet<string> => new Set((words[name] ?? []).map(fold));
  return {
    inner: set('inner-prepositions'), between: set('between'), memberOf: set('member-of'),
    pairs: new Map(Object.entries((words['marker-pairs'] ?? {}) as unknown as Record<string, string>)),
    inMarker: words['place-markers']?.[0] ?? '', moreThan: new Set(words['more-than']), partOf: new Set(words['part-of']), thatPrepositions: new Set(language.tables.closed.filter(([, pos, , , parts]) => pos === 'adp' && parts?.split('+').length === 2).map(([form]) => form)), called: words['called']?.[0] ?? '', origin: new Set(words['origin']), age: new Set(words['age']), quantity: words['instrument-marker']?.[0] ?? '', roads: new Set(words['roads']), construct: new Set(words['construct']), units: new Set(['measure', 'money', 'time']), closer: language.tables.letters.heh.vowel, glide: language.tables.letters.semivowels.slice(-1), titlePairs: new Set(titles.map(([w]) => w).filter((w) => w.includes(' '))),
    titles: new Set(titles.map(([w]) => fold(w))), bodies: new Set(language.tables.heads.filter(([, type]) => type === 'Organization').map(([w]) => fold(w))),
  };
}

const linked = (i: Item): boolean => (i.flags & IZAFE) !== 0;
const nameLike = (i: Item | undefined): boolean =>
  i !== undefined && (i.kind === 'latin' || (i.kind === 'word' && (i.a.pos === 'name' || !i.a.known || i.readings.some((r) => r.pos === 'name' && r.morphemes.length === 0))));

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
  return { ...core, first: at, marker, preposition };
}

function bareAt(items: readonly Item[], at: number, t: PhraseTables): Phrase | undefined {
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
    if (!(nameLike(next) && (last.a.clitic === '' || linked(last)))) break;
    // an unknown word with a common noun joined to it is a thing, no name
    const after = items[i + 1];
    if (!next.a.known && linked(next) && after?.a.known && after.a.pos === 'noun') break;
    if (next.a.pos === 'num' || next.a.pos === 'det' || next.a.pos === 'dem') break;
    if ((last.flags & DEF) !== 0 || t.startsPredicate(i)) break;
    if (t.nameStops(seg.last) && t.nameStarts(i) && !segments.some((g) => t.isTitle(items[g.head] as Item) && g.head < g.last)) break;
    if (t.isPerson(seg.last)) break;
  }
  if (segments.length === 0) return undefined;
  const end = segments[segments.length - 1] as Segment;
  const last = items[end.last] as Item;
  const open = linked(last) && last.kind === 'word';
  return {
    first: at, last: end.last, segments, marker: '', preposition: -1, post: last.post,
    clitic: last.a.clitic || (open ? '3s' : ''), openEnd: open, also: [],
  };
}

function segmentAt(items: readonly Item[], at: number, t: PhraseTables): Segment | undefined {
  let i = at;
  let head = -1;
  let dem = items[at - 1]?.a.pos === 'adp' && t.thatPrepositions.has((items[at - 1] as Item).text);
  let predicate = false;
  const first = items[i];
  if (!(isNominal(first) || t.moreThan.has(first?.text ?? '')) || t.stopAt(i)) return undefined;
  while (i < items.length) {
    const end = t.nameEnd(i);
    if (end > i && !t.stopAt(end)) {
      if (head < 0) head = i;
      i = end;
    }
    const item = items[i] as Item;
    if (i > at && t.stopAt(i)) break;
    const specifier = item.a.pos === 'num' || item.a.pos === 'det' || item.a.pos === 'dem' || (item.a.pos === 'adj' && head < 0 && i === at && !linked(item) && (item.flags & DEM) === 0 && !item.a.clitic);
    if (!isNominal(item) && end !== i && !(linkedInner(items, i, t))) break;
    const next = items[i + 1];
    if (i === at && t.moreThan.has(item.text) && next?.a.pos === 'adp' && next.a.feature === t.inMarker && items[i + 2]?.a.pos === 'num') {
      const whole = segmentAt(items, i + 2, t);
      if (whole) return { ...whole, first: i + 2 };
    }
    if (item.a.pos === 'det' && i === at && (item.a.feature === 'some' || item.a.feature === 'one') && next?.a.pos === 'adp' && next.a.feature === t.inMarker && next.text === next.a.lemma) {
      const whole = segmentAt(items, i + 2, t);
      const part = whole ? (items[whole.head] as Item) : undefined;
      // of "a part of" the whole may be one thing (بەشێک لە شەقامەکە), but not a place, which is where
      if (whole && part && ((part.flags & PLURAL) !== 0 || (t.partOf.has(item.text) && part.a.pos === 'noun' && part.a.kind !== 'place'))) return { ...whole, first: at };
    }
    // هەشتا و پێنج هەزار و 197: one number
    if (item.a.pos === 'num' && next?.a.pos === 'conj' && items[i + 2]?.a.pos === 'num' && Number(item.a.feature) >= 20 && (item.kind === 'word' || items[i - 1]?.a.pos === 'num') && !t.stopAt(i + 2)) {
      i += 2;
      continue;
    }
    // خۆپیشاندانی بەشێک لە هاووڵاتییان, نوێنەری ژمارەیەکی زۆر لە ڕێکخراوەکان
    const of = next?.a.pos === 'adv' && linked(item) ? i + 2 : i + 1;
    if (item.a.pos === 'det' && i > at && (item.a.feature === 'some' || item.a.feature === 'one') && items[of]?.a.pos === 'adp' && items[of]?.a.feature === t.inMarker) {
      const whole = segmentAt(items, of + 1, t);
      if (whole && ((items[whole.head] as Item).flags & PLURAL) !== 0) return { first: at, last: whole.last, head: head < 0 ? i : head };
    }
    if (specifier && item.post === '' && !linked(item)) {
      if (item.a.pos === 'dem') dem = true;
      if (isNominal(next) && !t.stopAt(i + 1)) {
        i++;
        continue;
      }
      return { first: at, last: i, head: head < 0 ? i : head };
    }
    if (head < 0) head = i;
    predicate ||= t.startsPredicate(i);
    i++;
    if (item.post !== '' || item.and) break;
    if (end >= 0 && t.isPerson(end)) break;
    // a body that has its complement takes another only if that is a place or a body (وەزارەتی دارایی هەرێم, but وەزارەتی دارایی مووچە …)
    const complete = head >= 0 && head < i - 1 && (t.isBody(items[head] as Item) || t.isTitle(items[head] as Item)) && next !== undefined && next.a.pos !== 'name' && next.a.kind !== 'place' && !t.isBody(next);
    const silent = !complete && item.a.pos === 'noun' && item.a.morphemes.length === 0 && item.text.endsWith(t.glide) && item.a.lemma.endsWith(t.glide) && next?.kind === 'word' && (next.a.pos === 'noun' || next.a.pos === 'name' || next.a.pos === 'adj') && (next.a.kind !== 'human' || (next.a.pos === 'adj' && t.isBody(item))) && (next.flags & INDEF) === 0;
    // هەرزەکارێکی تەمەن 17 ساڵان
    if (t.age.has(item.a.lemma) && next?.a.pos === 'num' && items[i + 1]?.a.kind === 'time' && !t.stopAt(i + 1)) {
      i += 2;
      if (linked(items[i - 1] as Item) && isNominal(items[i]) && !t.stopAt(i) && !t.startsPredicate(i)) continue;
      break;
    }
    // ئەو هاووڵاتییە کوردە: noun and adjective are both closed by the ە of "that"
    if (dem && !linked(item) && (item.flags & DEM) !== 0 && next && (next.flags & DEM) !== 0 && (next.a.pos === 'adj' || next.readings.some((r) => r.pos === 'adj')) && !t.stopAt(i)) continue;
    // "that … which": but an adjective before a noun and a comma governs it (ئەو کارە هاوبەشەی حیزبەکان، …)
    if (dem && linked(item) && (item.flags & DEM) !== 0 && !(i - 1 > head && item.readings.some((r) => r.pos === 'adj') && isNominal(next) && isMark(items[i + 1], '،'))) break;
    const ends = isMark(next, '(') && linked(item) && t.roads.has(item.a.lemma) ? bracketedEnds(items, i) : -1;
    if (ends > 0) {
      i = ends + 1;
      break;
    }
    if (linked(item) || silent) {
      if (isNominal(next) && !t.stopAt(i) && !(t.startsPredicate(i) && (!predicate || next?.a.pos === 'adj'))) continue;
      const innerEnd = innerPhrase(items, i, t);
      if (innerEnd > i) {
        i = innerEnd;
        if (linked(items[i - 1] as Item)) continue;
      }
      break;
    }
    if (measured(items, at, i, t)) {
      if (head === i - 1) head = i;
      continue;
    }
    const close = (item.flags & DEM) !== 0 || item.text.endsWith(t.closer);
    if (close && !dem && next && (next.a.pos === 'adj' || next.a.pos === 'noun') && (item.a.pos === 'noun' || i - 1 > head) && definiteAfter(items, i) && !t.stopAt(i)) continue;
    if (next && next.a.pos === 'adj' && next.a.feature === 'other' && !t.stopAt(i)) continue;
    if (next && t.construct.has(item.text) && isNominal(next) && !t.stopAt(i)) continue;
    if (next && (t.titlePairs.has(`${item.a.lemma} ${next.a.lemma}`) || t.titlePairs.has(`${item.a.lemma} ${next.text.slice(0, next.a.core)}`)) && !t.stopAt(i)) continue;
    if (t.nameStops(i - 1) && t.nameStarts(i)) break;
    if (isMark(next, '-') && head >= 0 && t.roads.has((items[head] as Item).a.lemma) && nameLike(item) && nameLike(items[i + 1]) && !t.stopAt(i + 1)) {
      i++;
      continue;
    }
    if (nameLike(item) && nameLike(next) && !item.a.clitic && next && next.a.pos !== 'adp' && isNominal(next) && !t.stopAt(i) && (item.a.pos === 'name' || !item.a.known) ) continue;
    break;
  }
  if (i === at) return undefined;
  return { first: at, last: i - 1, head: head < 0 ? at : head };
}

/** گروپە ڕادیکاڵە ڕاستڕەوەکان: in a close compound the last adjective has the article, those before it end in ە. */
function definiteAfter(items: readonly Item[], at: number): boolean {
  let i = at;
  while (items[i] && ((items[i] as Item).flags & (DEM | DEF)) === DEM && describes(items[i] as Item)) i++;
  const last = items[i];
  return last !== undefined && (last.flags & DEF) !== 0 && (i === at || describes(last));
}

/** An adjective, or a noun that is one too. */
const describes = (i: Item): boolean => i.a.pos === 'adj' || i.readings.some((r) => r.pos === 'adj' && r.stem === i.a.stem);

/** The bracket that closes "(A - B)" at `open`, or -1: two ends of a way, a few words each. */
function bracketedEnds(items: readonly Item[], open: number): number {
  let dash = false;
  for (let i = open + 1; i < Math.min(items.length, open + 9); i++) {
    if (isMark(items[i], ')')) return dash ? i : -1;
    if (isMark(items[i], '-')) dash = true;
    else if (items[i]?.kind === 'punct') return -1;
  }
  return -1;
}

const UNTIMED = new Set(['group', 'org', 'place', 'time']);
const UNMEASURED = new Set([...UNTIMED, 'human']);

/** "six years prison", "three million dollars aid": a number, a unit, and the thing measured without izafe. */
function measured(items: readonly Item[], at: number, next: number, t: PhraseTables): boolean {
  const unit = items[next - 1] as Item;
  const thing = items[next];
  if (!thing || next - 1 <= at || (items[next - 2] as Item).a.pos !== 'num' || !t.units.has(unit.a.kind) || t.stopAt(next) || t.startsPredicate(next)) return false;
  return thing.a.pos === 'noun' && thing.a.known && !(unit.a.kind === 'time' ? UNTIMED : UNMEASURED).has(thing.a.kind);
}

const linkedInner = (items: readonly Item[], i: number, t: PhraseTables): boolean => i > 0 && t.inner.has(items[i]?.a.lemma ?? '') && linked(items[i - 1] as Item);

/** After an izafe: "on X", "between X and Y", "belonging to X" inside the noun phrase. Returns the item after it, or `at`. */
function innerPhrase(items: readonly Item[], at: number, t: PhraseTables): number {
  const item = items[at];
  if (!item || item.a.pos !== 'adp' || !t.inner.has(item.text)) return at;
  let i = at + 1;
  if (t.memberOf.has(item.text) && items[i]?.a.pos === 'adp') i++;
  const seg = segmentAt(items, i, t);
  if (!seg) return at;
  let end = seg.last + 1;
  if (t.between.has(item.text) && items[end]?.a.pos === 'conj') {
    const more = segmentAt(items, end + 1, t);
    if (more) end = more.last + 1;
  }
  return end;
}

/** A noun phrase with everything coordinated with it and set beside it. */
export function groupAt(items: readonly Item[], at: number, t: PhraseTables): Phrase | undefined {
  const phrase = phraseAt(items, at, t);
  if (!phrase) return undefined;
  let last = phrase.last;
  let post = phrase.post;
  let tail: Phrase = phrase;
  let shared: Phrase = phrase;
  const also: Phrase[] = [];
  let apposition: Phrase | undefined;
  for (;;) {
    const here = items[last] as Item;
    const next = items[last + 1];
    if (here.and || next?.a.pos === 'conj' && next.a.feature === 'and') {
      const from = here.and ? last + 1 : last + 2;
      if (t.stopAt(from)) break;
      const more = bareAt(items, from, t);
      if (!more) break;
      if (also.length === 0 && (sharesModifiers(items, shared, more) || bodyGoesOn(items, shared, more, t))) {
        shared = { ...shared, last: more.last, segments: [{ first: shared.segments[0]?.first ?? shared.first, last: more.last, head: shared.segments[0]?.head ?? shared.first }] };
      } else also.push(more);
      tail = more;
      last = more.last;
      post = more.post;
      continue;
    }
    if (apposition === undefined && also.length === 0 && next && t.isTitle(next) && ((next.flags & IZAFE) !== 0 || t.titlePairs.has(`${next.a.lemma} ${items[last + 2]?.a.lemma ?? ''}`)) && !t.stopAt(last + 1)) {
      const more = bareAt(items, last + 1, t);
      if (more && beside(items, phrase, more, t)) {
        apposition = more;
        tail = more;
        last = more.last;
        post = more.post;
        continue;
      }
    }
    if (apposition === undefined && also.length === 0 && next?.a.pos === 'adp' && next.a.feature === t.called && ofPeople(items, phrase) && !t.stopAt(last + 2)) {
      const more = bareAt(items, last + 2, t);
      if (more) {
        const from = t.origin.has(items[more.last + 1]?.a.lemma ?? '') && !t.stopAt(more.last + 1) ? bareAt(items, more.last + 1, t) : undefined;
        apposition = more;
        tail = from ?? more;
        last = tail.last;
        post = tail.post;
        continue;
      }
    }
    if (!isMark(next, '،', '-')) break;
    const more = bareAt(items, last + 2, t);
    if (!more || t.stopAt(last + 2)) break;
    if (apposition === undefined && also.length === 0 && beside(items, phrase, more, t)) {
      const end = titleEnd(items, more, t);
      apposition = end > more.last ? { ...more, last: end, segments: more.segments.map((g) => (g.last === more.last ? { ...g, last: end } : g)) } : more;
      tail = more;
      last = end;
      post = more.post || post;
      if (isMark(items[last + 1], '،') && items[last + 2]?.a.pos !== 'conj' && !isNominal(items[last + 2])) last++;
      continue;
    }
    const following = items[more.last + 1];
    if (phrase.marker === '' && also.length === 0 && !listGoesOn(items, more.last + 1)) break;
    if (!following || !(listGoesOn(items, more.last + 1) || following.a.pos === 'adp')) break;
    if (!listGoesOn(items, more.last + 1)) break;
    also.push(more);
    tail = more;
    last = more.last;
    post = more.post;
  }
  return { ...shared, last, post, clitic: tail.clitic, openEnd: tail.openEnd, also, ...(apposition ? { apposition } : {}) };
}

/** One person or several, unnamed so far. */
const ofPeople = (items: readonly Item[], p: Phrase): boolean => p.segments.length === 1 && ['human', 'group'].includes(items[p.segments[0]?.head ?? -1]?.a.kind ?? '');

/** A post that goes on over "and" to the body it is in: "coordinator of A and B in the council". The last item of all that. */
function titleEnd(items: readonly Item[], title: Phrase, t: PhraseTables): number {
  if (!t.isTitle(items[title.segments[0]?.head ?? title.first] as Item)) return title.last;
  let i = title.last + 1;
  if (items[i]?.a.pos === 'conj' && items[i]?.a.feature === 'and') {
    const more = bareAt(items, i + 1, t);
    if (more) i = more.last + 1;
  }
  if (items[i]?.a.pos !== 'adp' || items[i]?.a.feature !== t.inMarker) return title.last;
  const body = phraseAt(items, i, t);
  return body && body.segments.some((g) => t.isBody(items[g.head] as Item)) ? body.last : title.last;
}

/** "bases and centres of X": bare nouns before "and" share the article and the complements of the last. */
function sharesModifiers(items: readonly Item[], a: Phrase, b: Phrase): boolean {
  const last = items[a.last] as Item;
  const head = items[b.segments[0]?.head ?? b.first] as Item;
  const bareNoun = last.a.pos === 'noun' && last.a.known && last.flags === 0 && last.post === '' && last.a.clitic === '';
  const one = a.segments.length === 1 && a.segments[0]?.head === a.segments[0]?.last && (items[a.last - 1]?.flags ?? 0) === 0;
  return one && bareNoun && ((head.flags & (PLURAL | DEF)) === (PLURAL | DEF) || ((head.flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE) && b.last > b.first) || ((head.flags & DEM) !== 0 && b.last > b.first)) && head.a.pos === 'noun';
}

/** وەزارەتی ڕۆشنبیری و لاوان: a body named after what it is for, and after something else of that sort. */
function bodyGoesOn(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  const seg = a.segments[0];
  const last = items[a.last] as Item;
  const head = items[b.segments[0]?.head ?? b.first] as Item;
  const named = b.segments.length === 2 && b.segments[1] !== undefined && t.nameStarts(b.segments[1].first);
  if (a.segments.length !== 1 || (b.segments.length !== 1 && !named) || !seg || seg.last === seg.head || !t.isBody(items[seg.head] as Item) || b.segments[0]?.head !== b.first) return false;
  const matter = (i: Item): boolean => (i.a.pos === 'noun' || i.readings.some((r) => r.pos === 'noun' && r.stem === i.a.stem)) && i.a.known && ['abstract', 'act', 'event', 'thing', 'work', ''].includes(i.a.kind) && (i.flags & (DEF | INDEF)) === 0 && (i.a.derived !== undefined || !t.isBody(i)) && !t.isTitle(i);
  return matter(last) && last.a.clitic === '' && last.post === '' && matter(head) && !t.startsPredicate(b.first);
}

/** "…، C and D" or "…، C، D and E" follows. */
function listGoesOn(items: readonly Item[], at: number): boolean {
  for (let i = at; i < Math.min(items.length, at + 14); i++) {
    const item = items[i] as Item;
    if (item.a.pos === 'verb' || item.a.pos === 'cop' || isMark(item, '.', ':', '؛', '"')) return false;
    if (item.a.pos === 'conj' && item.a.feature === 'and') return true;
    if (!isMark(item, '،') && !isNominal(item)) return false;
    if (i === at && !isMark(item, '،')) return false;
  }
  return false;
}

/** A name beside a post, or a post beside a name. */
function beside(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  const titled = (p: Phrase): boolean => p.segments.some((s) => t.isTitle(items[s.head] as Item));
  const named = (p: Phrase): boolean => {
    const s = p.segments[p.segments.length - 1] as Segment;
    return nameLike(items[s.head]) && !t.isTitle(items[s.head] as Item);
  };
  return (named(a) && titled(b)) || (titled(a) && a.segments.length === 1 && named(b) && b.segments.length === 1 && b.last - b.first < 4);
}

export const isPlural = (i: Item): boolean => (i.flags & PLURAL) !== 0;
