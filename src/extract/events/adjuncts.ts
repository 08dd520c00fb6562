import type { EventType } from '../../model/vocabulary.js';
import type { Role } from '../../model/types.js';
import { mentionOf, stretch, type SentenceReading } from '../context.js';
import type { DraftRole, Stretch } from '../draft.js';
import { IZAFE } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/index.js';
import { fillerIn } from '../mentions/fillers.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import { contentStart } from './arguments.js';
import type { Filled } from './slots.js';
import { iso, parseDay, type Day } from '../times/calendar.js';
import type { TimeMention } from '../times/tables.js';

/** Items, both included. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

/** Event types whose place, count and instrument are asked for (ANNOTATION: roles of each type). */
export const WITH_PLACE = new Set<EventType>(['Meeting', 'Hosting', 'Visit', 'Election', 'Protest', 'Deployment', 'Withdrawal', 'Arrest', 'Attack', 'Death', 'Injury', 'Accident', 'Disaster', 'Launch', 'Contest']);
/** Events that happen in the house of a body ("in the White House"). */
const IN_HOUSE = new Set<EventType>(['Meeting', 'Hosting', 'Visit']);
/** Events that happen in hospitals, schools and shops. */
const HARMFUL = new Set<EventType>(['Accident', 'Attack', 'Death', 'Injury', 'Arrest', 'Protest']);
export const WITH_COUNT = new Set<EventType>(['Election', 'Protest', 'Deployment', 'Arrest', 'Attack', 'Death', 'Injury', 'Accident']);

/** Time, place and count of a clause that no slot of the frame asked for; of an event noun that the verb does not tell only those beside it (`reach`: its items). */
export function adjuncts(s: SentenceReading, clause: Clause, type: EventType, used: ReadonlySet<Phrase>, filled: readonly Filled[], reach?: Reach): DraftRole[] {
  const within = (p: { readonly first: number; readonly last: number }): boolean => !reach || (p.first >= reach.first && p.last <= reach.last);
  const out: DraftRole[] = [];
  for (const t of s.times) {
    // بڕیار درا بۆ 29ی ئایار دوابخرێت: until when, not when it was decided
    if ((t.vague && !s.r.c.inList('soon', s.items[t.first]?.a.lemma ?? '')) || s.timeOwner.get(t) !== clause || !within(t) || s.r.c.inList('of-occasions', s.items[t.first - 1]?.a.lemma ?? '') || (type === 'Decision' && s.items[t.first - 1]?.a.feature === s.r.c.purposeMarker)) continue;
    out.push(timeRole(stretch(s, t.first, t.last), s.r.day, s.items[clause.verb], t, 'stated'));
    break;
  }
  if (WITH_PLACE.has(type) && !filled.some((f) => f.role === 'place')) {
    for (const p of [...clause.phrases, ...clause.after]) {
      if (used.has(p) || !s.r.c.placeMarkers.has(p.marker) || !within(p) || isFrom(s, clause, type, p) || ofOrigin(s, clause, p)) continue;
      for (const one of [p, ...namesBeside(s, p)]) {
        const mention = placeIn(s, type, one, p.marker);
        if (mention !== undefined) out.push({ role: 'place', mention, certainty: 'stated' });
      }
    }
  }
  if (WITH_COUNT.has(type)) {
    for (const f of filled) {
      if (!f.filler?.count || (f.role !== 'target' && f.role !== 'agent')) continue;
      // "three boys and a man": three is not how many
      if (filled.some((o) => o !== f && o.role === f.role && o.filler?.unnamed && !o.filler.count)) continue;
      const { first, last } = f.filler.count;
      out.push(countOf(s, first, last));
    }
  }
  return out;
}

/** لە بەرلینەوە هاتووە: where something comes from, beside another phrase that may say where. */
const isFrom = (s: SentenceReading, clause: Clause, type: EventType, p: Phrase): boolean =>
  p.marker === s.r.c.inMarker && p.post === s.r.c.ablative && type !== 'Launch' && [...clause.phrases, ...clause.after].some((o) => o !== p && s.r.c.placeMarkers.has(o.marker) && o.post !== s.r.c.ablative);

/** "In X and Y": the names joined to a name. On "the road of X and Y" nothing is in Y. */
const namesBeside = (s: SentenceReading, p: Phrase): readonly Phrase[] => {
  const named = (one: Phrase): boolean => s.hits.some((h) => h.first === contentStart(one) && h.last === one.segments[0]?.last && h.type === 'Place' && !h.weak);
  return p.also.length > 0 && named(p) ? p.also.filter(named) : [];
};

/** The place that a phrase (or one of those coordinated in it) names, of an event of this type. */
export function placeIn(s: SentenceReading, type: EventType, phrase: Phrase, marker: string): ReturnType<typeof mentionOf> | undefined {
  const f = fillerIn(s, phrase);
  if (!f) return undefined;
  if (f.type === 'Place') return mentionOf(s, f);
  const house = f.type === 'Organization' && f.known !== undefined && IN_HOUSE.has(type) && marker === s.r.c.inMarker;
  const facility = f.type === 'Organization' && s.items[f.first]?.a.kind === 'facility' && HARMFUL.has(type);
  if (house || facility) return mentionOf(s, f);
  return f.foundBy === 'name.unknown' && f.first === f.last && !s.items[f.first]?.readings.some((r) => r.kind === 'time') ? mentionOf(s, { ...f, type: 'Place', foundBy: 'name.in-place' }) : undefined;
}

const isCountryName = (s: SentenceReading, place: Phrase): boolean => {
  const known = fillerIn(s, place)?.known;
  return known !== undefined && s.r.c.countries.has(known);
};

/** "A native of X, in the district of Y": where somebody is from goes on over the places that follow. */
function ofOrigin(s: SentenceReading, clause: Clause, place: Phrase): boolean {
  const at = clause.phrases.indexOf(place);
  for (let k = at - 1; k >= 0; k--) {
    const before = clause.phrases[k] as Phrase, after = clause.phrases[k + 1] as Phrase;
    if (after.first - before.last > 2 || isMark(s.items[after.first - 1], '،')) return false;
    // باڵیۆزی ئەمریکا لە عێراق: where an envoy is posted
    if (k === at - 1 && before.segments.length === 1 && s.r.c.inList('envoy', s.items[before.segments[0]?.head ?? -1]?.a.lemma ?? '') && before.segments[0]?.last !== before.segments[0]?.head && isCountryName(s, place)) return true;
    if (s.items.slice(before.first, before.last + 1).some((i) => s.r.c.inList('origin', i.a.lemma) && (i.flags & IZAFE) !== 0)) return true;
    if (!s.r.c.placeMarkers.has(before.marker)) return false;
  }
  return false;
}

/** When something was, by the verb that tells it. */
export function timeRole(at: Stretch, day: Day | undefined, verb: Item | undefined, t: TimeMention, certainty: DraftRole['certainty']): DraftRole {
  const value = valueBy(verb, day, t);
  return { role: 'time', at, ...(value ? { value } : {}), ...(t.weekday !== undefined ? { weekday: t.weekday } : {}), certainty };
}

/** A time as its verb means it: what has happened on a day without a year was not after the article; a clock time of the present or future alone is of the article's day. */
function valueBy(verb: Item | undefined, day: Day | undefined, t: TimeMention): string | undefined {
  const form = verb?.a.verb ?? (verb?.a.pos === 'cop' ? { tense: verb.a.feature.startsWith('past') ? 'past' : 'present', mood: 'indicative' } : undefined);
  if (!t.value || !day || !form) return t.value;
  if (t.value.startsWith('T')) return form.tense === 'present' && form.mood === 'indicative' ? iso(day) + t.value : t.value;
  const past = form.tense === 'past' || form.tense === 'perfect' || form.tense === 'pluperfect';
  if (!t.nearest || !past || t.value <= iso(day).slice(0, t.value.length)) return t.value;
  const before = `${Number(t.value.slice(0, 4)) - 1}${t.value.slice(4)}`;
  return before.length < 10 || parseDay(before) ? before : t.value;
}

/** A count, from the items of a number. */
export function countOf(s: SentenceReading, first: number, last: number): DraftRole {
  const value = numberOf(s, first, last);
  return { role: 'count', at: stretch(s, first, last), ...(value !== undefined ? { value: String(value) } : {}), certainty: 'stated' };
}

/** The number that digits or number words say; undefined for "hundreds". */
export function numberOf(s: SentenceReading, first: number, last: number): number | undefined {
  let total = 0;
  let part = 0;
  for (let i = first; i <= last; i++) {
    const item = s.items[i];
    if (!item || item.a.pos === 'conj') continue;
    const n = Number(item.kind === 'number' ? item.text.replace(/,/g, '') : item.a.feature);
    if (!Number.isFinite(n) || item.a.feature === '') return undefined;
    if (n >= 1000 && item.kind !== 'number') {
      total += (part || 1) * n;
      part = 0;
    } else if (n === 100 && item.kind !== 'number') part = (part || 1) * 100;
    else part += n;
  }
  const value = total + part;
  return Number.isSafeInteger(value) ? value : undefined;
}

export type { Role };
