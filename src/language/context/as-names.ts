// Words that are names because of where they stand, whatever else they may be.
import { uninflected } from '../analyse.js';
import { IZAFE, PLURAL } from '../analysis.js';
import { isMark, type Item } from './items.js';

/** Reads a word as a name without endings. */
export const asName = (item: Item): void => {
  item.a = uninflected('name', item.text, item.word.key, false, item.a.score);
  item.flags = 0;
};

/** لە یان کوبیش: after a preposition and before a name the word for "or" is a name. */
export function namedOr(items: readonly Item[]): void {
  items.forEach((item, i) => {
    const next = items[i + 1];
    if (item.a.pos === 'conj' && item.text.length > 1 && items[i - 1]?.a.pos === 'adp' && next?.kind === 'word' && (next.a.pos === 'name' || !next.a.known)) asName(item);
  });
}

/** گوندەکانی بەرزەکا، هەڵکرا و زەویا: in a list after "the villages of" (`settlements`, folded), a word alone between marks is a name, whatever verb it looks like. */
export function listedNames(items: readonly Item[], settlements: ReadonlySet<string>): void {
  const ends = (i: Item | undefined): boolean => isMark(i, '،') || i?.a.pos === 'conj';
  items.forEach((head, at) => {
    if ((head.flags & (PLURAL | IZAFE)) !== (PLURAL | IZAFE) || !settlements.has(head.a.key)) return;
    for (let i = at + 2; i < items.length && (items[i]?.kind === 'word' || ends(items[i])); i++) {
      const item = items[i] as Item;
      if (item.a.pos === 'adp') return;
      if (item.a.pos !== 'verb') continue;
      if (!ends(items[i - 1]) || !ends(items[i + 1])) return;
      asName(item);
    }
  });
}
