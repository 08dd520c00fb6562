import { UndirectedGraph } from 'graphology';
import layouts from 'graphology-layout-forceatlas2';
import { separate } from './separate.js';

export interface Box {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

/** A box that has its place: `x` and `y` are its middle. */
export interface Placed extends Box {
  x: number;
  y: number;
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly width: number;
  readonly height: number;
}

/** The package is CommonJS: its function is the module itself, which its types call `default`. */
const forceAtlas2 = layouts as unknown as typeof layouts.default;
const ROUNDS = 500;
/** Pictures are wider than high. */
const STRETCH = 1.2;
const GAP = 48;
/** Of a link, what shows between its boxes. */
const AIR = 22;

/**
 * Gives every box a place: connected boxes near each other, none over another, no link under a box that is not its end. The same
 * boxes and links always give the same places: the start is a hash of the keys, and everything goes in the order of the keys.
 */
export function layout(boxes: readonly Box[], links: readonly (readonly [string, string])[]): Layout {
  const parts = components(boxes, links).map((c) => placePart(c));
  parts.sort((a, b) => b.width * b.height - a.width * a.height || (a.first < b.first ? -1 : 1));
  return pack(parts);
}

interface Part extends Layout {
  readonly first: string;
}

/** Boxes that links connect. */
export interface Component {
  readonly boxes: readonly Box[];
  readonly links: readonly (readonly [string, string])[];
}

/** The connected parts, in the order of their first boxes. */
export function components(boxes: readonly Box[], links: readonly (readonly [string, string])[]): Component[] {
  const near = new Map<string, string[]>(boxes.map((b) => [b.key, []]));
  for (const [a, b] of links) {
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const of = new Map<string, number>();
  let count = 0;
  for (const b of boxes) {
    if (of.has(b.key)) continue;
    // a set that grows while it is walked
    const all = new Set([b.key]);
    for (const k of all) {
      of.set(k, count);
      for (const next of near.get(k) ?? []) all.add(next);
    }
    count++;
  }
  return Array.from({ length: count }, (_, i) => ({ boxes: boxes.filter((b) => of.get(b.key) === i), links: links.filter(([a]) => of.get(a) === i) }));
}

/** Places the boxes of one part. `stretch`: how many times wider than high it is to be; `patience`: rounds in which links push boxes aside. */
export function placePart({ boxes, links }: Component, stretch = STRETCH, patience?: number): Part {
  const graph = new UndirectedGraph();
  for (const b of boxes) graph.addNode(b.key, { x: start(b.key, 'x'), y: start(b.key, 'y') });
  for (const [a, b] of links) if (!graph.hasEdge(a, b)) graph.addEdgeWithKey(`${a} ${b}`, a, b);
  const found = forceAtlas2(graph, { iterations: ROUNDS, settings: { gravity: 2, scalingRatio: 4, slowDown: 4, barnesHutOptimize: graph.order > 1000 } });
  const scale = scaleOf(found, boxes, links);
  const turn = lying(Object.values(found));
  const placed = boxes.map((b): Placed => {
    const p = turn(found[b.key] ?? { x: 0, y: 0 });
    return { ...b, x: p.x * scale * stretch, y: p.y * scale };
  });
  separate(placed, links, patience);
  return framed(placed);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Turns points so that they lie: along their longest extent from left to right (the first principal axis). */
function lying(points: readonly Point[]): (p: Point) => Point {
  const mean = (of: (p: Point) => number): number => points.reduce((sum, p) => sum + of(p), 0) / points.length;
  const mx = mean((p) => p.x), my = mean((p) => p.y);
  const xx = mean((p) => (p.x - mx) ** 2), yy = mean((p) => (p.y - my) ** 2), xy = mean((p) => (p.x - mx) * (p.y - my));
  const most = (xx + yy + Math.sqrt((xx - yy) ** 2 + 4 * xy * xy)) / 2;
  let ax = xy, ay = most - xx;
  if (Math.abs(ax) + Math.abs(ay) < 1e-9) [ax, ay] = xx >= yy ? [1, 0] : [0, 1];
  const length = Math.sqrt(ax * ax + ay * ay) * (ax < 0 ? -1 : 1);
  const c = ax / length, s = ay / length;
  return (p) => ({ x: (p.x - mx) * c + (p.y - my) * s, y: (p.y - my) * c - (p.x - mx) * s });
}

/** The scale at which a link is about as long as the boxes at its ends need. */
function scaleOf(at: Readonly<Record<string, { x: number; y: number }>>, boxes: readonly Box[], links: readonly (readonly [string, string])[]): number {
  const size = new Map(boxes.map((b) => [b.key, (b.width + b.height) / 4]));
  let length = 0, wanted = 0;
  for (const [a, b] of links) {
    const p = at[a], q = at[b];
    if (!p || !q) continue;
    length += Math.sqrt((p.x - q.x) ** 2 + (p.y - q.y) ** 2);
    wanted += (size.get(a) ?? 0) + (size.get(b) ?? 0) + AIR;
  }
  return length > 0 ? wanted / length : 1;
}

/** Moves a part so that its corner is the origin, at whole numbers. */
function framed(placed: readonly Placed[]): Part {
  const left = Math.min(...placed.map((b) => b.x - b.width / 2)), top = Math.min(...placed.map((b) => b.y - b.height / 2));
  const boxes = new Map(placed.map((b) => [b.key, { ...b, x: Math.round(b.x - left), y: Math.round(b.y - top) }]));
  const all = [...boxes.values()];
  return {
    boxes, first: placed[0]?.key ?? '',
    width: Math.ceil(Math.max(...all.map((b) => b.x + b.width / 2))), height: Math.ceil(Math.max(...all.map((b) => b.y + b.height / 2))),
  };
}

/** Puts parts in rows, left to right, none wider than the widest part or a picture of their whole area. */
function pack(parts: readonly Part[]): Layout {
  const area = parts.reduce((sum, p) => sum + (p.width + GAP) * (p.height + GAP), 0);
  const limit = Math.max(Math.sqrt(area * STRETCH), ...parts.map((p) => p.width));
  const boxes = new Map<string, Placed>();
  let x = 0, y = 0, row = 0, width = 0;
  for (const p of parts) {
    if (x > 0 && x + p.width > limit) {
      y += row + GAP;
      x = row = 0;
    }
    for (const [key, b] of p.boxes) boxes.set(key, { ...b, x: b.x + x, y: b.y + y });
    width = Math.max(width, x + p.width);
    x += p.width + GAP;
    row = Math.max(row, p.height);
  }
  return { boxes, width, height: y + row };
}

/** A number from -100 to 100 that depends on the key alone (FNV-1a). */
function start(key: string, axis: string): number {
  let hash = 0x811c9dc5;
  for (const c of axis + key) hash = Math.imul(hash ^ (c.codePointAt(0) as number), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash % 20001) / 100 - 100;
}
