import { ALSO, AND, COPULA, DEF, DEM, INDEF, IZAFE, PLURAL, type Person } from './analysis.js';
import type { Letters } from './letters.js';
import type { AffixRow } from './tables.js';

/** A way to cut a word into a stem and nominal endings. */
export interface Segmentation {
  /** UTF-16 units of the word that are left of the stem: all of it but for what the endings say it has lost. */
  readonly stem: number;
  /** UTF-16 units up to and including article and plural. */
  readonly core: number;
  readonly endings: Endings;
}

/** A row of nominal endings as it is cut from the end of a word, and what it says. Made once: many words end alike. */
export interface Endings {
  /** The letters of the stem that the word does not have. */
  readonly lost: string;
  readonly flags: number;
  readonly clitic: Person | '';
  readonly post: string;
  readonly morphemes: readonly string[];
  /** How many endings were cut. */
  readonly depth: number;
  /** Ends in a copula of the first or second person singular. */
  readonly speaker: boolean;
  /** Has the ending of the comparative or superlative. */
  readonly graded: boolean;
}

interface Chain extends Endings {
  /** The slot of its innermost ending. */
  readonly slot: number;
  /** The endings that one more before it makes, by that affix; undefined where they are not kept. */
  readonly longer: Map<Affix, Chain> | undefined;
}

/** Rows of endings that are kept: words that are none are cut in ever new ways, and those that come once need not be remembered. */
const MOST_CHAINS = 2048;

interface Affix {
  readonly graded: boolean;
  readonly slot: number;
  readonly form: string;
  readonly morpheme: string;
  readonly flags: number;
  readonly clitic: Person | '';
  readonly post: string;
  readonly speaker: boolean;
  readonly lost: string;
  readonly fits: (before: number) => boolean;
}

const FLAGS: Readonly<Record<string, number>> = {
  def: DEF, indef: INDEF, plural: PLURAL, dem: DEM, izafe: IZAFE, also: ALSO, and: AND, copula: COPULA,
};
const PERSONS = new Set(['1s', '2s', '3s', '1p', '2p', '3p']);
const SPEAKERS = new Set(['1s', '2s']);

/** Compiles a segmenter: every way to read a word as stem + endings, the uncut word first (affixes.tsv gives the order). */
export function createSegmenter(rows: readonly AffixRow[], letters: Letters): (word: string) => Segmentation[] {
  const byLast = new Map<number, Affix[]>();
  for (const row of rows) {
    const affix = compile(row, letters);
    const last = affix.form.charCodeAt(affix.form.length - 1);
    const list = byLast.get(last);
    if (list) list.push(affix);
    else byLast.set(last, [affix]);
  }
  const none: Chain = { slot: 99, flags: 0, clitic: '', post: '', morphemes: [], depth: 0, speaker: false, lost: '', graded: false, longer: new Map() };
  let chains = 1;
  /** The endings with one more before them. */
  const lengthened = (chain: Chain, a: Affix): Chain => {
    const kept = chain.longer !== undefined && chains < MOST_CHAINS;
    const longer: Chain = {
      slot: a.slot, flags: chain.flags | a.flags, clitic: a.clitic || chain.clitic, post: a.post || chain.post, morphemes: [a.morpheme, ...chain.morphemes], depth: chain.depth + 1,
      speaker: chain.speaker || a.speaker, lost: a.lost, graded: a.graded, longer: kept ? new Map() : undefined,
    };
    if (kept) {
      chain.longer.set(a, longer);
      chains++;
    }
    return longer;
  };
  const walk = (word: string, length: number, core: number, chain: Chain, found: Segmentation[]): void => {
    found.push({ stem: length, core: core < 0 ? length : core, endings: chain });
    if (chain.lost !== '') return;
    const affixes = byLast.get(word.charCodeAt(length - 1));
    if (!affixes) return;
    for (const a of affixes) {
      const rest = length - a.form.length;
      if (a.slot >= chain.slot || rest < 2 || !word.startsWith(a.form, rest) || !a.fits(word.charCodeAt(rest - 1))) continue;
      if (a.clitic && chain.clitic) continue;
      // "this …" is definite
      if ((a.flags & INDEF) !== 0 && (chain.flags & DEM) !== 0 && (chain.depth > 1 || (chain.flags & IZAFE) !== 0)) continue;
      // neither یش nor "our" stands after the izafe (Thackston 2006)
      if (a.slot === 3 && ((chain.flags & ALSO) !== 0 || (chain.clitic !== '' && chain.clitic !== '3s'))) continue;
      walk(word, rest, a.slot <= 1 && core < 0 ? length : core, chain.longer?.get(a) ?? lengthened(chain, a), found);
    }
  };
  return (word) => {
    const found: Segmentation[] = [];
    walk(word, word.length, -1, none, found);
    return found;
  };
}

function compile([slot, form, after, feature, value, morpheme]: AffixRow, letters: Letters): Affix {
  let flags = 0;
  let clitic: Person | '' = '';
  for (const v of value.split('+')) {
    flags |= FLAGS[v] ?? 0;
    if (feature !== 'copula' && PERSONS.has(v)) clitic = v as Person;
  }
  if (feature === 'copula') flags |= COPULA;
  return { slot, form, morpheme, flags, clitic, post: feature === 'post' ? (value.split('+')[0] ?? '') : '', speaker: feature === 'copula' && SPEAKERS.has(value), graded: feature === 'degree', lost: lostLetters(after), fits: condition(after, letters) };
}

/** The letters that a stem loses before an ending. */
export const lostLetters = (after: string): string => (after.startsWith('<') ? after.slice(1) : '');

/** C a consonant, V a vowel letter, * anything; other letters stand for themselves. Letters that are lost are no condition on what is left. */
export function condition(after: string, letters: Letters): (code: number) => boolean {
  if (after === '' || after === '*' || after.startsWith('<')) return () => true;
  const exact = new Set([...after].filter((c) => c !== 'C' && c !== 'V').map((c) => c.charCodeAt(0)));
  const consonant = after.includes('C');
  const vowel = after.includes('V');
  const semi = new Set([...letters.table.semivowels].map((c) => c.charCodeAt(0)));
  return (code) => exact.has(code) || (consonant && (!letters.isVowel(code) || semi.has(code))) || (vowel && letters.isVowel(code));
}
