import { DEF, DEM, IZAFE, PLURAL } from '../../language/analysis.js';
import type { Status } from '../../model/types.js';
import type { SentenceReading } from '../context.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import type { CompiledFrame } from './frames.js';
import type { Filled } from './slots.js';

/** "The killing of women": of people in general nothing is told. */
export function isGeneric(s: SentenceReading, frame: CompiledFrame, filled: readonly Filled[], definite: boolean): boolean {
  const only = filled.length === 1 && (frame.frame.type === 'Death' || frame.frame.type === 'Injury' || frame.frame.type === 'Arrest') ? filled[0]?.filler : undefined;
  if (!only || definite || only.type !== 'Group' || only.first !== only.last) return false;
  const flags = s.items[only.first]?.flags ?? 0;
  return (flags & PLURAL) !== 0 && (flags & (DEF | DEM)) === 0;
}

/** ڕێگریکردن لە چاوپێکەوتن, سزانەدان, لە چاوپێکەوتن بێبەش کرا: what is prevented, or is left undone, does not happen. */
export const prevented = (s: SentenceReading, noun: number, clause: Clause): boolean => (s.items[noun - 1]?.a.feature === s.r.c.inMarker && s.r.c.inList('deprived', s.items[clause.verb - 1]?.a.lemma ?? '')) || s.items[noun]?.a.derived?.preverb === s.r.c.negation || s.items[noun - 1]?.a.feature === s.r.c.inMarker && s.r.c.inList('prevention', s.items[noun - 2]?.a.lemma ?? '');

/** ئەگەری داخستنی X: the closing is no more than possible, unless a judgement on it is carried out (حوکمی … جێبەجێ کرا). */
export function hedged(s: SentenceReading, noun: number, verb: number): boolean {
  // ئەگەری بەئەنقەست کوشتنی X
  const before = s.items[noun - 1]?.a.pos === 'adv' ? noun - 2 : noun - 1;
  return s.r.c.inList('hedges', s.items[before]?.a.lemma ?? '') && ((s.items[before]?.flags ?? 0) & IZAFE) !== 0 && !s.r.c.inList('executed', s.items[verb - 1]?.a.lemma ?? '');
}

/** لە دژی داخستنی X: what is opposed may come, where it is told as an act and not as "the attack" that came. */
export const opposed = (s: SentenceReading, phrase: Phrase, noun: number, definite: boolean): boolean => !definite && s.items[noun]?.a.derived?.kind === 'infinitive' && s.r.c.inList('against', phrase.marker);

/** چاوەڕوانی هاتنی X: what is awaited is to come. */
export const awaited = (s: SentenceReading, noun: number): boolean => s.items[noun - 1]?.post === '' && s.r.c.inList('awaiting', s.items[noun - 1]?.a.lemma ?? '');

/** ئامادەکاری بۆ سەردانی X: what is prepared is to come. */
export const prepared = (s: SentenceReading, clause: Clause, phrase: Phrase): boolean => phrase.marker === s.r.c.purposeMarker && clause.phrases.some((p) => p.first < phrase.first && s.r.c.inList('preparations', s.items[p.segments[0]?.head ?? -1]?.a.lemma ?? ''));

/** هیچ بڕیارێک. */
export const isNone = (s: SentenceReading, phrase: Phrase): boolean => s.items.slice(phrase.first, phrase.last + 1).some((i) => s.r.c.inList('none', i.a.lemma));

/** "Gave no attention to the visit", "make no compromise on the decision": what is denied is the verb, not what its preposition takes; but of doing something by or for an act, and without one. */
export const untouched = (s: SentenceReading, phrase: Phrase, definite: boolean): boolean =>
  phrase.marker !== '' && !s.r.c.inList('without', phrase.marker) && (definite || s.r.c.inList('cause-markers', phrase.marker) || (phrase.marker !== s.r.c.instrumentMarker && phrase.marker !== s.r.c.purposeMarker));

/** What a noun says of its event: a definite one ("that attack") happened, also in a question; after "for" an indefinite one is to be. */
export function statusIn(s: SentenceReading, phrase: Phrase, definite: boolean, status: Status): Status {
  if (definite) return status === 'possible' ? 'asserted' : status;
  return phrase.marker === s.r.c.purposeMarker && status === 'asserted' ? 'planned' : status;
}
