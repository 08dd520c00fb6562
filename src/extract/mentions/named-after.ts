import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import type { FillerTables } from './filler-tables.js';
import type { NameHit } from './names.js';

/** گوندی شێخ ناسر, نەخۆشخانەی ئازاد کەریم: the name of a person after a noun for a place or a facility is (part of) the name of that. */
export function namedAfter(items: readonly Item[], hits: readonly NameHit[], t: FillerTables): readonly NameHit[] {
  const { titles } = t.names;
  return hits.map((h): NameHit => {
    if (h.type !== 'Person') return h;
    let name = h.first;
    // between the two an honorific may stand, or a bare noun for a human
    while (titles.get(items[name - 1]?.a.key ?? '') === 'honorific' || (items[name - 1]?.a.kind === 'human' && items[name - 1]?.flags === 0)) name--;
    const head = items[name - 1];
    if (!head || (head.flags & IZAFE) === 0 || (head.flags & (DEF | INDEF | PLURAL)) !== 0 || !t.namedAfter.has(head.a.key)) return h;
    const row = t.heads.get(head.a.key);
    const { known: _person, ...rest } = h;
    return row?.kind === 'settlement' ? { ...rest, first: name, type: 'Place', foundBy: 'name.settlement', weak: false } : { ...rest, first: name - 1, type: row?.type ?? 'Place', foundBy: 'head.chain', weak: false };
  });
}
