import { titlePair } from '../syntax/segments.js';
import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import type { EntityType } from '../../model/types.js';
import { asName } from '../../language/context/as-names.js';
import type { Item } from '../../language/context/items.js';
import type { NameEnds } from '../syntax/clauses.js';
import { forms, kept, type NameIndex } from './name-index.js';
import { afterHonorific, afterPost, ambiguousHere, isQuestion, standsAlone } from './support.js';
import { calledSo, presented } from './presented.js';

/** A name in a sentence: items `first` to `last`. */
export interface NameHit {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  /** Id of the name-list entry. */
  readonly known?: string | undefined;
  readonly foundBy: string;
  /** Where the listed body of state belongs; empty when the list does not say. */
  readonly of?: string | undefined;
  /** Letters of the last word that belong to the name. */
  readonly keep?: number | undefined;
  /** Only the shape says so; believed where a role wants it. */
  readonly weak: boolean;
}

/** A listed body whose words are only the beginning of a longer name ("Security Council" in "National Security Council of X"). */
function goesOn(items: readonly Item[], hit: NameHit, index: NameIndex): boolean {
  const last = items[hit.last] as Item;
  const next = items[hit.last + 1];
  if (!next || next.kind !== 'word' || (last.flags & IZAFE) === 0 || last.a.morphemes.length === 0 || last.word.key === index.fold(last.text.slice(0, last.a.stem))) return false;
  return hit.last > hit.first && (next.a.pos === 'adj' || next.a.pos === 'noun') && next.a.known;
}

/** A body of state with the place joined to it: still the listed one if that is where it belongs, otherwise the "Ministry of Oil" of another country. */
function withPlace(items: readonly Item[], hit: NameHit, index: NameIndex): NameHit {
  const { of, known, ...rest } = hit;
  if (of === undefined || ((items[hit.last] as Item).flags & IZAFE) === 0 || hit.last + 1 >= items.length) return hit;
  const place = listed(items, hit.last + 1, index);
  if (place?.type !== 'Place' || place.weak || place.known === undefined) return hit;
  return { ...rest, last: place.last, ...(place.keep !== undefined ? { keep: place.keep } : {}), ...(known !== undefined && index.places.get(place.known) === of ? { known } : {}) };
}

/** All names of a sentence, longest first where they overlap, in order. */
export function namesOf(items: readonly Item[], index: NameIndex): NameHit[] {
  const hits: NameHit[] = [];
  let i = 0;
  while (i < items.length) {
    const found = listed(items, i, index);
    const hit = found && withPlace(items, found, index);
    const guess = broadcaster(items, i, index) ?? calledSo(items, i, index) ?? presented(items, i, index) ?? byShape(items, i, index);
    // a full name of the list goes on only with words that are nothing but names
    // پارێزەرانی شێرکۆ هێمن X: whose lawyers, and the first of them
    const led = items[i - 1];
    const governed = led !== undefined && led.a.kind === 'human' && (led.flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE);
    const full = guess !== undefined && hit?.type === 'Person' && !hit.weak && (hit.last > hit.first || governed) && guess.last > hit.last;
    const shape = full && !items.slice(hit.last + 1, guess.last + 1).every((x) => isOnlyName(x, index)) ? undefined : guess;
    const later = hit !== undefined && hit.type === 'Organization' && hit.last > hit.first ? listed(items, hit.last, index) : undefined;
    const partial = hit !== undefined && hit.type === 'Organization' && (goesOn(items, hit, index) || (later?.type === 'Organization' && later.last > hit.last));
    // پارێزگاری سلێمانی هەڤاڵ X: of a post, the place that is in, though people are called by it too
    const before = items[i - 1];
    const posted = hit?.type === 'Place' && !hit.weak && before !== undefined && (before.flags & IZAFE) !== 0 && index.mayBeTitle(before.word) && index.titles.get(before.a.key) === 'post';
    const best = partial ? undefined : !hit ? shape : posted ? hit : !shape ? hit : shape.foundBy === 'name.media' && shape.last >= hit.last && !hit.known?.startsWith('organization') ? shape : shape.last > hit.last && (hit.type !== 'Organization' || hit.weak) ? { ...shape, ...(hit.type === 'Person' && hit.known && hit.last > hit.first ? { known: hit.known } : {}) } : hit;
    if (best) {
      hits.push(best);
      // یان کوبیش: no "or" in a listed person's name
      if (best.type === 'Person' && best.known !== undefined) for (const part of items.slice(best.first, best.last + 1)) if (part.a.pos === 'conj') asName(part);
      i = best.last + 1;
    } else i++;
  }
  return hits;
}

/**
 * Adds the persons that a sentence names by the last word of a name met before in the document (`surnames`, folded), and remembers those it names in full.
 * Such a word is read as a name, whatever else it might be.
 */
export function withSurnames(items: readonly Item[], hits: readonly NameHit[], surnames: Set<string>, index: NameIndex): readonly NameHit[] {
  const more: NameHit[] = [];
  if (surnames.size > 0) items.forEach((item, i) => {
    const word = item.kind === 'word' ? forms(item, index).find((f) => surnames.has(f)) : undefined;
    if (word === undefined || hits.some((h) => h.first <= i && i <= h.last)) return;
    const reading = item.readings.find((r) => r.pos === 'name' && index.fold(item.text.slice(0, r.stem)) === word);
    if ((item.a.known && !reading) || (item.a.pos === 'verb' && item.a.known)) return;
    if (reading && reading !== item.a) {
      item.a = reading;
      item.flags = reading.flags;
      item.post = reading.post;
    }
    more.push({ first: i, last: i, type: 'Person', foundBy: 'name.surname', weak: false, keep: kept(item, word, index) });
  });
  for (const h of hits) if (h.type === 'Person' && !h.weak && h.last > h.first) {
    const last = items[h.last] as Item;
    surnames.add(index.fold(h.keep !== undefined ? last.text.slice(0, h.keep) : last.a.pos === 'name' ? last.text.slice(0, last.a.stem) : last.text));
  }
  const all = more.length === 0 ? hits : [...hits, ...more].sort((a, b) => a.first - b.first);
  // with the same properties in the same order, which is fast to read
  return all.map((h) => ({ first: h.first, last: h.last, type: h.type, known: h.known, foundBy: h.foundBy, of: h.of, keep: h.keep, weak: h.weak }));
}

/** پیاوێکی چینی: a noun that is an adjective too, after an izafe. */
const describes = (items: readonly Item[], at: number): boolean => ((items[at - 1]?.flags ?? 0) & IZAFE) !== 0 && (items[at] as Item).readings.some((r) => r.pos === 'adj' && r.morphemes.length === 0);

const CLOSED = new Set(['pron', 'adp', 'conj', 'sconj', 'dem', 'det', 'num', 'part', 'cop', 'aux', 'int', 'adv']);

function listed(items: readonly Item[], at: number, index: NameIndex): NameHit | undefined {
  const item = items[at] as Item;
  if (item.kind !== 'word' && item.kind !== 'latin') return undefined;
  if (index.begins(item.word)) for (const [f, entries] of index.of(item.word).listed) {
    for (const e of entries) {
      if (e.words.length === 1) {
        const alone = e.ambiguous && index.alone.get(e.words[0] as string) === e.type && standsAlone(items, at);
        if (e.ambiguous && !alone && !ambiguousHere(items, at, at, f === 0, e.type)) continue;
        if (isQuestion(items, at)) continue;
        if (f > 0 && item.a.pos === 'verb') continue;
        // ١٢ فەلەستینی: so many people from there
        if (f > 0 && item.a.pos === 'adj' && items[at - 1]?.a.pos === 'num') continue;
        // دیداری بارزانی: a surname as it stands, not the town of Barzan with an ending
        if (f > 0 && e.type !== 'Person' && item.a.pos === 'name' && item.a.morphemes.length === 0 && index.isFamily(item.word)) continue;
        if (item.a.pos !== 'name' && CLOSED.has(item.a.pos)) continue;
        if (f > 0 && item.a.known && item.a.pos !== 'name' && (e.type === 'Person' || (e.type === 'Place' && item.a.pos === 'noun' && item.a.morphemes.length === 0 && !describes(items, at)))) continue;
        // پەرلەمانتاری گۆڕان: of a post, what it is in
        const member = e.type === 'Organization' && f === 0 && afterPost(items, at, index);
        // شەهید داغستان: after an honorific it is somebody's name
        if (e.type === 'Place' && afterHonorific(items, at, index)) return { first: at, last: at, type: 'Person', foundBy: 'name.given', weak: false, keep: kept(item, e.words[0] as string, index) };
        return { first: at, last: at, type: e.type, known: e.id, foundBy: 'name.listed', weak: e.ambiguous && !alone && !member, keep: kept(item, e.words[0] as string, index) };
      }
      if (f > 0 && item.word.key !== e.words[0]) continue;
      if (!matches(items, at, e.words, index)) continue;
      // سەرۆک کۆماری تورکیا: the president of Turkey, not the chief of the Republic of Turkey
      if (e.type === 'Place' && titlePair(items[at - 1], item, index.titleStarts, index.titles) !== undefined) continue;
      const last = at + e.words.length - 1, end = items[last] as Item;
      // a body of state is also believed beside the place that has it (سەرۆکایەتیی کۆماری X)
      const ofPlace = e.of !== undefined && (end.flags & IZAFE) !== 0 && last + 1 < items.length && listed(items, last + 1, index)?.type === 'Place';
      if (e.ambiguous && !ofPlace && !ambiguousHere(items, at, last, end.word.key === e.words[e.words.length - 1], e.type)) continue;
      return { first: at, last, type: e.type, known: e.id, foundBy: 'name.listed', weak: false, keep: kept(end, e.words[e.words.length - 1] as string, index), ...(e.of !== undefined ? { of: e.of } : {}) };
    }
  }
  const type = item.a.pos === 'noun' && standsAlone(items, at) ? index.alone.get(item.a.key) : undefined;
  return type ? { first: at, last: at, type, foundBy: 'head.alone', weak: false, keep: item.a.stem } : undefined;
}

function matches(items: readonly Item[], at: number, words: readonly string[], index: NameIndex): boolean {
  for (let k = 1; k < words.length; k++) {
    const item = items[at + k];
    if (!item || item.kind === 'punct') return false;
    const w = words[k] as string;
    if (k === words.length - 1 ? !forms(item, index).includes(w) : item.word.key !== w) return false;
  }
  return true;
}

const unknownOrName = (item: Item): boolean => !item.a.known || item.readings.some((r) => r.pos === 'name');
const bare = (item: Item): boolean => item.post === '' && !item.and;

const isOnlyName = (item: Item, index: NameIndex): boolean => index.isOnlyName(item.word);

/** A name that people are called by stands after an unknown word. */
function nameAfter(items: readonly Item[], at: number, index: NameIndex): boolean {
  const next = items[at + 1];
  return bare(items[at] as Item) && next?.kind === 'word' && (!next.a.known || next.a.pos === 'name') && index.isCalled(next.word);
}

/** ئاسۆ نیوز: a name closed by a word for news. */
function broadcaster(items: readonly Item[], at: number, index: NameIndex): NameHit | undefined {
  const item = items[at] as Item;
  const next = items[at + 1];
  if (item.kind !== 'word' || !bare(item) || CLOSED.has(item.a.pos) || item.a.pos === 'verb' || (item.flags & IZAFE) !== 0 || next?.kind !== 'word') return undefined;
  return index.endsMedia(next.word) ? { first: at, last: at + 1, type: 'Organization', foundBy: 'name.media', weak: false, keep: kept(next, index.of(next.word).mediaEnd, index) } : undefined;
}

/** A given name with the names after it, or unknown words after an honorific. */
function byShape(items: readonly Item[], at: number, index: NameIndex): NameHit | undefined {
  const item = items[at] as Item;
  if (item.kind !== 'word') return undefined;
  if (item.a.known && CLOSED.has(item.a.pos)) return undefined;
  const given = index.isGiven(item.word), ambiguous = index.isAmbiguous(item.word), surname = index.isFamily(item.word);
  // چوار ڕۆژ ئازاد: so many days, and nobody of that name
  if (items[at - 1]?.a.pos === 'num' && item.readings.some((r) => r.kind === 'time')) return undefined;
  // هاوڕێ X: comrade, not somebody's first name
  if (index.comrade.has(item.word.key) && bare(item) && items[at + 1]?.kind === 'word' && items[at + 1]?.a.pos === 'name') return undefined;
  const prev = items[at - 1];
  const called = prev?.a.pos === 'adp' && prev.a.feature === index.called && (item.enclosed || given || unknownOrName(item));
  const title = prev === undefined || !index.mayBeTitle(prev.word) ? undefined : index.titles.get(prev.a.key);
  // a title makes a name of an unknown word; a noun for a human (پیاو) only of one that people are called by, alone or with the next
  const calls = title !== undefined ? !item.a.known || (given && !ambiguous) || (item.a.pos === 'name' && item.a.kind === '' && item.flags === 0 && item.text.length > 2) : given ? !ambiguous : !item.a.known && nameAfter(items, at, index);
  const bareTitle = calls && prev !== undefined && prev.kind === 'word' && prev.flags === 0 && prev.a.clitic === '' && prev.post === '' && prev.a.known && (prev.a.kind === 'human' || title !== undefined) && !index.construct.has(prev.a.lemma);
  // هاوڕێکەمان X: "our comrade", who is told of by name
  const ours = prev !== undefined && prev.kind === 'word' && bare(prev) && (!item.a.known || given || item.a.pos === 'name') && prev.readings.some((r) => r.clitic === '1p' && r.morphemes.length > 1 && index.comrade.has(r.key));
  const titled = called || bareTitle || ours || prev !== undefined && prev.kind === 'word' && title === 'honorific' && (prev.flags & (IZAFE | PLURAL | DEF | INDEF)) === 0;
  const unknown = !item.a.known;
  // هێمن سەید موراد: after a word that may be a first name, a courtesy that is part of the name
  const third = items[at + 2];
  const between = given && item.flags === 0 && bare(item) && index.midName.has(items[at + 1]?.word.key ?? '') && third?.kind === 'word' && (index.isCalled(third.word) || !third.a.known);
  const beside = items[at + 1];
  const family = !given && surname && item.readings.every((r) => r.pos === 'name' || !r.known) && item.flags === 0 && bare(item) && beside?.kind === 'word' && index.isGiven(beside.word);
  if (!given && !titled && !unknown && !family) return undefined;
  if (between) return { first: at, last: at + 2, type: 'Person', foundBy: 'name.given', weak: false };
  // ڕێباز حەملان: a word that is also a given name, first in its clause and before an unknown word
  const opens = given && item.flags === 0 && item.a.clitic === '' && bare(item) && (prev === undefined || prev.kind === 'punct') && items[at + 1]?.kind === 'word' && items[at + 1]?.a.known === false && items[at + 1]?.flags === 0;
  if (given && ambiguous && item.a.pos !== 'name' && !titled && !opens) return undefined;
  let last = at;
  while (last - at < 3 && bare(items[last] as Item) && !items[last]?.closes) {
    const next = items[last + 1];
    if (!next || next.kind !== 'word') break;
    const inflected = next.a.known && next.a.pos !== 'name';
    const nameWord = inflected ? index.isGiven(next.word) || index.isFamily(next.word) : index.isCalled(next.word);
    const after = items[last + 2];
    const closed = after !== undefined && (after.kind === 'punct' || index.titles.has(after.a.key));
    const noun = given && !ambiguous && (next.a.morphemes.length === 0 || next.a.clitic === '2s') && (next.a.pos === 'noun' || next.a.pos === 'adj') && last === at && closed && !index.titles.has(next.a.key);
    // شەهید ڕزگار فارقین: after an honorific a place beside the name is where its bearer took it from
    const from = titled && last === at && next.a.kind === 'place' && next.a.pos === 'name' && next.flags === 0 && bare(next);
    // a word that is a name in the lists, of which no list says that people are called by it alone: the surname of somebody listed
    const part = given && next.a.known && next.a.pos === 'name' && next.a.kind === '' && next.a.morphemes.length === 0;
    if (!nameWord && next.a.known && !noun && !from && !part) break;
    if (!nameWord && !noun && !from && next.a.morphemes.length > 1) break;
    if (next.a.pos === 'verb' || next.a.pos === 'adp' || next.a.pos === 'conj') break;
    last++;
  }
  if (last === at && !(titled && (given || unknown || item.enclosed || (item.a.pos === 'name' && item.flags === 0 && (surname || (item.a.kind !== 'place' && item.text.length > 2 && afterHonorific(items, at, index))))))) return undefined;
  const strong = given || titled;
  const anyName = strong || items.slice(at, last + 1).some((x) => index.isCalled(x.word));
  return { first: at, last, type: 'Person', foundBy: strong ? 'name.given' : 'name.shape', weak: !anyName };
}

const STARTS = 1, STOPS = 2, PERSON = 4, NOBODY = 8;

/** Where names that are certain begin and end among the items of a sentence. */
export function nameEnds(hits: readonly NameHit[], items: number): NameEnds {
  const is = new Uint8Array(items + 1);
  const ends = new Int32Array(items + 1).fill(-1);
  for (const h of hits) {
    if (h.weak) continue;
    is[h.first] = (is[h.first] as number) | STARTS | (h.type === 'Person' ? 0 : NOBODY);
    is[h.last] = (is[h.last] as number) | STOPS | (h.last > h.first && h.type === 'Person' ? PERSON : 0);
    if (h.last > h.first && ends[h.first] === -1) ends[h.first] = h.last;
  }
  const holds = (i: number, what: number): boolean => ((is[i] as number) & what) !== 0;
  return { starts: (i) => holds(i, STARTS), stops: (i) => holds(i, STOPS), end: (i) => ends[i] ?? -1, person: (i) => holds(i, PERSON), nobody: (i) => holds(i, NOBODY) };
}
