import { DEF, DEM, IZAFE } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/index.js';
import type { EventType } from '../../model/vocabulary.js';
import { stretch, type SentenceReading } from '../context.js';
import type { DraftEvent } from '../draft.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import type { TimeMention } from '../times/tables.js';
import { placeIn, timeRole } from './adjuncts.js';

/** A time that stands before everything else in its clause, and the tense of that clause. */
export interface TimedClause {
  readonly time: TimeMention;
  readonly tense: string;
}

/** "Yesterday X came and Y did": the time before the first of two joined clauses is that of the second too. When something was said it does not tell. */
export function shareTime(s: SentenceReading, event: DraftEvent, { time, tense }: TimedClause, own: string): void {
  if (event.type === 'Statement' || !sameTime(tense, own) || event.roles.some((r) => r.role === 'time')) return;
  const { value, ...untimed } = time;
  event.roles.push(timeRole(stretch(s, time.first, time.last), s.r.day, verbOf(s, event), value?.startsWith('T') ? untimed : time, 'implied'));
}

/** The verb that tells an event, or that follows its noun. */
const verbOf = (s: SentenceReading, event: DraftEvent): Item | undefined => s.items.find((i) => i.end > event.trigger[0] && i.a.verb !== undefined);

/** "18 March 2015: …": the day that a line begins with, or that is the line above, is that of what it tells, but not of what is said in it. */
export function shareDay(s: SentenceReading, events: readonly DraftEvent[]): void {
  const time = s.times.find((t) => (t.first === 0 || (t.first === 1 && s.items[0]?.a.kind === 'time')) && (t.last > 0 || t.value !== undefined) && !t.value?.startsWith('T') && isMark(s.items[t.last + 1], ':', '-'));
  const day = time ? { time, at: stretch(s, time.first, time.last), sentence: s.sentence } : s.r.heading?.sentence === s.sentence - 1 ? s.r.heading : undefined;
  if (!day) return;
  if (time && s.items.length === time.last + 2) s.r.heading = day;
  for (const e of events) {
    const said = events.some((by) => by !== e && by.report && by.report[0] <= e.trigger[0] && e.trigger[1] <= by.report[1]);
    if (!said && !e.roles.some((x) => x.role === 'time')) e.roles.push(timeRole(day.at, s.r.day, verbOf(s, e), day.time, 'implied'));
  }
}

/** What is demanded or threatened may come, and what is decided is to come; an event with an article ("the attacks") is known already. */
export function wished(s: SentenceReading, by: DraftEvent, noun: DraftEvent): void {
  const status = by.type === 'Decision' ? 'planned' : by.type === 'Request' || by.type === 'Threat' ? 'possible' : undefined;
  const last = s.items.find((i) => i.start < noun.trigger[1] && noun.trigger[1] <= i.end);
  const topic = by.roles.some((r) => r.role === 'topic' && r.at && r.at[0] <= noun.trigger[0] && noun.trigger[1] <= r.at[1]);
  if (status && topic && noun.status === 'asserted' && ((last?.flags ?? DEF) & (DEF | DEM)) === 0) noun.status = status;
}

/** What is forbidden before it happens. */
const FORBIDDEN = new Set<EventType>(['Protest', 'Visit', 'Meeting', 'Contest']);

/** خۆپیشاندان قەدەغە کرا: what is forbidden is told of in general, unless it is known already. */
export function forbidden(s: SentenceReading, by: DraftEvent, noun: DraftEvent): boolean {
  const last = s.items.find((i) => i.start < noun.trigger[1] && noun.trigger[1] <= i.end);
  return (by.type === 'Sanction' || (by.type === 'Decision' && by.status === 'negated')) && FORBIDDEN.has(noun.type) && ((last?.flags ?? DEF) & (DEF | DEM)) === 0 && by.roles.some((r) => r.role === 'topic' && r.at && r.at[0] <= noun.trigger[0] && noun.trigger[1] <= r.at[1]);
}

/** "In X A was hurt and B died": the place that the first of two joined clauses begins with is that of the second too. */
export function sharePlace(s: SentenceReading, event: DraftEvent, place: Phrase): void {
  if (!HARM.has(event.type) || event.roles.some((r) => r.role === 'place')) return;
  const mention = placeIn(s, event.type, place, place.marker);
  if (mention !== undefined) event.roles.push({ role: 'place', mention, certainty: 'implied' });
}

/** Both told as done, or both not. */
const sameTime = (a: string, b: string): boolean => (a === 'present') === (b === 'present') && a !== '';

/** What people suffer. */
export const HARM = new Set<EventType>(['Death', 'Injury']);

/** "Two died in X and three were hurt": one place and time for both, where the second has none of its own. */
export function shareScene(first: DraftEvent, next: DraftEvent): void {
  for (const role of ['place', 'time'] as const) {
    if (!next.roles.some((r) => r.role === role)) next.roles.push(...first.roles.filter((r) => r.role === role).map((r) => ({ ...r, certainty: 'implied' as const })));
  }
}

/** "…, because of it two were hurt", "as a result": of what was told last, where and when it was. Whether the clause says so. */
export function results(s: SentenceReading, clause: Clause): boolean {
  const { items, r: { c } } = s;
  for (let i = clause.first; i <= clause.last; i++) {
    const item = items[i] as Item;
    if (c.inList('thereby', item.text) || (c.inList('result', item.a.lemma) && (item.flags & IZAFE) === 0 && item.post === c.locative && items[i - 1]?.a.pos === 'adp')) return true;
  }
  return false;
}

/** What people are hurt by. */
const HARMFUL = new Set<EventType>(['Accident', 'Attack', 'Disaster']);

/** The last event of this sentence or the one before it that may have results. */
export function harmBefore({ r, sentence }: SentenceReading): DraftEvent | undefined {
  for (let i = r.events.length - 1; i >= 0; i--) {
    const e = r.events[i] as DraftEvent;
    if (e.sentence < sentence - 1) return undefined;
    if (HARMFUL.has(e.type)) return e;
  }
  return undefined;
}

/** People hurt "in an accident" or "by shots of X": where and when is the accident's too, they are its victims, and who shot has hurt them. */
export function shareHarm(noun: DraftEvent, harm: DraftEvent): void {
  if ((harm.type !== 'Death' && harm.type !== 'Injury') || !HARMFUL.has(noun.type)) return;
  for (const r of harm.roles) {
    const wanted = r.role === 'place' || r.role === 'time' || (noun.type !== 'Disaster' && r.role === 'target');
    if (wanted && !noun.roles.some((o) => o.role === r.role)) noun.roles.push({ ...r, certainty: 'implied' });
  }
  const by = noun.type === 'Attack' ? noun.roles.find((r) => r.role === 'agent') : undefined;
  if (by && !harm.roles.some((r) => r.role === 'agent')) harm.roles.push({ ...by, certainty: 'implied' });
}

/** "Took part in the meeting of the cabinet": the meeting that the noun tells is the one that the verb does. Takes it out of `nominal`. */
export function takeIn(event: DraftEvent, nominal: DraftEvent[]): void {
  const at = nominal.findIndex((n) => n.type === event.type);
  const [same] = at < 0 ? [] : nominal.splice(at, 1);
  for (const r of same?.roles ?? []) if (!event.roles.some((o) => o.role === r.role && (r.mention === undefined ? o.at?.[0] === r.at?.[0] : o.mention === r.mention))) event.roles.push(r);
}
