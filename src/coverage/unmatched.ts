import { DEF, INDEF, PLURAL } from '../language/analysis.js';
import { readWords, type Item } from '../language/context/index.js';
import type { Language } from '../language/index.js';
import type { Compiled } from '../extract/index.js';
import { argumentsOf, contentStart } from '../extract/events/arguments.js';
import { quotesIn } from '../extract/attribution/reports.js';
import { predicateOf, type Predicate } from '../extract/events/predicates.js';
import { fillerOf, type Filler } from '../extract/mentions/fillers.js';
import { nameEnds, namesOf, type NameHit } from '../extract/mentions/names.js';
import { clausesOf, type Clause } from '../extract/syntax/clauses.js';
import type { Phrase } from '../extract/syntax/phrase-tables.js';
import type { Day } from '../extract/times/calendar.js';
import { timesOf } from '../extract/times/expressions.js';

/** What the rules had no word for in a sentence: items `first` to `last`. */
export interface Unmatched {
  readonly kind: 'verb' | 'noun' | 'actor';
  readonly what: string;
  readonly first: number;
  readonly last: number;
}

type Words = Parameters<typeof readWords>;

/** The words of a sentence, and what looks like an event or an actor there although no frame, name list or title knows it. */
export function unmatchedIn(c: Compiled, tokens: Words[2], sentence: Words[3], day: Day | undefined): { readonly items: readonly Item[]; readonly unmatched: readonly Unmatched[] } {
  const items = readWords(c.language, c.words, tokens, sentence);
  const hits = namesOf(items, c.names);
  const inTime = new Set(timesOf(items, c.times, day).flatMap((t) => range(t.first, t.last)));
  const quotes = quotesIn(items);
  const inQuote = new Set(quotes.flatMap((q) => range(q.open, q.close)));
  const ends = nameEnds(hits, items.length);
  const clauses = [
    ...clausesOf(items, c.syntax, (i) => inQuote.has(i) || inTime.has(i), ends, 0, items.length),
    ...quotes.flatMap(({ open, close }) => clausesOf(items, c.syntax, (i) => inTime.has(i), ends, open + 1, Math.min(close, items.length))),
  ];
  const out: Unmatched[] = [];
  const spoken = new Set([...hits.filter((h) => !h.weak).flatMap((h) => range(h.first, h.last)), ...inTime]);
  for (const clause of clauses) {
    const p = predicateOf(items, clause, c.frames, c.language);
    if (p) {
      for (const i of range(p.noun, p.noun < 0 ? -2 : p.noun)) spoken.add(i);
      out.push(...strangers(items, clause, p, hits, c));
      continue;
    }
    const verb = verbAt(items, clause, spoken, c.language);
    if (!verb) continue;
    for (const i of range(verb.first, verb.last)) spoken.add(i);
    out.push(verb);
  }
  items.forEach((item, i) => {
    if (!spoken.has(i) && isEventNoun(items, i, c)) out.push({ kind: 'noun', what: item.a.lemma, first: i, last: i });
  });
  return { items, unmatched: out };
}

const range = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);

/** A finite verb by its infinitive, with the noun or adjective that makes another verb of a light one. Copulas and auxiliaries tell no event. */
function verbAt(items: readonly Item[], clause: Clause, spoken: ReadonlySet<number>, language: Language): Unmatched | undefined {
  const at = clause.verb;
  const form = items[at]?.a.verb;
  if (!form) return undefined;
  const { fold } = language.letters;
  const { again, directional } = language.tables.verbAffixes;
  const back = again[0]?.form ?? '';
  const infinitive = form.again && !form.infinitive.endsWith(back) ? form.infinitive + back : form.infinitive;
  if (form.light) return { kind: 'verb', what: `${form.light} ${infinitive}`, first: at, last: at };
  const next = items[at + 1];
  if (form.directional && next && (language.tables.words['verb-tails'] ?? []).includes(next.text)) return { kind: 'verb', what: `${infinitive}${directional[0]?.form ?? ''} ${next.text}`, first: at, last: at + 1 };
  // the word before the verb, or the noun that governs what stands between (چاودێریی دۆخەکە دەکات)
  const bare = (i: number, flags: number): string | undefined => {
    const noun = items[i];
    if (noun?.kind !== 'word' || spoken.has(i) || noun.post !== '' || !NOMINAL.has(noun.a.pos)) return undefined;
    const fits = noun.readings.filter((r) => NOMINAL.has(r.pos) && r.post === '' && (r.flags & flags) === 0);
    return (fits.find((r) => r.stem === noun.text.length) ?? fits.find((r) => r.known))?.lemma;
  };
  const makesVerbs = language.lexicon.lightVerbs.has(fold(form.infinitive));
  const isLight = (noun: string): boolean => language.lexicon.light.has(fold(noun));
  const made = (noun: string, first: number): Unmatched => ({ kind: 'verb', what: `${noun} ${infinitive}`, first, last: at });
  const near = bare(at - 1, DEF | PLURAL | INDEF);
  if (near !== undefined && isLight(near)) return made(near, at - 1);
  for (const p of makesVerbs ? [...clause.phrases].reverse() : []) {
    const head = p.marker === '' ? (p.segments[0]?.head ?? -1) : -1;
    const far = p.last > head || p.last < at - 1 ? bare(head, DEF | PLURAL) : undefined;
    if (far !== undefined && (isLight(far) || (p.last > head && ACTS.has(items[head]?.a.kind ?? '')))) return made(far, head);
    if (p.last === at - 1 && near !== undefined) break;
  }
  if (near !== undefined && makesVerbs) return made(near, at - 1);
  return { kind: 'verb', what: infinitive, first: at, last: at };
}

/** A noun of class event or act that no frame has among its nouns, alone or with the word after it. */
function isEventNoun(items: readonly Item[], i: number, { frames, language }: Compiled): boolean {
  const { a, kind } = items[i] as Item;
  if (kind !== 'word' || a.pos !== 'noun' || (a.kind !== 'event' && a.kind !== 'act')) return false;
  const { fold } = language.letters;
  const lemma = fold(a.lemma);
  const next = items[i + 1];
  if (frames.byNoun.has(lemma) || (next?.kind === 'word' && frames.byNoun.has(`${lemma} ${next.a.key}`))) return false;
  const d = a.derived;
  return !(d?.kind === 'infinitive' && d.light !== '' && frames.byLight.get(fold(d.light))?.has(fold(d.infinitive)));
}

/** Whoever speaks without a name of the lists, a title or a known noun to say who it is. */
function strangers(items: readonly Item[], clause: Clause, p: Predicate, hits: readonly NameHit[], c: Compiled): Unmatched[] {
  const frame = p.frames.find((f) => f.frame.type === 'Statement');
  if (!frame) return [];
  const filler = (phrase: Phrase): Filler | undefined => fillerOf(items, phrase, hits, c.fillers);
  const adverbial = (phrase: Phrase): boolean => c.inList('time-kinds', items[phrase.segments[0]?.head ?? -1]?.a.kind ?? '') && phrase.segments.length === 1;
  const adjective = (i: number): boolean => items[i]?.a.pos === 'adj' && !hits.some((h) => h.first <= i && i <= h.last);
  const args = argumentsOf(clause, p, frame, filler, adverbial, adjective, c.locative).filter((a) => !a.extraposed);
  const by = p.form.passive ? c.agentMarker : 'subject';
  const subjects = args.filter((a) => a.by === by);
  // a lone bare phrase that denotes nobody known is read as the object: it may be the speaker nobody knows
  const actors = subjects.length > 0 || p.form.passive ? subjects : args.filter((a) => a.by === 'object' && range(a.first, a.last).some((i) => items[i]?.a.known === false));
  return actors.filter((a) => {
    if (DEIXIS.has(items[a.phrase.segments[0]?.head ?? a.first]?.a.pos ?? 'pron')) return false;
    const f = filler(a.phrase);
    return !f || f.foundBy === 'name.unknown' || f.foundBy === 'name.shape';
  }).map((a) => {
    const first = contentStart(a.phrase);
    const last = Math.min(a.last, first + LONGEST - 1);
    return { kind: 'actor', what: items.slice(first, last + 1).filter((i) => i.kind !== 'punct').map((i) => i.text).join(' '), first, last };
  });
}

const LONGEST = 6;

/** Classes of nouns that a light verb makes a verb of although other words stand between them. */
const ACTS: ReadonlySet<string> = new Set(['act', 'event', 'abstract']);

const NOMINAL: ReadonlySet<string> = new Set(['noun', 'adj']);

/** Parts of speech that name nobody: no list could explain them. */
const DEIXIS: ReadonlySet<string> = new Set(['pron', 'dem', 'det', 'num', 'int', 'adv', 'part']);
