import type { Placed } from './layout.js';
import { dice } from './dice.js';

/** What stays free between boxes, and between linked ones, where the line is to be seen; in pixels. */
const AIR = 9, LINKED = 24;
/** Prices, in pixels of line: a pixel by which two boxes overlap, a pixel of a line under a box, a crossing of two lines. */
const OVERLAP = 20, UNDER = 4, CROSSING = 30;
/** Moves for each box, and all together; how far a move goes and how much worse it may be, at the beginning and at the end. */
const MOVES = 3000, MOST = 120_000, FAR = 260, NEAR = 6, HOT = 120, COLD = 0.4;
/** Of the moves, those in which two boxes change places. */
const SWAPS = 0.1;

/** Middles, half widths and half heights of boxes; ends of lines. Flat, because they are looked at some hundred million times. */
interface Field {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly w: Float64Array;
  readonly h: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What is to be free between two boxes, by number of the one × count + number of the other. */
  readonly air: Uint8Array;
}

/**
 * Moves boxes about inside a window until little overlaps, few lines cross or run under boxes, and lines are short: simulated
 * annealing (Davidson and Harel 1996) from where the boxes are, with dice that always fall the same for one seed. Changes the places;
 * returns what they cost.
 */
export function settle(boxes: readonly Placed[], links: readonly (readonly [string, string])[], width: number, height: number, seed: number): number {
  const f = fieldOf(boxes, links), { count, x, y, w, h } = f;
  const roll = dice(seed);
  const put = (i: number, px: number, py: number): void => {
    const bw = w[i] as number, bh = h[i] as number;
    x[i] = Math.min(Math.max(px, bw), Math.max(bw, width - bw));
    y[i] = Math.min(Math.max(py, bh), Math.max(bh, height - bh));
  };
  for (let i = 0; i < count; i++) put(i, x[i] as number, y[i] as number);
  const moves = Math.min(MOST, MOVES * count);
  for (let m = 0; m < moves; m++) {
    const left = 1 - m / moves, reach = NEAR + (FAR - NEAR) * left * left, heat = COLD + (HOT - COLD) * left * left * left;
    const i = Math.floor(roll() * count), j = roll() < SWAPS ? Math.floor(roll() * count) : i;
    const ix = x[i] as number, iy = y[i] as number, jx = x[j] as number, jy = y[j] as number;
    const before = price(f, i) + (j === i ? 0 : price(f, j));
    if (j === i) put(i, ix + (roll() * 2 - 1) * reach, iy + (roll() * 2 - 1) * reach);
    else {
      put(i, jx, jy);
      put(j, ix, iy);
    }
    const worse = price(f, i) + (j === i ? 0 : price(f, j)) - before;
    // instead of the exponential of the textbook, which is not the same on every machine
    if (worse <= 0 || worse < heat * roll()) continue;
    x[j] = jx;
    y[j] = jy;
    x[i] = ix;
    y[i] = iy;
  }
  boxes.forEach((b, i) => {
    b.x = x[i] as number;
    b.y = y[i] as number;
  });
  let all = 0;
  for (let i = 0; i < count; i++) all += price(f, i);
  return all;
}

function fieldOf(boxes: readonly Placed[], links: readonly (readonly [string, string])[]): Field {
  const number = new Map(boxes.map((b, i) => [b.key, i])), count = boxes.length;
  const ends = links.flatMap(([a, b]): [number, number][] => (number.has(a) && number.has(b) ? [[number.get(a) as number, number.get(b) as number]] : []));
  const air = new Uint8Array(count * count).fill(AIR);
  for (const [a, b] of ends) air[a * count + b] = air[b * count + a] = LINKED;
  return {
    count, air, x: Float64Array.from(boxes, (b) => b.x), y: Float64Array.from(boxes, (b) => b.y), w: Float64Array.from(boxes, (b) => b.width / 2), h: Float64Array.from(boxes, (b) => b.height / 2),
    from: Int32Array.from(ends, (e) => e[0]), to: Int32Array.from(ends, (e) => e[1]),
  };
}

/** What a box costs where it is: what it overlaps, the length, crossings and hidden pieces of its lines, and the lines of others that it hides. */
function price(f: Field, i: number): number {
  const { count, x, y, w, h, from, to, air } = f;
  const ix = x[i] as number, iy = y[i] as number, iw = w[i] as number, ih = h[i] as number;
  let sum = 0;
  for (let j = 0; j < count; j++) {
    const free = air[i * count + j] as number;
    const ox = iw + (w[j] as number) + free - Math.abs(ix - (x[j] as number)), oy = ih + (h[j] as number) + free - Math.abs(iy - (y[j] as number));
    if (ox > 0 && oy > 0 && j !== i) sum += OVERLAP * (ox < oy ? ox : oy);
  }
  for (let l = 0; l < from.length; l++) {
    const a = from[l] as number, b = to[l] as number;
    if (a !== i && b !== i) {
      sum += UNDER * hidden(f, a, b, i);
      continue;
    }
    const dx = (x[a] as number) - (x[b] as number), dy = (y[a] as number) - (y[b] as number);
    sum += Math.sqrt(dx * dx + dy * dy);
    for (let j = 0; j < count; j++) if (j !== a && j !== b) sum += UNDER * hidden(f, a, b, j);
    for (let o = 0; o < from.length; o++) {
      const c = from[o] as number, d = to[o] as number;
      if (c !== a && c !== b && d !== a && d !== b && cross(f, a, b, c, d)) sum += CROSSING;
    }
  }
  return sum;
}

/** How much of the line from a to b lies under a box (clipping after Liang and Barsky). */
function hidden(f: Field, a: number, b: number, box: number): number {
  const ax = f.x[a] as number, ay = f.y[a] as number, bx = f.x[b] as number, by = f.y[b] as number;
  const w = (f.w[box] as number) + 3, h = (f.h[box] as number) + 3, left = (f.x[box] as number) - w, right = left + 2 * w, top = (f.y[box] as number) - h, bottom = top + 2 * h;
  // most lines are nowhere near
  if ((ax < left && bx < left) || (ax > right && bx > right) || (ay < top && by < top) || (ay > bottom && by > bottom)) return 0;
  const dx = bx - ax, dy = by - ay;
  let enter = 0, leave = 1;
  if (dx !== 0) {
    const s = (left - ax) / dx, t = (right - ax) / dx;
    enter = Math.max(enter, s < t ? s : t);
    leave = Math.min(leave, s < t ? t : s);
  }
  if (dy !== 0) {
    const s = (top - ay) / dy, t = (bottom - ay) / dy;
    enter = Math.max(enter, s < t ? s : t);
    leave = Math.min(leave, s < t ? t : s);
  }
  return enter >= leave ? 0 : (leave - enter) * Math.sqrt(dx * dx + dy * dy);
}

/** On which side of the line from a to b a third box is. */
const side = (f: Field, a: number, b: number, c: number): boolean => {
  const ax = f.x[a] as number, ay = f.y[a] as number;
  return ((f.x[b] as number) - ax) * ((f.y[c] as number) - ay) - ((f.y[b] as number) - ay) * ((f.x[c] as number) - ax) > 0;
};
const cross = (f: Field, a: number, b: number, c: number, d: number): boolean => side(f, a, b, c) !== side(f, a, b, d) && side(f, c, d, a) !== side(f, c, d, b);
