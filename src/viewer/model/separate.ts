import type { Placed } from './layout.js';

const MARGIN = 14;
const ROUNDS = 1200;
/** Above this many boxes links may pass under boxes: the test would take longer than the picture is worth. */
const FEW = 400;

/** Moves boxes, as little as it can, until none lies over another and no link runs under a box that is not its end; for at most so many rounds. `margin`: what stays free between boxes. */
export function separate(boxes: readonly Placed[], links: readonly (readonly [string, string])[], rounds = ROUNDS, margin = MARGIN): void {
  const byKey = new Map(boxes.map((b) => [b.key, b]));
  const lines = links.flatMap(([a, b]): (readonly [Placed, Placed])[] => {
    const from = byKey.get(a), to = byKey.get(b);
    return from && to ? [[from, to]] : [];
  });
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    if (boxes.length <= FEW) for (const [a, b] of lines) for (const box of boxes) if (box !== a && box !== b && offLine(box, a, b, margin)) moved++;
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) if (apart(boxes[i] as Placed, boxes[j] as Placed, margin)) moved++;
    if (moved === 0) return;
  }
  if (lines.length === 0) return;
  // the links have had their say: at the end no box lies over another
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) if (apart(boxes[i] as Placed, boxes[j] as Placed, margin)) moved++;
    if (moved === 0) return;
  }
}

/** Pushes two boxes apart along the way that is shorter, each by half. */
function apart(a: Placed, b: Placed, margin: number): boolean {
  const dx = b.x - a.x, dy = b.y - a.y;
  const x = (a.width + b.width) / 2 + margin - Math.abs(dx), y = (a.height + b.height) / 2 + margin - Math.abs(dy);
  if (x <= 0.01 || y <= 0.01) return false;
  if (x < y) {
    const push = ((dx < 0 ? -1 : 1) * x) / 2;
    a.x -= push;
    b.x += push;
  } else {
    const push = ((dy < 0 ? -1 : 1) * y) / 2;
    a.y -= push;
    b.y += push;
  }
  return true;
}

/** Moves a box off the line between the middles of two others, at a right angle to it. */
function offLine(box: Placed, a: Placed, b: Placed, margin: number): boolean {
  const dx = b.x - a.x, dy = b.y - a.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < 1) return false;
  const along = ((box.x - a.x) * dx + (box.y - a.y) * dy) / length;
  const reach = (Math.abs(dx) * box.width + Math.abs(dy) * box.height) / (2 * length);
  if (along + reach < 0 || along - reach > length) return false;
  const side = ((box.x - a.x) * -dy + (box.y - a.y) * dx) / length;
  const half = (Math.abs(dy) * box.width + Math.abs(dx) * box.height) / (2 * length) + margin / 2;
  const short = half - Math.abs(side);
  if (short <= 0.01) return false;
  const push = (side < 0 ? -1 : 1) * Math.min(short, 6);
  box.x += (-dy / length) * push;
  box.y += (dx / length) * push;
  return true;
}
