import { DEM, IZAFE } from '../../language/analysis.js';
import type { Filler } from '../mentions/fillers.js';
import type { Clause } from '../syntax/clauses.js';
import type { Item } from '../../language/context/items.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import type { CompiledFrame } from './frames.js';
import type { Predicate } from './predicates.js';

/** One argument of a predicate: where it stands (`by`), its phrase, and each of the things coordinated in it. */
export interface Argument {
  readonly by: string;
  readonly phrase: Phrase;
  readonly first: number;
  readonly last: number;
  /** Stands after the verb, where lists of topics do. */
  readonly extraposed?: boolean;
}

/** The phrases of a clause (`locative`: the ending of what is in a place, which may stand after a phrase that its preposition does not reach; `subjectAbove`: its subject stands with the verb that governs it) under the names that frames use: subject, object, patient, izafe, dir, or a marker. */
export function argumentsOf(clause: Clause, p: Predicate, frame: CompiledFrame, fillerOf: (p: Phrase) => Filler | undefined, adverbial: (p: Phrase) => boolean, isAdjective: (item: number) => boolean, locative: string, subjectAbove = false): Argument[] {
  const out: Argument[] = [];
  const arg = (by: string, phrase: Phrase, first = contentStart(phrase), last = phrase.last): void => {
    out.push({ by, phrase, first, last });
  };
  const objectFrame = frame.roles.some(([, by]) => by.includes('object'));
  const accepts = frame.roles.find(([, by]) => by.includes('subject'))?.[2] ?? ACTORS;
  const subjects: Phrase[] = [];
  for (const phrase of clause.phrases) {
    if (phrase === p.phrase) {
      if (p.izafe) {
        // an adjective describes the light noun itself (بڕیارێکی نوێ); what it governs begins after
        let first = p.izafe.first;
        while (first <= p.izafe.last && isAdjective(first)) first++;
        if (first <= p.izafe.last) out.push({ by: 'izafe', phrase, first, last: p.izafe.last });
        continue;
      }
      const cut = { ...phrase, last: p.noun - 1 };
      if (p.noun > phrase.first && phrase.segments[0] && phrase.segments[0].first < p.noun) {
        const head = phrase.segments.filter((s) => s.first < p.noun).map((s) => ({ ...s, last: Math.min(s.last, p.noun - 1) }));
        const rest: Phrase = { ...cut, segments: head, also: [] };
        if (phrase.marker !== '') arg(phrase.marker, rest);
        else subjects.push(rest);
      }
      continue;
    }
    if (phrase.marker !== '') {
      const owner = frame.roles.some(([, by]) => by.includes(`${phrase.marker}.of`)) ? ownerIn(phrase) : undefined;
      if (owner) arg(`${phrase.marker}.of`, owner);
      arg(phrase.marker, phrase);
    } else if (!(phrase.post === locative && clause.phrases.some((x) => x.marker !== '' && x.post === '' && x.last === phrase.first - 1))) subjects.push(phrase);
  }
  for (const phrase of clause.after) if (phrase !== p.phrase) out.push({ by: phrase.marker === '' ? 'dir' : phrase.marker, phrase, first: contentStart(phrase), last: phrase.last, extraposed: true });
  // who killed three soldiers: the only phrase has the agent's clitic, so it is the object
  const object = subjects.length === 1 && p.form.transitive && !p.form.passive && p.form.tense !== 'present' && p.form.clitic === '' && p.noun < 0 && (subjects[0]?.clitic === '3p' || subjects[0]?.openEnd === true);
  if (clause.antecedent && (subjects.length === 0 || object) && clause.kind === 'relative') subjects.unshift(clause.antecedent);
  if ((clause.kind === 'sub' || (clause.conjunction === 'that' && clause.parent)) && subjects.length === 0 && p.form.person !== '1s' && p.form.person !== '1p') {
    // who an afterthought with "that" tells of is somebody just brought up, or else the subject
    const near = clause.conjunction === 'that' ? clause.parent?.phrases.findLast((x) => x.first < clause.first && isNew(fillerOf(x), accepts)) : undefined;
    const above = near ?? (clause.kind === 'sub' ? clause.parent : undefined)?.phrases.find((x) => x.marker === '' && x.first < clause.first && !adverbial(x));
    if (above) subjects.push(above);
  }
  bareArguments(subjects.filter((x) => !adverbial(x)), p, objectFrame, subjectAbove ? [] : accepts, fillerOf, arg);
  return p.noun < 0 ? out : out.sort((a, b) => Number(b.phrase.first > p.noun) - Number(a.phrase.first > p.noun));
}

const ACTORS: readonly string[] = ['Person', 'Organization', 'Group'];

/** Somebody without a name: "a girl", "two soldiers". */
const isNew = (f: Filler | undefined, accepts: readonly string[]): boolean => f !== undefined && f.unnamed && !f.weak && accepts.includes(f.type) && f.pronoun === undefined;

/** What the noun of a marked phrase belongs to: "in the statement of X". */
function ownerIn(phrase: Phrase): Phrase | undefined {
  const [head, ...rest] = phrase.segments;
  if (!head || head.last === head.head) return undefined;
  return { ...phrase, first: head.head + 1, preposition: -1, marker: '', segments: [{ first: head.head + 1, last: head.last, head: head.head + 1 }, ...rest] };
}

/** Of a type that a frame accepts in a slot, as far as the phrase alone tells: a listed place may be a country. */
const isAccepted = (f: Filler | undefined, accepts: readonly string[]): boolean => f !== undefined && (accepts.includes(f.type) || (f.type === 'Place' && f.known !== undefined && accepts.includes('Country')));

/** Which of the bare phrases is the subject and which the object. */
function bareArguments(bare: readonly Phrase[], p: Predicate, objectFrame: boolean, accepts: readonly string[], fillerOf: (p: Phrase) => Filler | undefined, arg: (by: string, phrase: Phrase) => void): void {
  if (bare.length === 0) return;
  if (p.form.passive) {
    const last = bare[bare.length - 1] as Phrase;
    arg('patient', last);
    if (p.form.stranded) arg(`stranded:${p.form.stranded}`, bare[0] as Phrase);
    for (const b of bare.slice(0, -1)) arg('patient2', b);
    return;
  }
  const past = p.form.transitive && p.form.tense !== 'present' && p.form.tense !== 'conditional';
  const agentOn = past ? bare.findLast((b) => b.openEnd || b.clitic === '3s' || b.clitic === '3p') : undefined;
  const own = past ? p.form.clitic : p.form.person;
  if (own.startsWith('1') || own.startsWith('2')) {
    // "we stressed": who speaks is in the verb, and no phrase is its subject
    if (objectFrame) arg('object', bare[bare.length - 1] as Phrase);
    return;
  }
  if (bare.length === 1) {
    const only = bare[0] as Phrase;
    if (!objectFrame) arg('subject', only);
    else if (agentOn) arg('object', only);
    else {
      const f = fillerOf(only);
      const actor = f !== undefined && isAccepted(f, accepts) && !(f.weak && f.foundBy === 'name.unknown') && !(f.type === 'Place' && f.known === undefined);
      arg(actor ? 'subject' : 'object', only);
    }
    return;
  }
  const others = bare.filter((b) => b !== agentOn);
  const subject = others.find((b) => isAccepted(fillerOf(b), accepts)) ?? (others[0] as Phrase);
  arg('subject', subject);
  const object = agentOn ?? (bare[bare.length - 1] as Phrase);
  if (object !== subject) arg('object', object);
  for (const b of bare) if (b !== subject && b !== object) arg('between', b);
}

/** First item of a phrase after its preposition. */
export function contentStart(p: Phrase): number {
  return p.segments[0]?.first ?? p.first;
}

/** True for "this decision", "that visit". */
export const isDemonstrative = (items: readonly Item[], p: Phrase): boolean => {
  const first = items[contentStart(p)];
  return first?.a.pos === 'dem' || ((items[p.last]?.flags ?? 0) & DEM) !== 0;
};

/** Whether one of these words (folded) stands among the items, in any reading that the lexicon knows, or as the noun written together with a verb. */
export function oneOf(items: readonly Item[], from: number, to: number, words: ReadonlySet<string>, fold: (s: string) => string): boolean {
  for (let i = from; i <= to; i++) {
    const item = items[i];
    if (!item || item.kind !== 'word') continue;
    if (words.has(item.word.key) || (item.a.verb?.light && words.has(fold(item.a.verb.light)))) return true;
    for (const r of item.readings) if ((r.known || r === item.a) && words.has(r.key)) return true;
  }
  return false;
}

/** Whether an object has one of the words. Whose it is does not count: هاوسەرەکەی خۆی is his own wife, not himself. */
export function objectIs(items: readonly Item[], from: number, to: number, words: ReadonlySet<string>, fold: (s: string) => string): boolean {
  const last = items[to]?.a.pos === 'pron' && to > from && ((items[to - 1] as Item).flags & IZAFE) !== 0 ? to - 1 : to;
  return oneOf(items, from, last, words, fold);
}
