import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { FillerTables } from './filler-tables.js';
import type { NameHit } from './names.js';
import { afterHonorific } from './support.js';

/** گوندی شێخ ناسر, نەخۆشخانەی ئازاد کەریم: the name of a person after a noun for a place or a facility is (part of) the name of that. */
export function namedAfter(items: readonly Item[], hits: readonly NameHit[], t: FillerTables): readonly NameHit[] {
  const { titles } = t.names;
  return hits.map((h): NameHit => {
    if (h.type !== 'Person') return h;
    let name = h.first;
    // between the two an honorific may stand, or a bare noun for a human
    while (!headOf(items[name - 1], t) && (titles.get(items[name - 1]?.a.key ?? '') === 'honorific' || (items[name - 1]?.a.kind === 'human' && items[name - 1]?.flags === 0))) name--;
    const head = headOf(items[name - 1], t);
    if (head === undefined) return h;
    const row = t.heads.get(head);
    const { known: _person, ...rest } = h;
    return row?.kind === 'settlement' ? { ...rest, first: name, type: 'Place', foundBy: 'name.settlement', weak: false } : { ...rest, first: name - 1, type: row?.type ?? 'Place', foundBy: 'head.chain', weak: false };
  });
}

/** Key of the noun for a place that is joined to what follows; گوندی شەهید X: also where the word may be another (villager). */
function headOf(item: Item | undefined, t: FillerTables): string | undefined {
  return [item?.a, ...(item?.readings ?? [])].find((r) => r && t.namedAfter.has(r.key) && (r.flags & (IZAFE | DEF | INDEF | PLURAL)) === IZAFE)?.key;
}

/** گوندەکانی A، B و C: what is listed after a noun for settlements in the plural are their names, whatever else the words may be. */
export function namedList(items: readonly Item[], hits: readonly NameHit[], t: FillerTables): readonly NameHit[] {
  let out = hits;
  items.forEach((head, at) => {
    if (head.a.pos !== 'noun' || (head.flags & (PLURAL | IZAFE)) !== (PLURAL | IZAFE) || t.heads.get(head.a.key)?.kind !== 'settlement') return;
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
    if (!hit && t.heads.has(item.a.key) && (item.flags & IZAFE) !== 0) return out;
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

/** هاوڕێ ئاسۆ، هێمن و کاوە: after one name with an honorific, the single words in the list that people are called by, or that are no words, are names too. */
export function comrades(items: readonly Item[], hits: readonly NameHit[], { names }: FillerTables): readonly NameHit[] {
  const out: NameHit[] = [];
  for (const h of hits) {
    const honoured = afterHonorific(items, h.first, names) || (h.last > h.first && names.titles.get(items[h.first]?.word.key ?? '') === 'honorific');
    if (h.type !== 'Person' || !honoured) continue;
    for (let i = h.last; ;) {
      const joint = items[i + 1];
      const at = items[i]?.and ? i + 1 : isMark(joint, '،') || joint?.a.pos === 'conj' ? i + 2 : -1;
      const had = at < 0 ? undefined : hits.find((x) => x.first === at);
      if (had && !had.weak) {
        if (had.type !== 'Person') break;
        i = had.last;
        continue;
      }
      const item = at < 0 ? undefined : items[at];
      if (item?.kind !== 'word' || item.flags !== 0 && !item.and || !(item.a.pos === 'name' || !item.a.known)) break;
      const word = names.fold(item.text.slice(0, item.a.stem));
      if (!names.given.has(word) && !names.family.has(word) && item.a.known) break;
      out.push({ first: at, last: at, type: 'Person', foundBy: 'name.list', weak: false });
      i = at;
    }
  }
  return out.length === 0 ? hits : [...hits.filter((h) => !out.some((o) => o.first === h.first)), ...out].sort((a, b) => a.first - b.first);
}
