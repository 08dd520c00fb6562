import { IZAFE, PLURAL } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import type { Segment } from '../syntax/phrase-tables.js';
import type { FillerTables } from './filler-tables.js';
import type { NameHit } from './names.js';

/** چەتەکانی داعش, گروپە چەتەکانی داعش: fighters of a body with a name are that body; those of a state or an army are a group of their own. */
export function armyOf(items: readonly Item[], s: Segment, hits: readonly NameHit[], t: FillerTables): NameHit | undefined {
  if (s.first < s.head) return undefined;
  const fighters = [s.head, s.head + 1].find((i) => i < s.last && t.fighters.has((items[i] as Item).a.key) && ((items[i] as Item).flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE));
  if (fighters === undefined) return undefined;
  const body = hits.find((h) => h.first === fighters + 1 && h.last === s.last && h.type === 'Organization' && !h.weak);
  return body && !t.heads.has((items[body.first] as Item).a.key) ? body : undefined;
}
