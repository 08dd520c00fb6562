import { DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isNominal } from '../../language/context/classes.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { Phrase, PhraseTables } from './phrase-tables.js';
import { beside, isPost, listGoesOn, ofPeople } from './beside.js';
import { bareAt, phraseAt } from './phrase.js';
import { bothPosts, nameInside, postOf, secondPost, titleEnd } from './posts.js';
import { isTitlePair, titleAt } from './segments.js';

/** A noun phrase with everything coordinated with it and set beside it. */
export function groupAt(items: readonly Item[], at: number, t: PhraseTables): Phrase | undefined {
  const first = phraseAt(items, at, t);
  if (!first) return undefined;
  let phrase = sharedPlural(items, first, t) ?? first;
  let last = phrase.last;
  let post = phrase.post;
  let tail: Phrase = phrase;
  let shared: Phrase = phrase;
  const also: Phrase[] = [];
  let apposition: Phrase | undefined, holder: Phrase | undefined;
  for (;;) {
    const here = items[last] as Item;
    const next = items[last + 1];
    if (here.and || next?.a.pos === 'conj' && next.a.feature === 'and') {
      const from = here.and ? last + 1 : last + 2;
      if (t.stopAt(from)) break;
      const more = bareAt(items, from, t);
      if (!more) break;
      if (!apposition && also.length === 0 && t.binomials.has(`${here.a.lemma} ${items[more.first]?.a.lemma ?? ''}`)) {
        const seg = phrase.segments[0];
        phrase = shared = tail = { ...more, first: phrase.first, marker: phrase.marker, preposition: phrase.preposition, segments: [{ first: seg?.first ?? phrase.first, last: more.last, head: seg?.head ?? phrase.first }] };
        last = more.last;
        post = more.post;
        continue;
      }
      if (!apposition && also.length === 0 && bothPosts(items, phrase, more, t)) {
        phrase = shared = tail = { ...more, first: phrase.first };
        last = more.last;
        post = more.post;
        continue;
      }
      if (apposition && also.length === 0 && secondPost(items, apposition, more, t)) {
        apposition = { ...apposition, also: [...apposition.also, more] };
        tail = more;
        last = more.last;
        post = more.post;
        continue;
      }
      if (also.length === 0 && !t.between.has(phrase.marker) && (sharesModifiers(items, shared, more) || bodyGoesOn(items, shared, more, t))) {
        shared = { ...shared, last: more.last, segments: [{ first: shared.segments[0]?.first ?? shared.first, last: more.last, head: shared.segments[0]?.head ?? shared.first }] };
      } else if (!isAside(items, phrase, more, t)) also.push(more);
      tail = more;
      last = more.last;
      post = more.post;
      const own = also[also.length - 1] === more ? postOf(items, more, t) : undefined;
      if (own) {
        also[also.length - 1] = { ...more, apposition: own };
        tail = own;
        last = own.last;
        post = own.post;
      }
      continue;
    }
    // also a rank before the name of who has the post (وەزیری ناوخۆ لیوا عەلی فازڵ)
    if (apposition === undefined && also.length === 0 && next && titleAt(items, last + 1, t) && ((next.flags & IZAFE) !== 0 || !t.isTitle(next) || isTitlePair(items, last + 1, t) || (items[last + 2] !== undefined && t.isBody(items[last + 2] as Item)) || (next.flags === 0 && !t.courtesy.has(next.a.lemma) && t.isPerson(t.nameEnd(last + 2)))) && !t.stopAt(last + 1)) {
      const more = bareAt(items, last + 1, t);
      if (more && beside(items, phrase, more, t)) {
        apposition = more;
        tail = more;
        last = more.last;
        post = more.post;
        continue;
      }
    }
    // سەردانی ئازاد کەریم سەرۆکی X: the post is that of the name at the end of the chain
    const inside = apposition === undefined && also.length === 0 && holder === undefined ? nameInside(phrase, t) : undefined;
    const theirs = inside && postOf(items, inside, t);
    if (inside && theirs) {
      holder = { ...inside, apposition: theirs };
      tail = theirs;
      last = theirs.last;
      post = theirs.post;
      continue;
    }
    // a citizen, native of X, by the name of Y
    const native = apposition === undefined && also.length === 0 && t.origin.has(next?.a.lemma ?? '') && ofPeople(items, phrase) && !t.stopAt(last + 1) ? bareAt(items, last + 1, t) : undefined;
    const named = native !== undefined && isCalled(items, native.last + 1, t) ? native.last + 1 : last + 1;
    if (apposition === undefined && also.length === 0 && isCalled(items, named, t) && ofPeople(items, phrase)) {
      const more = bareAt(items, named + 1, t);
      if (more && native && named > last + 1) {
        apposition = { ...more, also: [...more.also, native] };
        tail = more;
        last = more.last;
        post = more.post;
        continue;
      }
      if (more) {
        const from = t.origin.has(items[more.last + 1]?.a.lemma ?? '') && !t.stopAt(more.last + 1) ? bareAt(items, more.last + 1, t) : undefined;
        apposition = from ? { ...more, also: [...more.also, from] } : more;
        tail = from ?? more;
        last = tail.last;
        post = tail.post;
        continue;
      }
    }
    if (!isMark(next, '،', '-') || holder !== undefined) break;
    const more = bareAt(items, last + 2, t);
    if (!more || t.stopAt(last + 2)) break;
    // X، خۆی و Y سووتاند: "himself" begins something else
    if (items[more.segments[0]?.head ?? more.first]?.a.feature === 'self') break;
    // NAME POST، NAME: the post is that of the name before it
    if (also.length === 0 && isPost(items, phrase.segments[0], t) && phrase.preposition < 0 && t.isPerson(phrase.first - 1)) break;
    if (apposition === undefined && also.length === 0 && beside(items, phrase, more, t)) {
      const end = titleEnd(items, more, t);
      apposition = end > more.last ? { ...more, last: end, segments: more.segments.map((g) => (g.last === more.last ? { ...g, last: end } : g)) } : more;
      tail = more;
      last = end;
      post = more.post || post;
      if (isMark(items[last + 1], '،') && items[last + 2]?.a.pos !== 'conj' && !isNominal(items[last + 2])) last++;
      continue;
    }
    // لە هەولێر، ئەفسەرێک و سەربازێک …: those are in no list with the place
    if (also.length === 0 && phrase.marker !== '' && kindOf(items, phrase) === 'place' && kindOf(items, more) === 'human') break;
    const own = postOf(items, more, t);
    // NAME POST، NAME POST VERB: a list without "and", if each has a post
    if (!listGoesOn(items, (own ?? more).last + 1) && !(own && (also.at(-1) ?? { apposition }).apposition)) break;
    if (!isAside(items, phrase, more, t)) also.push(own ? { ...more, apposition: own } : more);
    tail = own ?? more;
    last = tail.last;
    post = tail.post;
  }
  return { first: shared.first, last, segments: shared.segments, marker: shared.marker, preposition: shared.preposition, post, clitic: tail.clitic, openEnd: tail.openEnd, also, apposition, holder };
}

/** "bases and centres of X": bare nouns before "and" share the article and the complements of the last. */
function sharesModifiers(items: readonly Item[], a: Phrase, b: Phrase): boolean {
  const last = items[a.last] as Item;
  const head = items[b.segments[0]?.head ?? b.first] as Item;
  const bareNoun = last.a.pos === 'noun' && last.a.known && last.flags === 0 && last.post === '' && last.a.clitic === '';
  const one = a.segments.length === 1 && a.segments[0]?.head === a.segments[0]?.last && (items[a.last - 1]?.flags ?? 0) === 0;
  return one && bareNoun && ((head.flags & (PLURAL | DEF)) === (PLURAL | DEF) || ((head.flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE) && b.last > b.first) || ((head.flags & DEM) !== 0 && b.last > b.first)) && head.a.pos === 'noun';
}

/** هەموو هێز، لایەن و پێکهاتەکانی X: after "all" the plural on the last of bare nouns is that of all of them, and they are one phrase. */
function sharedPlural(items: readonly Item[], phrase: Phrase, t: PhraseTables): Phrase | undefined {
  const seg = phrase.segments[0];
  const all = seg && items[seg.first]?.a.pos === 'det' && items[seg.first]?.a.feature === 'all';
  const bare = (i: Item | undefined): boolean => i !== undefined && i.a.pos === 'noun' && i.a.known && i.flags === 0 && i.post === '' && i.a.clitic === '';
  if (!all || phrase.segments.length !== 1 || !bare(items[phrase.last])) return undefined;
  for (let last = phrase.last; ;) {
    const joint = items[last + 1];
    const from = isMark(joint, '،') || (joint?.a.pos === 'conj' && joint.a.feature === 'and') ? last + 2 : -1;
    const more = from < 0 || t.stopAt(from) ? undefined : bareAt(items, from, t);
    const head = more && items[more.segments[0]?.head ?? more.first];
    if (!more || !head || more.segments.length !== 1) return undefined;
    if ((head.flags & (PLURAL | DEF)) === (PLURAL | DEF)) return { ...phrase, last: more.last, segments: [{ ...seg, last: more.last }], post: more.post, clitic: more.clitic, openEnd: more.openEnd };
    if (more.last !== more.first || !bare(head)) return undefined;
    last = more.last;
  }
}

/** وەزارەتی ڕۆشنبیری و لاوان: a body or a post named after what it is for, and after something else of that sort. */
function bodyGoesOn(items: readonly Item[], a: Phrase, b: Phrase, t: PhraseTables): boolean {
  const seg = a.segments[0];
  const last = items[a.last] as Item;
  const head = items[b.segments[0]?.head ?? b.first] as Item;
  const named = b.segments.length === 2 && b.segments[1] !== undefined && t.nameStarts(b.segments[1].first);
  if (a.segments.length !== 1 || (b.segments.length !== 1 && !named) || !seg || seg.last === seg.head || !(t.isBody(items[seg.head] as Item) || t.isTitle(items[seg.head] as Item)) || b.segments[0]?.head !== b.first) return false;
  const matter = (i: Item): boolean => (i.a.pos === 'noun' || i.readings.some((r) => r.pos === 'noun' && r.stem === i.a.stem)) && i.a.known && ['abstract', 'act', 'event', 'thing', 'work', ''].includes(i.a.kind) && (i.flags & (DEF | INDEF)) === 0 && (i.a.derived !== undefined || !t.isBody(i)) && !t.isTitle(i);
  return matter(last) && last.a.clitic === '' && last.post === '' && matter(head) && !t.startsPredicate(b.first);
}

/** ئازاد، خەڵکی X و دانیشتووی Y: where somebody is from is nobody else. */
function isAside(items: readonly Item[], phrase: Phrase, more: Phrase, t: PhraseTables): boolean {
  const head = items[more.segments[0]?.head ?? more.first];
  return head !== undefined && t.origin.has(head.a.lemma) && (head.flags & (IZAFE | PLURAL)) === IZAFE && (t.isPerson(phrase.last) || kindOf(items, phrase) === 'human') && !t.origin.has(items[phrase.segments[0]?.head ?? phrase.first]?.a.lemma ?? '');
}

/** "By the name of". */
const isCalled = (items: readonly Item[], at: number, t: PhraseTables): boolean => items[at]?.a.pos === 'adp' && items[at]?.a.feature === t.called && !t.stopAt(at + 1);

const kindOf = (items: readonly Item[], p: Phrase): string => items[p.segments[0]?.head ?? p.first]?.a.kind ?? '';
