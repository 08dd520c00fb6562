import { itemKey, propertyName, said, type Side } from './side.js';
import type { Change, Item } from './types.js';

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The two graphs that are compared. */
export interface Both {
  readonly old: Side;
  readonly now: Side;
}

/** What is said of a subject before and of one after, property by property. Passages that moved say the same. */
export function changesOf(sides: Both, was: string, is: string, of?: (property: string) => boolean): Change[] {
  const before = said(sides.old, was, of), after = said(sides.now, is, of);
  const out: Change[] = [];
  for (const property of [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => compare(propertyName(a), propertyName(b)) || compare(a, b))) {
    const x = keyed(sides.old, before.get(property)), y = keyed(sides.now, after.get(property));
    const removed = x.filter((a) => !y.some((b) => b.key === a.key)), added = y.filter((b) => !x.some((a) => a.key === b.key));
    if (removed.length > 0 || added.length > 0) out.push({ what: propertyName(property), removed: removed.map((a) => a.item), added: added.map((b) => b.item) });
  }
  return out;
}

/** Values with their keys, in the order of the keys. */
function keyed(side: Side, items: readonly Item[] = []): { key: string; item: Item }[] {
  return items.map((item) => ({ key: itemKey(side, item), item })).sort((a, b) => compare(a.key, b.key));
}

/** Whether everything that is said of them is the same to the place of every passage. */
export function identical(sides: Both, was: string, is: string): boolean {
  const all = (side: Side, iri: string): string => JSON.stringify([...said(side, iri)].map(([p, items]) => [p, items.map((i) => itemKey(side, i, true)).sort()]).sort());
  return was === is && all(sides.old, was) === all(sides.now, is);
}

/** Takes away, from what only one graph says, pairs that say the same; returns how many. */
export function cancel<T>(removed: T[], added: T[], key: (side: 'old' | 'now', x: T) => string): number {
  const there = new Map<string, T[]>();
  for (const x of removed) {
    const k = key('old', x);
    const list = there.get(k) ?? [];
    there.set(k, list);
    list.push(x);
  }
  const gone = new Set<T>(), kept: T[] = [];
  for (const x of added) {
    const other = there.get(key('now', x))?.shift();
    if (other === undefined) kept.push(x);
    else gone.add(other);
  }
  const pairs = gone.size;
  if (pairs > 0) {
    added.splice(0, added.length, ...kept);
    removed.splice(0, removed.length, ...removed.filter((x) => !gone.has(x)));
  }
  return pairs;
}
