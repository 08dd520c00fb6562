import { COPULA, DEF, DEM, IZAFE } from '../../language/analysis.js';
import type { EventType } from '../../model/vocabulary.js';
import type { Role, Status } from '../../model/types.js';
import { mentionOf, stretch, type SentenceReading } from '../context.js';
import type { DraftEvent, DraftRole } from '../draft.js';
import { fillerIn } from '../mentions/fillers.js';
import type { Clause } from '../syntax/clauses.js';
import { isMark } from '../../language/context/index.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { contentStart, isDemonstrative, oneOf, type Argument } from './arguments.js';
import { adjuncts, countOf, WITH_COUNT, WITH_PLACE, type Reach } from './adjuncts.js';
import { widenTopics } from './clause-events.js';
import type { CompiledFrame } from './frames.js';
import { awaited, hedged, isGeneric, isNone, opposed, prepared, prevented, statusIn, untouched } from './nominal-status.js';
import { predicateIn } from './predicates.js';
import { titleRelation } from '../relations/phrases.js';
import { isNamed } from './named.js';
import { nominalArguments, type Rest } from './nominal-arguments.js';
import { fillRole, type Filled } from './slots.js';

/**
 * Nouns that are events by themselves, in the phrases of a clause. `taken` are light nouns that a verb has already used; `host` is the subject
 * of a verb that only says that the event began, and acts in it.
 */
export function nominalEvents(s: SentenceReading, clause: Clause, taken: ReadonlySet<number>, status: Status, host?: Phrase): DraftEvent[] {
  const out: DraftEvent[] = [];
  // a line of a list names what it lists
  if (clause.verb < 0 && s.items.length <= LISTED && isMark(s.items[0], '-', '•', '*')) return [];
  const phrases = [...clause.phrases, ...clause.after];
  const told = tellingVerb(s, clause);
  phrases.forEach((phrase, k) => {
    // what follows the phrase belongs to the first event noun in it ("the condemnation of the attack by X") and to infinitives
    let outer = true;
    for (const one of phrase.apposition ? [phrase, ...phrase.also, phrase.apposition] : [phrase, ...phrase.also]) {
      for (const seg of one.segments) {
        for (let i = seg.first; i <= seg.last; i++) {
          const form = s.items[i]?.word;
          if (!form || !s.r.c.frames.mayTell(form) || taken.has(i) || isNamed(s, i, seg)) continue;
          const found = nounFrames(s, i, seg);
          if (!found) continue;
          // "the attack on X was carried out by Y": the noun is what the verb tells of, and all its phrases are the noun's
          const all = i === seg.head && ((told !== undefined && phrase.marker === '') || isIn(s, clause, phrase));
          const later = all ? phrases.filter((p) => p.marker !== '' && p !== phrase) : outer || s.items[i]?.a.derived ? phrases.slice(k + 1) : [];
          const actor = host && phrase.marker === s.r.c.instrumentMarker ? host : all && told === 'done' ? doer(s, clause, phrase) : one === phrase ? speakerIn(s, clause, phrase, i === seg.head) ?? visitor(s, clause, phrase, found) : undefined;
          const event = nominal(s, clause, found, i, { ...one, also: one === phrase ? phrase.also : [] }, seg, { later, all }, phrases.slice(0, k).findLast((p) => p.marker === ''), actor, status);
          if (event) {
            out.push(event);
            outer = false;
            i = found.last;
          }
        }
      }
    }
  });
  return out;
}

/** Whether the verb only says of a noun that it happens (or goes on, ends), or that somebody does it. */
function tellingVerb(s: SentenceReading, clause: Clause): 'happens' | 'done' | undefined {
  const item = s.items[clause.verb];
  const verb = item?.a.verb ? item.a.verb.light + item.a.verb.infinitive : item?.a.lemma;
  if (!verb) return undefined;
  return s.r.c.inList('happen', verb) ? 'happens' : s.r.c.inList('carry-out', verb) ? 'done' : undefined;
}

/** Who carries the event out: the bare phrase before its noun. Of a passive verb none is. */
const doer = (s: SentenceReading, clause: Clause, noun: Phrase): Phrase | undefined =>
  s.items[clause.verb]?.a.verb?.passive ? undefined : clause.phrases.find((p) => p.marker === '' && p.first < noun.first);

/** X لە کۆبوونەوەدایە: who is in a meeting; "is" is written on the noun. */
const isIn = (s: SentenceReading, clause: Clause, phrase: Phrase): boolean => clause.verb < 0 && phrase.marker === s.r.c.inMarker && phrase.post === s.r.c.locative && ((s.items[phrase.last]?.flags ?? 0) & COPULA) !== 0;

/** "In a meeting with X, Y said": who tells something in it takes part in it. */
function speakerIn(s: SentenceReading, clause: Clause, phrase: Phrase, heads: boolean): Phrase | undefined {
  if (!heads || phrase.marker !== s.r.c.inMarker || phrase.post !== s.r.c.locative && !clause.phrases.some((p) => p.post === s.r.c.locative && p.first === phrase.last + 1)) return undefined;
  const verb = isIn(s, clause, phrase) ? phrase.first : clause.verb;
  if (verb < 0 || s.items[verb]?.a.verb?.passive) return undefined;
  const subject = clause.phrases.find((p) => p.marker === '' && p.last < verb);
  const f = subject && fillerIn(s, subject);
  return f && !f.weak && (f.type === 'Person' || f.type === 'Organization' || (f.type === 'Group' && verb !== clause.verb)) ? subject : undefined;
}

/** کۆتایی بە گەشتەکەی هێنا: whose visit it is, his clitic says: that of the one before. */
function visitor(s: SentenceReading, clause: Clause, phrase: Phrase, { frames }: Found): Phrase | undefined {
  if (phrase.marker !== s.r.c.instrumentMarker || !frames.some((f) => f.frame.type === 'Visit') || !s.items[phrase.segments[0]?.head ?? -1]?.readings.some((r) => (r.flags & DEF) !== 0 && r.clitic === '3s')) return undefined;
  return clause.phrases.find((p) => p.marker === '' && p.last < phrase.first && fillerIn(s, p)?.type !== undefined);
}

/** Somebody, but no broadcaster to whom an interview is given. */
function meetsIn(s: SentenceReading, partner: Phrase): boolean {
  const f = fillerIn(s, partner);
  return f !== undefined && !(f.known !== undefined && s.r.c.media.has(f.known));
}

/** Items of the longest line that is one of a list. */
const LISTED = 8;

/** The role without which a noun tells no such event, of frames that need several. */
const VITAL: Readonly<Record<string, Role>> = { Visit: 'agent', Aid: 'target' };

/** Frames that a noun may be told by, its last word, and whether it is a verb's infinitive with the light noun after it. */
interface Found {
  readonly frames: readonly CompiledFrame[];
  readonly last: number;
  readonly verbal: boolean;
}

function nounFrames(s: SentenceReading, i: number, seg: Segment): Found | undefined {
  const { frames, language } = s.r.c;
  const { fold } = language.letters;
  const item = s.items[i];
  if (!item || item.kind !== 'word' || item.a.pos === 'verb' || (item.a.derived?.kind === 'infinitive' && (item.flags & COPULA) !== 0 && item.post === '')) return undefined;
  const next = i < seg.last ? s.items[i + 1] : undefined;
  if (next && next.kind === 'word' && frames.pairStarts.has(item.a.key)) {
    for (const r of next.readings) {
      const two = frames.byNoun.get(`${item.a.key} ${r.key}`);
      if (two) return { frames: two, last: i + 1, verbal: false };
    }
  }
  const d = item.a.derived;
  const own = d?.kind === 'infinitive' && d.light ? frames.byLight.get(fold(d.light))?.get(fold(d.infinitive)) : undefined;
  const plain = frames.byNoun.get(item.a.key);
  const found = own && plain ? [...own, ...plain] : own ?? plain;
  // هاوکاریکردنی هاووڵاتیان: of a transitive compound, what follows is helped, and does not help
  if (found) return { frames: found, last: i, verbal: own !== undefined && language.lexicon.infinitives.get(fold(d?.infinitive ?? ''))?.transitive === true };
  // سەپاندنی سزا: the infinitive before its light noun
  const light = d?.kind === 'infinitive' && d.light === '' && next?.kind === 'word' && (item.flags & IZAFE) !== 0 ? frames.byLight.get(next.a.key)?.get(item.a.key) : undefined;
  return light ? { frames: light, last: i + 1, verbal: true } : undefined;
}

/** لووتکەی بەغدا: a town that alone a meeting or talks are called after is where they are. */
function venueIn(s: SentenceReading, frame: CompiledFrame, filled: readonly Filled[]): Filled | undefined {
  if (frame.frame.type !== 'Meeting' && frame.frame.type !== 'Negotiation') return undefined;
  const [one, ...more] = filled.filter((f) => f.role === 'participant');
  return one?.filler?.known !== undefined && more.length === 0 && one.by === 'of' && s.items[one.filler.last + 1]?.a.pos !== 'conj' && s.r.c.settlements.has(one.filler.known) ? one : undefined;
}

function nominal(s: SentenceReading, clause: Clause, { frames, last: noun, verbal }: Found, first: number, phrase: Phrase, seg: Segment, rest: Rest, before: Phrase | undefined, host: Phrase | undefined, status: Status): DraftEvent | undefined {
  const args = nominalArguments(s, noun, phrase, seg, rest, before, clause);
  const joins = host !== undefined && phrase.marker === s.r.c.inMarker && !isIn(s, clause, phrase);
  if (host && (!joins || args.some((a) => a.by === s.r.c.withMarker && meetsIn(s, a.phrase)))) args.push({ by: 'subject', phrase: host, first: contentStart(host), last: host.last });
  const head = s.items[first];
  const tried = frames.filter((f) => speaksHere(s, clause, f, seg)).map((frame) => ({ frame, filled: fillNominal(s, frame, args, verbal) })).sort((a, b) => b.filled.length - a.filled.length);
  for (const { frame, filled } of tried) {
    const definite = ((head?.flags ?? 0) & DEF) !== 0 || isDemonstrative(s.items, phrase);
    if (frame.frame.back && ((head?.flags ?? 0) & DEF) === 0) continue;
    // "the third round of the talks" is one of several, not the one told of
    const ordinal = s.items[first - 1]?.a.pos === 'num' && ((s.items[first - 1]?.flags ?? 0) & IZAFE) !== 0;
    const refersBack = !ordinal && definite && filled.length === 0 && ((head?.flags ?? 0) & (DEF | DEM)) !== 0;
    const used = new Set(filled.flatMap((f) => f.phrases));
    for (const { filler } of filled) if (filler?.unnamed && filler.title) titleRelation(s, filler, filler.title);
    widenTopics(s, [...clause.phrases, ...clause.after], undefined, filled, WITH_PLACE.has(frame.frame.type as EventType));
    const venue = venueIn(s, frame, filled);
    const roles: DraftRole[] = filled.filter((f) => f !== venue || frame.frame.type === 'Meeting').map((f) => (f.filler ? { role: f === venue ? 'place' : f.role, mention: mentionOf(s, f.filler), certainty: 'stated' } : { role: f.role, at: f.at, certainty: 'stated' }));
    const number = WITH_COUNT.has(frame.frame.type as EventType) ? countBefore(s, seg) : undefined;
    if (number) roles.push(number);
    if (filled.length === 0 && !refersBack && !number && !ordinal && (frame.frame.needs?.length || frame.frame['needs-one'])) continue;
    const { needs } = frame.frame;
    // "deaths by the virus" without anybody or a number
    if (needs && frame.frame.type === 'Death' && !refersBack && !number && !needs.some((role) => filled.some((f) => f.role === role))) continue;
    // "the arrival of vaccines in X" is no visit, and what is done "with the help of X" no aid
    const vital = VITAL[frame.frame.type];
    if (vital && needs && needs.length > 1 && !refersBack && !filled.some((f) => f.role === vital)) continue;
    if (isGeneric(s, frame, filled, definite) && !number) continue;
    const extra = adjuncts(s, clause, frame.frame.type as EventType, used, filled, reachOf(s, clause, phrase, rest)).filter((r) => r.role !== 'time' || clause.phrases.length <= 4);
    return {
      type: frame.frame.type as EventType, trigger: stretch(s, first, noun), sentence: s.sentence,
      status: frame.frame.status ? (frame.frame.status as Status) : prevented(s, first, clause) ? 'negated' : (hedged(s, first, clause.verb) || (first === seg.head && MAY_BE_STOPPED.has(frame.frame.type) && opposed(s, phrase, first, definite))) && status === 'asserted' ? 'possible' : (awaited(s, first) || prepared(s, clause, phrase)) && status === 'asserted' ? 'planned' : statusIn(s, phrase, definite, status === 'negated' && (s.items[clause.verb]?.a.pos === 'cop' ? !isNone(s, phrase) : first > seg.head || untouched(s, phrase, definite)) ? 'asserted' : status),
      roles: [...roles, ...extra], foundBy: frame.frame.id, refersBack, onlyBack: frame.frame.back ? true : undefined, subjectRole: undefined, firstPerson: false, nominal: true,
    };
  }
  return undefined;
}

/**
 * Where the time and place of an event noun stand. What somebody says of an event, or does against it, happens elsewhere and later
 * ("condemned the attack in Brussels"): then only what belongs to the noun, or follows it, is its own.
 */
function reachOf(s: SentenceReading, clause: Clause, phrase: Phrase, { all, later }: Rest): Reach | undefined {
  // "said in a meeting": both in one place
  if (all || clause.verb < 0 || phrase.marker === s.r.c.inMarker) return undefined;
  const about = s.r.c.topicMarkers.has(phrase.marker) || s.r.c.inList('against', phrase.marker) || s.r.c.inList('on-marker', phrase.marker);
  const of = about ? undefined : predicateIn(s, clause)?.frames;
  // what follows the verb is the verb's
  if (!about && !of?.some((f) => REACTIONS.has(f.frame.type))) return phrase.last < clause.verb && !tellingVerb(s, clause) ? { first: clause.first, last: clause.verb } : undefined;
  let last = phrase.last;
  // هێرشی X لە هەلسینکی شەرمەزار کرا: where it was condemned
  const venue = (p: Phrase): boolean => !about && s.items[clause.verb]?.a.verb?.passive === true && p.marker === s.r.c.inMarker && p.last === clause.verb - (s.items[clause.verb]?.a.verb?.light ? 1 : 2);
  for (const p of later) if (p.marker !== '' && p.first === last + 1 && !venue(p)) last = p.last;
  const time = s.times.find((t) => t.first === last + 1);
  return { first: phrase.first, last: time?.last ?? last };
}

/** What people oppose before it is. */
const MAY_BE_STOPPED = new Set(['Sanction', 'Decision', 'Visit', 'Election', 'Appointment']);

/** What people do about events. */
const REACTIONS = new Set(['Statement', 'Condemnation', 'Support', 'Rejection', 'Accusation', 'Request', 'Threat']);

/** The words that a frame asks for, or will not have, in the clause; those of its object in the noun's own chain. */
function speaksHere(s: SentenceReading, clause: Clause, frame: CompiledFrame, seg: Segment): boolean {
  if (!frame.with && !frame.notWith && !frame.withObject) return true;
  const said = (words: ReadonlySet<string>): boolean => oneOf(s.items, clause.first, clause.last, words, s.r.c.names.fold);
  if (frame.notWith && said(frame.notWith)) return false;
  if (frame.withObject) return oneOf(s.items, seg.first, seg.last, frame.withObject, s.r.c.names.fold);
  return !frame.with || said(frame.with);
}

/** "3 cases of death": the number before the chain counts the event. */
function countBefore(s: SentenceReading, seg: Segment): DraftRole | undefined {
  const counts = (i: number): boolean => s.items[i]?.kind === 'number' || (s.items[i]?.a.pos === 'num' && s.items[i]?.a.clitic === '' && /^\d+$/.test(s.items[i]?.a.feature ?? ''));
  if (!counts(seg.first) || seg.head <= seg.first) return undefined;
  let last = seg.first;
  while (last + 1 < seg.head && (counts(last + 1) || (s.items[last + 1]?.a.pos === 'conj' && counts(last + 2)))) last++;
  return countOf(s, seg.first, last);
}

/** Whose demand or decision it is, and "their own" one, is no topic of it. */
function isTopic(s: SentenceReading, frame: CompiledFrame, a: Argument): boolean {
  const type = fillerIn(s, a.phrase)?.type;
  const item = s.items[a.first];
  if (type === 'Person' || item?.a.pos === 'pron') return false;
  return (frame.frame.type !== 'Decision' && frame.frame.type !== 'Request') || (type !== 'Group' && type !== 'Organization' && item?.a.pos !== 'det');
}

function fillNominal(s: SentenceReading, frame: CompiledFrame, args: readonly Argument[], verbal: boolean): Filled[] {
  const filled: Filled[] = [];
  const taken = new Set<Argument>();
  const takesObject = frame.roles.some(([, places]) => places.includes('object') || places.includes('izafe'));
  for (const [role, places, accept] of frame.roles) {
    for (const by of places) {
      for (const a of args) {
        const stands = verbal && a.by === 'of' && takesObject ? by === 'object' || by === 'izafe' : a.by === by || (by === 'object' && a.by === 'of') || (by === 'subject' && a.by === s.r.c.agentMarker);
        if (taken.has(a) || !stands) continue;
        if (role === 'topic' && a.by === 'of' && !isTopic(s, frame, a)) continue;
        const got = fillRole(s, role as Role, a, accept).filter((f) => !(a.by === 'of' && f.filler?.weak && f.filler.foundBy === 'name.unknown'));
        if (got.length === 0) continue;
        filled.push(...got);
        taken.add(a);
        break;
      }
      if (filled.some((f) => f.role === role) && role !== 'participant') break;
    }
  }
  return filled;
}
