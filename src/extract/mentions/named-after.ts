import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { FillerTables } from './filler-tables.js';
import type { NameHit } from './names.js';

/** گوندی شێخ ناسر, نەخۆشخانەی ئازاد کەریم: the name of a person after a noun for a place or a facility is (part of) the name of that. */
export function namedAfter(items: readonly Item[], hits: readonly NameHit[], t: FillerTables): readonly NameHit[] {
  const { fold, titles } = t.names;
  return hits.map((h): NameHit => {
    if (h.type !== 'Person') return h;
    let name = h.first;
    // between the two an honorific may stand, or a bare noun for a human
    while (titles.get(fold(items[name - 1]?.a.lemma ?? '')) === 'honorific' || (items[name - 1]?.a.kind === 'human' && items[name - 1]?.flags === 0)) name--;
    const head = items[name - 1];
    if (!head || (head.flags & IZAFE) === 0 || (head.flags & (DEF | INDEF | PLURAL)) !== 0 || !t.namedAfter.has(fold(head.a.lemma))) return h;
    const row = t.heads.get(fold(head.a.lemma));
    const { known: _person, ...rest } = h;
    return row?.kind === 'settlement' ? { ...rest, first: name, type: 'Place', foundBy: 'name.settlement', weak: false } : { ...rest, first: name - 1, type: row?.type ?? 'Place', foundBy: 'head.chain', weak: false };
  });
}

/** گوندەکانی A، B و C: what is listed after a noun for settlements in the plural are their names, whatever else the words may be. */
export function namedList(items: readonly Item[], hits: readonly NameHit[], t: FillerTables): readonly NameHit[] {
  let out = hits;
  items.forEach((head, at) => {
    if (head.a.pos !== 'noun' || (head.flags & (PLURAL | IZAFE)) !== (PLURAL | IZAFE) || t.heads.get(t.names.fold(head.a.lemma))?.kind !== 'settlement') return;
    const parts = listAfter(items, at + 1, out, t);
    if (parts.length < 2) return;
    const own = (h: NameHit): boolean => parts.some(([a, b]) => h.first <= b && h.last >= a);
    const places = parts.map(([first, last]): NameHit => out.find((h) => h.first === first && h.last === last && h.type === 'Place' && !h.weak)
      ?? { first, last, type: 'Place', foundBy: 'name.settlement', weak: false, keep: last === parts.at(-1)?.[1] ? (items[last] as Item).a.stem : (items[last] as Item).text.length });
    out = [...out.filter((h) => !own(h)), ...places].sort((a, b) => a.first - b.first);
  });
  return out;
}

/** Items of each name of a list that begins here: a name, unknown words, or one bare noun. */
function listAfter(items: readonly Item[], from: number, hits: readonly NameHit[], t: FillerTables): [number, number][] {
  const out: [number, number][] = [];
  for (let i = from; ;) {
    const hit = hits.find((h) => h.first === i);
    let last = hit?.last ?? i;
    const item = items[i];
    if (!item || item.kind !== 'word' || (!hit && item.a.known && item.a.pos !== 'noun' && item.a.pos !== 'name')) return out;
    // "the villages of A and the town of B"
    if (!hit && t.heads.has(t.names.fold(item.a.lemma)) && (item.flags & IZAFE) !== 0) return out;
    if (!hit) while (last - i < 2 && !items[last]?.a.known && items[last]?.flags === 0 && items[last + 1]?.kind === 'word' && items[last + 1]?.a.known === false) last++;
    const end = items[last] as Item;
    const joint = items[last + 1];
    const goesOn = end.and || isMark(joint, '،') || joint?.a.pos === 'conj';
    // only the last may have an ending: "A، B و Cی سەر بە X"
    if ((end.flags & (DEF | INDEF | PLURAL)) !== 0 && !hit) return out;
    if (goesOn && end.a.known && ((end.flags & IZAFE) !== 0 || end.post !== '')) return out;
    out.push([i, last]);
    if (!goesOn) return out;
    i = last + (end.and ? 1 : 2);
  }
}
