import type { Status } from '../model/types.js';
import type { EventType } from '../model/vocabulary.js';
import { mentionOf, stretch, type Reading, type SentenceReading } from './context.js';
import type { DraftEvent, DraftRole } from './draft.js';
import { calledIn, lastWord, laterSpeech, quotesIn, reportOf, type Range } from './attribution/reports.js';
import { accordingTo, headline, headlineColon, signature } from './attribution/sources.js';
import { clauseEvent, topicsDiscussed } from './events/clause-events.js';
import { inherit } from './events/inherit.js';
import { nominalEvents } from './events/nominal.js';
import { isNone } from './events/nominal-status.js';
import { predicateIn, type Predicate } from './events/predicates.js';
import { forbidden, HARM, harmBefore, results, shareDay, shareHarm, sharePlace, shareScene, shareTime, takeIn, wished, type TimedClause } from './events/scenes.js';
import { statusOf, type Surroundings } from './events/status.js';
import { readCard } from './mentions/cards.js';
import { readCredit } from './mentions/credits.js';
import { actingGroups } from './mentions/acting-groups.js';
import { fillerIn, filled, type Filler } from './mentions/fillers.js';
import { nameEnds, namesOf, withSurnames, type NameHit } from './mentions/names.js';
import { comrades, namedAfter, namedList } from './mentions/named-after.js';
import { namedChains } from './mentions/named-chains.js';
import { phraseRelations } from './relations/phrases.js';
import { clausesOf, type Clause } from './syntax/clauses.js';
import type { Phrase } from './syntax/phrase-tables.js';
import { isMark, readWords, type Item } from '../language/context/index.js';
import { timesOf } from './times/expressions.js';
import type { TimeMention } from './times/tables.js';
import { IZAFE } from '../language/analysis.js';

/** Reads one sentence: appends its mentions, events and relations to the reading. */
export function readSentence(r: Reading, index: number): void {
  const sentence = r.sentences[index];
  if (!sentence) return;
  const items = readWords(r.c.language, r.c.words, r.tokens, sentence);
  if (items.length === 0 || isReaderLine(r, items)) return;
  const s: SentenceReading = { r, sentence: index, items, hits: withSurnames(items, namesIn(r, items), r.surnames, r.c.names), times: timesOf(items, r.c.times, r.day).filter((t) => !describes(r, items, t)), timeOwner: new Map(), made: new Map(), fillers: new Map(), predicates: new Map() };
  if (readCredit(s) || readCard(s)) return;
  const nested = new Set<NameHit>();
  const mention = (h: NameHit): number => mentionOf(s, filled(h));

  const called = calledIn(s);
  const quotes = quotesIn(items).filter((q) => !called.some((n) => n.open <= q.open && q.close <= n.close));
  const inQuote = new Uint8Array(items.length);
  for (const q of [...quotes, ...called]) for (let i = q.open; i <= q.close && i < items.length; i++) inQuote[i] = 1;
  const inTime = new Uint8Array(items.length);
  for (const t of s.times) for (let i = t.first; i <= t.last; i++) inTime[i] = 1;

  const names = nameEnds(s.hits, items.length);
  const colon = headlineColon(items, inQuote, s.hits);
  const from = colon >= 0 ? colon + 1 : 0;
  const spoken = colon >= 0 && headline(s, colon, quotes, names);
  if (colon < 0) signature(s);
  const told = r.events.length;
  const region = (a: number, b: number, blocked: (i: number) => boolean): void => {
    const clauses = clausesOf(items, r.c.syntax, blocked, names, a, b);
    namedChains(s, clauses, nested);
    readClauses(s, clauses, quotes, b, colon >= 0);
    actingGroups(s, clauses);
  };
  if (colon > 0 && !spoken) region(0, colon, (i) => inQuote[i] === 1 || inTime[i] === 1);
  else if (colon > 0) phrasesOnly(s, clausesOf(items, r.c.syntax, (i) => inTime[i] === 1, names, 0, colon));
  region(from, items.length, (i) => inQuote[i] === 1 || inTime[i] === 1);
  for (const q of quotes) region(q.open + 1, Math.min(q.close, items.length), (i) => inTime[i] === 1);
  for (const h of s.hits) if (!h.weak && !nested.has(h)) mention(h);
  shareDay(s, r.events.slice(told));
  const where = dateline(r, items, s.hits);
  if (where) for (const e of r.events.slice(told)) if (LOCAL.has(e.type) && !e.roles.some((x) => x.role === 'place')) e.roles.push({ role: 'place', mention: mention(where), certainty: 'implied' });
}

/** The names of a sentence: those of the lists and by their shape, and what the words around say of them. */
function namesIn({ c }: Reading, items: readonly Item[]): readonly NameHit[] {
  return comrades(items, namedList(items, namedAfter(items, namesOf(items, c.names), c.fillers), c.fillers), c.fillers);
}

/** Events that happen where the line says it is from. */
const LOCAL = new Set<EventType>(['Attack', 'Death', 'Injury', 'Accident', 'Arrest', 'Protest', 'Disaster', 'Launch']);

/** The town that a line begins with to say where it is from: "کەلار.. two were hurt", "Kalar: …". */
function dateline(r: Reading, items: readonly Item[], hits: readonly NameHit[]): NameHit | undefined {
  const hit = hits.find((h) => h.first === 0 && h.type === 'Place' && !h.weak && h.known !== undefined);
  if (!hit || items.length - hit.last < 4) return undefined;
  const town = r.c.settlements.has(hit.known ?? '');
  const dots = isMark(items[hit.last + 1], '.') && isMark(items[hit.last + 2], '.');
  return dots || isMark(items[hit.last + 1], '…', '؛', '/') || (town && isMark(items[hit.last + 1], ':', '-')) ? hit : undefined;
}

function readClauses(s: SentenceReading, clauses: readonly Clause[], quotes: readonly Range[], end: number, headline: boolean): void {
  const items = s.items;
  const question = isMark(items[end - 1], '؟') || isMark(items[items.length - 1], '؟');
  const asks = question ? items.findIndex((i, at) => isMark(items[at - 1], '،', '؛', '.') && s.r.c.inList('question', i.a.lemma)) : -1;
  const place = (c: Clause): number => (c.verb >= 0 ? c.verb : c.last);
  const pointing = (x: Phrase): boolean => s.r.c.inList('complement-pronouns', items[x.last]?.text ?? '');
  const ordered = [...clauses].sort((a, b) => place(a) - place(b));
  ownTimes(s, clauses);
  const predicates = new Map<Clause, Predicate>();
  for (const c of ordered) {
    const p = predicateIn(s, c);
    if (p) predicates.set(c, p);
  }
  let governing = '';
  let subjectAbove = false;
  let subject: Filler | undefined;
  // "were rescued, and shot the attacker": others did
  let suffered = false;
  let scene: DraftEvent | undefined;
  let when: TimedClause | undefined;
  let where: Phrase | undefined;
  let conditional = false, either = false;
  for (const clause of ordered) {
    const joint = items[clause.first]?.a;
    if (clause.kind === 'main') either = s.r.c.inList('either', joint?.lemma ?? '') || (either && joint?.feature === 'and');
    const p = predicates.get(clause);
    clause.phrases.forEach((phrase, k) => {
      if (phrase.marker === s.r.c.sourceMarker) accordingTo(s, phrase, clause.phrases[k + 1], end);
    });
    // "they protested for wages: will it come again?": the question begins with its word
    const around = { governing, subjectAbove, inQuestion: question && !(clause.last < asks), headline };
    let event: DraftEvent | undefined;
    let discussed: DraftRole[] = [];
    const begun = p ? begunEvents(s, clause, p, around) : undefined;
    if (p && !begun) {
      const cut = laterSpeech(s, ordered, predicates, clause, end);
      event = clauseEvent(s, clause, p, reportOf(s, clause, quotes, cut, p.noun >= 0 && [...clause.phrases, ...clause.after].some((x) => x.first > p.noun && (x.preposition >= 0 || clause.after.includes(x)) && !pointing(x))), around);
      if (event?.status === 'asserted' && !event.report && p.form.tense === 'present' && soon(s, clause)) event.status = 'planned';
      // "you ask", "visit our page" tell of nobody in the text
      // what somebody could or should say is not said
      if (event?.type === 'Statement' && p.form.mood === 'subjunctive' && event.status === 'possible') event = undefined;
      // "wrote: how is it?": the question is what was said
      if (event?.status === 'possible' && event.type === 'Statement' && event.report && !clause.mood && !governing && clause.conjunction !== 'if' && event.report[1] >= stretch(s, lastWord(items, end - 1), lastWord(items, end - 1))[1]) event.status = 'asserted';
      // "if …, they bomb", "if …, they would have bombed": no more than what may come, or might have
      if (event?.status === 'asserted' && event.type !== 'Statement' && conditional && clause.kind === 'main' && (p.form.tense === 'present' || p.form.aspect !== '')) event.status = 'possible';
      // "either …, or they bomb and attack"
      if (event?.status === 'asserted' && event.type !== 'Statement' && either && p.form.tense === 'present') event.status = 'possible';
      // دەمەوێت بڵێم …: says it
      if (event?.status === 'planned' && event.type === 'Statement' && event.report && p.form.person === '1s' && governing === 'planned') event.status = 'asserted';
      // "every day so many die"
      if (event && HARM.has(event.type) && p.form.tense === 'present' && p.form.mood === 'indicative' && usual(s, clause)) event = undefined;
      // "they must not leave": nobody has left or will
      if (event?.status === 'negated' && p.form.mood === 'subjunctive' && (clause.mood === 'must+neg' || (p.form.negated && clause.mood === 'must'))) event = undefined;
      if (event?.subjectRole && (p.form.person.startsWith('2') || p.form.clitic.startsWith('2'))) event = undefined;
      if (event && when && clause.kind === 'main' && items[clause.first]?.a.pos === 'conj') shareTime(s, event, when, p.form.tense);
      if (event && where && clause.kind === 'main' && items[clause.first]?.a.pos === 'conj') sharePlace(s, event, where);
      if (event && HARM.has(event.type)) {
        const cause = results(s, clause) ? harmBefore(s) : undefined;
        if (cause) shareScene(cause, event);
        if (scene && clause.kind === 'main') shareScene(scene, event);
        scene = clause.kind === 'main' ? event : scene;
      }
      if (event) s.r.events.push(suffered && event.plural && event.subjectRole === 'agent' && (HARM.has(event.type) || event.type === 'Arrest') ? event : inherit(s, event, clause, p, subject));
      discussed = event ? [] : topicsDiscussed(s, clause, p);
    }
    if (clause.conjunction === 'if') conditional = true;
    else if (clause.kind === 'main' && clause.verb >= 0) conditional = false;
    if (clause.kind === 'main') {
      const time = s.times.find((t) => s.timeOwner.get(t) === clause && t.first <= clause.first + 1 && (t.value !== undefined || t.last > t.first));
      if (time || items[clause.first]?.a.pos !== 'conj') when = time && { time, tense: items[clause.verb]?.a.verb?.tense ?? '' };
      const opening = clause.phrases.find((x) => x.first === clause.first && x.marker === s.r.c.inMarker);
      if (opening || items[clause.first]?.a.pos !== 'conj') where = opening;
    }
    const form = items[clause.verb]?.a.verb;
    // هیچ بڕیارێک نییە
    const none = items[clause.verb]?.a.pos === 'cop' && items[clause.verb]?.a.feature.includes('neg') === true && clause.phrases.some((x) => isNone(s, x));
    const status: Status = form ? statusOf(clause, form, around) : none ? 'negated' : clause.mood === 'planned' ? 'planned' : around.inQuestion ? 'possible' : 'asserted';
    const told = event?.type === 'Statement' || clause.phrases.some((x) => x.marker === s.r.c.sourceMarker);
    const nominal = (begun ?? nominalEvents(s, clause, new Set(event && p && p.noun >= 0 ? [p.noun] : []), event ? 'asserted' : status)).filter((e) => (!told || e.type !== 'Statement') && !(event && forbidden(s, event, e)));
    if (event) for (const n of nominal) wished(s, event, n);
    if (event && p?.frames.some((f) => f.frame.id === event?.foundBy && f.within)) takeIn(event, nominal);
    nominal.find((e) => e.type === 'Meeting')?.roles.push(...discussed);
    for (const harm of event ? [event, ...nominal] : nominal) for (const n of nominal) shareHarm(n, harm);
    s.r.events.push(...nominal);
    phraseRelations(s, clause);
    const own = subjectOf(s, clause, p);
    if (own?.type === 'Person' && !own.weak && !own.unnamed && clause.kind === 'main' && s.r.lead?.sentence !== s.sentence) s.r.lead = { mention: mentionOf(s, own), sentence: s.sentence };
    if (clause.kind !== 'relative' && own) suffered = items[clause.verb]?.a.verb?.passive === true || (event !== undefined && HARM.has(event.type) && event.roles.some((r) => r.role === 'target' && r.mention === mentionOf(s, own)));
    if (clause.kind !== 'relative') subject = own ?? (clause.kind === 'main' && clause.verb >= 0 ? subject : undefined);
    // what somebody denies is said not to be
    const { verb: done } = items[clause.verb]?.a ?? {};
    subjectAbove = done !== undefined && (s.r.c.inList('manage', done.infinitive) || s.r.c.inList('intend', done.infinitive)) && own !== undefined;
    governing = done && s.r.c.inList('manage', done.infinitive) && done.tense !== 'present' ? (done.negated ? 'managed+neg' : 'managed') : event?.type === 'Rejection' && event.report ? 'denied+neg' : clause.mood && clause.verb < 0 ? clause.mood : s.r.c.inList('intend', items[clause.verb]?.a.verb?.infinitive ?? '') && !items[clause.verb]?.a.verb?.negated ? 'planned' : '';
  }
}

/** "Began with the attack": the events that a verb of beginning brings its subject into; undefined where it begins something else. */
function begunEvents(s: SentenceReading, clause: Clause, p: Predicate, around: Surroundings): DraftEvent[] | undefined {
  if (!p.frames.some((f) => f.frame.support)) return undefined;
  const host = clause.phrases.find((x) => x.marker === '' && x !== p.phrase) ?? clause.antecedent;
  const who = host && fillerIn(s, host);
  if (!host || !who) return undefined;
  const actor = mentionOf(s, who);
  const found = nominalEvents(s, clause, new Set(p.noun >= 0 ? [p.noun] : []), statusOf(clause, p.form, around), host);
  return found.some((e) => e.roles.some((r) => r.mention === actor)) ? found : undefined;
}

/** The first bare phrase of a clause that denotes somebody: whom the next verb may leave out. */
function subjectOf(s: SentenceReading, clause: Clause, p: Predicate | undefined): Filler | undefined {
  for (const phrase of clause.phrases) {
    // (what somebody is said to be is the predicate)
    if (phrase.marker !== '' || phrase === p?.phrase || phrase.last === clause.verb) continue;
    const f = fillerIn(s, phrase);
    const place = f?.type === 'Place' && !(phrase === clause.phrases[0] && f.known !== undefined && !f.weak);
    if (f && !place && !(f.weak && f.foundBy === 'name.unknown')) return f;
  }
  return undefined;
}

/** "Soon", "in the coming week", "in another hour": with the present it is still to come. */
const soon = (s: SentenceReading, clause: Clause): boolean => s.times.some((t) => s.timeOwner.get(t) === clause && s.items.slice(t.first, t.last + 1).some((i) => s.r.c.inList('soon', i.a.lemma) || i.a.feature === 'other'));

/** "Every day", "daily". */
const usual = (s: SentenceReading, clause: Clause): boolean => s.items.slice(clause.first, clause.last + 1).some((i, k, all) => s.r.c.inList('daily', i.a.lemma) || (i.a.feature === 'all' && all[k + 1]?.a.kind === 'time'));

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

/** "The budget of 2021", "the report of April": a year joined to a noun that is no event and no time tells which one, not when. */
function describes(r: Reading, items: readonly Item[], t: TimeMention): boolean {
  const noun = items[t.first - 1];
  // the report of April, and what is done on the occasion of a day, or of what was on it (بەبۆنەی چالاکی 2ی ئایار)
  let k = t.first - 1;
  while (k > 0 && items[k]?.a.pos !== 'adp' && (isMark(items[k], '/') || isMark(items[k + 1], '/') || ((items[k] as Item).flags & IZAFE) !== 0)) k--;
  if (noun && ((noun.flags & IZAFE) !== 0 && r.c.inList('utterance', noun.a.lemma) && r.c.inList('periods', items[t.first]?.a.lemma ?? '') || r.c.inList('occasion', items[k]?.a.lemma ?? ''))) return true;
  // نوێژی هەینی, بودجەی ئەمساڵ
  if (t.first === t.last && noun?.flags === IZAFE && (noun.a.kind === 'money' || r.c.inList('of-days', noun.a.lemma))) return true;
  // بودجەی 2021, بودجەی ساڵی 2021
  const year = t.first === t.last ? items[t.first]?.kind === 'number' : items[t.first]?.a.kind === 'time' && /^\d{4}$/.test(t.value ?? '');
  if (!year || !noun || noun.a.pos !== 'noun' || (noun.flags & IZAFE) === 0) return false;
  const lemma = noun.a.key;
  return noun.a.kind !== 'time' && noun.a.kind !== 'event' && r.c.fillers.heads.get(lemma)?.type !== 'Work' && noun.a.derived === undefined && !r.c.frames.byNoun.has(lemma) && !r.c.frames.byLight.has(lemma);
}

/** Links and calls to the reader say nothing about the world. */
function isReaderLine(r: Reading, items: readonly Item[]): boolean {
  const { inList } = r.c;
  return items.length < 16 && items.some((i) => i.kind === 'word' && inList('reader', i.text));
}
