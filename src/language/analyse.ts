import { ALSO, AND, COPULA, DEF, DEM, INDEF, PLURAL, type Analysis, type Derived, type Person, type Pos, type VerbForm } from './analysis.js';
import type { Letters } from './letters.js';
import type { ClosedEntry, Lexicon, NounEntry } from './lexicon.js';
import { createSegmenter, type Segmentation } from './nominal.js';
import { createDeriver } from './derive.js';
import type { Tables } from './tables.js';
import { createPrefixes } from './prefixes.js';
import { NOWHERE, prefixTrie, ROOT, step } from './trie.js';
import { createVerbReader, type VerbReading } from './verbal.js';

/** All readings of a word in normal spelling, likeliest first; never empty. */
export type Analyser = (word: string) => readonly Analysis[];

/** A stem that must be mended, and "I am" or "you are" on a noun, are believed only where no verb and no other noun fits. */
const RARE = 12;

export function createAnalyser(tables: Tables, lexicon: Lexicon, letters: Letters): Analyser {
  const segment = createSegmenter(tables.affixes, letters);
  const readVerb = createVerbReader(tables.endings, tables.verbAffixes, lexicon, letters);
  const deriver = createDeriver(tables, lexicon, letters);
  const clitics = Object.entries(tables.verbAffixes.clitics).map(([form, person]) => ({ form: letters.fold(form), person: person as Person }));
  const yish = tables.verbAffixes.also;
  const glide = tables.letters.semivowels.slice(-1);
  const plural = tables.affixes.find(([, , after, feature, value]) => feature === 'plural' && value === 'plural' && after === 'C')?.[1] ?? '';
  const { fold } = letters;

  /** Folding makes one word of two (دەکرێت, دەکڕێت): the one that is spelled so comes first. */
  const misspelled = (word: string, stems: readonly string[]): number => (stems.some((s) => word.includes(s) || word.includes(s.slice(0, -1)) && s.length > 2) ? 0 : 6);
  const readVerbs = (word: string, folded: string, flags: number, out: Analysis[]): void => {
    const all = readVerb(folded);
    for (const r of all) out.push(verbal(folded, r, 82 - retold(r.form, all) - (r.form.clitic ? 1 : 0) - (r.form.mood === 'bare' ? (r.form.preverb ? 12 : 30) : 0) - misspelled(word, r.entry.stems), flags));
  };
  /** How a verb ends with "and" written on it: after the vowel ە, where nothing else ends so. */
  const joined = tables.affixes.filter(([, , , feature]) => feature === 'and').map(([, form]) => letters.table.heh.vowel + fold(form));

  /** Noun and verb of a light-verb compound written as one word, with the agent clitic between them. */
  const isLight = (infinitive: string): boolean => lexicon.lightVerbs.has(fold(infinitive));
  const free = new Set(tables.words['free-light-verbs']);
  // no noun is longer: a word of thousands of letters is not cut at each of them
  let longest = 0;
  for (const key of lexicon.nouns.keys()) longest = Math.max(longest, key.length);
  const lights = prefixTrie(lexicon.light);
  const fused = (folded: string, flags: number, out: Analysis[]): void => {
    const ends: { readonly k: number; readonly light: string }[] = [];
    for (let k = 1, node = step(lights, ROOT, folded.charCodeAt(0)); node !== NOWHERE && k <= folded.length - 2; node = step(lights, node, folded.charCodeAt(k++))) {
      const light = lights.values[node];
      if (light !== undefined && k > 1) ends.push({ k, light });
    }
    for (let i = ends.length - 1; i >= 0; i--) join((ends[i] as { k: number }).k, (ends[i] as { light: string }).light, isLight, folded, flags, out);
  };
  /** The verb that follows the first `k` letters, which are a noun that makes verbs. */
  const join = (k: number, light: string, makes: (infinitive: string) => boolean, folded: string, flags: number, out: Analysis[]): void => {
    const before = out.length;
    const rest = folded.slice(k);
    const all = readVerb(rest);
    for (const r of all) if (makes(r.form.infinitive)) out.push(verbal(folded, { ...r, form: { ...r.form, light } }, 84 - retold(r.form, all), flags));
    if (out.length > before) return;
    const y = rest.startsWith(yish) ? yish.length : 0;
    for (const { form, person } of clitics) {
      if (!rest.startsWith(form, y)) continue;
      for (const r of readVerb(rest.slice(y + form.length))) {
        if (!r.form.clitic && makes(r.form.infinitive)) out.push(verbal(folded, { ...r, also: y > 0 || r.also, form: { ...r.form, light, clitic: person } }, 83, flags));
      }
    }
  };
  /** تاقیدەکرێتەوە: a word that is nothing else may have any noun or adjective before its verb. */
  const fusedWithAny = (folded: string, out: Analysis[]): void => {
    for (let k = Math.min(folded.length - 2, longest); k > 2 && out.length === 0; k--) {
      const light = lexicon.nouns.get(folded.slice(0, k))?.find((n) => n.pos !== 'adv');
      if (light) join(k, light.lemma, (infinitive) => free.has(infinitive), folded, 0, out);
    }
  };

  const verbs = (word: string, folded: string, flags: number, out: Analysis[]): void => {
    readVerbs(word, folded, flags, out);
    fused(folded, flags, out);
  };

  const entries = entriesOf(lexicon);
  const beginnings = createPrefixes(entries, letters);
  const mistyped = Object.entries(letters.table.mistyped);
  /** هیزەکان, پیویستە: readings of a word that no list has, with one letter as it should have been typed. Names are spelled as people like. */
  const retyped = (word: string): readonly Analysis[] => {
    for (const [typed, meant] of mistyped) for (let i = word.indexOf(typed, 1); i > 0; i = word.indexOf(typed, i + 1)) {
      const last = i === word.length - 1;
      const found = analyse(word.slice(0, i) + meant + word.slice(i + 1), true).filter((a) => a.known && a.pos !== 'name' && (a.pos === 'verb' ? !last : a.key.length > 2 && a.score > 80 && !(last && (a.morphemes.length > 0 || word.length < 5))));
      if (found.length > 0) return found;
    }
    return [];
  };
  /** A noun that only looks as if it were made of the verb, or is no longer felt to be: زیندان, دراو "currency", داهاتوو "future", برین "wound" beside بڕین. */
  const isItself = (n: NounEntry, d: Derived): boolean =>
    n.kind === 'money' || n.kind === 'time' || (d.kind === 'infinitive' && (SOLID.has(n.kind) || (d.light === '' && !d.passive && n.lemma !== d.infinitive && n.lemma.length === d.infinitive.length && fold(d.infinitive) === fold(n.lemma))));

  /** زەحمەتکێشان, کوردان: a plural of people before a noun of what is done. */
  const peopled = (key: string): boolean => key.length > plural.length + 2 && key.endsWith(plural) && entries.get(key.slice(0, -plural.length))?.nouns?.some((n) => n.kind === 'human' || n.kind === 'group') === true;

  const unglided = (text: string): string => text.slice(0, text.length - glide.length);
  /** What speaks against a cut: its endings, and another word that it may be. */
  const costOf = (word: string, { stem: at, endings: { depth, flags, clitic, lost, speaker } }: Segmentation, stem: string, key: string): number => {
    // سەربازیش: "a soldier too" before "military too", but سلێمانیش is the town
    const without = depth === 1 && (flags & ALSO) !== 0 && !word.startsWith(glide, at) && key.endsWith(glide) ? entries.get(unglided(key)) : undefined;
    const shorter = !listed(without) ? 0 : lexicon.places.has(key) && !without?.nouns ? -1 : 3;
    // بەریتانیایە: "is Britain" before "is British", with one letter too few
    const land = depth === 1 && (flags & (COPULA | DEM)) !== 0 && stem.endsWith(glide) && !stem.endsWith(glide + glide) && letters.isVowel(stem.charCodeAt(stem.length - glide.length - 1)) && lexicon.places.has(fold(unglided(stem)));
    return depth * 3 + (land ? 8 : 0) + shorter + (clitic ? (clitic === '2s' ? 8 : 2) : 0) + (lost || speaker ? RARE : 0);
  };
  const closedReadings = (s: Segmentation, closed: readonly ClosedEntry[], cost: number, out: Analysis[]): void => {
    const { depth, flags } = s.endings;
    for (const c of closed) if (depth === 0 || (inflects(c.pos) && !(c.pos === 'adv' && (flags & (DEF | INDEF | PLURAL)) !== 0))) {
      out.push(nominal(s, c.pos as Pos, c.lemma, c.key, '', true, depth === 0 ? 100 : (c.pos === 'int' ? 84 : c.pos === 'num' && (flags & (DEF | COPULA)) !== 0 ? 76 : 91) - cost, c.feature, undefined, c.morphemes.length > 0 ? c.morphemes : undefined));
    }
  };
  const nameReading = (s: Segmentation, stem: string, key: string, listedAs: number, cost: number): Analysis => {
    const place = lexicon.places.has(key), { flags, clitic } = s.endings;
    // there is one of each place: کۆبانییان is "their Kobani"
    return nominal(s, 'name', stem, key, place ? 'place' : '', true, (listedAs === 2 ? 88 : 79) - cost - (place && (flags & (PLURAL | DEF)) === PLURAL ? 4 : 0) - (clitic === '1s' || clitic === '2s' ? RARE : 0), '');
  };
  /** The readings of a word cut so, by the lists and by what verbs make. */
  const cutReadings = (word: string, folded: string, s: Segmentation, out: Analysis[]): void => {
    const { depth, lost, flags } = s.endings;
    const mended = lost === '' ? undefined : word.slice(0, s.stem) + lost;
    const { closed, nouns, name } = (mended === undefined ? beginnings.at(s.stem) : entries.get(fold(mended))) ?? UNKNOWN;
    const derived = mended === undefined ? deriver(folded, beginnings.folded(s.stem)) : nouns && deriver(fold(mended), fold(mended).length);
    if (!closed && !nouns && !name && !derived) return;
    const stem = mended ?? word.slice(0, s.stem), key = fold(stem), cost = costOf(word, s, stem, key);
    if (closed && !lost) closedReadings(s, closed, cost, out);
    // an adjective in انە (ساویلکانە) is derived, no plural
    if (nouns) for (const n of nouns) if (!lost || n.pos === 'noun' || (n.pos === 'adj' && (flags & (DEM | COPULA)) === 0)) out.push(nominal(s, n.pos, n.lemma, n.key, n.kind, true, 90 + (n.lemma === stem ? 2 : n.pos === 'noun' && n.key === key ? -2 : 0) - cost - (n.pos === 'adv' && depth > 0 ? 4 : 0) + stem.length / 50, '', n.pos === 'adv' || (derived !== undefined && isItself(n, derived)) ? undefined : derived));
    if (lost) return;
    if (name && !s.endings.graded) out.push(nameReading(s, stem, key, name, cost));
    if (derived && !nouns?.some((n) => n.pos !== 'adv')) out.push(nominal(s, derived.kind === 'infinitive' ? 'noun' : 'adj', stem, key, derived.kind === 'infinitive' ? 'act' : '', true, (peopled(key) ? 74 : 86) - cost, '', derived));
  };

  const analyse = (word: string, again = false): Analysis[] => {
    const out: Analysis[] = [];
    const folded = fold(word);
    const cuts = segment(word);
    beginnings.read(word);
    for (const s of cuts) cutReadings(word, folded, s, out);
    const before = out.length;
    verbs(word, folded, 0, out);
    // دەستگیر کراوەو …, کۆبووەوەو …: "and" written on the verb
    if (out.length === before && joined.some((end) => folded.endsWith(end))) verbs(word, folded.slice(0, -1), AND, out);
    if (out.length === 0) fusedWithAny(folded, out);
    if (out.length === 0 && !again) out.push(...retyped(word));
    if (out.length === 0) for (const s of cuts) if (!s.endings.lost) {
      const stem = word.slice(0, s.stem);
      out.push(nominal(s, 'noun', stem, fold(stem), '', false, guess(s, stem.endsWith(glide + glide) || stem.endsWith(glide + glide + tables.letters.heh.vowel)), ''));
    }
    return out.sort((a, b) => b.score - a.score);
  };

  return analyse;
}

/** What a reading is worth less than another of the same verb that is spelled alike: چوونەوە is the past (of stems in وو the perfect is spelled so too), داوە the perfect (and no دایەوە). */
const retold = (form: VerbForm, all: readonly { readonly form: VerbForm }[]): number => {
  const told = (tense: VerbForm['tense'], again: boolean): boolean => all.some((o) => o.form.tense === tense && o.form.again === again && o.form.stem === form.stem && o.form.preverb === form.preverb && o.form.person === form.person && o.form.clitic === form.clitic);
  if (form.tense === 'perfect') return told('past', form.again) ? 6 : 0;
  return form.tense === 'past' && form.again && told('perfect', false) ? 12 : 0;
};

const NONE: readonly string[] = [];

/** Kinds of nouns that are no names of what is done, whatever they look like (زیندان). */
const SOLID: ReadonlySet<string> = new Set(['facility', 'place', 'human', 'org', 'thing', 'body', 'nature', 'food', 'animal', 'weapon', 'vehicle']);

const inflects = (pos: string): boolean => pos === 'pron' || pos === 'num' || pos === 'det' || pos === 'adv' || pos === 'int' || pos === 'adj';

/** How likely an unknown word is to be cut so: articles and plurals are clear, a lone final ی is not; of ییە the second ی is a glide. */
function guess({ stem, endings }: Segmentation, glided: boolean): number {
  if (stem < 3) return 2;
  // زەردەباشی is a village before it is "his زەردەبا too"
  const his = (endings.flags & ALSO) !== 0 && endings.clitic !== '';
  const clear = !his && endings.morphemes.some((m) => m.replace('+', '').length >= 3) ? 14 : (endings.flags & INDEF) !== 0 ? 6 : 0;
  return 20 + clear - endings.depth * 2 - (glided && endings.depth > 0 ? 3 : 0) + (endings.post ? 4 : 0) - ((endings.flags & DEM) !== 0 ? 3 : 0);
}

/** Readings all have the same properties in the same order: code that asks one of them is fast only then. */
function nominal({ stem, core, endings }: Segmentation, pos: Pos, lemma: string, key: string, kind: string, known: boolean, score: number, feature: string, derived?: Derived, parts?: readonly string[]): Analysis {
  return {
    pos, lemma, key, kind, known, score, stem, lost: endings.lost, core,
    flags: endings.flags, clitic: endings.clitic, post: endings.post, feature, verb: undefined, derived, morphemes: endings.morphemes, parts,
  };
}

/** A reading without endings that no list has said: a mark, a number, a word taken for a name. */
export function uninflected(pos: Pos, lemma: string, key: string, known: boolean, score = 0, feature = ''): Analysis {
  const { length } = lemma;
  return { pos, lemma, key, kind: '', known, score, stem: length, lost: '', core: length, flags: 0, clitic: '', post: '', feature, verb: undefined, derived: undefined, morphemes: NONE, parts: undefined };
}

/** What the lexicon and the name lists say of one folded spelling. */
interface Entry {
  closed?: readonly ClosedEntry[];
  nouns?: readonly NounEntry[];
  name?: number;
}
const UNKNOWN: Entry = {};

const listed = (e: Entry | undefined): boolean => e?.nouns !== undefined || e?.name === 2;

/** The three lists in one, so that a stem is looked up once. */
function entriesOf({ closed, nouns, nameWords }: Lexicon): Map<string, Entry> {
  const all = new Map<string, Entry>();
  const at = (key: string): Entry => {
    let entry = all.get(key);
    if (!entry) all.set(key, (entry = {}));
    return entry;
  };
  for (const [key, list] of closed) at(key).closed = list;
  for (const [key, list] of nouns) at(key).nouns = list;
  for (const [key, value] of nameWords) at(key).name = value;
  return all;
}

function verbal(word: string, { form, entry, also }: VerbReading, score: number, flags = 0): Analysis {
  return {
    pos: 'verb', lemma: form.infinitive, key: entry.key, kind: '', known: true, score: score + (form.directional && form.tense === 'past' ? 1.5 : 0) - (form.stranded ? 2 : 0) + (form.tense === 'perfect' && !form.directional ? 1 : 0) - (form.person === '2s' ? 3 : 0) - (form.clitic === '2s' ? 5 : 0), stem: word.length, lost: '', core: word.length,
    flags: also ? flags | ALSO : flags, clitic: form.clitic, post: '', feature: '', verb: form, derived: undefined, morphemes: NONE, parts: undefined,
  };
}
