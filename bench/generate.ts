// The load of the benchmarks: news made of the project's own lexicon, names and frame examples. The same seed gives the same bytes.
import { compileLetters, type Letters } from '../src/language/letters.js';
import { condition } from '../src/language/nominal.js';
import type { AffixRow, Tables } from '../src/language/tables.js';
import type { Article } from '../src/model/article.js';

/** Numbers from 0 to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Dice {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = randomOf(seed);
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  /** Early entries far more often than late ones, as words are used (the lists are shuffled once before). */
  often<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() ** 3 * list.length)] as T;
  }
  shuffled<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  }
}

type NameType = 'Person' | 'Place' | 'Organization';
/** An example sentence in pieces: text as it stands, or the type of a name to be put there. */
type Template = readonly (string | { readonly name: NameType })[];

const SENTENCES = [6, 22] as const;
const PARAGRAPH = 3;

/** Sorani articles without end. */
export function* soraniArticles(tables: Tables, seed = 1): Generator<Article> {
  const dice = new Dice(seed);
  const letters = compileLetters(tables.letters);
  const names = namesByType(tables, dice);
  const templates = dice.shuffled(tables.frames.flatMap((f) => [...f.examples.map((e) => e.text), ...f.counterExamples])).map((text) => templateOf(text, tables));
  const nouns = dice.shuffled(tables.nouns.filter(([, pos]) => pos.startsWith('noun')).map(([lemma]) => lemma));
  const adjectives = dice.shuffled(tables.nouns.filter(([, pos]) => pos === 'adj').map(([lemma]) => lemma));
  const prepositions = tables.closed.filter(([form, pos]) => pos === 'adp' && form.length < 7).map(([form]) => form);
  const inflect = inflector(tables.affixes, letters, dice);
  const izafe = tables.affixes.find(([, , after, feature]) => feature === 'izafe' && after === '*')?.[1] ?? '';
  const months = tables.time.months.filter((m) => m.calendar === 'gregorian').map((m) => m.names[0] ?? '');

  const name = (type: NameType): string => dice.often(names[type]);
  const phrase = (): string => {
    const words = [dice.of(prepositions)];
    const chain = 1 + dice.below(3);
    for (let i = 0; i < chain; i++) words.push(dice.often(nouns) + izafe);
    words.push(dice.chance(0.5) ? dice.often(adjectives) : inflect(dice.often(nouns)));
    return words.join(' ');
  };
  const clause = (): string => dice.of(templates).map((p) => (typeof p === 'string' ? p : name(p.name))).join('').replace(/[.؟!]$/, '');
  const sentence = (): string => {
    const date = dice.chance(0.2) ? `${dice.of(prepositions)} ${1 + dice.below(28)}${izafe} ${dice.of(months)}${izafe} ${2000 + dice.below(26)} ` : '';
    const said = dice.chance(0.15) ? `: "${clause()}، ${phrase()}"` : dice.chance(0.3) ? `، ${phrase()} ${clause()}` : '';
    return `${date}${dice.chance(0.7) ? `${phrase()} ` : ''}${clause()}${said}.`;
  };
  for (let n = 1; ; n++) {
    const count = SENTENCES[0] + dice.below(SENTENCES[1] - SENTENCES[0]);
    const pieces: string[] = [];
    for (let i = 0; i < count; i++) pieces.push(sentence(), i === count - 1 ? '' : i % PARAGRAPH === PARAGRAPH - 1 ? '\n' : ' ');
    yield { id: `load-${n}`, text: pieces.join(''), published: `2021-0${1 + dice.below(9)}-1${dice.below(10)}` };
  }
}

function namesByType(tables: Tables, dice: Dice): Record<NameType, string[]> {
  const of = (type: NameType): string[] => dice.shuffled(tables.names.filter((r) => r[1] === type).map((r) => r[2]));
  const given = tables.given.filter((r) => r[1] !== 'family').map((r) => r[0]), family = tables.given.filter((r) => r[1] !== 'given').map((r) => r[0]);
  const strangers = Array.from({ length: 4000 }, () => `${dice.of(given)} ${dice.of(family)}`);
  return { Person: dice.shuffled([...of('Person'), ...strangers]), Place: of('Place'), Organization: of('Organization') };
}

/** Finds the listed names in an example, the longest first; they must end where a word ends. */
function templateOf(text: string, tables: Tables): Template {
  const found: { at: number; end: number; type: NameType }[] = [];
  for (const row of tables.names) {
    const at = text.indexOf(row[2]);
    const end = at + row[2].length;
    if (at < 0 || row[2].length < 4 || (at > 0 && text[at - 1] !== ' ') || /^\p{L}/u.test(text.slice(end))) continue;
    found.push({ at, end, type: row[1] as NameType });
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  const out: (string | { name: NameType })[] = [];
  let done = 0;
  for (const f of found) {
    if (f.at < done) continue;
    out.push(text.slice(done, f.at), { name: f.type });
    done = f.end;
  }
  out.push(text.slice(done));
  return out;
}

/** Puts endings on a noun, slot after slot, where its last letter allows them. */
function inflector(rows: readonly AffixRow[], letters: Letters, dice: Dice): (lemma: string) => string {
  const bySlot = new Map<number, { form: string; fits: (code: number) => boolean }[]>();
  for (const [slot, form, after] of rows) bySlot.set(slot, [...(bySlot.get(slot) ?? []), { form, fits: condition(after, letters) }]);
  const slots = [...bySlot].sort((a, b) => a[0] - b[0]);
  return (lemma) => {
    let word = lemma;
    for (const [slot, affixes] of slots) {
      if (!dice.chance(slot === 1 ? 0.5 : 0.12)) continue;
      const last = word.charCodeAt(word.length - 1);
      const fitting = affixes.filter((a) => a.fits(last));
      if (fitting.length > 0) word += dice.of(fitting).form;
    }
    return word;
  };
}

const ENGLISH = {
  verbs: ['visited', 'met', 'condemned', 'supported', 'accused', 'hosted', 'rejected', 'criticised', 'attacked', 'welcomed', 'sanctioned', 'arrested', 'appointed', 'discussed', 'announced', 'signed'],
  prepositions: ['in', 'on', 'about', 'during', 'after', 'before', 'near', 'against', 'with', 'for'],
  said: ['said', 'told reporters', 'wrote on Twitter', 'added', 'stressed'],
} as const;

/** English articles of the same build, from the glosses of the lexicon and the English names. */
export function* englishArticles(tables: Tables, seed = 1): Generator<string> {
  const dice = new Dice(seed);
  const gloss = (pos: string): string[] => dice.shuffled(tables.nouns.filter((r) => r[1] === pos && r[3] !== '').map((r) => (r[3].split(/[,;(]/)[0] ?? '').trim()).filter((w) => /^[a-z -]+$/.test(w)));
  const nouns = gloss('noun'), adjectives = gloss('adj');
  const names = dice.shuffled(tables.names.map((r) => r[4]).filter((n) => n !== ''));
  const phrase = (): string => `${dice.of(ENGLISH.prepositions)} the ${dice.chance(0.5) ? `${dice.often(adjectives)} ` : ''}${dice.often(nouns)}${dice.chance(0.4) ? ` of the ${dice.often(nouns)}` : ''}`;
  const clause = (): string => `${dice.often(names)} ${dice.of(ENGLISH.verbs)} ${dice.chance(0.5) ? dice.often(names) : `the ${dice.often(nouns)}`} ${phrase()}`;
  const sentence = (): string => {
    const said = dice.chance(0.15) ? `, ${dice.often(names)} ${dice.of(ENGLISH.said)}: "${clause()}"` : dice.chance(0.3) ? `, and ${clause()}` : '';
    return `${clause()} ${dice.chance(0.7) ? phrase() : ''}${said}.`.replace(' .', '.').replace(' ,', ',');
  };
  for (;;) {
    const count = SENTENCES[0] + dice.below(SENTENCES[1] - SENTENCES[0]);
    yield Array.from({ length: count }, sentence).join(' ');
  }
}

export const bytes = (text: string): number => Buffer.byteLength(text);

/** Texts until `limit` bytes of UTF-8 are reached. */
export function* upTo<T>(items: Iterable<T>, limit: number, textOf: (item: T) => string): Generator<T> {
  let size = 0;
  for (const item of items) {
    yield item;
    size += bytes(textOf(item));
    if (size >= limit) return;
  }
}
