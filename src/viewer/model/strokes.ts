import type { Status } from '../../model/types.js';
import type { Arranged } from './arrange.js';
import type { Line, Row } from './picture.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One thing to draw of a line: the line itself, a head at an end, the stroke across a negated one. */
export interface Stroke {
  readonly kind: 'line' | 'head' | 'strike';
  readonly status: Status | 'plain';
  readonly points: readonly Point[];
  readonly links: readonly number[];
}

/** Distance of lines that run side by side. */
const BESIDE = 5;

/** Lines between cards, one for each status that the facts on them have, with heads where they point and strokes across what is negated. */
export function strokes(lines: readonly Line[], arranged: Arranged, statusOf: (row: Row) => Status): Stroke[] {
  const parts: Stroke[] = [];
  for (const line of lines) {
    const from = arranged.at.get(line.from), to = arranged.at.get(line.to), label = arranged.at.get(line.key);
    if (!from || !to) continue;
    if (line.rows.length === 0) {
      parts.push({ kind: 'line', status: 'plain', points: [edge(from, to), edge(to, from)], links: [] });
      continue;
    }
    const kinds = [...new Set(line.rows.map(statusOf))];
    kinds.forEach((status, i) => {
      const rows = line.rows.filter((row) => statusOf(row) === status);
      const off = (i - (kinds.length - 1) / 2) * BESIDE;
      const middle = label ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const points = beside([edge(from, middle), middle, edge(to, middle)], off), [first, bend, last] = points as [Point, Point, Point];
      const links = rows.flatMap((row) => row.links);
      const add = (kind: Stroke['kind'], own: readonly Point[]): void => void parts.push({ kind, status, points: own, links });
      add('line', points);
      if (rows.some((row) => row.way !== 'back')) add('head', head(last, bend));
      if (rows.some((row) => row.way !== 'there')) add('head', head(first, bend));
      if (status === 'negated') for (const end of [first, last]) add('strike', strike(end, bend, label));
    });
  }
  return parts;
}

/** Where the line from the middle of a box towards a point leaves the box. */
function edge(box: Point & { readonly width: number; readonly height: number }, towards: Point): Point {
  const dx = towards.x - box.x, dy = towards.y - box.y;
  const reach = Math.min(dx === 0 ? Infinity : (box.width / 2 + 3) / Math.abs(dx), dy === 0 ? Infinity : (box.height / 2 + 3) / Math.abs(dy), 1);
  return { x: box.x + dx * reach, y: box.y + dy * reach };
}

function beside(points: readonly Point[], off: number): Point[] {
  if (off === 0) return [...points];
  const a = points[0] as Point, b = points.at(-1) as Point, length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return points.map((p) => ({ x: p.x - ((b.y - a.y) / length) * off, y: p.y + ((b.x - a.x) / length) * off }));
}

function head(tip: Point, from: Point): Point[] {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1, ux = (tip.x - from.x) / length, uy = (tip.y - from.y) / length;
  const base = { x: tip.x - ux * 9, y: tip.y - uy * 9 };
  return [tip, { x: base.x - uy * 4, y: base.y + ux * 4 }, { x: base.x + uy * 4, y: base.y - ux * 4 }];
}

/** A stroke across the line, half way to the label. */
function strike(end: Point, middle: Point, label: { readonly width: number } | undefined): Point[] {
  const length = Math.hypot(middle.x - end.x, middle.y - end.y) || 1, ux = (middle.x - end.x) / length, uy = (middle.y - end.y) / length;
  const way = Math.max(8, (length - (label?.width ?? 0) / 2) / 2);
  const p = { x: end.x + ux * way, y: end.y + uy * way };
  return [{ x: p.x - uy * 6 - ux * 3, y: p.y + ux * 6 - uy * 3 }, { x: p.x + uy * 6 + ux * 3, y: p.y - ux * 6 + uy * 3 }];
}
