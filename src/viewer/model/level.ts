import type { Found } from './filter.js';
import type { Reading } from './reading.js';
import type { PageLink, PageMap } from './types.js';

/** A map arranged for drawing at any scale. */
export interface MapIndex {
  readonly reading: Reading;
  readonly places: PageMap;
  /** The entities that are shown, the best connected first. */
  readonly order: Int32Array;
  /** Squares of the map → what lies in them, the best connected first. */
  readonly cells: ReadonlyMap<number, readonly number[]>;
  /** Links between two entities that are shown. */
  readonly links: readonly number[];
  readonly linksOf: ReadonlyMap<number, readonly number[]>;
  /** The heaviest connections between communities: from, to, number of facts. */
  readonly roads: readonly (readonly [from: number, to: number, count: number])[];
  /** Entities shown in each community. */
  readonly members: readonly number[];
}

export const CELL = 160;
/** Connections of communities that are drawn. */
const ROADS = 250;
const WIDE = 65536;
export const cellOf = (x: number, y: number): number => Math.floor(x / CELL) * WIDE + Math.floor(y / CELL);

export function indexMap(r: Reading, found: Found, places: PageMap): MapIndex {
  const shown = new Set([...found.entities, ...found.alone]);
  const order = Int32Array.from(r.byDegree.filter((n) => shown.has(n)));
  const cells = new Map<number, number[]>(), linksOf = new Map<number, number[]>(), roads = new Map<string, [number, number, number]>();
  const members = places.communities.map(() => 0);
  for (const n of order) {
    push(cells, cellOf(places.at[n * 2] as number, places.at[n * 2 + 1] as number), n);
    members[places.of[n] as number] = (members[places.of[n] as number] as number) + 1;
  }
  const links = found.links.filter((i) => (r.data.links[i] as PageLink).from >= 0 && (r.data.links[i] as PageLink).to >= 0);
  for (const i of links) {
    const l = r.data.links[i] as PageLink;
    push(linksOf, l.from, i);
    if (l.to !== l.from) push(linksOf, l.to, i);
    const a = places.of[l.from] as number, b = places.of[l.to] as number;
    if (a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`, road = roads.get(key);
    if (road) road[2]++;
    else roads.set(key, [Math.min(a, b), Math.max(a, b), 1]);
  }
  return { reading: r, places, order, cells, links, linksOf, members, roads: [...roads.values()].sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]).slice(0, ROADS) };
}

function push<K>(lists: Map<K, number[]>, key: K, n: number): void {
  const own = lists.get(key);
  if (own) own.push(n);
  else lists.set(key, [n]);
}

/** What lies in a window of the map, at most so many, the best connected of each square first. */
export function inWindow(index: MapIndex, left: number, top: number, right: number, bottom: number, most: number): number[] {
  const columns = Math.floor(right / CELL) - Math.floor(left / CELL) + 1, rows = Math.floor(bottom / CELL) - Math.floor(top / CELL) + 1;
  const inside = (n: number): boolean => {
    const x = index.places.at[n * 2] as number, y = index.places.at[n * 2 + 1] as number;
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  const found: number[] = [];
  if (columns * rows > index.cells.size || columns * rows > 4000) {
    for (const n of index.order) {
      if (inside(n)) found.push(n);
      if (found.length >= most) break;
    }
    return found;
  }
  const cells: (readonly number[])[] = [];
  for (let c = 0; c < columns; c++) for (let r = 0; r < rows; r++) {
    const cell = index.cells.get((Math.floor(left / CELL) + c) * WIDE + Math.floor(top / CELL) + r);
    if (cell) cells.push(cell);
  }
  for (let i = 0, some = true; some && found.length < most; i++) {
    some = false;
    for (const cell of cells) {
      const n = cell[i];
      if (n === undefined) continue;
      some = true;
      if (inside(n)) found.push(n);
    }
  }
  return found.slice(0, most);
}

/** The thing nearest to a point of the map, if it is near enough. */
export function nearest(index: MapIndex, x: number, y: number, near: number): number | undefined {
  let best: number | undefined, least = near * near;
  for (const n of inWindow(index, x - near, y - near, x + near, y + near, 500)) {
    const d = ((index.places.at[n * 2] as number) - x) ** 2 + ((index.places.at[n * 2 + 1] as number) - y) ** 2;
    if (d < least) [best, least] = [n, d];
  }
  return best;
}
