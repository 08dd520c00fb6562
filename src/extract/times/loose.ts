import { IZAFE } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import { iso, type Day } from './calendar.js';
import type { TimeMention, TimeTables } from './tables.js';

/** کەمێکی دیکە, "in a little while": still on the article's day. */
export function shortly(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  const next = items[i + 1];
  if (next?.kind !== 'word' || !t.is('shortly', `${(items[i] as Item).word.key} ${next.word.key}`)) return undefined;
  return { first: i, last: i + 1, ...(day ? { value: iso(day) } : {}) };
}

/** A year without the word for it: after a preposition (لە 2015), or joined to an event (مۆندیالی 2022). */
export function bareYear(items: readonly Item[], i: number, t: TimeTables): TimeMention | undefined {
  const item = items[i] as Item;
  const prev = items[i - 1], next = items[i + 1];
  if (item.kind !== 'number' || !/^(19|20)\d\d$/.test(item.text) || !prev || prev.kind !== 'word') return undefined;
  const occasion = (prev.flags & IZAFE) !== 0 && t.is('occasion', prev.a.key);
  const counted = next !== undefined && next.kind !== 'punct' && (next.a.pos === 'noun' || next.a.pos === 'num' || next.kind === 'number');
  return occasion || (prev.a.pos === 'adp' && !counted) ? { first: i, last: i, value: item.text } : undefined;
}
