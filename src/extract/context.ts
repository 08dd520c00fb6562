import type { Language } from '../language/index.js';
import type { Normal } from '../text/normalise.js';
import type { Quotation, Sentence } from '../text/sentences.js';
import type { Token } from '../text/tokenise.js';
import type { DraftEvent, DraftMention, DraftRelation, Stretch } from './draft.js';
import { confidenceOf } from './confidence.js';
import { offices, type Offices } from './coreference/offices.js';
import { frameIndex, type FrameIndex } from './events/frames.js';
import type { Predicate } from './events/predicates.js';
import { fillerTables, type FillerTables } from './mentions/filler-tables.js';
import type { Filler } from './mentions/fillers.js';
import { nameIndex, type NameIndex } from './mentions/name-index.js';
import type { NameHit } from './mentions/names.js';
import type { Title } from './mentions/titles.js';
import { syntaxTables, type Clause, type SyntaxTables } from './syntax/clauses.js';
import { contextTables, isMark, type ContextTables, type Item } from '../language/context/index.js';
import { ALSO, IZAFE } from '../language/analysis.js';
import { phraseTables, type Phrase } from './syntax/phrase-tables.js';
import type { Day } from './times/calendar.js';
import { timeTables, type TimeMention, type TimeTables } from './times/tables.js';

/** A language's tables in the form that extraction needs, compiled once. */
export interface Compiled {
  readonly language: Language;
  readonly words: ContextTables;
  readonly syntax: SyntaxTables;
  readonly names: NameIndex;
  readonly fillers: FillerTables;
  readonly times: TimeTables;
  readonly frames: FrameIndex;
  readonly offices: Offices;
  /** How likely a fact of a rule is right. */
  readonly confidence: (rule: string) => number;
  /** Marker of the agent of a passive (closed.tsv). */
  readonly agentMarker: string;
  readonly topicMarkers: ReadonlySet<string>;
  readonly placeMarkers: ReadonlySet<string>;
  /** "in, from", the first of them. */
  readonly inMarker: string;
  /** What closes "in …". */
  readonly locative: string;
  /** The ending of where something comes from. */
  readonly ablative: string;
  readonly sourceMarker: string;
  /** The negation of infinitives and past forms (verb-affixes.yaml). */
  readonly negation: string;
  /** Ids of listed places that are settlements, buildings or sites. */
  readonly settlements: ReadonlySet<string>;
  /** What a listed place is called in the language ("the town"), by id. */
  readonly placeNouns: ReadonlyMap<string, string>;
  /** Ids of listed countries and regions with a government. */
  readonly countries: ReadonlySet<string>;
  /** Ids of listed newspapers, broadcasters and agencies. */
  readonly media: ReadonlySet<string>;
  readonly purposeMarker: string;
  /** "Together with". */
  readonly withMarker: string;
  /** "with, by": also what a thing is begun with. */
  readonly instrumentMarker: string;
  /** Folded membership in a list of words.yaml. */
  readonly inList: (list: string, word: string) => boolean;
}

export function compile(language: Language): Compiled {
  const names = nameIndex(language);
  const lists = new Map(Object.entries(language.tables.words).filter(([, v]) => Array.isArray(v)).map(([k, v]) => [k, new Set((v as string[]).map(language.letters.fold))]));
  const placeNouns = (language.tables.words['place-nouns'] ?? {}) as unknown as Readonly<Record<string, string>>;
  const first = (list: string): string => language.tables.words[list]?.[0] ?? '';
  return {
    language, names,
    agentMarker: first('agent-marker'), sourceMarker: first('source-marker'), negation: language.tables.verbAffixes.aspect.find((x) => x.before === 'past' && x.negated)?.form ?? '',
    placeNouns: new Map(language.tables.names.flatMap(([id, type, , kind]) => (type === 'Place' && placeNouns[kind] !== undefined ? [[id, placeNouns[kind]] as const] : []))),
    countries: new Set(language.tables.names.filter(([, type, , kind]) => type === 'Place' && (kind === 'country' || kind === 'region')).map(([id]) => id)),
    media: new Set(language.tables.names.filter(([, type, , kind]) => type === 'Organization' && kind === 'media').map(([id]) => id)),
    settlements: new Set(language.tables.names.filter(([, type, , kind]) => type === 'Place' && (language.tables.words['settlement-kinds'] ?? []).includes(kind)).map(([id]) => id)), purposeMarker: first('purpose-marker'), instrumentMarker: first('instrument-marker'), withMarker: first('with-marker'),
    topicMarkers: new Set(language.tables.words['topic-markers']), placeMarkers: new Set(language.tables.words['place-markers']), inMarker: first('place-markers'), locative: first('locative'), ablative: first('ablative'),
    words: contextTables(language), syntax: syntaxTables(language, phraseTables(language)),
    fillers: fillerTables(language, names), times: timeTables(language), frames: frameIndex(language), offices: offices(language), confidence: confidenceOf(language.tables.confidence),
    inList: (list, word) => lists.get(list)?.has(language.letters.fold(word)) ?? false,
  };
}

/** One article while it is read. Drafts are appended in the order of the text. */
export interface Reading {
  readonly c: Compiled;
  readonly normal: Normal;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly day: Day | undefined;
  /** Last words of the persons named in full so far (folded). */
  readonly surnames: Set<string>;
  /** The person of whom the last sentence with such a subject tells. */
  lead?: { readonly mention: number; readonly sentence: number };
  /** The day that the last line of nothing but a day and a colon names. */
  heading?: { readonly time: TimeMention; readonly at: Stretch; readonly sentence: number };
  /** Of whom a card of names and dates tells that is being read (mentions/cards.ts), and in which sentence it began. */
  card?: { readonly mention: number; readonly sentence: number };
  readonly mentions: DraftMention[];
  readonly events: DraftEvent[];
  readonly relations: DraftRelation[];
}

/** One sentence while it is read. */
export interface SentenceReading {
  readonly r: Reading;
  readonly sentence: number;
  readonly items: readonly Item[];
  readonly hits: readonly NameHit[];
  readonly times: readonly TimeMention[];
  /** The clause to which each time expression belongs: the innermost around it. */
  readonly timeOwner: Map<TimeMention, Clause>;
  /** Mentions already made, by first and last item: `first × items + last`. */
  readonly made: Map<number, number>;
  /** What phrases denote and the predicates of clauses, as far as asked (see `fillerIn`, `predicateIn`). */
  readonly fillers: Map<Phrase, Filler | undefined>;
  readonly predicates: Map<Clause, Predicate | undefined>;
}

/** Normal-text stretch of items, both included, whole words. */
export function stretch(s: SentenceReading, first: number, last: number): Stretch {
  const { start, enclosed } = s.items[first] as Item, { end, closes } = s.items[last] as Item;
  if (first === last || !(enclosed || closes)) return [start, end];
  // (24) کاتژمێر, بودجەی ساڵی (2021): with the other bracket of a pair of which one stands inside
  const { text } = s.r.normal, inside = text.slice(start, end);
  const opened = PAIRS[text[end] ?? ''];
  return [text[start - 1] === '(' && inside.includes(')') ? start - 1 : start, closes && opened && inside.includes(opened) && !inside.includes(text[end] as string) ? end + 1 : end];
}

/** Closing marks, and what opens them. */
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“' };

/** Where the last word of a mention ends: names without any ending, descriptions with their article and plural. */
export function mentionEnd(item: Item, named: boolean, keep: number | undefined, c: Compiled): number {
  if (item.kind !== 'word') return item.end;
  if (keep !== undefined) return item.start + keep;
  const whole = item.word.key;
  // هێمن ئەحمەدیان گرت: their taking him, where the sentence wants one who did it
  const cut = item.a.pos === 'name' && item.a.clitic !== '';
  if (named && !cut && (c.names.given.has(whole) || c.names.family.has(whole) || c.language.lexicon.nameWords.has(whole))) return item.end;
  const name = named && item.a.pos === 'name' ? (cut ? item.a : item.readings.find((r) => r.pos === 'name')) : undefined;
  const a = name ?? item.a;
  if (a.pos === 'verb') return item.end;
  // from the end: ئەندام پەرلەمان is read as one word, and has a space
  return item.end - item.text.length + (named && (name || !a.known) ? a.stem : a.core);
}

const titleWords = (s: SentenceReading, t: Title): { words: string; at: Stretch; kind: string } => ({
  words: s.items.slice(t.first, t.last + 1).map((i) => i.a.lemma).join(' '), at: stretch(s, t.first, t.last), kind: t.kind,
});

const CLOSING = new Set(['"', '”', '»', "'"]);

/** The noun for what kind of place a name is: the one before it (شاری X), or the list's. */
function kindOfPlace({ items, r: { c } }: SentenceReading, f: Filler): string | undefined {
  const before = items[f.first - 1];
  const noun = before && (before.flags & IZAFE) !== 0 ? before : f.last > f.first && f.foundBy === 'head.chain' ? items[f.first] : undefined;
  if (noun && c.fillers.heads.get(noun.a.key)?.type === 'Place') return noun.a.lemma;
  return f.known === undefined ? undefined : c.placeNouns.get(f.known);
}

/** Letters of the last word that belong to a listed name, also to one that ends the name of something else (شەقامی هەڵەبجە). */
function keptOf(s: SentenceReading, f: Filler): number | undefined {
  const ends = f.foundBy === 'head.chain' && !f.unnamed;
  return f.known || f.foundBy === 'name.settlement' || ends ? s.hits.find((h) => (ends ? !h.weak : h.first === f.first) && h.last === f.last)?.keep : undefined;
}

/** Makes (or finds) the draft mention of a filler and returns its index. */
export function mentionOf(s: SentenceReading, f: Filler): number {
  const key = f.first * s.items.length + f.last;
  const had = s.made.get(key);
  if (had !== undefined) {
    const before = s.r.mentions[had];
    if (before && f.title && !before.title) s.r.mentions[had] = { ...before, title: titleWords(s, f.title) };
    return had;
  }
  const c = s.r.c;
  const first = s.items[f.first] as Item;
  const last = s.items[f.last] as Item;
  // a name in quotation marks is what stands between them
  const next = s.items[f.last + 1];
  // and before a mark a ی on an unknown word is no izafe, which joins it to something
  const ended = !last.a.known && last.post === '' && (last.flags & IZAFE) !== 0 && f.last > f.first && (next === undefined || isMark(next, '،', '.', ':', '؛', '؟'));
  // nor has a speaker before the verb any ending but "also", nor a name on a line of its own
  const bare = (f.foundBy === 'name.speaker' || f.foundBy === 'name.card') && (last.flags & ALSO) === 0;
  const quoted = !f.unnamed && (ended || bare || CLOSING.has(s.r.tokens[last.token + 1]?.text ?? ''));
  const at: Stretch = [first.start, quoted ? last.end : mentionEnd(last, !f.unnamed, keptOf(s, f), c)];
  const words: string[] = [];
  for (let i = f.first; i < f.last; i++) {
    const item = s.items[i] as Item;
    // 2ی, (M4)ی, "X" ی: an ending written apart is no part of its item
    if (item.kind !== 'punct') words.push(s.r.normal.text.slice(item.start, item.end) + s.r.normal.text.slice(item.end, s.items[i + 1]?.start).replace(/[^\p{L}\p{M}]+/gu, ''));
  }
  // ڕێگای (A - B)
  if (last.kind !== 'punct') words.push(s.r.normal.text.slice(last.start, at[1]));
  const described = f.described ?? (f.type === 'Place' && !f.unnamed ? kindOfPlace(s, f) : undefined);
  const index = s.r.mentions.length;
  s.made.set(key, index);
  const mention: DraftMention = {
    index, sentence: s.sentence, at, name: words.join(' '), type: f.type, unnamed: f.unnamed, weak: f.weak, foundBy: f.foundBy,
    definite: (last.flags & 1) !== 0, headLemma: first.a.lemma, known: f.known || undefined, title: f.title && titleWords(s, f.title), pronoun: f.pronoun, described, back: f.back,
  };
  s.r.mentions.push(mention);
  return index;
}
