import { ALSO, DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { mentionOf, stretch, type SentenceReading } from '../context.js';
import type { DraftEvent, DraftRole, Stretch } from '../draft.js';
import { fillerIn, type Filler } from '../mentions/fillers.js';
import type { Clause } from '../syntax/clauses.js';
import type { Item } from '../../language/context/items.js';
import { askedFor } from '../attribution/reports.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import type { EventType } from '../../model/vocabulary.js';
import type { Role, Status } from '../../model/types.js';
import { argumentsOf, contentStart, objectIs, oneOf, type Argument } from './arguments.js';
import type { CompiledFrame } from './frames.js';
import { saysWho, strangerIn } from './unknown-speaker.js';
import { statusOf, type Surroundings } from './status.js';
import { fillRole, trimmed, type Filled } from './slots.js';
import type { Predicate } from './predicates.js';
import { adjuncts, WITH_PLACE } from './adjuncts.js';
import { isAdjective, isAdverbial, isOrigin } from './asides.js';

/** What is said after (or quoted beside) a speech verb, as a stretch of normal text. */
export type Report = Stretch | undefined;

/** Lists of the pronouns that only point at the clause that follows, or at what was said. */
const POINTING = ['relative', 'cataphora', 'complement-pronouns'] as const;

/** Tries the frames of a clause's predicate in order; the first whose needs are met makes the event. */
export function clauseEvent(s: SentenceReading, clause: Clause, p: Predicate, told: Report, around: Surroundings): DraftEvent | undefined {
  const fillers = (phrase: Phrase): Filler | undefined => fillerIn(s, phrase);
  let best: { event: DraftEvent; score: number } | undefined;
  for (const frame of p.frames) {
    if (!fits(s, clause, p, frame)) continue;
    const report = frame.frame.type === 'Request' || frame.frame.type === 'Decision' ? askedFor(s, told) : told;
    const occasion = frame.frame.occasion ? clause.phrases.findLast((ph) => ph.marker === '' && ph !== p.phrase) : undefined;
    const args = argumentsOf(clause, p, frame, fillers, (ph) => (ph !== occasion && isAdverbial(s, ph)) || isOrigin(s, clause, ph), (i) => isAdjective(s, i), s.r.c.locative, around.subjectAbove && p.form.mood === 'subjunctive');
    const filled = fillFrame(s, clause, frame, args, p, report);
    const speaker = frame.frame.type === 'Statement' && report !== undefined && !filled.some((f) => f.role === 'agent') ? strangerIn(s, clause, p) : undefined;
    if (speaker) filled.unshift(speaker);
    const tellsClause = frame.roles.some(([, by]) => by.includes('clause'));
    // of several participants only the one that stands as subject fills the subject's place
    const more = (s.items[clause.verb]?.flags ?? 0) | (s.items[p.noun]?.flags ?? 0) | (s.items[clause.verb - 1]?.flags ?? 0);
    const untold = p.form.passive && ((p.form.tense === 'perfect' && ((more & ALSO) !== 0 || clause.phrases.length > 0 || !s.r.c.inList('impersonal', p.form.infinitive))) || (p.form.tense === 'past' && (more & ALSO) !== 0)) && frame.frame.type === 'Statement' && report !== undefined;
    const dropped = !filled.some((f) => isSubjectRole(frame, f.role) && (f.role !== 'participant' || f.by === 'subject')) && !args.some((a) => (a.by === 'subject' || (a.by === 'object' && frame.frame.type === 'Statement' && told !== undefined && !p.form.person.startsWith('1'))) && saysWho(s, a, a.by === 'object')) && ((report !== undefined && tellsClause) || !args.some((a) => a.by === 'subject')) && (!p.form.passive || untold) && !isUnaccusative(frame, p);
    // "and was received by X": who was is the subject of the verb before
    const received = p.form.passive && !args.some((a) => a.by.startsWith('patient') || a.by.startsWith('stranded')) && (filled.some((f) => f.role === 'agent') || (p.form.stranded !== '' && !args.some((a) => a.phrase.marker === ''))) && !filled.some((f) => f.role === 'target' || f.role === 'topic') && frame.roles.some(([role]) => role === 'target');
    widenTopics(s, [...clause.phrases, ...clause.after], p.izafe ? undefined : p.phrase, filled, WITH_PLACE.has(frame.frame.type as EventType));
    const speech = frame.frame.type === 'Statement' && report !== undefined;
    const missing = (frame.frame.needs ?? []).filter((role) => !filled.some((f) => f.role === role) && !(received && role === 'target') && !((dropped || (role !== 'participant' && p.form.passive && filled.some((f) => f.role === 'target' || f.role === 'topic'))) && isSubjectRole(frame, role)));
    const one = frame.frame['needs-one'];
    if (missing.length > 0 || (p.form.tense === 'present' && isThis(s, clause) && !filled.some((f) => f.by === 'subject') && frame.roles.some(([, by]) => by.includes('subject')))) continue;
    // پاشماوە کۆبووەتەوە: things gather without a meeting
    if (frame.frame.type === 'Meeting' && filled.length === 0 && args.some((a) => a.by === 'subject')) continue;
    const used = new Set(filled.flatMap((f) => f.phrases));
    const about = filled.find((f) => f.role === 'topic')?.at;
    // the day that is celebrated is not the day of celebrating it
    const loose = adjuncts(s, clause, frame.frame.type as EventType, used, filled).filter((r) => !(r.role === 'time' && r.at && ofOthers(s, p, r.at)) && !(frame.frame.occasion && r.role === 'time' && r.at && about && r.at[0] < about[1] && about[0] < r.at[1]));
    if (one && !one.some((role) => filled.some((f) => f.role === role) || (role === 'place' && loose.some((r) => r.role === role)))) continue;
    // a frame that asked for a word of its own and found it knows more of the clause
    const asked = frame.with ?? frame.withObject ?? frame.within;
    const score = filled.length + (speech ? 1 : 0) + (frame.withObject ? 1.5 : asked ? 0.5 : 0) - frame.order / 1000;
    if (best && best.score >= score) continue;
    const roles: DraftRole[] = [...filled.map((f) => toRole(s, f)), ...loose];
    best = {
      score,
      event: {
        type: frame.frame.type as EventType, trigger: triggerOf(s, clause, p), sentence: s.sentence,
        status: frame.frame.status ? (frame.frame.status as DraftEvent['status']) : futureOf(frame, p, statusOf(clause, frame.frame.denial ? { ...p.form, negated: false } : p.form, around)), roles, foundBy: frame.frame.id,
        report: tellsClause ? report : undefined, refersBack: false, subjectRole: received ? 'target' : dropped ? subjectRole(frame) : undefined, firstPerson: p.form.person === '1s' || p.form.person === '1p' || p.form.clitic === '1s' || p.form.clitic === '1p', plural: isPlural(s, clause, p), publishes: frame.frame.publishes ? true : undefined, nominal: false,
      },
    };
  }
  return best?.event;
}

/** ناڕەزایەتییەکانی مانگی X: the month joined to things told of, in the plural, is theirs, and not the verb's. */
function ofOthers(s: SentenceReading, p: Predicate, [start]: Stretch): boolean {
  const at = s.items.findIndex((i) => i.start === start) - 1, noun = s.items[at];
  return noun !== undefined && at !== p.noun && noun.a.pos === 'noun' && !['time', 'human', 'group'].includes(noun.a.kind) && (noun.flags & (DEF | PLURAL | IZAFE)) === (DEF | PLURAL | IZAFE);
}

/** ئەمەش تاوانبارمان دەکات: "this", said of what was told before, does and says nothing. */
const isThis = (s: SentenceReading, clause: Clause): boolean => clause.phrases.some((x) => x.marker === '' && x.first === x.last && s.r.c.inList('aside', s.items[x.first]?.text ?? ''));

/** The present of some verbs ("sends") is the future. */
const futureOf = (frame: CompiledFrame, p: Predicate, status: Status): Status => (frame.frame.future && status === 'asserted' && p.form.tense === 'present' ? 'planned' : status);

/** "They", by the verb's ending or by the agent clitic on it, on its light noun or on its object. */
const isPlural = (s: SentenceReading, clause: Clause, p: Predicate): boolean => {
  if (!p.form.transitive || p.form.tense === 'present') return p.form.person === '3p';
  // تاوتوێی پرسی نەوتیان کرد: the clitic on what the light noun governs
  const own = p.form.clitic || s.items[p.izafe?.last ?? p.noun]?.a.clitic;
  if (own) return own === '3p';
  return !p.form.passive && clause.phrases.findLast((x) => x.marker === '' && x.last < clause.verb)?.clitic === '3p';
};

/** What was talked about where the text only says that it was ("in the meeting, X was discussed"): topics of that meeting. */
export function topicsDiscussed(s: SentenceReading, clause: Clause, p: Predicate): DraftRole[] {
  const frame = p.frames.find((f) => f.frame.type === 'Negotiation');
  if (!frame) return [];
  const args = argumentsOf(clause, p, frame, (ph) => fillerIn(s, ph), (ph) => isAdverbial(s, ph) || isOrigin(s, clause, ph), (i) => isAdjective(s, i), s.r.c.locative);
  const about = args.filter((a) => s.r.c.topicMarkers.has(a.by) || a.by === 'patient');
  return about.flatMap((a) => fillRole(s, 'topic', a, undefined)).map((f) => toRole(s, f));
}

const subjectRole = (frame: CompiledFrame): Role | undefined => frame.roles.find(([, by]) => by.includes('subject'))?.[0] as Role | undefined;
const isSubjectRole = (frame: CompiledFrame, role: string): boolean => frame.roles.some(([r, by]) => r === role && by.includes('subject'));

function fits(s: SentenceReading, clause: Clause, p: Predicate, frame: CompiledFrame): boolean {
  const { frame: f } = frame;
  // ئەو شێوەیەی قسەی کرد: how somebody spoke is nothing said
  if (f.type === 'Statement' && clause.antecedent && s.r.c.inList('way', s.items[clause.antecedent.segments[0]?.head ?? -1]?.a.lemma ?? '')) return false;
  const only = f.only?.[p.form.infinitive];
  if (only && !only.includes(p.form.tense)) return false;
  if (f.denial && !p.form.negated) return false;
  if (!p.form.passive && f['only-passive']?.includes(p.form.infinitive)) return false;
  if (!frame.with && !frame.notWith && !frame.withObject && !frame.within) return true;
  const said = (words: ReadonlySet<string>): boolean => oneOf(s.items, clause.first, clause.last, words, s.r.c.names.fold);
  if (frame.with && !said(frame.with) && !(f.type === 'Negotiation' && together(s, clause, p))) return false;
  if (frame.notWith && said(frame.notWith)) return false;
  if (frame.within && !said(frame.within)) return false;
  if (frame.withObject) {
    const bare = clause.phrases.filter((ph) => ph.marker === '' && ph !== p.phrase);
    const object = bare[bare.length - 1];
    if (!object || !objectIs(s.items, contentStart(object), object.last, frame.withObject, s.r.c.names.fold)) return false;
  }
  return true;
}

/** "A and B discussed", "A met B, and they discussed": several did, and are named beside each other or before. */
function together(s: SentenceReading, clause: Clause, p: Predicate): boolean {
  const bare = clause.phrases.filter((x) => x.marker === '' && x !== p.phrase && !isAdverbial(s, x));
  return isPlural(s, clause, p) && bare.every((x) => x.also.length > 0);
}

/** Of an intransitive verb ("was wounded" said as "became wounded") the subject is who it happens to. */
const isUnaccusative = (frame: CompiledFrame, p: Predicate): boolean =>
  !p.form.transitive && !p.form.passive && frame.roles.some(([role, by]) => role === 'target' && by.includes('object')) && frame.roles.some(([, by]) => by.includes('subject'));

function fillFrame(s: SentenceReading, clause: Clause, frame: CompiledFrame, args: readonly Argument[], p: Predicate, report: Report): Filled[] {
  const filled: Filled[] = [];
  const taken = new Set<Argument>();
  const unaccusative = isUnaccusative(frame, p);
  // "was shot at in X": the preposition on the verb has its complement, and "in X" says where
  const stranded = p.form.stranded !== '' && args.some((a) => a.by === `stranded:${p.form.stranded}`) ? p.form.stranded : undefined;
  for (const [role, places, accept] of frame.roles) {
    for (const by of places) {
      const have = filled.some((f) => f.role === role);
      if (have && role === 'topic' && !s.r.c.topicMarkers.has(by)) continue;
      if (by === 'clause') {
        // بەشێوەیەک نووسیویەتی کە …: how, and not what
        const how = clause.phrases.some((x) => s.r.c.inList('way', s.items[x.segments[0]?.head ?? -1]?.a.lemma ?? '') && x.last === (p.noun >= 0 ? p.noun : clause.verb) - 1 && x.marker === s.r.c.instrumentMarker && ((s.items[x.last]?.flags ?? 0) & INDEF) !== 0);
        // لەگەڵ ئەو کەسە قسەی کرد کە …: who that is
        const whom = frame.frame['only-quoted'] === true && s.items[clause.last + 1]?.a.feature === 'that';
        if (report && !how && !whom && !ownTopic(s, clause, frame, role, args)) filled.push({ role: role as Role, at: report, phrases: [] });
        continue;
      }
      const before = filled.length;
      const later = p.noun >= 0 && args.some((a) => a.by === by && a.phrase.first > p.noun);
      for (const a of args) {
        if (later && a.phrase.preposition >= 0 && a.phrase.first < p.noun) continue;
        // داگیرکەران خەڵکی مەدەنی گوندەکەیان کوشت: where the last phrase is nobody to be killed, the one before it is
        const instead = role === 'target' && by === 'object' && a.by === 'between' && !have;
        if (taken.has(a) || a.by === stranded || !(instead || standsAt(a.by, by, p, s.r.c.agentMarker, unaccusative))) continue;
        // زانیاری لەبارەی X: what is told is X
        if (role === 'topic' && by === 'object' && frame.frame.type === 'Statement' && s.r.c.inList('utterance', s.items[a.first]?.a.lemma ?? '') && (s.items[a.first]?.flags ?? 0) === 0) {
          const about = args.filter((x) => s.r.c.topicMarkers.has(x.by) || s.r.c.inList('on-marker', x.by)).flatMap((x) => fillRole(s, 'topic', x, accept));
          if (about.length > 0) {
            filled.push(...about);
            break;
          }
        }
        // لەسەر ئەوەی کە …: the pronoun only stands for the clause after it
        if (role === 'topic' && a.first === a.last && POINTING.some((list) => s.r.c.inList(list, s.items[a.first]?.text ?? ''))) {
          if (report && !have) filled.push({ role: role as Role, at: report, phrases: [a.phrase] });
          continue;
        }
        const got = fillRole(s, role as Role, a, accept);
        if (got.length === 0) continue;
        filled.push(...got);
        taken.add(a);
        if (role !== 'topic' || by !== 'object') break;
      }
      if (filled.length > before && role !== 'participant') break;
    }
  }
  return filled;
}

/** A topic with a verbal noun in it goes on over the phrases that follow it and fill no other role: "details of the coming of X to Y". */
export function widenTopics(s: SentenceReading, phrases: readonly Phrase[], light: Phrase | undefined, filled: Filled[], placed: boolean): void {
  const used = new Set(filled.flatMap((f) => f.phrases));
  filled.forEach((f, k) => {
    const own = f.phrases[0];
    if (f.role !== 'topic' || !f.at || !own || own === light) return;
    const at = phrases.findIndex((p) => p === own || (p.first <= own.first && p.last === own.last));
    const topic = s.items.slice(contentStart(own), own.last + 1);
    if (at < 0 || own.also.length > 0 || !topic.some((i) => i.a.derived !== undefined || i.a.kind === 'act' || i.a.kind === 'event')) return;
    let last = own.last;
    for (const next of phrases.slice(at + 1)) {
      // with what, and for doing what, is told of the act, not of its topic
      const head = s.items[next.segments[0]?.head ?? next.last]?.a;
      const purpose = next.marker === s.r.c.purposeMarker && head !== undefined && (head.derived !== undefined || head.kind === 'act') && !asksFor(s, topic[0], next.marker);
      const withWhat = next.marker === s.r.c.instrumentMarker && s.items[own.segments[0]?.head ?? own.last]?.a.derived === undefined;
      if (purpose || withWhat || next.marker === '' || next.first !== last + 1 || used.has(next) || (placed && s.r.c.placeMarkers.has(next.marker))) break;
      last = next.last;
    }
    if (last > own.last) filled[k] = { ...f, at: [f.at[0], trimmed(s, last, last)[1]] };
  });
}

/** "The demand for a meeting": a noun whose frame looks for a filler behind the marker. */
const asksFor = (s: SentenceReading, noun: Item | undefined, marker: string): boolean =>
  s.r.c.frames.byNoun.get(noun?.a.key ?? '')?.some((f) => f.roles.some(([, by]) => by.includes(marker))) === true;

/** "Revealed the identity of X, who …": after an object with words of its own, a clause with "that" tells of it and is not what is said. */
function ownTopic(s: SentenceReading, clause: Clause, frame: CompiledFrame, role: string, args: readonly Argument[]): boolean {
  if (role !== 'topic') return false;
  // "demanded the opening of X, …"
  if (frame.frame.type === 'Request' && args.some((a) => a.by === 'izafe' && a.last > a.first && s.items[a.first]?.a.derived?.kind === 'infinitive')) return true;
  if (s.items[clause.last + 1]?.a.feature !== 'that') return false;
  const places = frame.roles.find(([r]) => r === role)?.[1] ?? [];
  return args.some((a) => places.includes(a.by) && a.last > a.first && !a.extraposed && !s.r.c.inList('utterance', s.items[a.first]?.a.lemma ?? '') && s.items[a.first]?.a.pos === 'noun');
}

/** Whether an argument stands where a frame looks for it, the passive read as grammar reads it. */
function standsAt(argument: string, by: string, p: Predicate, agentMarker: string, unaccusative: boolean): boolean {
  if (unaccusative && (argument === 'subject' || by === 'subject')) return by === 'object' && argument === 'subject';
  if (argument === by) return true;
  if (p.form.passive) {
    if (by === 'subject') return argument === agentMarker;
    if (by === 'object' || by === 'izafe') return argument === 'patient' || argument === 'patient2';
    return argument === `stranded:${by}`;
  }
  if (by === 'izafe') return argument === 'between';
  return by === 'dir' && argument === 'dir';
}
function triggerOf(s: SentenceReading, clause: Clause, p: Predicate): Stretch {
  if (p.noun < 0) return stretch(s, clause.verb, clause.verb);
  if (p.noun > clause.verb) return stretch(s, clause.verb, p.noun);
  // پەیامێکی بڵاو کردەوە: the middle of a compound that is written apart
  const apart = p.noun === clause.verb - 2 && p.frames.some((f) => f.frame.publishes) && s.r.c.language.lexicon.light.has((s.items[clause.verb - 1]?.a.key ?? ''));
  return p.noun < clause.verb - (apart ? 2 : 1) ? stretch(s, p.noun, p.noun) : stretch(s, p.noun, clause.verb);
}

function toRole(s: SentenceReading, f: Filled): DraftRole {
  if (f.filler) return { role: f.role, mention: mentionOf(s, f.filler), certainty: 'stated' };
  return { role: f.role, at: f.at, value: f.value || undefined, certainty: 'stated' };
}
