import type { Placed } from '../../render/layout.js';
import { dice } from './dice.js';

/** What stays free between boxes, and between linked ones, where the line is to be seen; in pixels. */
const AIR = 9, LINKED = 24;
/** Prices, in pixels of line: a pixel by which two boxes overlap, a pixel of a line under a box, a crossing of two lines. */
const OVERLAP = 20, UNDER = 1.5, CROSSING = 25;
/** Moves for each box, and all together; how far a move goes and how much worse it may be, at the beginning and at the end. */
const MOVES = 2200, MOST = 90_000, FAR = 260, NEAR = 6, HOT = 120, COLD = 0.4;
/** Of the moves, those in which two boxes change places. */
const SWAPS = 0.1;

interface Line {
  readonly a: number;
  readonly b: number;
}

/**
 * Moves boxes about inside a window until little overlaps, few lines cross or run under boxes, and lines are short: simulated
 * annealing (Davidson and Harel 1996) from where the boxes are, with dice that always fall the same for one seed. Changes the places.
 */
export function settle(boxes: Placed[], links: readonly (readonly [string, string])[], width: number, height: number, seed: number): void {
  const number = new Map(boxes.map((b, i) => [b.key, i]));
  const lines = links.flatMap(([a, b]): Line[] => (number.has(a) && number.has(b) ? [{ a: number.get(a) as number, b: number.get(b) as number }] : []));
  const of = boxes.map((_, i) => lines.filter((l) => l.a === i || l.b === i));
  const others = boxes.map((_, i) => lines.filter((l) => l.a !== i && l.b !== i));
  const air = new Uint8Array(boxes.length * boxes.length).fill(AIR);
  for (const { a, b } of lines) air[a * boxes.length + b] = air[b * boxes.length + a] = LINKED;
  const roll = dice(seed);
  const inside = (b: Placed, x: number, y: number): void => {
    b.x = Math.min(Math.max(x, b.width / 2), Math.max(b.width / 2, width - b.width / 2));
    b.y = Math.min(Math.max(y, b.height / 2), Math.max(b.height / 2, height - b.height / 2));
  };
  for (const b of boxes) inside(b, b.x, b.y);
  const cost = (i: number): number => priceOf(boxes, i, air, of[i] as Line[], others[i] as Line[]);
  const moves = Math.min(MOST, MOVES * boxes.length);
  for (let m = 0; m < moves; m++) {
    const left = 1 - m / moves, reach = NEAR + (FAR - NEAR) * left * left, heat = COLD + (HOT - COLD) * left * left * left;
    const i = Math.floor(roll() * boxes.length), j = roll() < SWAPS ? Math.floor(roll() * boxes.length) : i;
    const b = boxes[i] as Placed, c = boxes[j] as Placed;
    const bx = b.x, by = b.y, cx = c.x, cy = c.y;
    const before = cost(i) + (j === i ? 0 : cost(j));
    if (j === i) inside(b, bx + (roll() * 2 - 1) * reach, by + (roll() * 2 - 1) * reach);
    else {
      inside(b, cx, cy);
      inside(c, bx, by);
    }
    const worse = cost(i) + (j === i ? 0 : cost(j)) - before;
    // instead of the exponential of the textbook, which is not the same on every machine
    if (worse <= 0 || worse < heat * roll()) continue;
    b.x = bx;
    b.y = by;
    c.x = j === i ? b.x : cx;
    c.y = j === i ? b.y : cy;
  }
}

/** What a box costs where it is: what it overlaps, the length, crossings and hidden pieces of its lines, and the lines of others that it hides. */
function priceOf(boxes: readonly Placed[], i: number, air: Uint8Array, own: readonly Line[], others: readonly Line[]): number {
  const b = boxes[i] as Placed;
  let price = 0;
  for (let j = 0; j < boxes.length; j++) {
    if (j === i) continue;
    const o = boxes[j] as Placed;
    const free = air[i * boxes.length + j] as number;
    const x = (b.width + o.width) / 2 + free - Math.abs(b.x - o.x), y = (b.height + o.height) / 2 + free - Math.abs(b.y - o.y);
    if (x > 0 && y > 0) price += OVERLAP * (x < y ? x : y);
  }
  for (const l of others) price += UNDER * hidden(boxes[l.a] as Placed, boxes[l.b] as Placed, b);
  for (const l of own) {
    const p = boxes[l.a] as Placed, q = boxes[l.b] as Placed;
    price += Math.sqrt((p.x - q.x) ** 2 + (p.y - q.y) ** 2);
    for (let j = 0; j < boxes.length; j++) if (j !== l.a && j !== l.b) price += UNDER * hidden(p, q, boxes[j] as Placed);
    for (const o of others) if (o.a !== l.a && o.a !== l.b && o.b !== l.a && o.b !== l.b && cross(p, q, boxes[o.a] as Placed, boxes[o.b] as Placed)) price += CROSSING;
  }
  return price;
}

/** How much of the line from p to q lies under a box (clipping after Liang and Barsky). */
function hidden(p: Placed, q: Placed, box: Placed): number {
  const w = box.width / 2 + 3, h = box.height / 2 + 3, dx = q.x - p.x, dy = q.y - p.y;
  let from = 0, to = 1;
  if (dx !== 0) {
    const s = (box.x - w - p.x) / dx, t = (box.x + w - p.x) / dx;
    from = Math.max(from, s < t ? s : t);
    to = Math.min(to, s < t ? t : s);
  } else if (p.x < box.x - w || p.x > box.x + w) return 0;
  if (from >= to) return 0;
  if (dy !== 0) {
    const s = (box.y - h - p.y) / dy, t = (box.y + h - p.y) / dy;
    from = Math.max(from, s < t ? s : t);
    to = Math.min(to, s < t ? t : s);
  } else if (p.y < box.y - h || p.y > box.y + h) return 0;
  return from >= to ? 0 : (to - from) * Math.sqrt(dx * dx + dy * dy);
}

const turn = (a: Placed, b: Placed, c: Placed): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
const cross = (a: Placed, b: Placed, c: Placed, d: Placed): boolean => turn(a, b, c) > 0 !== turn(a, b, d) > 0 && turn(c, d, a) > 0 !== turn(c, d, b) > 0;
