import type { Box } from './graph.js';

/** Squares in which boxes are looked up. Pixels. */
const CELL = 24;

/** Which boxes are taken already. */
export interface Room {
  /** Takes a box if nothing taken lies under it; whether it could. */
  take(box: Box): boolean;
  /** Takes a box whatever lies there; it is none of those that `taken` tells. */
  hold(box: Box): void;
  /** Gives back a box that was taken. */
  free(box: Box): void;
  /** All that are taken, in the order in which they were. */
  taken(): Box[];
}

/** Room in a figure of some width and height: nothing is taken outside of it. */
export function createRoom(width: number, height: number): Room {
  const cells = new Map<number, Set<Box>>(), taken = new Set<Box>();
  const columns = Math.ceil(width / CELL) + 1;
  const around = function* around(b: Box): Generator<number> {
    for (let y = Math.floor(b.y / CELL); y <= Math.floor((b.y + b.height) / CELL); y++) for (let x = Math.floor(b.x / CELL); x <= Math.floor((b.x + b.width) / CELL); x++) yield y * columns + x;
  };
  const over = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const hold = (box: Box): void => {
    for (const c of around(box)) cells.set(c, (cells.get(c) ?? new Set()).add(box));
  };
  return {
    hold,
    taken: () => [...taken],
    take(box) {
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) return false;
      for (const c of around(box)) for (const b of cells.get(c) ?? []) if (over(b, box)) return false;
      hold(box);
      taken.add(box);
      return true;
    },
    free(box) {
      for (const c of around(box)) cells.get(c)?.delete(box);
      taken.delete(box);
    },
  };
}
