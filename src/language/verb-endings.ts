import type { Person, VerbForm } from './analysis.js';
import type { Letters } from './letters.js';
import type { StemKind } from './lexicon.js';
import { condition, lostLetters } from './nominal.js';
import type { EndingRow, TailRow, VerbAffixes } from './tables.js';
import { suffixTrie, type Trie } from './trie.js';

/** What a finite verb may end in, after its stem. */
export interface Ending {
  readonly tense: VerbForm['tense'];
  readonly person: Person;
  readonly clitic: Person | '';
  readonly also: boolean;
  readonly again: boolean;
  readonly directional: boolean;
  readonly fits: (stemEnd: string) => boolean;
  /** A letter the stem keeps in the lexicon but loses before this ending. */
  readonly lost: string;
}

/** The endings of each kind of stem, to be read from the word's last letter on. */
export function verbEndings(rows: readonly EndingRow[], affixes: VerbAffixes, letters: Letters): Readonly<Record<StemKind, Trie<readonly Ending[]>>> {
  const tables: Record<StemKind, Map<string, Ending[]>> = { present: new Map(), past: new Map(), passive: new Map() };
  for (const row of rows) addEnding(row, affixes, tables, letters);
  return { present: suffixTrie(tables.present), past: suffixTrie(tables.past), passive: suffixTrie(tables.passive) };
}

/** Adds an ending, alone and closed by ەوە or directional ە. */
function addEnding([kind, form, after, tense, person, agent]: EndingRow, affixes: VerbAffixes, tables: Record<StemKind, Map<string, Ending[]>>, letters: Letters): void {
  const bare = form === '-' ? '' : form;
  const lost = letters.fold(lostLetters(after));
  const stemTest = stemCondition(after, letters);
  const clitic = agent.replace('+', '') as Person | '', also = agent.startsWith('+');
  const table = tables[kind as StemKind];
  const add = (text: string, again: boolean, directional: boolean, fits: Ending['fits'] = stemTest): void => {
    const key = letters.fold(text);
    const list = table.get(key);
    const ending: Ending = { tense: tense as Ending['tense'], person: person as Person, clitic, also, again, directional, fits, lost };
    if (list) list.push(ending);
    else table.set(key, [ending]);
  };
  add(bare, false, false);
  const tail = (rows: readonly TailRow[], again: boolean): void => {
    for (const row of rows) {
      if (row.tense && row.tense !== tense) continue;
      if (row.replaces !== undefined) {
        if (bare.endsWith(row.replaces)) add(bare.slice(0, -row.replaces.length) + row.form, again, !again);
        continue;
      }
      const test = condition(row.after ?? '*', letters);
      if (bare !== '') {
        const vowelEnd = bare.charCodeAt(bare.length - 1);
        const open = bare.endsWith(letters.table.heh.vowel);
        if (row.after === letters.table.heh.vowel ? open : !open && test(vowelEnd)) add(bare + row.form, again, !again);
      } else add(row.form, again, !again, (s) => stemTest(s) && test(s.charCodeAt(s.length - 1)));
    }
  };
  tail(affixes.again, true);
  tail(affixes.directional, false);
}

function stemCondition(after: string, letters: Letters): (stem: string) => boolean {
  const test = condition(after, letters);
  return (stem) => test(stem.charCodeAt(stem.length - 1));
}
