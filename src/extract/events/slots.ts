import type { Role } from '../../model/types.js';
import { DEF, DEM, PLURAL } from '../../language/analysis.js';
import { stretch, type SentenceReading } from '../context.js';
import type { Stretch } from '../draft.js';
import { fillerIn, segmentFiller, type Filler } from '../mentions/fillers.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import { numberOf } from './adjuncts.js';
import { contentStart, type Argument } from './arguments.js';

/** A role with its filler: a mention, or a stretch of words. */
export interface Filled {
  readonly role: Role;
  readonly filler?: Filler;
  readonly at?: Stretch;
  readonly value?: string;
  readonly phrases: readonly Phrase[];
  /** Where the filler stood (a place of the frame's notation). */
  readonly by?: string;
}

const SPECIFIERS = new Set(['num', 'det', 'dem']);
const SPAN_ROLES = new Set<Role>(['topic', 'time', 'count', 'amount', 'position', 'instrument']);

/** Kinds of nouns with which nothing is attacked. */
const NO_INSTRUMENT = new Set(['act', 'event', 'time', 'abstract', 'human', 'group', 'org', 'place', 'measure', 'money']);

/** Fills one role from one argument; a coordination gives several fillers. Nothing where the type is not accepted. */
export function fillRole(s: SentenceReading, role: Role, a: Argument, accept: readonly string[] | undefined): Filled[] {
  // "under the leadership of X", "on purpose" says how
  if ((role === 'topic' || !SPAN_ROLES.has(role)) && a.by === s.r.c.instrumentMarker && s.r.c.inList('manner', s.items[contentStart(a.phrase)]?.a.lemma ?? '')) return [];
  if (SPAN_ROLES.has(role)) {
    const f = wholeFiller(s, a);
    // "150 soldiers": the number alone
    if (role === 'count' && !accept) return f?.count ? [{ role, at: stretch(s, f.count.first, f.count.last), value: String(numberOf(s, f.count.first, f.count.last) ?? ''), phrases: [], by: a.by }] : [];
    if (accept?.includes('Nothing') === false && accept) return [];
    if (role === 'topic' && f && !f.weak && (f.type === 'Person' || f.type === 'Organization' || f.type === 'Group') && accept?.includes('Nothing') && !s.r.c.topicMarkers.has(a.by)) return [];
    // a march "for Erbil" goes there
    if (role === 'topic' && f?.type === 'Place' && accept?.includes('Nothing') && a.by === s.r.c.purposeMarker) return [];
    // "began to turn round" is no undertaking
    if (accept?.includes('-Infinitive') && s.items[contentStart(a.phrase)]?.a.derived?.kind === 'infinitive') return [];
    // "its own", "each other", "several", "worse" tell nothing of what it is about
    if (role === 'topic' && a.first === a.last && (pronoun(s.items[a.first]) || bareWord(s.items[a.first]))) return [];
    // "by the coming of the day", "clearly": what happens or how is no instrument
    const with_ = role === 'instrument' ? s.items[a.phrase.segments[0]?.head ?? a.first]?.a : undefined;
    if (with_ && (with_.derived !== undefined || with_.pos === 'adj' || with_.pos === 'adv' || NO_INSTRUMENT.has(with_.kind))) return [];
    // what somebody is made is a post
    if (role === 'position' && !s.items.slice(a.first, a.last + 1).some((i) => isPost(s, i))) return [];
    // "in the meeting" is an occasion, no topic
    if (role === 'topic' && a.by === s.r.c.inMarker && a.phrase.post !== '') return [];
    return spans(s, role, a);
  }
  // لە کۆبوونەوەکەدا says where, not from or of whom
  if (a.by === s.r.c.inMarker && a.phrase.post === s.r.c.locative && (role === 'target' || role === 'agent')) return [];
  // "in Kirkuk, teachers demand …": a town at the head of the sentence says where
  const head = a.by === s.r.c.inMarker && role === 'target' && a.phrase.first === 0;
  const out: Filled[] = [];
  for (const f of fillersIn(s, a)) {
    if (head && f.known !== undefined && s.r.c.settlements.has(f.known)) continue;
    // one unknown word is more often a slip of the pen than somebody
    if (f.foundBy === 'name.unknown' && f.type === 'Person' && (f.first === f.last || SPECIFIERS.has(s.items[f.first]?.a.pos ?? ''))) continue;
    if (accept && (!(accept.includes(f.type) || isCountry(s, accept, f)) || shutOut(s, accept, f))) continue;
    // districts in general neither act nor meet
    if (f.type === 'Place' && f.unnamed && !f.count && (role === 'agent' || role === 'participant')) continue;
    out.push({ role, filler: f, phrases: [a.phrase], by: a.by });
  }
  return out;
}

/** A word for somebody the sentence knows already, other than "this" and "that". */
const pronoun = (item: Item | undefined): boolean => item?.a.pos === 'pron' && !item.a.feature.startsWith('3') && item.a.feature !== 'that';

const isPost = ({ r: { c } }: SentenceReading, i: Item): boolean => i.a.kind === 'human' || c.names.titles.has(i.a.key) || c.names.titles.has(i.word.key);

/** A determiner, an adverb, a number or an indefinite adjective by itself. */
const bareWord = (item: Item | undefined): boolean => item !== undefined && (['det', 'adv', 'dem', 'verb', 'num'].includes(item.a.pos) || item.kind === 'number' || (item.a.pos === 'adj' && (item.flags & (DEF | PLURAL)) === 0 && !item.readings.some((r) => r.pos === 'noun' && r.known)));

/** Of the places only countries, and capitals that stand for their governments, where the frame says so: they act, mountains and towns do not. */
const isCountry = (s: SentenceReading, accept: readonly string[], f: Filler): boolean => f.type === 'Place' && f.known !== undefined && ((accept.includes('Country') && s.r.c.countries.has(f.known)) || (accept.includes('Seat') && s.r.c.inList('seats', s.r.normal.text.slice(...stretch(s, f.first, f.last)))));

/** A listed name of a kind that the frame does not want; people in the plural; a place that is somebody's own. */
function shutOut({ r: { c }, items }: SentenceReading, accept: readonly string[], f: Filler): boolean {
  if (f.known !== undefined) return (accept.includes('-Settlement') && c.settlements.has(f.known)) || (accept.includes('-Media') && c.media.has(f.known));
  const last = items[f.last];
  if (accept.includes('-Own') && last && (last.a.clitic !== '' || last.a.pos === 'pron')) return true;
  return accept.includes('-Plural') && f.unnamed && f.type === 'Group' && items.slice(f.first, f.last + 1).some((i) => (i.flags & PLURAL) !== 0 && i.a.kind === 'human');
}

/** The fillers of an argument: of its phrase and of everything coordinated with it. */
export function fillersIn(s: SentenceReading, a: Argument): Filler[] {
  const out: Filler[] = [];
  const main = wholeFiller(s, a);
  // "the agreement of A and B": who is joined to a thing is its, and fills nothing
  if (!main) return [];
  out.push(main);
  // "the police of A and B": a place joined to somebody whose name ends in one belongs to it
  const seated = main.type !== 'Place' && main.last > main.first && (s.items[main.last]?.a.kind === 'place' || s.hits.some((h) => h.type === 'Place' && h.first > main.first && h.last === main.last));
  for (const more of a.phrase.also) {
    const f = fillerIn(s, more) ?? (main.foundBy === 'name.settlement' ? settlement(s, more) : undefined);
    if (f && !(seated && f.type === 'Place')) out.push(f.foundBy === 'name.unknown' && main.foundBy === 'name.settlement' ? { ...f, type: 'Place', foundBy: 'name.settlement', weak: false } : f);
  }
  // نووسەر، ڕۆژنامەوان و سەرۆکی X، NAME: bare nouns before a name say what the one person is
  const named = out[out.length - 1] as Filler;
  const bare = (f: Filler): boolean => f.unnamed && f.type === 'Person' && f.first === f.last && s.items[f.first]?.flags === 0 && s.items[f.first]?.a.pos === 'noun';
  return named.title !== undefined && !named.unnamed && out.length > 1 && out.slice(0, -1).every(bare) ? [named] : out;
}

/** گوندەکانی X و Y-ی سەر بە Z: the unknown word after a village is one too, wherever it lies. */
function settlement({ items }: SentenceReading, p: Phrase): Filler | undefined {
  const at = contentStart(p);
  const name = items[at];
  return name && !name.a.known && items[at + 1]?.a.pos === 'adp' ? { type: 'Place', first: at, last: at, foundBy: 'name.settlement', unnamed: false, weak: false } : undefined;
}

function wholeFiller(s: SentenceReading, a: Argument): Filler | undefined {
  const t = s.r.c.fillers;
  const start = contentStart(a.phrase);
  if (a.by !== 'izafe' || a.first === start) return fillerIn(s, a.phrase);
  const segments = a.phrase.segments.map((g) => ({ ...g, first: Math.max(g.first, a.first) })).filter((g) => g.first <= g.last)
    .map((g) => ({ ...g, head: headFrom(s, Math.max(g.head, g.first), g.last) }));
  if (segments.length === 0) return segmentFiller(s.items, { first: a.first, last: a.last, head: headFrom(s, a.first, a.last) }, s.hits, t);
  return fillerIn(s, { ...a.phrase, segments });
}

/** The noun after numbers and determiners. */
export function headFrom(s: SentenceReading, from: number, to: number): number {
  let i = from;
  while (i < to && (['num', 'det', 'dem'].includes((s.items[i] as Item).a.pos) || ((s.items[i] as Item).a.pos === 'adp' && s.items[i - 1]?.a.pos === 'det'))) i++;
  return i;
}

/** The words of an argument as topics: one stretch a coordinated phrase. */
function spans(s: SentenceReading, role: Role, a: Argument): Filled[] {
  const main = a.phrase.segments[a.phrase.segments.length - 1]?.last ?? a.last;
  const parts: [number, number][] = [[a.first, Math.max(a.first, a.phrase.also.length > 0 || a.phrase.apposition ? main : a.last)]];
  // یاسای نەوت و گاز: single words joined to the end of a chain are part of it
  const chain = (a.phrase.segments[0]?.last ?? 0) > (a.phrase.segments[0]?.head ?? 0);
  if (role === 'topic' && chain && a.phrase.also.length === 1 && a.phrase.also[0]?.first === a.phrase.also[0]?.last) parts[0] = [a.first, a.phrase.also[0]?.last ?? a.last];
  else for (const more of a.phrase.also) {
    // ڕێککەوتنی A و B: who is joined to a chain belongs to its head
    const head = s.items[a.first]?.a;
    const act = head !== undefined && (head.derived !== undefined || head.kind === 'act' || head.kind === 'event' || s.r.c.frames.byNoun.has(head.key));
    const actor = chain && act && role === 'topic' ? fillerIn(s, more) : undefined;
    const whose = parts[parts.length - 1];
    // پەیوەندییەکەی خۆی و X: his own and X's
    const own = chain && role === 'topic' && s.items[main]?.a.feature === 'self';
    if (whose && (own || (actor && !actor.weak && actor.type !== 'Work'))) whose[1] = more.last;
    else parts.push([contentStart(more), more.last]);
  }
  const list = role === 'topic' && a.extraposed ? topicList(s, a.first) : undefined;
  return (list ?? parts).map(([first, last]) => ({ role, at: trimmed(s, first, last), phrases: [a.phrase] }));
}

/**
 * Topics told after the verb: up to the next verb or the end, cut at commas, and at "and" before a verbal noun
 * ("widening A and strengthening B" are two, "A and B" is one).
 */
function topicList(s: SentenceReading, from: number): [number, number][] | undefined {
  const { items } = s;
  const out: [number, number][] = [];
  let first = from;
  let i = from;
  let dropped = false;
  const cut = (end: number): void => {
    let last = end;
    while (last >= first && (items[last]?.kind === 'punct' || items[last]?.a.pos === 'conj')) last--;
    // what a preposition begins is no topic of its own ("…, in the room of a hotel")
    if (last < first) return;
    if (out.length === 0 || items[first]?.a.pos !== 'adp') out.push([first, last]);
    else dropped = true;
  };
  for (; i < items.length; i++) {
    const item = items[i] as Item;
    if (item.a.pos === 'verb' || item.a.pos === 'sconj' || isMark(item, '.', '؛', '"', '”', ':')) break;
    if (isMark(item, '،') || (item.a.pos === 'conj' && items[i + 1]?.readings.some((r) => r.derived?.kind === 'infinitive'))) {
      cut(i - 1);
      first = i + 1;
    }
  }
  // what leads up to the next verb is that verb's
  if (out.length === 0 || items[i]?.a.pos !== 'verb') cut(i - 1);
  return out.length > 1 || dropped ? out : undefined;
}

/** A stretch without the clitic or postposition on its last word. */
export function trimmed(s: SentenceReading, first: number, last: number): Stretch {
  const item = s.items[last] as Item;
  const cut = item.kind === 'word' && item.a.pos !== 'verb' && item.a.pos !== 'cop' && item.a.known;
  // ئەم بڕیارە: what "this" closes with is part of it
  const closed = cut && (item.flags & DEM) !== 0 && s.items[first]?.a.pos === 'dem' && item.text[item.a.core] === s.r.c.language.tables.letters.heh.vowel ? 1 : 0;
  const [start, end] = stretch(s, first, last);
  const core = item.end - item.text.length + item.a.core + closed;
  return [start, cut && end === item.end && core < end ? core : end];
}
