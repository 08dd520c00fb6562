import { ALSO, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark, isVerb, type Item } from '../../language/context/index.js';
import { stretch, type Reading, type SentenceReading } from '../context.js';
import type { Stretch } from '../draft.js';
import type { Predicate } from '../events/predicates.js';
import type { Clause } from '../syntax/clauses.js';

/** A quotation, by the items of its marks. */
export interface Range {
  readonly open: number;
  readonly close: number;
}

/** Where a report ends because the speaker is taken up again ("and also said") or the text goes on by itself. */
export function laterSpeech(s: SentenceReading, ordered: readonly Clause[], predicates: ReadonlyMap<Clause, Predicate>, clause: Clause, end: number): number {
  const { items } = s;
  for (const later of ordered) {
    if (later.verb <= clause.verb || later.verb >= end) continue;
    const p = predicates.get(later);
    const speech = p?.frames.some((f) => f.frame.type === 'Statement') === true;
    if (!p || (!speech && !p.frames.some((f) => f.frame.type === 'Request'))) continue;
    const verb = items[later.verb] as Item;
    const noun = p.noun >= 0 ? (items[p.noun] as Item) : verb;
    if ((speech || items[clause.verb]?.a.verb?.person === verb.a.verb?.person) && ((verb.a.flags | noun.a.flags) & ALSO) !== 0) return later.first;
    // "…, but the police has not said": another speaks of it
    const but = [later.first - 1, later.first, later.first + 1].find((k) => items[k]?.a.feature === 'but');
    if (speech && but !== undefined) return but;
    // "A promised X and B promised Y": the same act of another
    if (speech && clause.kind === 'main' && later.kind === 'main' && p.frames[0] === predicates.get(clause)?.frames[0] && items[later.first]?.a.pos === 'conj' && later.phrases.some((x) => x.marker === '' && x !== p.phrase && x.last < (p.noun >= 0 ? p.noun : later.verb))) return later.first;
    // "and said: …": who tells the first goes on, and no subject stands between
    const start = Math.min(later.verb, p.noun >= 0 ? p.noun : later.verb);
    const told = items[clause.verb]?.a.verb?.person === verb.a.verb?.person;
    // "they watch the case said, …": no mark between, but one after it
    if (told && speech && start === later.verb && isVerb(items[start - 1] as Item) && isMark(items[later.last + 1], ':', '،')) return start;
    if (told && speech && items[start - 1]?.a.pos === 'pron' && s.r.c.inList('cataphora', items[start - 1]?.text ?? '') && items[start - 2]?.a.pos === 'conj' && isMark(items[later.last + 1], ':', '،', '"', '“')) return start - 2;
    if (!told || items[start - 1]?.a.pos !== 'conj') continue;
    const agreeing = p.noun === start ? noun.a.clitic : p.noun < 0 && verb.a.verb?.light ? verb.a.verb.clitic : '';
    if (agreeing === '3s' && verb.a.verb?.tense === items[clause.verb]?.a.verb?.tense) return start - 1;
    if (speech && verb.a.verb?.mood === 'indicative' && isMark(items[later.last + 1], ':', '،', '"', '“', '”')) return start - 1;
  }
  return asideIn(s, clause.last + 1, end);
}

/** "…, and that after X was shown": where the text goes on by itself after what was reported; `end` if it does not. */
function asideIn({ items, r: { c } }: SentenceReading, from: number, end: number): number {
  for (let i = from + 1; i < end - 1; i++) if (isMark(items[i - 1], '،') && c.inList('aside', items[i]?.text ?? '') && c.inList('after-marker', items[i + 1]?.a.feature ?? '')) return i - 1;
  return end;
}

/** The stretch that a speech verb reports: a quotation beside it, or the clause after it. */
export function reportOf(s: SentenceReading, clause: Clause, quotes: readonly Range[], end: number, light: boolean): Stretch | undefined {
  const items = s.items;
  let i = clause.last + 1;
  let separated = false;
  // "after X was announced": what follows the clause is told by the text
  if (clause.conjunction === 'time' && !isMark(items[i], ':', '"', '“') && ((clause.kind === 'sub' && items[clause.verb]?.a.verb?.passive) || (pointsBack(s, clause) && items[i]?.a.feature !== 'that'))) return undefined;
  // after a relative clause the sentence around it goes on
  if ((clause.kind === 'relative' || s.r.c.inList('those-who', items[clause.first]?.text ?? '')) && !isMark(items[i], ':', '"', '“') && items[i]?.a.feature !== 'that') return undefined;
  while (i < end && !quotes.some((q) => q.open === i) && (isMark(items[i], '،', ':', '-', '؛', "'") || items[i]?.a.feature === 'that')) {
    separated = true;
    i++;
  }
  // "admitted his crime, that …": what the clause says of the object is the report
  if (!separated && items[i]?.a.pos === 'adp') for (let k = i + 1; k < Math.min(end, i + 5) && items[k]?.kind !== 'punct' && items[k]?.a.pos !== 'verb'; k++) if (items[k]?.a.feature === 'that') {
    i = k + 1;
    separated = true;
  }
  const quote = quotes.find((q) => q.open === i);
  if (items[i]?.enclosed) return enclosedWords(s, i, end);
  if (quote) return goesOn(items, quote, end) ? stretch(s, quote.open + 1, lastWord(items, end - 1)) : inside(s, quote);
  // "pointed to the danger, for …": after a compound with its own topic a phrase goes on, and is no report
  if (light && !separated && items[i]?.a.pos === 'adp') return quoteBefore(s, clause, quotes);
  if (items[i]?.a.pos === 'conj') return quoteBefore(s, clause, quotes);
  if (i < end && (separated || items[i]?.kind !== 'punct') && i < end) {
    const last = lastWord(items, end - 1);
    // "a statement in which stands:": what is told comes after the colon
    // (کە بەم شێوەیەیە is no more than that colon)
    if ((isMark(items[last + 1], ':') && last - i < 4) || (last - i <= 1 && s.r.c.inList('way', items[last]?.a.lemma ?? ''))) return paragraphBeside(s.r, s.sentence, 1);
    if (last > i || (separated && last === i)) return stretch(s, i, last);
  }
  return quoteBefore(s, clause, quotes);
}

/** "When we say that": nothing but the pronoun is said there. */
const pointsBack = (s: SentenceReading, clause: Clause): boolean => clause.phrases.some((x) => x.last === clause.verb - 1 && x.first === x.last && s.items[x.first]?.a.pos === 'pron');

/** ڕێگە نەدرا بێنە ژوورەوە، بۆیە گەڕانەوە: what is asked for, decided or allowed is told by the subjunctive; after a comma the past tells what then was. */
export function askedFor({ items }: SentenceReading, told: Stretch | undefined): Stretch | undefined {
  if (!told) return told;
  let asked = false;
  for (let i = items.findIndex((x) => x.start >= told[0]); i >= 0 && i < items.length && (items[i] as Item).end <= told[1]; i++) {
    asked ||= items[i]?.a.verb?.mood === 'subjunctive';
    if (!asked || !isMark(items[i], '،')) continue;
    const next = items.slice(i).find((x) => x.a.verb !== undefined && x.end <= told[1])?.a.verb;
    if (next && next.mood === 'indicative' && next.tense !== 'present') return [told[0], (items[items[i - 1]?.a.pos === 'conj' ? i - 2 : i - 1] as Item).end];
  }
  return told;
}

/** 'Said "a cause of worry" was that …': words in marks without a verb are only the beginning of what was said. */
function goesOn(items: readonly Item[], quote: Range, end: number): boolean {
  const next = items[quote.close + 1];
  if (quote.close >= end - 1 || !next || next.kind === 'punct' || next.a.pos === 'conj') return false;
  return !items.slice(quote.open + 1, quote.close + 1).some((i) => isVerb(i) || i.a.pos === 'cop');
}

/** A quotation of a few words, whose marks the items leave out; without a verb it goes on after them. */
function enclosedWords(s: SentenceReading, from: number, end: number): Stretch {
  const { tokens } = s.r;
  const { items } = s;
  let last = items[from]?.token ?? 0;
  while (tokens[last + 1] && tokens[last + 1]?.kind !== 'punct' && tokens[last + 1]?.kind !== 'newline') last++;
  let close = from;
  while (close < end && (items[close]?.token ?? last + 1) <= last) close++;
  if (goesOn(items, { open: from - 1, close: close - 1 }, end)) return stretch(s, from, lastWord(items, end - 1));
  return [stretch(s, from, from)[0], tokens[last]?.end ?? 0];
}

function quoteBefore(s: SentenceReading, clause: Clause, quotes: readonly Range[]): Stretch | undefined {
  const before = [...quotes].reverse().find((q) => q.close < clause.verb && q.close >= clause.first - 3);
  return before ? inside(s, before) : saidBefore(s, clause);
}

/** "The road is closed, NAME wrote.": without marks, what stands in the sentence before the speaker, up to a verb and a comma. */
function saidBefore(s: SentenceReading, clause: Clause): Stretch | undefined {
  const { items } = s;
  const speaker = clause.phrases[0];
  const next = items[clause.last + 1];
  if (!s.r.c.inList('saying', items[clause.verb]?.a.verb?.infinitive ?? '') || clause.kind !== 'main' || !speaker || speaker.marker !== '' || (next !== undefined && !isMark(next, '.'))) return undefined;
  const comma = speaker.first - 1;
  // the verb, or where it leads to
  if (comma < 2 || !isMark(items[comma], '،') || !items.slice(Math.max(0, comma - 4), comma).some(isVerb)) return undefined;
  return stretch(s, 0, comma - 1);
}

export function inside(s: SentenceReading, q: Range): Stretch | undefined {
  const last = lastWord(s.items, Math.min(q.close, s.items.length) - 1);
  return last > q.open ? stretch(s, q.open + 1, last) : undefined;
}

export function lastWord(items: readonly Item[], at: number): number {
  let i = at;
  while (i >= 0 && items[i]?.kind === 'punct') i--;
  return i;
}

/** The paragraph before (-1) or after (1) a sentence, without its outer marks. */
export function paragraphBeside(r: Reading, sentence: number, step: -1 | 1): Stretch | undefined {
  const next = r.sentences[sentence + step];
  if (!next) return undefined;
  let first = next.first;
  let last = next.last - 1;
  const marks = (i: number): boolean => r.tokens[i]?.kind === 'punct';
  while (first < last && marks(first)) first++;
  while (last > first && marks(last)) last--;
  const a = r.tokens[first], b = r.tokens[last];
  return a && b && last > first ? [a.start, b.end] : undefined;
}

/** پلاتفۆرمی "ئێمە ڕێ لە … دەگرین": words in marks after the noun for a body or a campaign are what it is called, whatever verb they have. */
export function calledIn({ items, r: { c } }: SentenceReading): Range[] {
  const out: Range[] = [];
  for (let i = 1; i < items.length; i++) {
    const head = items[i - 1] as Item;
    const names = (r: Item['a']): boolean => (r.flags & (IZAFE | PLURAL)) === IZAFE && (c.inList('called-by-slogans', r.lemma) || c.fillers.heads.get(r.key)?.type === 'Organization');
    if (!isMark(items[i], '"', '“', "'") || !(names(head.a) || head.readings.some(names))) continue;
    const close = items.findIndex((x, k) => k > i + 1 && isMark(x, '"', '”', "'"));
    if (close < 0 || close - i > LONGEST_SLOGAN) continue;
    out.push({ open: i, close });
    i = close;
  }
  return out;
}

/** Items of the longest words that something is called by. */
const LONGEST_SLOGAN = 14;

/** Quotations in a sentence, as items; a quotation without its second mark runs to the end. */
export function quotesIn(items: readonly Item[]): Range[] {
  const out: Range[] = [];
  let open = -1;
  for (let i = 0; i < items.length; i++) {
    if (isMark(items[i], '“') && open < 0) open = i;
    else if (isMark(items[i], '”', '"') && open >= 0) {
      if (i > open + 1) out.push({ open, close: i });
      open = -1;
    } else if (isMark(items[i], '"', '”') && open < 0) open = i;
    // said, '…': single marks are a speaker's where a comma or colon stands before
    else if (open < 0 && isMark(items[i], "'") && isMark(items[i - 1], '،', ':')) {
      const close = items.findIndex((x, k) => k > i + 2 && isMark(x, "'"));
      if (close < 0) continue;
      out.push({ open: i, close });
      i = close;
    }
  }
  if (open >= 0 && open < items.length - 2) out.push({ open, close: items.length });
  return out;
}
