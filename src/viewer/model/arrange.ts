import { components, placePart, type Box, type Placed } from './layout.js';
import { separate } from './separate.js';
import { settle } from './settle.js';

export interface Arranged {
  /** Middle of every box. */
  readonly at: ReadonlyMap<string, Placed>;
  readonly width: number;
  readonly height: number;
}

interface Window {
  readonly width: number;
  readonly height: number;
}

/** Distance of boxes of different parts, and what stays free between boxes that were pushed together. */
const AIR = 16, MARGIN = 8;
/** Up to this many boxes are settled one by one. */
const FEW = 90;
/** What more cards have around them for the labels between. */
const ROOM = { width: 70, height: 64 };
/** Rounds in which lines push more cards aside. */
const PATIENCE = 40;
/** How often, and to what, a picture grows in which boxes find no room; rounds of setting apart between. */
const WIDER = 12, GROW = 1.12, ENOUGH = 150;
/** How much of a window boxes may fill; where they would fill more the picture is larger than its window. */
const FULL = 0.6;
/** How often boxes are settled: so often in any case, and at most so often until they fit into their window. */
const ENOUGH_SEEDS = 3, SEEDS = 8;
/** Places that are tried along each axis. */
const CANDIDATES = 160;

/** The words on a line between two cards. */
export interface Label extends Box {
  readonly from: string;
  readonly to: string;
}

/**
 * Places cards and the labels of their lines in about the shape of a window, inside it where they have room there: what is linked stands
 * together, nothing lies over another. `plain`: lines without a label. The same boxes and window always give the same places.
 */
export function arrange(cards: readonly Box[], labels: readonly Label[], plain: readonly (readonly [string, string])[], window: Window): Arranged {
  const boxes = [...cards, ...labels];
  if (boxes.length === 0) return { at: new Map(), width: 0, height: 0 };
  const shape = window.width / Math.max(1, window.height);
  if (boxes.length > FEW) return many(cards, labels, plain, shape);
  const links = [...labels.flatMap((l): [string, string][] => [[l.from, l.key], [l.key, l.to]]), ...plain];
  const start = together(parts(boxes, links), shape);
  const grow = Math.max(1, Math.sqrt(area(boxes) / (FULL * window.width * window.height)));
  const width = Math.max(...boxes.map((b) => b.width), window.width * grow), height = (window.width * window.height * grow * grow) / width;
  const fit = Math.min(1, width / start.width, height / start.height);
  let best: Arranged | undefined, least = Infinity;
  for (let seed = 1; seed <= SEEDS && !(seed > ENOUGH_SEEDS && least < Infinity); seed++) {
    const placed = [...start.at.values()].map((b) => ({ ...b, x: b.x * fit, y: b.y * fit }));
    const price = settle(placed, links, Math.min(width - MARGIN, start.width * 1.1), Math.min(height - MARGIN, start.height * 1.1), seed);
    separate(placed, [], undefined, MARGIN);
    const found = framed(placed), fits = beyond(found, width, height) <= 1;
    // the cheapest of those that fit; as long as none does, the smallest
    if (fits ? price < least : least === Infinity && (!best || beyond(found, width, height) < beyond(best, width, height))) best = found;
    if (fits) least = Math.min(least, price);
  }
  return best as Arranged;
}

/** How many times larger than a window a picture is. */
const beyond = (a: Arranged, width: number, height: number): number => Math.max(a.width / width, a.height / height);

/** Cards first, with room between them for words; then every label to the middle of its line, as near as there is room. */
function many(cards: readonly Box[], labels: readonly Label[], plain: readonly (readonly [string, string])[], shape: number): Arranged {
  const roomy = cards.map((c) => ({ ...c, width: c.width + ROOM.width, height: c.height + ROOM.height }));
  const { at } = together(parts(roomy, [...labels.map((l): [string, string] => [l.from, l.to]), ...plain]), shape, PATIENCE);
  const placed = new Map(cards.map((c): [string, Placed] => [c.key, { ...c, x: at.get(c.key)?.x ?? 0, y: at.get(c.key)?.y ?? 0 }]));
  const middles = labels.map((l): Placed => {
    const from = placed.get(l.from), to = placed.get(l.to);
    return { key: l.key, width: l.width, height: l.height, x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 };
  });
  const all = [...placed.values(), ...middles];
  // where setting apart comes to no end the whole needs more room
  for (let i = 0; i < WIDER && !setApart(all); i++) for (const b of all) {
    b.x *= GROW;
    b.y *= GROW;
  }
  return framed(all);
}

/** Sets boxes apart; whether none lies over another now. */
function setApart(boxes: readonly Placed[]): boolean {
  separate(boxes, [], ENOUGH, MARGIN);
  return boxes.every((a, i) => boxes.every((b, j) => j <= i || Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2));
}

const parts = (boxes: readonly Box[], links: readonly (readonly [string, string])[]): ReturnType<typeof components> =>
  components(boxes, links).sort((a, b) => b.boxes.length - a.boxes.length || area(b.boxes) - area(a.boxes) || (first(a.boxes) < first(b.boxes) ? -1 : 1));
const area = (boxes: readonly Box[]): number => boxes.reduce((sum, b) => sum + b.width * b.height, 0);
const first = (boxes: readonly Box[]): string => boxes[0]?.key ?? '';

function framed(boxes: readonly Placed[]): Arranged {
  const left = Math.min(...boxes.map((b) => b.x - b.width / 2)), top = Math.min(...boxes.map((b) => b.y - b.height / 2));
  const moved = boxes.map((b) => ({ ...b, x: b.x - left, y: b.y - top }));
  return { at: new Map(moved.map((b) => [b.key, b])), width: Math.max(...moved.map((b) => b.x + b.width / 2)), height: Math.max(...moved.map((b) => b.y + b.height / 2)) };
}

/** Every part by itself, smaller ones in the room that larger ones leave. */
function together(all: ReturnType<typeof components>, shape: number, patience?: number): Arranged {
  const at = new Map<string, Placed>();
  let width = 0, height = 0;
  for (const part of all) {
    const placed = placePart(part, shape, patience);
    const where = room([...at.values()], placed, width, height, shape);
    for (const [key, b] of placed.boxes) at.set(key, { ...b, x: b.x + where.x, y: b.y + where.y });
    width = Math.max(width, where.x + placed.width);
    height = Math.max(height, where.y + placed.height);
  }
  return { at, width, height };
}

/** The place of a part that makes the whole grow least, measured in the shape of the window. */
function room(taken: readonly Placed[], part: { readonly width: number; readonly height: number; readonly boxes: ReadonlyMap<string, Placed> }, width: number, height: number, shape: number): { x: number; y: number } {
  if (taken.length === 0) return { x: 0, y: 0 };
  const own = [...part.boxes.values()];
  const xs = candidates(taken, (b) => b.x + b.width / 2 + AIR, (b) => b.x - b.width / 2 - AIR - part.width), ys = candidates(taken, (b) => b.y + b.height / 2 + AIR, (b) => b.y - b.height / 2 - AIR - part.height);
  let best = { x: 0, y: height + AIR, cost: Infinity };
  for (const x of xs) for (const y of ys) {
    const w = Math.max(width, x + part.width), h = Math.max(height, y + part.height);
    const cost = Math.max(w / shape, h) + (w / shape + h) / 1000;
    if (cost >= best.cost) continue;
    if (own.every((b) => taken.every((t) => Math.abs(b.x + x - t.x) >= (b.width + t.width) / 2 + AIR - 0.5 || Math.abs(b.y + y - t.y) >= (b.height + t.height) / 2 + AIR - 0.5))) best = { x, y, cost };
  }
  return best;
}

function candidates(taken: readonly Placed[], after: (b: Placed) => number, before: (b: Placed) => number): number[] {
  const all = [...new Set([0, ...taken.flatMap((b) => [Math.round(after(b)), Math.round(before(b))])])].filter((n) => n >= 0).sort((a, b) => a - b);
  // of very many a part of them will do
  const every = Math.ceil(all.length / CANDIDATES);
  return all.filter((_, i) => i % every === 0);
}
