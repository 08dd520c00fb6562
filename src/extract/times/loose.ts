import { IZAFE } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import { iso, type Day } from './calendar.js';
import { pick, says, type TimeMention, type TimeTables } from './tables.js';

/** کەمێکی دیکە, "in a little while", کەمێک پێش ئێستا, "a little while ago": on the article's day. */
export function shortly(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  for (const words of [2, 3]) {
    const said = items.slice(i, i + words);
    if (said.length === words && said.every((x) => x.kind === 'word') && t.is('shortly', said.map((x) => x.word.key).join(' '))) return { first: i, last: i + words - 1, ...(day ? { value: iso(day) } : {}) };
  }
  return undefined;
}

/** لە (24) کاتژمێری ڕابردوودا, چەند ڕۆژی داهاتوو: so long before or after the article; no one day. */
export function period(items: readonly Item[], i: number, t: TimeTables): TimeMention | undefined {
  const number = items[i] as Item, unit = items[i + 1], way = items[i + 2];
  if ((number.a.pos !== 'num' && !says(number, 'several', t)) || pick(unit, t.units, t) === undefined || ((unit?.flags ?? 0) & IZAFE) === 0) return undefined;
  return says(way, 'last', t) || says(way, 'next', t) ? { first: i, last: i + 2 } : undefined;
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
