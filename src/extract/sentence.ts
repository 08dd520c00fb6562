import { ALSO } from '../language/analysis.js';
import type { Status } from '../model/types.js';
import { mentionOf, stretch, type Reading, type SentenceReading } from './context.js';
import type { DraftEvent, DraftRole, Stretch } from './draft.js';
import { contentStart } from './events/arguments.js';
import { clauseEvent, topicsDiscussed } from './events/clause-events.js';
import { nominalEvents } from './events/nominal.js';
import { predicateOf, type Predicate } from './events/predicates.js';
import { statusOf } from './events/status.js';
import { fillerOf, segmentFiller, type Filler } from './mentions/fillers.js';
import { namesOf, type NameHit } from './mentions/names.js';
import { phraseRelations } from './relations/phrases.js';
import { clausesOf, type Clause, type NameEnds } from './syntax/clauses.js';
import { isMark, isVerb, readWords, type Item } from '../language/context/index.js';
import type { Phrase } from './syntax/phrases.js';
import { timesOf } from './times/expressions.js';

interface Range {
  readonly open: number;
  readonly close: number;
}

/** Reads one sentence: appends its mentions, events and relations to the reading. */
export function readSentence(r: Reading, index: number): void {
  const sentence = r.sentences[index];
  if (!sentence) return;
  const items = readWords(r.c.language, r.c.words, r.tokens, sentence);
  if (items.length === 0 || isReaderLine(r, items)) return;
  const s: SentenceReading = { r, sentence: index, items, hits: namesOf(items, r.c.names), times: timesOf(items, r.c.times, r.day), timeOwner: new Map(), made: new Map() };
  const nested = new Set<NameHit>();
  const mention = (h: NameHit): number => mentionOf(s, { type: h.type, first: h.first, last: h.last, foundBy: h.foundBy, unnamed: false, weak: false, ...(h.known ? { known: h.known } : {}) });

  const quotes = quotesIn(items);
  const inQuote = new Uint8Array(items.length);
  for (const q of quotes) for (let i = q.open; i <= q.close && i < items.length; i++) inQuote[i] = 1;
  const inTime = new Uint8Array(items.length);
  for (const t of s.times) for (let i = t.first; i <= t.last; i++) inTime[i] = 1;

  const colon = headlineColon(items, inQuote);
  const from = colon >= 0 ? colon + 1 : 0;
  if (colon >= 0) headline(s, colon, quotes);
  const region = (a: number, b: number, blocked: (i: number) => boolean): void => {
    const clauses = clausesOf(items, r.c.syntax, blocked, nameEnds(s), a, b);
    namedChains(s, clauses, nested);
    readClauses(s, clauses, quotes, b, colon >= 0);
  };
  if (colon > 0) phrasesOnly(s, clausesOf(items, r.c.syntax, (i) => inTime[i] === 1, nameEnds(s), 0, colon));
  region(from, items.length, (i) => inQuote[i] === 1 || inTime[i] === 1);
  for (const q of quotes) region(q.open + 1, Math.min(q.close, items.length), (i) => inTime[i] === 1);
  for (const h of s.hits) if (!h.weak && !nested.has(h)) mention(h);
}

/** Names built of common words are mentions too; a name that is only a part of one ("hospital of Erbil") is not one of its own. */
function namedChains(s: SentenceReading, clauses: readonly Clause[], nested: Set<NameHit>): void {
  for (const c of clauses) for (const p of [...c.phrases, ...c.after]) for (const one of [p, ...p.also]) {
    const f = fillerOf(s.items, one, s.hits, s.r.c.fillers);
    if (!f || f.foundBy !== 'head.chain' || f.weak || f.unnamed || (f.type !== 'Organization' && f.type !== 'Place')) continue;
    const inside = s.hits.filter((h) => h.first > f.first && h.last <= f.last && !h.weak);
    if (inside.length === 0) continue;
    mentionOf(s, f);
    for (const h of inside) nested.add(h);
  }
}

function readClauses(s: SentenceReading, clauses: readonly Clause[], quotes: readonly Range[], end: number, headline: boolean): void {
  const items = s.items;
  const question = isMark(items[end - 1], '؟') || isMark(items[items.length - 1], '؟');
  const ordered = [...clauses].sort((a, b) => a.verb - b.verb);
  ownTimes(s, clauses);
  const predicates = new Map<Clause, Predicate>();
  for (const c of ordered) {
    const p = predicateOf(items, c, s.r.c.frames, s.r.c.language);
    if (p) predicates.set(c, p);
  }
  let governing = '';
  let subject: Filler | undefined;
  for (const clause of ordered) {
    const p = predicates.get(clause);
    for (const phrase of clause.phrases) if (phrase.marker === s.r.c.sourceMarker) accordingTo(s, phrase, end);
    const around = { governing, inQuestion: question, headline };
    let event: DraftEvent | undefined;
    let discussed: DraftRole[] = [];
    if (p) {
      const cut = laterSpeech(items, ordered, predicates, clause, end);
      event = clauseEvent(s, clause, p, reportOf(s, clause, quotes, cut), around);
      if (event) s.r.events.push(inherit(s, event, clause, p, subject));
      discussed = event ? [] : topicsDiscussed(s, clause, p);
    }
    const taken = new Set<number>();
    if (event && p && p.noun >= 0) taken.add(p.noun);
    const form = items[clause.verb]?.a.verb;
    const status: Status = form ? statusOf(clause, form, around) : clause.mood === 'planned' ? 'planned' : question ? 'possible' : 'asserted';
    const nominal = nominalEvents(s, clause, taken, event ? 'asserted' : status);
    nominal.find((e) => e.type === 'Meeting')?.roles.push(...discussed);
    if (event) for (const n of nominal) shareHarm(n, event);
    s.r.events.push(...nominal);
    phraseRelations(s, clause);
    subject = subjectOf(s, clause, p) ?? (clause.kind === 'main' && clause.verb >= 0 ? subject : undefined);
    governing = clause.mood && clause.verb < 0 ? clause.mood : s.r.c.inList('intend', items[clause.verb]?.a.verb?.infinitive ?? '') && !items[clause.verb]?.a.verb?.negated ? 'planned' : '';
  }
}

/** The first bare phrase of a clause that denotes somebody: whom the next verb may leave out. */
function subjectOf(s: SentenceReading, clause: Clause, p: Predicate | undefined): Filler | undefined {
  for (const phrase of clause.phrases) {
    if (phrase.marker !== '' || phrase === p?.phrase) continue;
    const f = fillerOf(s.items, phrase, s.hits, s.r.c.fillers);
    if (f && f.type !== 'Place' && !(f.weak && f.foundBy === 'name.unknown')) return f;
  }
  return undefined;
}

/** A verb without its subject has that of the verb before it in the sentence. */
function inherit(s: SentenceReading, event: DraftEvent, clause: Clause, p: Predicate, subject: Filler | undefined): DraftEvent {
  if (event.type === 'Statement' && s.r.events.some((e) => e.type === 'Statement' && e.sentence === s.sentence && !e.nominal && e.roles.some((r) => r.role === 'agent'))) return event;
  if (!subject || !event.subjectRole || event.firstPerson || clause.kind === 'relative' || p.form.passive) return event;
  const accepted = p.frames.find((f) => f.frame.id === event.foundBy)?.frame.accept?.[event.subjectRole];
  if (accepted && !accepted.includes(subject.type)) return event;
  const mention = mentionOf(s, subject);
  if (event.roles.some((r) => r.mention === mention)) return event;
  return { ...event, roles: [{ role: event.subjectRole, mention, certainty: 'implied' }, ...event.roles], subjectRole: undefined };
}

/** Where a name of several words ends, by the item at which it begins. */
const nameEnds = (s: SentenceReading): NameEnds => ({
  starts: (i) => s.hits.some((h) => h.first === i && !h.weak),
  stops: (i) => s.hits.some((h) => h.last === i && !h.weak),
  end: (i) => s.hits.find((h) => h.first === i && h.last > i && !h.weak)?.last ?? -1,
  person: (i) => s.hits.some((h) => h.last === i && h.last > h.first && h.type === 'Person' && !h.weak),
});

function ownTimes(s: SentenceReading, clauses: readonly Clause[]): void {
  for (const t of s.times) {
    let best: Clause | undefined;
    for (const c of clauses) if (c.first <= t.first && t.last <= c.last && (!best || c.last - c.first < best.last - best.first)) best = c;
    if (best) s.timeOwner.set(t, best);
  }
}

function phrasesOnly(s: SentenceReading, clauses: readonly Clause[]): void {
  for (const c of clauses) phraseRelations(s, c);
}

/** People hurt "in an accident": where and when is the accident's too, and in an accident they are its victims. */
function shareHarm(noun: DraftEvent, verb: DraftEvent): void {
  if ((verb.type !== 'Death' && verb.type !== 'Injury') || !['Accident', 'Attack', 'Disaster'].includes(noun.type)) return;
  for (const r of verb.roles) {
    const wanted = r.role === 'place' || r.role === 'time' || (noun.type === 'Accident' && r.role === 'target');
    if (wanted && !noun.roles.some((o) => o.role === r.role)) noun.roles.push({ ...r, certainty: 'implied' });
  }
}

/** Where a report ends because the speaker is taken up again ("and also said"). */
function laterSpeech(items: readonly Item[], ordered: readonly Clause[], predicates: ReadonlyMap<Clause, Predicate>, clause: Clause, end: number): number {
  for (const later of ordered) {
    if (later.verb <= clause.verb || later.verb >= end) continue;
    const p = predicates.get(later);
    if (!p?.frames.some((f) => f.frame.type === 'Statement')) continue;
    const verb = items[later.verb] as Item;
    const noun = p.noun >= 0 ? (items[p.noun] as Item) : verb;
    if (((verb.a.flags | noun.a.flags) & ALSO) !== 0) return later.first;
  }
  return end;
}

/** The stretch that a speech verb reports: a quotation beside it, or the clause after it. */
function reportOf(s: SentenceReading, clause: Clause, quotes: readonly Range[], end: number): Stretch | undefined {
  const items = s.items;
  let i = clause.last + 1;
  let separated = false;
  while (i < end && (isMark(items[i], '،', ':', '-', '؛') || items[i]?.a.feature === 'that')) {
    separated = true;
    i++;
  }
  const quote = quotes.find((q) => q.open === i);
  if (items[i]?.enclosed) return enclosedWords(s, i);
  if (quote) return inside(s, quote);
  if (items[i]?.a.pos === 'conj') return quoteBefore(s, clause, quotes);
  if (i < end && (separated || items[i]?.kind !== 'punct') && i < end - 1) {
    const last = lastWord(items, end - 1);
    if (last > i) return stretch(s, i, last);
  }
  return quoteBefore(s, clause, quotes);
}

/** A quotation of a few words, whose marks the items leave out. */
function enclosedWords(s: SentenceReading, from: number): Stretch {
  const { tokens } = s.r;
  let last = s.items[from]?.token ?? 0;
  while (tokens[last + 1] && tokens[last + 1]?.kind !== 'punct' && tokens[last + 1]?.kind !== 'newline') last++;
  return [stretch(s, from, from)[0], tokens[last]?.end ?? 0];
}

function quoteBefore(s: SentenceReading, clause: Clause, quotes: readonly Range[]): Stretch | undefined {
  const before = [...quotes].reverse().find((q) => q.close < clause.verb && q.close >= clause.first - 3);
  return before ? inside(s, before) : undefined;
}

function inside(s: SentenceReading, q: Range): Stretch | undefined {
  const last = lastWord(s.items, Math.min(q.close, s.items.length) - 1);
  return last > q.open ? stretch(s, q.open + 1, last) : undefined;
}

function lastWord(items: readonly Item[], at: number): number {
  let i = at;
  while (i >= 0 && items[i]?.kind === 'punct') i--;
  return i;
}

/** "According to X": X speaks, and what follows is what X said. */
function accordingTo(s: SentenceReading, phrase: Phrase, end: number): void {
  const { items } = s;
  const seg = phrase.segments[0];
  if (!seg) return;
  const head = items[seg.head] as Item;
  const text = s.r.c.inList('utterance', head.a.lemma);
  let speaker: Filler | undefined;
  if (!text) speaker = fillerOf(items, phrase, s.hits, s.r.c.fillers);
  else if (seg.last > seg.head) {
    for (let i = seg.head + 1; i <= seg.last && !speaker; i++) if ((items[i] as Item).a.pos !== 'adj') speaker = segmentFiller(items, { first: i, last: seg.last, head: i }, s.hits, s.r.c.fillers);
  }
  if (!speaker && !text) return;
  let i = phrase.last + 1;
  while (i < end && isMark(items[i], '،', ':')) i++;
  const last = lastWord(items, end - 1);
  if (last <= i) return;
  const quoted = isMark(items[i], '"', '“') ? 1 : 0;
  const report = stretch(s, i + quoted, lastWord(items, last));
  const roles: DraftRole[] = speaker ? [{ role: 'agent', mention: mentionOf(s, speaker), certainty: 'stated' }] : [];
  roles.push({ role: 'topic', at: report, certainty: 'stated' });
  s.r.events.push({
    type: 'Statement', trigger: stretch(s, phrase.first, text ? seg.head : phrase.last), sentence: s.sentence, status: 'asserted', roles, foundBy: 'statement.according-to',
    report, refersBack: !speaker, subjectRole: speaker ? undefined : 'agent', firstPerson: false, nominal: true,
  });
}

/** Item of the colon in "X: what X said", or -1. No verb may stand before it. */
function headlineColon(items: readonly Item[], inQuote: Uint8Array): number {
  for (let i = 1; i < items.length && i < 24; i++) {
    const item = items[i] as Item;
    if (inQuote[i]) return -1;
    if (isMark(item, ':')) return items[i - 1]?.kind === 'number' && items[i + 1]?.kind === 'number' ? -1 : i;
    if (isVerb(item) || isMark(item, '.', '؟', '!', '؛')) return -1;
  }
  return -1;
}

/** The statement that a "X: …" line makes. The words may stand in the next paragraph. */
function headline(s: SentenceReading, colon: number, quotes: readonly Range[]): void {
  const { items, r } = s;
  const clauses = clausesOf(items, r.c.syntax, () => false, nameEnds(s), isMark(items[0], '*', '-', '•') ? 1 : 0, colon);
  const phrases = clauses.flatMap((c) => c.phrases);
  let speaker: Filler | undefined;
  let addressee: Filler | undefined;
  for (const p of phrases) {
    const f = fillerOf(items, p, s.hits, r.c.fillers);
    if (p.marker === '' && f && f.type !== 'Place' && !(speaker && !speaker.unnamed)) speaker = f;
    else if (p.marker !== '' && f && (f.type === 'Organization' || f.type === 'Person') && !addressee) addressee = f;
    else if (!speaker && p.marker === '' && f) speaker = f;
  }
  if (!speaker) return;
  let report: Stretch | undefined;
  const quote = quotes.find((q) => q.open === colon + 1);
  if (quote && quote.close >= items.length - 2) report = inside(s, quote);
  else {
    const last = lastWord(items, items.length - 1);
    if (last > colon) report = stretch(s, colon + 1, last);
    else report = nextParagraph(r, s.sentence);
  }
  if (!report) return;
  const roles: DraftRole[] = [{ role: 'agent', mention: mentionOf(s, speaker), certainty: 'stated' }];
  if (addressee && addressee !== speaker) roles.push({ role: 'target', mention: mentionOf(s, addressee), certainty: 'stated' });
  roles.push({ role: 'topic', at: report, certainty: 'stated' });
  s.r.events.push({
    type: 'Statement', trigger: stretch(s, contentStart(phrases[0] as Phrase), colon), sentence: s.sentence, status: 'asserted', roles,
    foundBy: 'statement.headline', report, refersBack: false, subjectRole: undefined, firstPerson: false, nominal: true,
  });
}

function nextParagraph(r: Reading, sentence: number): Stretch | undefined {
  const next = r.sentences[sentence + 1];
  if (!next) return undefined;
  let first = next.first;
  let last = next.last - 1;
  const marks = (i: number): boolean => r.tokens[i]?.kind === 'punct';
  while (first < last && marks(first)) first++;
  while (last > first && marks(last)) last--;
  const a = r.tokens[first], b = r.tokens[last];
  return a && b && last > first ? [a.start, b.end] : undefined;
}

/** Quotations in a sentence, as items; a quotation without its second mark runs to the end. */
function quotesIn(items: readonly Item[]): Range[] {
  const out: Range[] = [];
  let open = -1;
  for (let i = 0; i < items.length; i++) {
    if (isMark(items[i], '“') && open < 0) open = i;
    else if (isMark(items[i], '”', '"') && open >= 0) {
      if (i > open + 1) out.push({ open, close: i });
      open = -1;
    } else if (isMark(items[i], '"', '”') && open < 0) open = i;
  }
  if (open >= 0 && open < items.length - 2) out.push({ open, close: items.length });
  return out;
}

/** Credits, links and calls to the reader say nothing about the world. */
function isReaderLine(r: Reading, items: readonly Item[]): boolean {
  const { inList } = r.c;
  const first = items[0] as Item;
  if (inList('credit', first.a.lemma) && items.length < 12 && isMark(items[1], ':', '؛', '/', '-')) return true;
  return items.length < 16 && items.some((i) => i.kind === 'word' && inList('reader', i.text));
}
