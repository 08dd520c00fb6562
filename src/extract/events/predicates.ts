import type { Language } from '../../language/index.js';
import { DEF, DEM, IZAFE, PLURAL, type VerbForm } from '../../language/analysis.js';
import type { SentenceReading } from '../context.js';
import type { Clause } from '../syntax/clauses.js';
import type { Item } from '../../language/context/items.js';
import { objectIs } from './arguments.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import type { CompiledFrame, FrameIndex } from './frames.js';

/** A predicate found in a clause: its frames, the light noun's place, and the phrase that the noun heads. */
export interface Predicate {
  readonly frames: readonly CompiledFrame[];
  readonly form: VerbForm;
  /** Item of the light noun, or -1 when it is fused with the verb or there is none. */
  readonly noun: number;
  /** The phrase whose head is the light noun; its remaining words are the noun's izafe complement. */
  readonly phrase: Phrase | undefined;
  /** Items of the complement joined to the light noun, or undefined. */
  readonly izafe: { readonly first: number; readonly last: number } | undefined;
  readonly light: string;
}

const withForm = (p: Omit<Predicate, 'form'>, form: VerbForm): Predicate => ({ frames: p.frames, form, noun: p.noun, phrase: p.phrase, izafe: p.izafe, light: p.light });

const infinitives = (form: VerbForm, again: string): string[] => (form.again && !form.infinitive.endsWith(again) ? [form.infinitive + again, form.infinitive] : [form.infinitive]);

/** The predicate of a clause of a sentence (see `predicateOf`), found once. */
export function predicateIn(s: SentenceReading, clause: Clause): Predicate | undefined {
  const known = s.predicates.get(clause);
  if (known !== undefined || s.predicates.has(clause)) return known;
  const found = predicateOf(s.items, clause, s.r.c.frames, s.r.c.language);
  s.predicates.set(clause, found);
  return found;
}

/** The predicate of a clause, or undefined when no frame knows it. */
export function predicateOf(items: readonly Item[], clause: Clause, frames: FrameIndex, language: Language): Predicate | undefined {
  const verb = items[clause.verb];
  if (!verb) return undefined;
  const { fold } = language.letters;
  const again = language.tables.verbAffixes.again[0]?.form ?? '';
  const forms: VerbForm[] = verb.a.verb ? [verb.a.verb] : verb.readings.flatMap((r) => (r.verb ? [r.verb] : []));
  if (verb.a.pos === 'cop' || verb.a.pos === 'aux') forms.push(copula(verb));
  for (const r of verb.readings) if (r.verb && !forms.includes(r.verb) && r.score >= verb.a.score - 3) forms.push(r.verb);
  for (const form of forms) {
    for (const inf of infinitives(form, again)) {
      const key = fold(inf);
      if (form.light) {
        const found = frames.byLight.get(fold(form.light))?.get(key);
        // پەیامێکی بڵاوکردەوە: a frame of the object with the whole compound knows more
        const issued = found ? lightBefore(items, clause, fold(form.light) + key, frames) : undefined;
        if (issued) return withForm(issued, form);
        if (found) return { frames: found, form, noun: -1, phrase: undefined, izafe: undefined, light: form.light };
      }
      // زیندانییەکە ئازاد کرا: the light word right before the verb has it, also where no frame knows the two
      const taken = form.light === '' && lightWordBefore(items, clause, language) && !language.tables.words['prepositional-light']?.includes(items[clause.verb - 1]?.text ?? '');
      const noun = lightBefore(items, clause, form.light ? fold(form.light) + key : key, frames, taken);
      const compound = form.light ? undefined : compoundBefore(items, clause, key, frames);
      // پەیامێکی بڵاو کردەوە, written apart: what is published knows more than the publishing
      const near = noun?.noun === clause.verb - 1 && (!compound?.frames.some((f) => f.frame.publishes) || noun.frames.some((f) => f.withObject?.has(items[compound.noun]?.a.key ?? ''))) ? noun : compound ?? noun;
      if (near) return withForm(near, form);
      if (form.light) continue;
      const own = frames.byVerb.get(key)?.filter((f) => form.passive || !f.frame['only-passive']?.some((v) => fold(v) === key)) ?? [];
      const object = items[clause.verb - 1];
      const known = object !== undefined && own.some((f) => f.withObject?.has(object.a.key));
      if (own.length === 0 || (!known && lightWordBefore(items, clause, language))) continue;
      // a verb that makes other verbs of nouns speaks by itself only of the objects that its frames name
      const named = language.lexicon.lightVerbs.has(key) ? own.filter((f) => !f.withObject || hasObject(items, clause, f.withObject, fold)) : own;
      return named.length > 0 ? { frames: named, form, noun: -1, phrase: undefined, izafe: undefined, light: '' } : undefined;
    }
  }
  return undefined;
}

const hasObject = (items: readonly Item[], clause: Clause, words: ReadonlySet<string>, fold: (s: string) => string): boolean =>
  clause.phrases.some((p) => p.marker === '' && objectIs(items, p.first, p.last, words, fold));

/** A three-part verb written apart: noun, preposition with its noun, light verb (گیانی لەدەست دا). */
function compoundBefore(items: readonly Item[], clause: Clause, verb: string, frames: FrameIndex): Omit<Predicate, 'form'> | undefined {
  const prev = items[clause.verb - 1];
  if (!prev || prev.kind !== 'word') return undefined;
  const found = lightBefore(items, clause, prev.word.key + verb, frames, false, clause.verb - 1);
  return found && found.noun < clause.verb - 1 ? found : undefined;
}

/** "Officials", "prisoners": people are no part of a verb. */
const isPeople = (item: Item): boolean => (item.flags & PLURAL) !== 0 && item.a.kind === 'human';

/** A light noun right before the verb makes another verb of it: the bare verb's own frames do not speak then. */
function lightWordBefore(items: readonly Item[], clause: Clause, language: Language): boolean {
  const prev = items[clause.verb - 1];
  if (!prev || prev.kind !== 'word' || prev.post !== '' || prev.a.pos === 'num' || (prev.flags & DEF) !== 0 || isPeople(prev)) return false;
  const inPhrase = clause.phrases.find((p) => p.last === clause.verb - 1);
  // لە زیندان ئازاد کرا: read beside the phrase as if it were a name
  const apart = inPhrase !== undefined && inPhrase.marker !== '' && inPhrase.segments.length > 1 && inPhrase.segments.at(-1)?.first === clause.verb - 1 && prev.flags === 0;
  if (inPhrase && !apart && (inPhrase.marker !== '' || inPhrase.last > inPhrase.first)) return false;
  return language.lexicon.light.has(prev.a.key);
}

/** Searches the light noun of a verb at `at`: the word before it, then the heads of the clause's bare phrases from the verb leftwards. */
function lightBefore(items: readonly Item[], clause: Clause, verb: string, frames: FrameIndex, nextOnly = false, at = clause.verb): Omit<Predicate, 'form'> | undefined {
  const framesFor = (i: number): { found: readonly CompiledFrame[]; light: string } | undefined => {
    const item = items[i];
    if (!item || item.kind !== 'word' || !frames.mayBeLight(item.word)) return undefined;
    // سەردانی دادگای X کرد: an ending that joins what follows is no letter of the noun (دادگایی)
    const joins = (item.flags & IZAFE) !== 0;
    for (const r of [item.a, ...item.readings]) {
      const found = joins && r.stem > item.a.stem ? undefined : frames.byLight.get(r.key)?.get(verb);
      if (found) return { found, light: r.lemma };
    }
    const found = joins ? undefined : frames.byLight.get(item.word.key)?.get(verb);
    return found && { found, light: item.text };
  };
  const before = at - 1;
  const direct = framesFor(before);
  const phrase = clause.phrases.find((p) => p.last === before && p.preposition < 0);
  const prepositional = clause.phrases.find((p) => p.last === before && p.preposition >= 0);
  const inPrepositional = prepositional && prepositional.first < before - 1 ? prepositional : undefined;
  // پشتیوانی لە سزاکان دەکات: the noun of a preposition, with its article, is no part of the verb
  // هێرشی سەر بارەگاکەی شەرمەزار کرد: after an article the ی is who did it, and joins nothing
  const closed = ((items[before - 1] as Item | undefined)?.flags ?? 0) & DEF;
  const chained = closed === 0 && (phrase?.segments.some((g) => g.head < before && before <= g.last && framesFor(g.head)) ?? false);
  const dead = direct !== undefined && isPeople(items[before] as Item);
  // باسی لە وەبەرهێنان کرد: the noun that the preposition takes is no part of the verb where another stands before the two
  const other = prepositional && prepositional.preposition === before - 1 && clause.phrases.some((p) => p.marker === '' && p.first === p.last && p.last === before - 2) && framesFor(before - 2)?.found.some((f) => !f.frame.support) === true;
  if (direct && !dead && !chained && !other && (phrase || !prepositional || ((items[before] as Item).flags & (DEF | PLURAL)) === 0)) {
    return { frames: direct.found, noun: before, phrase: phrase ?? inPrepositional, izafe: undefined, light: direct.light };
  }
  for (let k = nextOnly ? -1 : clause.phrases.length - 1; k >= 0; k--) {
    const p = clause.phrases[k] as Phrase;
    if (p.marker !== '') continue;
    for (const one of [...p.also].reverse().concat(p)) {
      for (const s of one.segments) {
        const hit = framesFor(s.head);
        // پەلامارە مووشەکییەکەی X: closed before a definite adjective, it is something told of
        if (!hit || ((items[s.head]?.flags ?? 0) & DEM && (items[s.head + 1]?.flags ?? 0) & DEF)) continue;
        const izafe = s.last > s.head ? { first: s.head + 1, last: one.segments[one.segments.length - 1]?.last ?? s.last } : undefined;
        return { frames: hit.found, noun: s.head, phrase: p, izafe, light: hit.light };
      }
    }
  }
  for (const p of clause.after) {
    const seg = p.segments[0];
    const hit = p.preposition < 0 && seg ? framesFor(seg.head) : undefined;
    if (hit && seg) return { frames: hit.found, noun: seg.head, phrase: p, izafe: undefined, light: hit.light };
  }
  for (const i of [...clause.loose].reverse()) {
    const hit = framesFor(i);
    if (hit) return { frames: hit.found, noun: i, phrase: undefined, izafe: undefined, light: hit.light };
  }
  return undefined;
}

function copula(item: Item): VerbForm {
  const f = item.a.feature;
  return {
    infinitive: item.a.lemma, stem: '', preverb: '', aspect: '', tense: f.startsWith('past') ? 'past' : 'present', mood: f.startsWith('subjunctive') ? 'subjunctive' : 'indicative', negated: f.includes('neg'),
    passive: false, transitive: false, person: f.includes('3p') ? '3p' : '3s', clitic: '', again: false, directional: false, stranded: '', light: '',
  };
}
