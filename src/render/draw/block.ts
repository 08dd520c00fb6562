import type { Mark } from '../scene.js';
import { wrap, type Wrapping } from '../text/wrap.js';
import type { Line } from '../text/shape.js';
import type { Ink } from './ink.js';
import { dashes, polyline } from './shapes.js';

/** Lines of one text under each other, with how they are to stand. */
export interface Block {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly fill: string;
  /** From one base line to the next, in pixels. */
  readonly step: number;
  /** What its status does to the words. */
  readonly status: string;
  /** Somebody is said to say so. */
  readonly said: boolean;
}

export interface BlockOptions extends Partial<Wrapping> {
  readonly size: number;
  readonly width: number;
  readonly fill: string;
  readonly status?: string;
  readonly said?: boolean;
}

/** Height of a line, in sizes: the font's own, a little less. */
const LEADING = 1.5;
/** Where the base line is in a line. */
const BASE = 1.02;
/** Width of the mark of a speaker, in sizes. */
const MARK = 0.75;

export function block({ shaper }: Ink, text: string, o: BlockOptions): Block {
  const said = o.said ?? false;
  const lines = wrap(shaper, text, { lines: 3, ...o, width: o.width - (said ? o.size * MARK : 0) });
  return { lines, size: o.size, fill: o.fill, step: o.size * LEADING, status: o.status ?? 'asserted', said };
}

export const heightOf = (b: Block): number => b.lines.length * b.step;
export const widthOf = (b: Block): number => Math.max(0, ...b.lines.map((l, i) => l.width * b.size + (b.said && i === b.lines.length - 1 ? b.size * MARK : 0)));

/** Draws a block into the room between two sides: in the middle, or from the side where its direction begins. */
export function drawBlock(b: Block, left: number, right: number, top: number, align: 'middle' | 'start', ink: Ink): Mark[] {
  return b.lines.flatMap((line, i): Mark[] => {
    const width = line.width * b.size, mark = b.said && i === b.lines.length - 1 ? b.size * MARK : 0;
    const start = align === 'middle' ? (left + right - width - mark) / 2 : line.rtl ? right - width - mark : left;
    // the mark of a speaker stands where the line ends
    const x = line.rtl ? start + mark : start, y = top + i * b.step + b.size * BASE;
    return [
      { kind: 'text', line, x, y, size: b.size, fill: b.fill },
      ...underneath(b, x, y, width, ink),
      ...(mark > 0 ? [speaker(line.rtl ? x - mark * 0.85 : x + width + mark * 0.25, y, b.size, ink)] : []),
    ];
  });
}

/** As the page marks words of facts that are not plainly so: negated ones struck, planned ones dashed under, possible ones dotted under. */
function underneath(b: Block, x: number, y: number, width: number, { palette }: Ink): Mark[] {
  if (b.status === 'asserted') return [];
  const negated = b.status === 'negated', down = negated ? -b.size * 0.28 : b.size * 0.3, thick = b.size / 13;
  return [{ kind: 'shape', d: polyline([{ x, y: y + down }, { x: x + width, y: y + down }]), stroke: negated ? b.fill : palette.edge, width: thick, ...dashes(b.status, thick) }];
}

/** Two heavy commas, as they open what somebody says. */
export function speaker(x: number, y: number, size: number, { palette }: Ink): Mark {
  const s = size * 0.2;
  const comma = (cx: number): string => {
    const cy = y - size * 0.42;
    return polyline([{ x: cx, y: cy + s }, { x: cx, y: cy }, { x: cx + s * 0.6, y: cy - s * 1.1 }, { x: cx + s, y: cy - s * 0.9 }, { x: cx + s * 0.7, y: cy }, { x: cx + s, y: cy }, { x: cx + s, y: cy + s }], true);
  };
  return { kind: 'shape', d: comma(x) + comma(x + s * 1.4), fill: palette.quiet };
}
