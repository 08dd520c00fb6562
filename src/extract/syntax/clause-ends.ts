import { COPULA, DEF, DEM, IZAFE, PLURAL } from '../../language/analysis.js';
import { isVerb } from '../../language/context/classes.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { Phrase, PhraseTables } from './phrase-tables.js';
import { phraseAt } from './phrase.js';
import { groupAt } from './phrases.js';

/**
 * Where a verb goes: one phrase, or, where nothing but a mark, a relative clause or another clause's adverb follows, everything coordinated with it ("attacked the A and the B").
 * گوندەکانی A و B: more than one village is named.
 */
export function goalAt(items: readonly Item[], at: number, to: number, pt: PhraseTables): Phrase | undefined {
  const one = phraseAt(items, at, pt);
  const all = one && groupAt(items, at, pt);
  if (!all || all.also.length === 0 || all.apposition) return one;
  const next = items[all.last + 1];
  const head = items[one.segments[0]?.head ?? one.last] as Item;
  const several = head.a.kind === 'place' && (head.flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE) && all.also.every((x) => isPlace(items, x, pt) || !items[x.segments[0]?.head ?? x.last]?.a.known);
  return several || ended(items, all.last + 1, to) || (next?.a.pos === 'adp' && next.a.feature === pt.inMarker && ended(items, (phraseAt(items, all.last + 1, pt)?.last ?? to) + 1, to)) ? all : one;
}

/** Nothing of what was begun can follow: a mark, "that …", or "and then". */
const ended = (items: readonly Item[], at: number, to: number): boolean =>
  at >= to || isMark(items[at], '.', '؛', '؟', '!') || items[at]?.a.feature === 'that' || andThen(items, at);

/** "And then", "and said": another clause begins. */
const andThen = (items: readonly Item[], at: number): boolean => items[at]?.a.pos === 'conj' && items[at + 1] !== undefined && (items[at + 1]?.a.pos === 'adv' || isVerb(items[at + 1]));

/** A word that ends in "is": of a name only where the ending is no mere ە, which may close "this …". */
export const copular = (i: Item): boolean => (isVerb(i) && (i.flags & COPULA) !== 0) || (i.a.pos === 'name' && i.readings.some((r) => r.pos === 'name' && (r.flags & COPULA) !== 0 && r.stem === i.a.stem));

/**
 * X جێی متمانەیە و …: the copula on the last word, before "and" or a comma, ends the clause. "That woman", "those of the Kurds" (with `before`, the phrase in front) and
 * "46 years old" only look so, and before a comma so do names (کەنیسەی تاهیرە، …).
 */
export function saysIs(items: readonly Item[], p: Phrase, before: Phrase | undefined): boolean {
  const last = items[p.last] as Item;
  if (items[p.last + 1]?.a.feature !== 'and' && !(isMark(items[p.last + 1], '،') && isVerb(last))) return false;
  const that = (x: Phrase | undefined): boolean => items[x?.segments[0]?.first ?? -1]?.a.pos === 'dem';
  return copular(last) && last.a.kind !== 'time' && !that(p) && !(that(before) && before?.last === p.first - 1);
}

/** ڕێکارەکانی قەدەغەی X: what is joined to things in the plural is what they are of. */
export const ofThings = (i: Item | undefined): boolean =>
  i !== undefined && i.a.pos === 'noun' && !['human', 'group', 'org', 'force'].includes(i.a.kind) && (i.flags & (DEF | PLURAL | IZAFE)) === (DEF | PLURAL | IZAFE);

/** Prepositional phrases that follow a verb up to the next mark: they are told after it, not the beginning of another clause. */
export function trailing(items: readonly Item[], from: number, to: number, pt: PhraseTables, blocked: (item: number) => boolean): Phrase[] {
  const found: Phrase[] = [];
  let i = from;
  while (i < to && !blocked(i) && items[i]?.a.pos === 'adp') {
    const phrase = groupAt(items, i, pt);
    if (!phrase || phrase.preposition < 0) return [];
    // "attacked a base in Kirkuk and killed two": a place, and after "and" another clause
    const [more] = phrase.also;
    const place = more && phrase.marker === pt.inMarker ? phraseAt(items, i, pt) : undefined;
    if (more && place && items[place.last + 1]?.a.pos === 'conj' && isPlace(items, place, pt) && !isPlace(items, more, pt)) return [...found, place];
    found.push(phrase);
    i = phrase.last + 1;
  }
  return i >= to || isMark(items[i], '.', '،', '؛', '؟', '!') || andThen(items, i) ? found : [];
}

/** A listed name, or a noun for a place. */
const isPlace = (items: readonly Item[], p: Phrase, pt: PhraseTables): boolean => {
  const head = p.segments[0]?.head ?? p.last;
  return pt.nameStarts(head) || items[head]?.a.kind === 'place';
};

/** "the one that …": a demonstrative phrase that ends in ەی opens a relative clause without a conjunction. */
export function opensRelative(items: readonly Item[], p: Phrase, thatPrepositions: ReadonlySet<string>): boolean {
  const first = items[p.segments[0]?.first ?? p.first] as Item;
  const last = items[p.last] as Item;
  if (!(first.a.pos === 'dem' || thatPrepositions.has(items[p.preposition]?.text ?? '')) || p.last <= p.first || (last.flags & DEM) === 0) return false;
  if ((last.flags & IZAFE) !== 0) return true;
  // "the one that in Erbil …, was arrested": read as "his", but a verb for each of the two clauses follows
  if (last.a.clitic !== '3s' || items[p.last + 1]?.a.pos !== 'adp') return false;
  let verbs = 0;
  for (let i = p.last + 1; i < items.length && !isMark(items[i], '.', '؛', ':'); i++) if (isVerb(items[i] as Item) && !items[i - 1]?.and && items[i - 1]?.a.pos !== 'conj') verbs++;
  return verbs === 2;
}
