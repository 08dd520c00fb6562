import { ALSO, AND, COPULA, DEF, DEM, INDEF, IZAFE, PLURAL, type Person } from './analysis.js';
import type { Letters } from './letters.js';
import type { AffixRow } from './tables.js';

/** A way to cut a word into a stem and nominal endings. */
export interface Segmentation {
  readonly stem: string;
  /** The letters of the stem that the word does not have. */
  readonly lost: string;
  /** UTF-16 units up to and including article and plural. */
  readonly core: number;
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
  return (word) => {
    const found: Segmentation[] = [];
    const walk = (length: number, slot: number, core: number, flags: number, clitic: Person | '', post: string, morphemes: readonly string[], speaker: boolean, lost: string, graded: boolean): void => {
      found.push({ stem: word.slice(0, length) + lost, lost, core: core < 0 ? length : core, flags, clitic, post, morphemes, depth: morphemes.length, speaker, graded });
      if (lost !== '') return;
      const affixes = byLast.get(word.charCodeAt(length - 1));
      if (!affixes) return;
      for (const a of affixes) {
        const rest = length - a.form.length;
        if (a.slot >= slot || rest < 2 || !word.startsWith(a.form, rest) || !a.fits(word.charCodeAt(rest - 1))) continue;
        if (a.clitic && clitic) continue;
        // neither یش nor "our" stands after the izafe (Thackston 2006)
        if (a.slot === 3 && ((flags & ALSO) !== 0 || (clitic !== '' && clitic !== '3s'))) continue;
        const inner = a.slot <= 1 && core < 0 ? length : core;
        walk(rest, a.slot, inner, flags | a.flags, a.clitic || clitic, a.post || post, [a.morpheme, ...morphemes], speaker || a.speaker, a.lost, a.graded);
      }
    };
    walk(word.length, 99, -1, 0, '', '', [], false, '', false);
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
