import type { Status } from '../../model/types.js';
import type { Arranged } from '../model/arrange.js';
import type { Line, Row } from '../model/picture.js';
import { svg } from './dom.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distance of lines that run side by side. */
const BESIDE = 5;

/** Lines between cards, one for each status that the facts on them have: planned ones dashed, negated ones struck, possible ones dotted. */
export function drawLines(lines: readonly Line[], arranged: Arranged, statusOf: (row: Row) => Status): SVGElement {
  const parts: SVGElement[] = [];
  for (const line of lines) {
    const from = arranged.at.get(line.from), to = arranged.at.get(line.to), label = arranged.at.get(line.key);
    if (!from || !to) continue;
    if (line.rows.length === 0) {
      parts.push(path([edge(from, to), edge(to, from)], 'plain', []));
      continue;
    }
    const kinds = [...new Set(line.rows.map(statusOf))];
    kinds.forEach((status, i) => {
      const rows = line.rows.filter((row) => statusOf(row) === status);
      const off = (i - (kinds.length - 1) / 2) * BESIDE;
      const middle = label ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const points = beside([edge(from, middle), middle, edge(to, middle)], off);
      const links = rows.flatMap((row) => row.links);
      parts.push(path(points, status, links));
      if (rows.some((row) => row.way !== 'back')) parts.push(arrow(points[2] as Point, points[1] as Point, links));
      if (rows.some((row) => row.way !== 'there')) parts.push(arrow(points[0] as Point, points[1] as Point, links));
      if (status === 'negated') parts.push(strike(points[0] as Point, points[1] as Point, label), strike(points[2] as Point, points[1] as Point, label));
    });
  }
  return svg('svg', { class: 'lines', width: Math.ceil(arranged.width), height: Math.ceil(arranged.height), 'aria-hidden': 'true', focusable: 'false' }, ...parts);
}

const at = (p: Point): string => `${Math.round(p.x * 10) / 10} ${Math.round(p.y * 10) / 10}`;
const path = (points: readonly Point[], status: string, links: readonly number[]): SVGElement => svg('path', { class: `line ${status}`, d: `M${points.map(at).join('L')}`, 'data-links': links.join(' ') });

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

function arrow(tip: Point, from: Point, links: readonly number[]): SVGElement {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1, ux = (tip.x - from.x) / length, uy = (tip.y - from.y) / length;
  const base = { x: tip.x - ux * 9, y: tip.y - uy * 9 };
  return svg('path', { class: 'head', d: `M${at(tip)}L${at({ x: base.x - uy * 4, y: base.y + ux * 4 })}L${at({ x: base.x + uy * 4, y: base.y - ux * 4 })}Z`, 'data-links': links.join(' ') });
}

/** A stroke across the line, half way to the label. */
function strike(end: Point, middle: Point, label: { readonly width: number } | undefined): SVGElement {
  const length = Math.hypot(middle.x - end.x, middle.y - end.y) || 1, ux = (middle.x - end.x) / length, uy = (middle.y - end.y) / length;
  const way = Math.max(8, (length - (label?.width ?? 0) / 2) / 2);
  const p = { x: end.x + ux * way, y: end.y + uy * way };
  return svg('path', { class: 'strike', d: `M${at({ x: p.x - uy * 6 - ux * 3, y: p.y + ux * 6 - uy * 3 })}L${at({ x: p.x + uy * 6 + ux * 3, y: p.y - ux * 6 + uy * 3 })}` });
}
