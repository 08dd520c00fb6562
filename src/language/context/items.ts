import { AND, DEF, DEM, IZAFE, PLURAL, COPULA, INDEF, type Analysis, type Person } from '../analysis.js';
import { uninflected } from '../analyse.js';
import type { Language } from '../index.js';
import type { Word } from '../words.js';
import type { Token } from '../../text/tokenise.js';
import type { Sentence } from '../../text/sentences.js';
import { closesVerbless, lacksAgent } from './apart.js';
import { CLOSE, enclosures } from './enclosures.js';

/** A word of a sentence with its chosen reading. Brackets and quotation marks around a few words are left out. */
export interface Item {
  readonly text: string;
  /** The form with all that is known of it, whatever stands around it. */
  readonly word: Word;
  readonly kind: Token['kind'];
  /** Index of its (first) token in the document. */
  readonly token: number;
  /** Offsets in the normal text, of the word itself. */
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Analysis[];
  /** The reading chosen in context. */
  a: Analysis;
  /** Endings of the chosen reading together with those written apart after it. */
  flags: number;
  post: string;
  /** Stands in quotation marks or brackets of its own. */
  readonly enclosed: boolean;
  /** A closing mark that is left out stands after it: a name that began in the marks ends here. */
  closes: boolean;
  /** "and" is written on its end. */
  and: boolean;
}

export const isMark = (i: Item | undefined, ...marks: string[]): boolean => i !== undefined && i.kind === 'punct' && marks.includes(i.text);

/** What every item maker needs of a language, compiled once. */
export interface ItemTables {
  /** Whether a word is a suffix written apart, and what it says. */
  readonly isSuffix: (word: Word) => boolean;
  readonly suffix: (word: Word) => string;
  /** Marks, made once. */
  readonly marks: ReadonlyMap<string, Word>;
  readonly proclitics: readonly string[];
  /** Those of them that are a preposition and a pronoun, pronouns with the agent clitic, and whether a word begins with one. */
  readonly pronouns: readonly string[];
  readonly beginsPronoun: (word: Word) => boolean;
  /** Nouns written on the end of a directional verb (دەخاتە + ڕوو). */
  readonly verbTails: readonly string[];
  readonly compoundPrepositions: ReadonlySet<string>;
  /** Whether a word may be the end of one of those, or of the first part of a verb. */
  readonly mayFollow: (word: Word) => boolean;
  /** Nouns that make light-verb compounds: after them دا is the verb "gave". */
  readonly light: ReadonlyMap<string, string>;
  readonly fold: (s: string) => string;
  /** A preposition and its noun that together are the first part of a verb (لەدەست + دان). */
  readonly prepositionalLight: ReadonlySet<string>;
  /** How such first parts begin. */
  readonly verbStarts: readonly string[];
  /** Prepositions as they stand at a verb. */
  readonly apart: ReadonlySet<string>;
  /** Nouns of two words that are read as the one they are when written together: their first words, and both (folded). */
  readonly pairStarts: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** Those nouns without the preposition: only before them is the joined word worth a look. */
  readonly lightTails: readonly string[];
}

export function itemTables(language: Language): ItemTables {
  const { words, closed } = language.tables;
  const suffixes = new Map((words['suffixes'] ?? []).map((s) => s.split(' ') as [string, string]));
  const compound = new Set(closed.filter(([, pos, , feature]) => pos === 'adp' || pos === 'sconj' || pos === 'aux' || feature === 'apart').map(([form]) => language.letters.fold(form)));
  const prepositionalLight = new Set((words['prepositional-light'] ?? []).map(language.letters.fold));
  const prepositions = closed.filter(([form, pos, lemma]) => pos === 'adp' && form === lemma && form.length <= 2).map(([form]) => form);
  const lightTails = [...prepositionalLight].flatMap((w) => prepositions.filter((p) => w.startsWith(p)).map((p) => w.slice(p.length)));
  const marks = new Map(MARKS.map((m) => [m, language.words.other(m)]));
  // folding makes one letter of two where the two words meet
  const compounds = [...compound];
  const ends = (key: string): boolean => compounds.some((c) => c.endsWith(key) || c.endsWith(key.slice(1)));
  const mayFollow = language.words.flag((w) => startsWithAny(w.text, lightTails) || ends(w.key));
  const pronouns = [...(words['proclitics'] ?? []).filter((p) => closed.some(([form, pos]) => pos === 'pron' && p.endsWith(form.slice(1)) && p.length > form.length - 1)), ...(words['cataphora'] ?? []), ...(words['relative'] ?? []).filter((p) => p.length > 2)];
  const pairs = (words['pairs'] ?? []).map((w) => w.split(' ') as [string, string]);
  return { apart: new Set(Object.entries(language.tables.verbAffixes.stranded).filter(([form, of]) => form !== of).map(([form]) => form)), pairStarts: new Set(pairs.map(([first]) => language.letters.fold(first))), pairs: new Set(pairs.map((p) => language.letters.fold(p.join('')))), isSuffix: language.words.flag((w) => suffixes.has(w.text)), suffix: (w) => suffixes.get(w.text) ?? '', marks, mayFollow, proclitics: words['proclitics'] ?? [], pronouns, beginsPronoun: language.words.flag((w) => startsWithAny(w.text, pronouns)), verbTails: words['verb-tails'] ?? [], compoundPrepositions: compound, light: language.lexicon.light, fold: language.letters.fold, prepositionalLight, verbStarts: [...new Set([...prepositionalLight].map((w) => w.slice(0, 4)))], lightTails };
}

const SUFFIX_FLAGS: Readonly<Record<string, number>> = { izafe: IZAFE, dem: DEM, copula: COPULA, plural: PLURAL | DEF, def: DEF, indef: INDEF };
const PUNCT = uninflected('part', '', '', true);
const MARKS = [...'.،,:؛؟!()[]“”"\'«»-–/…*•'];

/** The words of one sentence, with compound prepositions joined and what is written on the wrong side of a space put right. */
export function itemsOf(language: Language, tables: ItemTables, tokens: readonly Token[], sentence: Sentence): Item[] {
  const items: Item[] = [];
  const transparent = enclosures(language, tokens, sentence);
  for (let i = sentence.first; i < sentence.last; i++) {
    const t = tokens[i] as Token;
    if (t.kind === 'punct') {
      const initial = t.text === '.' && t.glued && tokens[i - 1]?.kind === 'word' && (tokens[i - 1]?.text.length ?? 0) === 1;
      const last = items[items.length - 1];
      if (transparent.get(i) === 'close' && last) last.closes = true;
      if (!initial && !transparent.has(i)) items.push(itemOf(tables.marks.get(t.text) ?? language.words.other(t.text), 'punct', i, t.start, t.end, PUNCT, false));
      continue;
    }
    const prev = items[items.length - 1];
    const before = tokens[i - 1];
    const enclosed = transparent.size > 0 && transparent.get(i - 1) === 'open';
    if (t.kind !== 'word') {
      const form = language.words.other(t.text);
      items.push(itemOf(form, t.kind, i, t.start, t.end, plain(t, form.key), enclosed));
      continue;
    }
    const form = language.words.of(t.text);
    if (prev && tables.isSuffix(form)) {
      // ئاماژەی بەوە دا: after a light noun and its pronoun the verb, no postposition
      const noun = items[items.length - 2];
      const given = tables.suffix(form).startsWith('post:') && tables.pronouns.includes(prev.text) && noun?.kind === 'word' && tables.light.has(noun.a.key) && form.readings.some((r) => r.verb !== undefined);
      if (!given && prev.kind !== 'punct' && attach(tables.suffix(form), t, prev, before, tables, () => closesVerbless(items, tokens[i + 1]), () => lacksAgent(language, tables.light, tokens, i + 1))) continue;
      if (t.glued && prev.kind === 'punct' && CLOSE.has(prev.text)) continue;
    }
    addWord(language, tables, items, t, form, i, enclosed);
  }
  return items;
}

function addWord(language: Language, tables: ItemTables, items: Item[], t: Token, form: Word, at: number, enclosed: boolean): void {
  const prev = items[items.length - 1];
  if (prev && prev.kind === 'word' && prev.a.pos === 'adp' && prev.a.stem === prev.text.length && tables.mayFollow(form)) {
    const joined = prev.text + form.text;
    const light = startsWithAny(form.text, tables.lightTails) && (tables.prepositionalLight.has(joined) || language.analyse(joined).some((r) => r.verb !== undefined && tables.prepositionalLight.has(tables.fold(r.verb.light))));
    if (light || tables.compoundPrepositions.has(language.letters.fold(joined))) {
      items[items.length - 1] = word(language, joined, prev.token, prev.start, t.end, enclosed);
      return;
    }
  }
  // پڕۆژە یاساکە, کۆچی دوایی
  if (prev && prev.kind === 'word' && tables.pairStarts.has(prev.word.key)) {
    const pair = word(language, prev.text + form.text, prev.token, prev.start, t.end, enclosed);
    if (tables.pairs.has(pair.a.key) || tables.pairs.has(pair.word.key)) {
      items[items.length - 1] = pair;
      return;
    }
  }
  // لێ دەکرێت: the preposition of a verb, written apart
  if (prev && prev.kind === 'word' && tables.apart.has(prev.text) && form.readings[0]?.verb !== undefined) {
    const whole = word(language, prev.text + form.text, prev.token, prev.start, t.end, enclosed);
    if (whole.a.verb !== undefined) {
      items[items.length - 1] = whole;
      return;
    }
  }
  // ئاماژەیان بەوەدا, باسی ئەوەیکرد: after a light noun the verb may be written on the pronoun
  if (prev && prev.kind === 'word' && tables.beginsPronoun(form) && tables.light.has(prev.a.key)) for (const p of tables.pronouns) {
    if (!t.text.startsWith(p) || t.text.length === p.length) continue;
    const verb = word(language, t.text.slice(p.length), at, t.start + p.length, t.end, enclosed);
    const finite = verb.readings.find((r) => r.verb !== undefined);
    if (!finite) continue;
    items.push(word(language, p, at, t.start, t.start + p.length, false), read(verb, finite, finite.post));
    return;
  }
  const made = itemOf(form, 'word', at, t.start, t.end, form.readings[0] as Analysis, enclosed);
  const stranded = made.a.verb !== undefined && made.a.verb.stranded !== '';
  if (!made.a.known || stranded) {
    let cut: readonly [Item, Item] | undefined;
    for (const p of tables.proclitics) {
      if (!t.text.startsWith(p) || t.text.length < p.length + 3) continue;
      const rest = word(language, t.text.slice(p.length), at, t.start + p.length, t.end, enclosed);
      // بۆپشکنینی: "for examining", where a preposition may also be read as the verb's own
      if (!rest.a.known || (stranded && rest.a.derived?.kind !== 'infinitive')) continue;
      // لەسەردانەکەیدا is "in his visit" before "on his piece"
      if (!cut || rest.a.score > cut[1].a.score) cut = [word(language, p, at, t.start, t.start + p.length, false), rest];
    }
    if (cut) {
      items.push(...cut);
      return;
    }
    // گیانیلەدەستدا: a light noun with its clitic, and its verb without a space
    for (let k = 3; !made.a.known && k < t.text.length - 3; k++) {
      if (k === 3 && !tables.verbStarts.some((start) => form.key.includes(start))) break;
      const noun = language.analyse(t.text.slice(0, k)).find((r) => r.clitic !== '' && tables.light.has(r.key));
      const verb = noun && language.analyse(t.text.slice(k)).find((r) => r.verb !== undefined && tables.prepositionalLight.has(r.verb.light));
      if (!noun || !verb) continue;
      const first = word(language, t.text.slice(0, k), at, t.start, t.start + k, enclosed), second = word(language, t.text.slice(k), at, t.start + k, t.end, false);
      items.push(read(first, noun, first.post), read(second, verb, second.post));
      return;
    }
    for (const tail of tables.verbTails) {
      if (!t.text.endsWith(tail) || t.text.length < tail.length + 3) continue;
      const cut = t.end - tail.length;
      const verb = word(language, t.text.slice(0, -tail.length), at, t.start, cut, false);
      if (!verb.readings.some((r) => r.verb?.directional)) continue;
      items.push(verb, word(language, tail, at, cut, t.end, false));
      return;
    }
  }
  items.push(made);
}

const startsWithAny = (text: string, starts: readonly string[]): boolean => starts.some((s) => text.startsWith(s));

function word(language: Language, text: string, token: number, start: number, end: number, enclosed: boolean): Item {
  const form = language.words.of(text);
  return itemOf(form, 'word', token, start, end, form.readings[0] as Analysis, enclosed);
}

/** The only maker of items: they are all of one shape, as readings are. */
const itemOf = (form: Word, kind: Token['kind'], token: number, start: number, end: number, a: Analysis, enclosed: boolean): Item => ({
  text: form.text, word: form, kind, token, start, end, readings: form.readings, a, flags: a.flags, post: a.post, enclosed, closes: false, and: (a.flags & AND) !== 0,
});

/** An item with another of its readings. */
function read(item: Item, a: Analysis, post: string): Item {
  item.a = a;
  item.flags = a.flags;
  item.post = post;
  return item;
}

const plain = (t: Token, key: string): Analysis => uninflected(t.kind === 'number' ? 'num' : t.kind === 'latin' ? 'name' : 'part', t.text, key, true, 0, t.kind === 'number' ? t.text : '');

/** A suffix written apart (after a digit, a bracket, a Latin word) becomes part of the word before it. */
function attach(says: string, t: Token, prev: Item, before: Token | undefined, tables: ItemTables, closing: () => boolean, agent: () => boolean): boolean {
  if (!before || tables.prepositionalLight.has(prev.text)) return false;
  if (says.startsWith('post:') && before.kind === 'word' && closing()) return false;
  const apart = before.kind === 'punct' ? t.glued && CLOSE.has(before.text) : before.kind === 'number' || (before.kind === 'latin' && t.glued) || (says.startsWith('post:') && t.text.length === 2) || (says.startsWith('poss:') && before.kind === 'word' && prev.a.pos !== 'verb' && prev.a.clitic === '' && agent());
  if (!apart) return false;
  const [what, value] = says.split(':');
  if (what === 'post' && prev.kind === 'word' && tables.light.has(prev.a.key) && t.text.length === 2) return false;
  if (what === 'post') prev.post = value ?? '';
  else if (what === 'ordinal') prev.a = { ...prev.a, feature: 'ordinal' };
  else if (what === 'poss') prev.a = { ...prev.a, clitic: value as Person };
  else prev.flags |= SUFFIX_FLAGS[what ?? ''] ?? 0;
  return true;
}
