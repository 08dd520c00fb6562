import { isMark, isVerb, type Item } from '../../language/context/index.js';
import { mentionOf, stretch, type SentenceReading } from '../context.js';
import type { DraftRole } from '../draft.js';
import type { Filler } from './fillers.js';

/** Items of the longest label, and of a line of a card. */
const LABEL = 7, LINE = 18, NAME = 4;

/**
 * Reads a line of the card by which a dead fighter is made known: "code name: X", "name of the mother: Y", "place and date of martyrdom: P / D". The first
 * name opens a card; what the other lines say is said of it. Whether the sentence is such a line.
 */
export function readCard(s: SentenceReading): boolean {
  const { items, r } = s;
  const from = isMark(items[0], '*', '-', '•') ? 1 : 0;
  const colon = items.findIndex((i) => isMark(i, ':'));
  if (colon <= from || colon - from > LABEL || items.length - colon > LINE || items.slice(from).some(isVerb) && !labelled(s, from, colon, 'card-death')) return false;
  const label = (list: string): boolean => labelled(s, from, colon, list);
  if (label('card-name')) {
    const name = nameAfter(items, colon);
    if (!name) return false;
    // the real name under a code name is nobody else's
    if (!label('card-own') || r.card?.sentence !== s.sentence - 1) r.card = { mention: mentionOf(s, name), sentence: s.sentence };
    return true;
  }
  const { card } = r;
  if (!card || s.sentence - card.sentence > LABEL) return false;
  if (label('card-birth')) return true;
  if (label('card-parent')) {
    for (const parent of parentsAfter(items, colon)) r.relations.push({ type: 'kinOf', subject: mentionOf(s, parent), object: card.mention, at: stretch(s, from, items.length - 1), title: stretch(s, colon - 1, colon - 1), sentence: s.sentence, foundBy: 'relation.card' });
    return true;
  }
  const died = items.findIndex((i, k) => k < colon && says(s, i, 'card-death'));
  if (died < 0) return false;
  const roles: DraftRole[] = [{ role: 'target', mention: card.mention, certainty: 'implied' }];
  const time = s.times.find((t) => t.first > colon);
  if (time) roles.push({ role: 'time', at: stretch(s, time.first, time.last), ...(time.value ? { value: time.value } : {}), certainty: 'stated' });
  const place = placeAfter(s, colon);
  if (place) roles.push({ role: 'place', mention: mentionOf(s, place), certainty: 'stated' });
  r.events.push({ type: 'Death', trigger: stretch(s, died, died), sentence: s.sentence, status: 'asserted', roles, foundBy: 'death.card', refersBack: false, subjectRole: undefined, firstPerson: false, nominal: true });
  return true;
}

const says = (s: SentenceReading, i: Item, list: string): boolean => s.r.c.inList(list, i.a.lemma) || s.r.c.inList(list, i.text);
const labelled = (s: SentenceReading, from: number, colon: number, list: string): boolean => s.items.slice(from, colon).some((i) => says(s, i, list));

const person = (first: number, last: number): Filler => ({ type: 'Person', first, last, foundBy: 'name.card', unnamed: false, weak: false });

/** Nothing but a few words up to the end, or a bracket. */
function nameAfter(items: readonly Item[], colon: number): Filler | undefined {
  let last = colon;
  while (last + 1 < items.length && items[last + 1]?.kind === 'word') last++;
  const next = items[last + 1];
  return last > colon && last - colon <= NAME && (next === undefined || isMark(next, '.', '(', '/')) ? person(colon + 1, last) : undefined;
}

/** "گوڵاڵە", "گوڵاڵە – سەردار": one name, or two between marks. */
function parentsAfter(items: readonly Item[], colon: number): Filler[] {
  const out: Filler[] = [];
  const named = (i: number): boolean => items[i]?.kind === 'word' && items[i]?.a.pos !== 'conj';
  for (let i = colon + 1; i < items.length && out.length < 2; i++) {
    if (!named(i)) continue;
    const first = i;
    while (named(i + 1)) i++;
    if (i - first < NAME) out.push(person(first, i));
  }
  return out;
}

/** The place of "P / D" or "D - P": a listed one, or the words that are no time and stand between marks. */
function placeAfter(s: SentenceReading, colon: number): Filler | undefined {
  const { items } = s;
  const hit = s.hits.findLast((h) => h.first > colon && h.type === 'Place' && !h.weak);
  if (hit) return { type: 'Place', first: hit.first, last: hit.last, foundBy: hit.foundBy, unnamed: false, weak: false, ...(hit.known ? { known: hit.known } : {}) };
  const timed = (i: number): boolean => s.times.some((t) => t.first <= i && i <= t.last);
  for (let i = colon + 1; i < items.length; i++) {
    if (items[i]?.kind !== 'word' || timed(i)) continue;
    let last = i;
    while (items[last + 1]?.kind === 'word' && !timed(last + 1)) last++;
    return last - i < NAME ? { type: 'Place', first: i, last, foundBy: 'name.card', unnamed: false, weak: false } : undefined;
  }
  return undefined;
}
