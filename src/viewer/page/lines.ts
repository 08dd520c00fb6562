import type { Status } from '../../model/types.js';
import type { Arranged } from '../model/arrange.js';
import type { Line, Row } from '../model/picture.js';
import { strokes, type Point, type Stroke } from '../model/strokes.js';
import { svg } from './dom.js';

/** Lines between cards, one for each status that the facts on them have: planned ones dashed, negated ones struck, possible ones dotted. */
export function drawLines(lines: readonly Line[], arranged: Arranged, statusOf: (row: Row) => Status): SVGElement {
  return svg('svg', { class: 'lines', width: Math.ceil(arranged.width), height: Math.ceil(arranged.height), 'aria-hidden': 'true', focusable: 'false' }, ...strokes(lines, arranged, statusOf).map(element));
}

function element({ kind, status, points, links }: Stroke): SVGElement {
  const d = `M${points.map(at).join('L')}`, facts = { 'data-links': links.join(' ') };
  if (kind === 'line') return svg('path', { class: `line ${status}`, d, ...facts });
  return kind === 'head' ? svg('path', { class: 'head', d: `${d}Z`, ...facts }) : svg('path', { class: 'strike', d });
}

const at = (p: Point): string => `${Math.round(p.x * 10) / 10} ${Math.round(p.y * 10) / 10}`;
