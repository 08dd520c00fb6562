import { components, placePart, type Box, type Placed } from '../../render/layout.js';

export interface Arranged {
  /** Middle of every box. */
  readonly at: ReadonlyMap<string, Placed>;
  readonly width: number;
  readonly height: number;
}

/** Distance of boxes of different parts. */
const AIR = 16;
/** Up to this many boxes several layouts are tried, and the one that fits best is taken. */
const TRIES = 90;
/** Places that are tried along each axis. */
const CANDIDATES = 160;

/**
 * Places boxes in about the shape of a window: what is linked stands together, nothing lies over another, smaller parts fill the
 * room that the larger ones leave. The same boxes, links and window always give the same places.
 */
export function arrange(boxes: readonly Box[], links: readonly (readonly [string, string])[], window: { readonly width: number; readonly height: number }): Arranged {
  const parts = components(boxes, links).sort((a, b) => b.boxes.length - a.boxes.length || area(b.boxes) - area(a.boxes) || (first(a.boxes) < first(b.boxes) ? -1 : 1));
  const shape = window.width / Math.max(1, window.height);
  const tries = boxes.length > TRIES ? [1] : [1, 0.8, 1.25, 0.65, 1.5];
  const salts = boxes.length > TRIES ? [''] : ['', 'a', 'b', 'c', 'd', 'e'];
  let best: Arranged | undefined;
  for (const salt of salts) for (const stretch of tries) {
    const found = together(parts, shape, stretch * shape, salt);
    if (!best || fit(found, window) > fit(best, window)) best = found;
    if (fit(best, window) >= 1) return best;
  }
  return best ?? { at: new Map(), width: 0, height: 0 };
}

const area = (boxes: readonly Box[]): number => boxes.reduce((sum, b) => sum + b.width * b.height, 0);
const first = (boxes: readonly Box[]): string => boxes[0]?.key ?? '';
const fit = (a: Arranged, window: { readonly width: number; readonly height: number }): number => Math.min(window.width / Math.max(1, a.width), window.height / Math.max(1, a.height));

function together(parts: ReturnType<typeof components>, shape: number, stretch: number, salt: string): Arranged {
  const at = new Map<string, Placed>();
  let width = 0, height = 0;
  for (const part of parts) {
    const placed = placePart(part, stretch, salt);
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
