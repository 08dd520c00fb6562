import { AND, DEF, DEM, IZAFE, PLURAL, COPULA, INDEF, type Analysis } from '../analysis.js';
import type { Language } from '../index.js';
import type { Token } from '../../text/tokenise.js';
import type { Sentence } from '../../text/sentences.js';

/** A word of a sentence with its chosen reading. Brackets and quotation marks around a few words are left out. */
export interface Item {
  readonly text: string;
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
  readonly suffixes: ReadonlyMap<string, string>;
  readonly proclitics: readonly string[];
  /** Those of them that are a preposition and a pronoun. */
  readonly pronouns: readonly string[];
  /** Nouns written on the end of a directional verb (دەخاتە + ڕوو). */
  readonly verbTails: readonly string[];
  readonly compoundPrepositions: ReadonlySet<string>;
  /** Nouns that make light-verb compounds: after them دا is the verb "gave". */
  readonly light: ReadonlyMap<string, string>;
  readonly fold: (s: string) => string;
  /** A preposition and its noun that together are the first part of a verb (لەدەست + دان). */
  readonly prepositionalLight: ReadonlySet<string>;
  /** How such first parts begin. */
  readonly verbStarts: readonly string[];
  /** Those nouns without the preposition: only before them is the joined word worth a look. */
  readonly lightTails: readonly string[];
}

export function itemTables(language: Language): ItemTables {
  const { words, closed } = language.tables;
  const suffixes = new Map((words['suffixes'] ?? []).map((s) => s.split(' ') as [string, string]));
  const compound = new Set(closed.filter(([, pos]) => pos === 'adp' || pos === 'sconj' || pos === 'aux').map(([form]) => language.letters.fold(form)));
  const prepositionalLight = new Set((words['prepositional-light'] ?? []).map(language.letters.fold));
  const prepositions = closed.filter(([form, pos, lemma]) => pos === 'adp' && form === lemma && form.length <= 2).map(([form]) => form);
  const lightTails = [...prepositionalLight].flatMap((w) => prepositions.filter((p) => w.startsWith(p)).map((p) => w.slice(p.length)));
  return { suffixes, proclitics: words['proclitics'] ?? [], pronouns: (words['proclitics'] ?? []).filter((p) => closed.some(([form, pos]) => pos === 'pron' && p.endsWith(form.slice(1)) && p.length > form.length - 1)), verbTails: words['verb-tails'] ?? [], compoundPrepositions: compound, light: language.lexicon.light, fold: language.letters.fold, prepositionalLight, verbStarts: [...new Set([...prepositionalLight].map((w) => w.slice(0, 4)))], lightTails };
}

const SUFFIX_FLAGS: Readonly<Record<string, number>> = { izafe: IZAFE, dem: DEM, copula: COPULA, plural: PLURAL | DEF, def: DEF, indef: INDEF };
const PUNCT: Analysis = { pos: 'part', lemma: '', kind: '', known: true, score: 0, stem: 0, core: 0, flags: 0, clitic: '', post: '', feature: '', morphemes: [] };
const OPEN = new Set(['(', '“', '"', '[', "'"]);
const CLOSE = new Set([')', '”', '"', ']', "'"]);
const ENCLOSED_WORDS = 5;

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
      if (!transparent.has(i) && !initial) items.push(mark(t, i));
      continue;
    }
    const prev = items[items.length - 1];
    const before = tokens[i - 1];
    if (t.kind === 'word' && prev && prev.kind !== 'punct' && attach(t, prev, before, tables, closesVerbless(items, tokens[i + 1]))) continue;
    if (t.kind === 'word' && t.glued && prev?.kind === 'punct' && CLOSE.has(prev.text) && tables.suffixes.has(t.text)) continue;
    const enclosed = transparent.get(i - 1) === 'open';
    if (t.kind !== 'word') {
      items.push({ text: t.text, kind: t.kind, token: i, start: t.start, end: t.end, readings: [], a: plain(t), flags: 0, post: '', enclosed, closes: false, and: false });
      continue;
    }
    addWord(language, tables, items, t, i, enclosed);
  }
  return items;
}

/** The last word of a stretch without a verb: a lone دا there is the verb "gave". */
function closesVerbless(items: readonly Item[], next: Token | undefined): boolean {
  if (next !== undefined && next.kind !== 'newline' && next.kind !== 'punct') return false;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i] as Item;
    if (item.kind === 'punct') break;
    if ((item.a.pos === 'verb' || item.a.pos === 'cop') && !item.readings.some((r) => r.derived?.kind === 'infinitive')) return false;
  }
  return true;
}

function addWord(language: Language, tables: ItemTables, items: Item[], t: Token, at: number, enclosed: boolean): void {
  const prev = items[items.length - 1];
  if (prev && prev.kind === 'word' && prev.a.pos === 'adp' && prev.a.stem === prev.text.length) {
    const joined = prev.text + t.text;
    const plausible = tables.lightTails.some((tail) => t.text.startsWith(tail));
    const light = plausible && (tables.prepositionalLight.has(joined) || language.analyse(joined).some((r) => r.verb !== undefined && tables.prepositionalLight.has(tables.fold(r.verb.light))));
    if (light || tables.compoundPrepositions.has(language.letters.fold(joined))) {
      items[items.length - 1] = { ...word(language, joined, prev.token, prev.start, t.end, enclosed), text: joined };
      return;
    }
  }
  // ئاماژەیان بەوەدا: after a light noun the verb may be written on the pronoun
  if (prev && prev.kind === 'word' && tables.light.has(tables.fold(prev.a.lemma))) for (const p of tables.pronouns) {
    if (!t.text.startsWith(p) || t.text.length === p.length) continue;
    const verb = word(language, t.text.slice(p.length), at, t.start + p.length, t.end, enclosed);
    const finite = verb.readings.find((r) => r.verb !== undefined);
    if (!finite) continue;
    items.push(word(language, p, at, t.start, t.start + p.length, false), { ...verb, a: finite, flags: finite.flags, post: finite.post });
    return;
  }
  const made = word(language, t.text, at, t.start, t.end, enclosed);
  const stranded = made.a.verb !== undefined && made.a.verb.stranded !== '';
  if (!made.a.known || stranded) {
    for (const p of tables.proclitics) {
      if (!t.text.startsWith(p) || t.text.length < p.length + 3) continue;
      const rest = word(language, t.text.slice(p.length), at, t.start + p.length, t.end, enclosed);
      // بۆپشکنینی: "for examining", where a preposition may also be read as the verb's own
      if (!rest.a.known || (stranded && rest.a.derived?.kind !== 'infinitive')) continue;
      items.push(word(language, p, at, t.start, t.start + p.length, false), rest);
      return;
    }
    // گیانیلەدەستدا: a light noun with its clitic, and its verb without a space
    const folded = made.a.known ? '' : tables.fold(t.text);
    for (let k = 3; !made.a.known && k < t.text.length - 3; k++) {
      if (k === 3 && !tables.verbStarts.some((start) => folded.includes(start))) break;
      const noun = language.analyse(t.text.slice(0, k)).find((r) => r.clitic !== '' && tables.light.has(tables.fold(r.lemma)));
      const verb = noun && language.analyse(t.text.slice(k)).find((r) => r.verb !== undefined && tables.prepositionalLight.has(r.verb.light));
      if (!noun || !verb) continue;
      items.push({ ...word(language, t.text.slice(0, k), at, t.start, t.start + k, enclosed), a: noun, flags: noun.flags }, { ...word(language, t.text.slice(k), at, t.start + k, t.end, false), a: verb, flags: verb.flags });
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

function word(language: Language, text: string, token: number, start: number, end: number, enclosed: boolean): Item {
  const readings = language.analyse(text);
  const a = readings[0] as Analysis;
  return { text, kind: 'word', token, start, end, readings, a, flags: a.flags, post: a.post, enclosed, closes: false, and: (a.flags & AND) !== 0 };
}

const plain = (t: Token): Analysis => ({
  ...PUNCT, pos: t.kind === 'number' ? 'num' : t.kind === 'latin' ? 'name' : 'part', lemma: t.text, stem: t.text.length, core: t.text.length, feature: t.kind === 'number' ? t.text : '',
});
const mark = (t: Token, i: number): Item => ({ text: t.text, kind: 'punct', token: i, start: t.start, end: t.end, readings: [], a: PUNCT, flags: 0, post: '', enclosed: false, closes: false, and: false });

/** A suffix written apart (after a digit, a bracket, a Latin word) becomes part of the word before it. */
function attach(t: Token, prev: Item, before: Token | undefined, tables: ItemTables, closing: boolean): boolean {
  const says = tables.suffixes.get(t.text);
  if (!says || !before || tables.prepositionalLight.has(prev.text)) return false;
  if (says.startsWith('post:') && closing && before.kind === 'word') return false;
  const apart = before.kind === 'punct' ? t.glued && CLOSE.has(before.text) : before.kind === 'number' || (before.kind === 'latin' && t.glued) || (says.startsWith('post:') && t.text.length === 2);
  if (!apart) return false;
  const [what, value] = says.split(':');
  if (what === 'post' && prev.kind === 'word' && tables.light.has(tables.fold(prev.a.lemma)) && t.text.length === 2) return false;
  if (what === 'post') prev.post = value ?? '';
  else if (what === 'ordinal') prev.a = { ...prev.a, feature: 'ordinal' };
  else prev.flags |= SUFFIX_FLAGS[what ?? ''] ?? 0;
  return true;
}

/** Tokens of brackets and quotation marks that hold only a few words and no mark: names and asides, not speech. */
function enclosures(language: Language, tokens: readonly Token[], sentence: Sentence): ReadonlyMap<number, 'open' | 'close'> {
  const found = new Map<number, 'open' | 'close'>();
  for (let i = sentence.first; i < sentence.last; i++) {
    const t = tokens[i] as Token;
    if (t.kind !== 'punct' || !OPEN.has(t.text)) continue;
    let j = i + 1;
    while (j < sentence.last && j - i <= ENCLOSED_WORDS && tokens[j]?.kind !== 'punct') j++;
    const close = tokens[j];
    const speech = tokens.slice(i + 1, j).some((x) => x.kind === 'word' && language.analyse(x.text)[0]?.pos === 'verb');
    if (j < sentence.last && close && close.kind === 'punct' && CLOSE.has(close.text) && j > i + 1 && !speech) {
      found.set(i, 'open').set(j, 'close');
      i = j;
    }
  }
  return found;
}
