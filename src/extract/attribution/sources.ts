import { DEF, DEM, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark, isVerb, type Item } from '../../language/context/index.js';
import { mentionOf, stretch, type Reading, type SentenceReading } from '../context.js';
import type { DraftRole, Stretch } from '../draft.js';
import { contentStart } from '../events/arguments.js';
import { fillerIn, segmentFiller, type Filler } from '../mentions/fillers.js';
import type { NameHit } from '../mentions/names.js';
import { clausesOf, type NameEnds } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import { inside, lastWord, paragraphBeside, type Range } from './reports.js';

/** "According to X": X speaks, and what follows is what X said. */
export function accordingTo(s: SentenceReading, phrase: Phrase, beside: Phrase | undefined, end: number): void {
  const { items } = s;
  const seg = phrase.segments[0];
  if (!seg) return;
  const head = items[seg.head] as Item;
  const text = s.r.c.inList('utterance', head.a.lemma);
  if (s.r.c.inList('norm', head.a.lemma)) return;
  // بەپێی ڕاگەیەندراوەکە: nothing is joined to "the statement"
  const alone = text && (head.flags & (DEF | IZAFE)) === DEF;
  // بەپێی ڕاپۆرتەکان: of nobody in particular
  if (alone && (head.flags & PLURAL) !== 0) return;
  let speaker: Filler | undefined;
  if (alone) speaker = undefined;
  // "according to the markets": nobody speaks there
  else if (!text) speaker = [fillerIn(s, phrase)].find((f) => f && !(f.type === 'Place' && f.unnamed));
  else if (seg.last > seg.head) {
    for (let i = seg.head + 1; i <= seg.last && !speaker; i++) if ((items[i] as Item).a.pos !== 'adj' || ((items[i] as Item).flags & DEM) !== 0) speaker = segmentFiller(items, { first: i, last: seg.last, head: i }, s.hits, s.r.c.fillers);
  }
  let close = alone ? seg.head : phrase.last;
  // بەپێی هەواڵی ڕاگەیێنراو لەلایەن X
  if (text && !speaker && beside?.marker === s.r.c.agentMarker) {
    speaker = fillerIn(s, beside);
    if (speaker) close = beside.last;
  }
  if (!speaker && (!text || s.r.c.inList('hearsay', head.a.lemma))) return;
  let i = close + 1;
  // بەپێی لێدوانێکی X کە …، …: what the clause with "that" tells is of the source
  const told = items[i]?.a.feature === 'that' ? items.findIndex((v, k) => k > i && k < end && isVerb(v)) : -1;
  if (told > 0 && isMark(items[told + 1], '،')) i = told + 1;
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

/** Item of the colon (some papers write a semicolon) in "X: what X said", or -1. No verb may stand before it. */
export function headlineColon(items: readonly Item[], inQuote: Uint8Array, hits: readonly NameHit[]): number {
  if (isVerb(items[0]) && !hits.some((h) => h.first === 0)) return -1;
  for (let i = 1; i < items.length && i < 24; i++) {
    const item = items[i] as Item;
    if (inQuote[i]) return -1;
    // "such as:" opens a list
    if (isMark(item, ':')) return (items[i - 1]?.kind === 'number' && items[i + 1]?.kind === 'number') || items[i - 1]?.a.pos === 'adp' ? -1 : i;
    if (isMark(item, '؛')) return i;
    if ((isVerb(item) && !hits.some((h) => h.first <= i && i <= h.last && !h.weak)) || isMark(item, '.', '؟', '!')) return -1;
  }
  return -1;
}

/** The statement that a "X: …" line makes. The words may stand in the next paragraph. False where nobody speaks. */
export function headline(s: SentenceReading, colon: number, quotes: readonly Range[], names: NameEnds): boolean {
  const { items, r } = s;
  const clauses = clausesOf(items, r.c.syntax, () => false, names, isMark(items[0], '*', '-', '•') ? 1 : 0, colon);
  const phrases = clauses.flatMap((c) => c.phrases);
  let speaker: Filler | undefined;
  let addressee: Filler | undefined;
  for (const p of phrases) {
    const f = fillerIn(s, p);
    if (p.marker === '' && f && f.type !== 'Place' && !(speaker && !speaker.unnamed)) speaker = f;
    else if (p.marker !== '' && p.marker !== r.c.inMarker && f && (f.type === 'Organization' || f.type === 'Person') && !addressee) addressee = f;
    else if (!speaker && p.marker === '' && f) speaker = f;
  }
  // ڕاگەیەندراوێک لە وەزارەتی X ـەوە: the statement's
  const text = phrases[0];
  if (!speaker && text?.marker === '' && r.c.inList('utterance', items[text.segments[0]?.head ?? -1]?.a.lemma ?? '')) {
    const from = phrases.find((p) => p.marker === r.c.inMarker);
    speaker = from && fillerIn(s, from);
    if (speaker?.type !== 'Organization') return false;
    addressee = undefined;
  }
  // "pictures and video;"
  if (r.c.inList('credit', items[0]?.a.lemma ?? '')) return false;
  // "mother:", "good morning;" are labels
  const named = speaker !== undefined && s.hits.some((h) => !h.weak && h.type === 'Person' && h.first > (speaker?.first ?? 0) && h.last === speaker?.last);
  if (speaker?.unnamed && speaker.weak && speaker.foundBy === 'noun.human' && !named) return false;
  const alone = speaker?.unnamed && speaker.first === speaker.last ? items[speaker.first] : undefined;
  if (alone?.flags === 0 && r.c.names.titles.get(alone.a.key) === 'kin') return false;
  if (isMark(items[colon], '؛') && speaker?.foundBy === 'name.unknown') return false;
  // a town, and before a semicolon any place, is where the news is from
  if (!speaker || (isMark(items[colon], '؛') && speaker.type === 'Place')) return false;
  if (speaker.known !== undefined && r.c.settlements.has(speaker.known) && !r.c.inList('seats', r.normal.text.slice(...stretch(s, speaker.first, speaker.last)))) return false;
  // "but I think:" goes on with what was said before, and "Gothenburg: … in Gothenburg" is where the news is from
  if (items[0]?.a.pos === 'conj') return false;
  const word = items[speaker.first]?.a.stem;
  if (speaker.first === speaker.last && speaker.foundBy === 'name.unknown' && items.some((i, at) => at > colon && i.a.stem === word && (items[at - 1]?.a.pos === 'adp' || items[at - 1]?.a.kind === 'place'))) return false;
  // "France: more than 132 thousand", "France: a million": a country in a list of numbers, also one that no list has
  const said = items[colon + 1];
  const counted = said !== undefined && (said.kind === 'number' || said.a.pos === 'num' || said.readings.some((x) => x.pos === 'num') || said.a.kind === 'measure' || r.c.inList('more-than', said.a.lemma));
  if (counted && (speaker.type === 'Place' || (speaker.foundBy === 'name.unknown' && speaker.first === speaker.last))) return false;
  // "best director: NAME": a prize and who has it
  const most = r.c.language.tables.affixes.find((row) => row[4] === 'superlative')?.[5] ?? '';
  if (speaker.unnamed && items.slice(0, colon).some((i) => i.a.morphemes.includes(most))) return false;
  // "NRT: what …?": in an interview the paper asks
  const rest = items.slice(colon + 1);
  const asked = isMark(items[items.length - 1], '؟') || rest.some((i) => i.a.verb?.person.startsWith('2') || (i.a.verb?.clitic || i.a.clitic).startsWith('2'));
  if (speaker.known !== undefined && r.c.media.has(speaker.known) && asked) return false;
  // "Switzerland: in this country …": what is told of it
  if (speaker.type === 'Place' && rest.some((i) => i.a.lemma === r.c.placeNouns.get(speaker.known ?? '') && (i.flags & DEM) !== 0)) return false;
  // "commander …؛ NAME": who that is
  if (isMark(items[colon], '؛') && s.hits.some((h) => h.type === 'Person' && h.first === colon + 1 && h.last === lastWord(items, items.length - 1))) return false;
  // "NAME: teacher at the university": what somebody is, and nothing said
  if (!speaker.unnamed && rest.length < 7 && r.c.names.titles.has(said?.a.key ?? '') && (said as Item).a.pos === 'noun' && ((said as Item).flags & (IZAFE | PLURAL | DEF)) === IZAFE && !rest.some((i) => isVerb(i) || isMark(i, '،', '"', '“', '!'))) return false;
  let report: Stretch | undefined, points: readonly Stretch[] = [];
  const quote = quotes.find((q) => q.open === colon + 1);
  if (quote && quote.close >= items.length - 2) report = inside(s, quote);
  else {
    const last = lastWord(items, items.length - 1);
    if (last > colon) report = stretch(s, colon + 1, last);
    else {
      points = pointsAfter(r, s.sentence);
      report = points[0] ?? paragraphBeside(r, s.sentence, 1);
    }
  }
  if (!report) return false;
  const roles: DraftRole[] = [{ role: 'agent', mention: mentionOf(s, speaker), certainty: 'stated' }];
  if (addressee && addressee !== speaker) roles.push({ role: 'target', mention: mentionOf(s, addressee), certainty: 'stated' });
  const above = quotesAbove(r, s.sentence);
  for (const at of [...(points.length > 1 ? points : [report]), ...above]) roles.push({ role: 'topic', at, certainty: 'stated' });
  report = [above[0]?.[0] ?? report[0], points.at(-1)?.[1] ?? report[1]];
  s.r.events.push({
    type: 'Statement', trigger: stretch(s, contentStart(phrases[0] as Phrase), colon), sentence: s.sentence, status: 'asserted', roles,
    foundBy: 'statement.headline', report, refersBack: false, subjectRole: undefined, firstPerson: false, nominal: true,
  });
  return true;
}

/** The quotations, each a paragraph of its own, that stand above a speaker's line and under no other's ("X:"). */
function quotesAbove(r: Reading, sentence: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = sentence - 1; at >= 0; at--) {
    const line = r.sentences[at];
    if (line && r.tokens.slice(line.first, line.last).findLast((t) => t.kind !== 'newline')?.text === ':') return [];
    const quotation = line && r.quotations.find((q) => q.open === line.first);
    if (!line || !quotation || quotation.close === undefined || r.tokens.slice(quotation.close + 1, line.last).some((t) => t.kind !== 'punct' && t.kind !== 'newline')) break;
    const inner = paragraphBeside(r, at + 1, -1);
    if (!inner) break;
    found.unshift(inner);
  }
  return found;
}

/** The points of a list under "X:", one a line, each after the same mark. */
function pointsAfter(r: Reading, sentence: number): Stretch[] {
  const points: Stretch[] = [];
  let mark: string | undefined;
  for (let at = sentence + 1; at < r.sentences.length; at++) {
    const first = r.tokens[r.sentences[at]?.first ?? -1];
    if (first?.kind !== 'punct' || !POINT.has(first.text) || (mark !== undefined && first.text !== mark)) break;
    mark = first.text;
    const point = paragraphBeside(r, at - 1, 1);
    if (!point) break;
    points.push(point);
  }
  return points;
}

const POINT = new Set(['*', '-', '•', '–']);

/**
 * A line that only names its speaker: "NAME - POST" under what was said, "NAME - POST in an interview with X", or a name, or NAME، POST, above a quotation.
 * What was said stands in the paragraph beside it.
 */
export function signature(s: SentenceReading): void {
  const { items, r } = s;
  const name = s.hits.find((h) => h.first <= 1 && h.type === 'Person' && !h.weak);
  if (!name || items.some((i, at) => (isVerb(i) && !s.hits.some((h) => h.first <= at && at <= h.last)) || isMark(i, ':'))) return;
  const agent: DraftRole = { role: 'agent', mention: mentionOf(s, { type: 'Person', first: name.first, last: name.last, foundBy: name.foundBy, unnamed: false, weak: false, ...(name.known ? { known: name.known } : {}) }), certainty: 'stated' };
  const say = (trigger: Stretch, roles: DraftRole[], report?: Stretch): void => {
    r.events.push({ type: 'Statement', trigger, sentence: s.sentence, status: 'asserted', roles, foundBy: 'statement.signature', ...(report ? { report } : {}), refersBack: false, subjectRole: undefined, firstPerson: false, nominal: true });
  };
  if (name.last === lastWord(items, items.length - 1)) {
    const quotation = r.quotations.find((q) => q.open === r.sentences[s.sentence + 1]?.first);
    const said = quotation && paragraphBeside(r, s.sentence, 1);
    if (said) say(stretch(s, name.first, name.last), [agent, { role: 'topic', at: said, certainty: 'stated' }], said);
    return;
  }
  const post = items[name.last + 2];
  if (!isMark(items[name.last + 1], '-', '،') || !post || !r.c.names.titles.has(post.a.key)) return;
  // NAME، POST above a quotation
  const below = r.quotations.some((q) => q.open === r.sentences[s.sentence + 1]?.first) ? paragraphBeside(r, s.sentence, 1) : undefined;
  if (below && (s.sentence === 0 || isMark(items[name.last + 1], '،'))) return say(stretch(s, name.first, name.last), [agent, { role: 'topic', at: below, certainty: 'stated' }], below);
  if (isMark(items[name.last + 1], '،')) return;
  const interview = items.findIndex((i, at) => at > name.last + 2 && items[at - 1]?.a.pos === 'adp' && r.c.inList('interview', i.a.lemma));
  if (interview >= 0) return say(stretch(s, interview, interview), [agent]);
  // a list of names with their professions is nobody's words
  if (listed(r, s.sentence - 1) || listed(r, s.sentence + 1)) return;
  const said = paragraphBeside(r, s.sentence, -1);
  if (said) say(stretch(s, name.first, name.last + 1), [agent, { role: 'topic', at: said, certainty: 'stated' }]);
}

/** A short line with a dash after its first words: one of a list "NAME - POST". */
function listed(r: Reading, sentence: number): boolean {
  const line = r.sentences[sentence];
  if (!line || line.last - line.first > 14) return false;
  const dash = r.tokens.slice(line.first + 1, Math.min(line.last - 1, line.first + 6)).some((t) => t.text === '-');
  return dash && !r.tokens.slice(line.first, line.last).some((t) => t.text === '.' || t.text === '"');
}
