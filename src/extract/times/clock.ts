import { IZAFE } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import { isMark } from '../../language/context/items.js';
import { keys, says, num, numWord, pick, type TimeMention, type TimeTables } from './tables.js';

/** کاتژمێر 22:00ی شەو. The value is a bare `T22:00` until a day is found beside it. */
export function clock(items: readonly Item[], i: number, t: TimeTables): TimeMention | undefined {
  // "in 24 hours three people …": so many hours, and who follows
  if (!says(items[i], 'clock', t) || items[i - 1]?.a.pos === 'num' || items[i - 1]?.kind === 'number') return undefined;
  let j = i + 1;
  if (isMark(items[j], '(')) j++;
  let h = numWord(items[j]);
  if (h === undefined || h > 24) return undefined;
  let minutes = 0;
  const m = num(items[j + 2]);
  if (isMark(items[j + 1], ':') && m !== undefined && m < 60) {
    minutes = m;
    j += 2;
  }
  if (isMark(items[j + 1], ')')) j++;
  const part = pick(items[j + 1], t.parts, t);
  if (part) j++;
  else {
    const rel = pick(items[j + 1], t.relative, t);
    const evening = keys(items[j + 1], t).some((k) => t.relative.has(k) && t.parts.has(k.slice(3)));
    if (rel !== undefined && evening && h < 12) h += 12;
  }
  if (part === 'pm' && h < 12) h += 12;
  if (part === 'night') h = h === 12 ? 0 : h >= 6 && h < 12 ? h + 12 : h;
  j = zoneAfter(items, j, t);
  return { first: i, last: j, value: `T${String(h % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}

/** Last item of "by British summer time" after a clock time, or the item before it. */
function zoneAfter(items: readonly Item[], last: number, t: TimeTables): number {
  const first = items[last + 1]?.a.pos === 'adp' ? last + 2 : last + 1;
  if (!says(items[first], 'zone', t) || items[first]?.kind !== 'word') return last;
  let j = first;
  while (j - first < 4 && items[j]?.kind === 'word' && ((items[j] as Item).flags & IZAFE) !== 0 && items[j + 1]?.kind === 'word' && !says(items[j + 1], 'day', t)) j++;
  return j > first ? j : last;
}
