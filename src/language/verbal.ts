import type { Person, VerbForm } from './analysis.js';
import type { Letters } from './letters.js';
import { push, type Lexicon, type StemKind, type VerbEntry } from './lexicon.js';
import type { EndingRow, VerbAffixes } from './tables.js';
import { NOWHERE, prefixTrie, ROOT, step, type Trie } from './trie.js';
import { verbEndings, type Ending } from './verb-endings.js';

type Stems = Trie<readonly VerbEntry[]>;

/** Where some more letters lead. */
function below(stems: Stems, node: number, letters: string): number {
  let at = node;
  for (let i = 0; i < letters.length; i++) at = step(stems, at, letters.charCodeAt(i));
  return at;
}

/** The endings that a word may have from a place on. */
interface Fit {
  readonly at: number;
  readonly options: readonly Ending[];
}

/** A reading of a word as a finite verb; `at` is where the verb begins (letters before it are a light noun). */
export interface VerbReading {
  /** Of which stems the verb's is; undefined for an irregular form. */
  readonly kind: StemKind | undefined;
  readonly form: VerbForm;
  readonly entry: VerbEntry;
  readonly also: boolean;
}

/** Compiles the reader of finite verb forms. It works on folded spellings. */
export function createVerbReader(endings: readonly EndingRow[], affixes: VerbAffixes, lexicon: Lexicon, letters: Letters): (folded: string) => VerbReading[] {
  const tries = verbEndings(endings, affixes, letters);
  const stems = { present: prefixTrie(lexicon.stems.present), past: prefixTrie(lexicon.stems.past), passive: prefixTrie(lexicon.stems.passive) };
  const clitics = Object.entries(affixes.clitics).map(([form, person]) => ({ form, person: person as Person })).sort((a, b) => b.form.length - a.form.length);
  const aspects = affixes.aspect.map(({ form, before, mood, stem = '', negated = false, imperfect = false }) => ({ form, before, mood, stem: letters.fold(stem), negated, imperfect }));
  const preverbs = [...new Set([...lexicon.preverbs, ...Object.keys(affixes.stranded).map(letters.fold)])].sort((a, b) => b.length - a.length);
  // most prefixes are told apart by their first letter
  const silent = aspects.filter((a) => a.form === ''), aspectsOf = new Map(aspects.map((a) => [a.form.charCodeAt(0), aspects.filter((o) => o.form === '' || o.form[0] === a.form[0])]));
  const cliticsOf = new Map(clitics.map((c) => [c.form.charCodeAt(0), clitics.filter((o) => o.form[0] === c.form[0])]));
  const preverbsOf = new Map(preverbs.map((p) => [p.charCodeAt(0), preverbs.filter((o) => o[0] === p[0])]));
  const foldedPreverb = new Map([...lexicon.infinitives.values(), ...Object.values(lexicon.stems).flatMap((m) => [...m.values()].flat())].map((e) => [e.preverb, letters.fold(e.preverb)]));
  const stranded = new Map(Object.entries(affixes.stranded).map(([k, v]) => [letters.fold(k), v]));
  const also = affixes.also, none: typeof clitics = [];
  const doubled = new Set(Object.entries(letters.table.fold).filter(([from]) => from.length > 1).map(([, to]) => to.charCodeAt(0)));
  const alsoForms = ['', also, ...(affixes.alsoAfterConsonant ? [affixes.alsoAfterConsonant] : [])];
  const split = aspects.flatMap((a) => aspects.filter((n) => a.negated && a.imperfect && n.negated && !n.imperfect && n.before === a.before && n.form !== '' && a.form.startsWith(n.form)).map((n) => ({ aspect: a, first: n.form, rest: a.form.slice(n.form.length) })));

  const irregular = irregularReadings(affixes, lexicon, letters);

  // what is being read, one word at a time: so the functions below are made once, and not once a word
  let word = '';
  let found: VerbReading[] = [];
  let endingsAt: Record<StemKind, readonly Fit[] | undefined> = { present: undefined, past: undefined, passive: undefined };

  /** Where an ending of this kind may begin in the word, whatever stands before it: first to last. */
  const fits = (kind: StemKind): readonly Fit[] => {
    const list: Fit[] = [];
    const endings = tries[kind];
    let node = ROOT;
    let plain = endings.values[node];
    for (let at = word.length; at > 0 && (node !== NOWHERE || plain); at--) {
      const last = word.charCodeAt(at - 1);
      node = step(endings, node, last);
      // folding has made one letter of the stem's last and the ending's first
      const merged = doubled.has(last) ? endings.values[node] : undefined;
      const options = merged ? [...(plain ?? []), ...merged] : plain;
      if (options) list.push({ at, options });
      plain = endings.values[node];
    }
    return (endingsAt[kind] = list.reverse());
  };

  /** Whether the same has been read already, with other letters for its parts. A handful at most: a set of them would cost more, and what a set has held is kept alive by its old tables. */
  const isFound = (kind: StemKind, entry: VerbEntry, mood: string, { tense, person, directional, again }: Ending, clitic: Person | ''): boolean => {
    for (const { kind: k, form: f } of found) if (k === kind && f.infinitive === entry.infinitive && f.mood === mood && f.tense === tense && f.person === person && f.clitic === clitic && f.directional === directional && f.again === again) return true;
    return false;
  };

  /** The prefixes and the clitics that may stand at a place, by its letter; clitics longest first. */
  const aspectsAt = (at: number): typeof aspects => aspectsOf.get(word.charCodeAt(at)) ?? silent;
  const cliticsAt = (at: number): typeof clitics => cliticsOf.get(word.charCodeAt(at)) ?? none;

  const reading = (kind: StemKind, entry: VerbEntry, aspect: (typeof aspects)[number], ending: Ending, preverb: string, clitic: Person | '', base: string, yish: boolean): VerbReading => ({
    entry, kind,
    also: yish || ending.also,
    form: {
      infinitive: entry.infinitive,
      stem: spelled(entry, ending.lost === '' ? base : base + ending.lost, letters),
      preverb: entry.preverb,
      aspect: aspect.form,
      tense: aspect.imperfect && ending.tense === 'past' ? 'past' : ending.tense,
      mood: aspect.mood,
      negated: aspect.negated,
      passive: kind === 'passive',
      transitive: entry.transitive,
      person: ending.person,
      clitic: clitic || ending.clitic,
      again: ending.again,
      directional: ending.directional,
      stranded: foldedPreverb.get(entry.preverb) === preverb ? '' : (stranded.get(preverb) ?? ''),
      light: '',
    },
  });

  /** The stem begins at `at`; everything before it has been read. */
  const stem = (at: number, aspect: (typeof aspects)[number], preverb: string, clitic: Person | '', yish: boolean, prefixed: boolean): void => {
    const kind: StemKind = aspect.before === 'present' ? 'present' : aspect.before === 'past' ? 'past' : 'passive';
    if (at >= word.length || (aspect.stem && !word.startsWith(aspect.stem, at))) return;
    const endings = endingsAt[kind] ?? fits(kind);
    let next = 0;
    const known = stems[kind];
    // letter by letter, as far as any stem goes: most words are none
    for (let end = at + 1, node = step(known, ROOT, word.charCodeAt(at)); node !== NOWHERE; node = end < word.length ? step(known, node, word.charCodeAt(end)) : NOWHERE, end++) {
      while ((endings[next]?.at ?? end) < end) next++;
      const fit = endings[next];
      if (!fit) break;
      if (fit.at !== end) continue;
      for (const ending of fit.options) {
        const entries = known.values[ending.lost === '' ? node : below(known, node, ending.lost)];
        if (!entries) continue;
        const base = word.slice(at, end);
        if (!ending.fits(base)) continue;
        if (kind === 'passive' && (aspect.before === 'passive') !== (ending.tense === 'present')) continue;
        if (clitic && ending.clitic) continue;
        if (ending.tense === 'imperative' && aspect.mood !== 'subjunctive' && aspect.mood !== 'imperative') continue;
        for (const entry of entries) {
          if (foldedPreverb.get(entry.preverb) !== preverb && !(stranded.has(preverb) && entry.preverb === '')) continue;
          if (entry.again && !ending.again) continue;
          if (!prefixed && aspect.mood === 'bare' && preverb === '') continue;
          if (kind === 'past' && ending.clitic && !entry.transitive) continue;
          if (isFound(kind, entry, aspect.mood, ending, clitic || ending.clitic)) continue;
          found.push(reading(kind, entry, aspect, ending, preverb, clitic, base, yish));
        }
      }
    }
  };

  const afterAspect = (at: number, aspect: (typeof aspects)[number], preverb: string, clitic: Person | '', yish: boolean): void => {
    stem(at, aspect, preverb, clitic, yish, aspect.form !== '');
    if (clitic || aspect.form === '') return;
    const y = word.startsWith(also, at) ? at + also.length : at;
    if (y > at) stem(y, aspect, preverb, '', true, true);
    for (const { form, person } of cliticsAt(y)) if (word.startsWith(form, y)) stem(y + form.length, aspect, preverb, person, yish || y > at, true);
  };

  /** Aspect and negation, or none. */
  const beforeStem = (at: number, preverb: string, clitic: Person | '', yish: boolean): void => {
    for (const aspect of aspectsAt(at)) if (word.startsWith(aspect.form, at)) afterAspect(at + aspect.form.length, aspect, preverb, clitic, yish);
  };

  /** نەیدەویست: یش and the agent stand inside the prefix. */
  const insideAspect = (): void => {
    for (const { aspect, first, rest } of split) {
      if (!word.startsWith(first)) continue;
      const y = word.startsWith(also, first.length) ? first.length + also.length : first.length;
      if (y > first.length && word.startsWith(rest, y)) stem(y + rest.length, aspect, '', '', true, true);
      for (const { form, person } of cliticsAt(y)) if (word.startsWith(form, y) && word.startsWith(rest, y + form.length)) stem(y + form.length + rest.length, aspect, '', person, y > first.length, true);
    }
  };

  /** ڕایگەیاند: after a preverb stand یش and the agent. The preverb's last letter may be the agent's first too. */
  const afterPreverb = (at: number, preverb: string): void => {
    for (const form of alsoForms) if (word.startsWith(form, at)) {
      const y = at + form.length;
      beforeStem(y, preverb, '', y > at);
      for (const c of cliticsAt(y)) if (word.startsWith(c.form, y)) beforeStem(y + c.form.length, preverb, c.person, y > at);
    }
    if (doubled.has(word.charCodeAt(at - 1))) for (const { form, person } of cliticsAt(at - 1)) if (word.startsWith(form, at - 1) && !word.startsWith(form, at)) beforeStem(at - 1 + form.length, preverb, person, false);
  };

  return (folded) => {
    word = folded;
    found = [];
    endingsAt = { present: undefined, past: undefined, passive: undefined };
    found.push(...(irregular.get(word) ?? []));
    beforeStem(0, '', '', false);
    insideAspect();
    for (const p of preverbsOf.get(word.charCodeAt(0)) ?? []) if (word.length > p.length + 1 && word.startsWith(p)) afterPreverb(p.length, p);
    if (found.length === 0) return found;
    // a verb that the lexicon has with ەوە is not also the one without it
    const again = new Set(found.filter((r) => r.entry.again).map((r) => r.entry.infinitive));
    return again.size === 0 ? found : found.filter((r) => r.entry.again || !r.form.again || !again.has(r.entry.infinitive + (affixes.again[0]?.form ?? '')));
  };
}

/** The readings of the forms that no stem makes, by folded spelling: orders, and the past with ەوە. */
function irregularReadings({ irregular }: VerbAffixes, lexicon: Lexicon, { fold }: Letters): Map<string, VerbReading[]> {
  const readings = new Map<string, VerbReading[]>();
  for (const { infinitive, stem, forms, past = false } of irregular) {
    const entry = lexicon.infinitives.get(fold(infinitive));
    if (entry) for (const [person, form] of Object.entries(forms)) push(readings, fold(form), {
      kind: undefined, entry, also: false,
      form: {
        infinitive: entry.infinitive, stem, preverb: entry.preverb, aspect: '', tense: past ? 'past' : 'imperative', mood: past ? 'indicative' : 'subjunctive', negated: false, passive: false,
        transitive: entry.transitive, person: person as Person, clitic: '', again: past || entry.again, directional: false, stranded: '', light: '',
      },
    });
  }
  return readings;
}

/** The stem of an entry that folds to this key, as it is spelled. */
const spelled = (entry: VerbEntry, key: string, letters: Letters): string => entry.stems.find((s) => letters.fold(s) === key) ?? key;
