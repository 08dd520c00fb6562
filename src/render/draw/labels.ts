import type { Line, Row } from '../../viewer/model/picture.js';
import type { PageLink } from '../../viewer/model/types.js';
import type { Mark } from '../scene.js';
import { block, drawBlock, heightOf, widthOf, type Block } from './block.js';
import type { Ink } from './ink.js';
import { polyline, rectangle } from './shapes.js';

const SIZE = 15, GLOSS = 11, WIDTH = 164, PAD = 5;
/** Room for the arrow beside words. */
const ARROW = 19;

/** Where the line goes, as it is drawn: from its first card to its second. */
export type Way = 'left' | 'right' | 'up' | 'down';
const OTHER: Readonly<Record<Way, Way>> = { left: 'right', right: 'left', up: 'down', down: 'up' };

export interface SizedLabel {
  readonly width: number;
  readonly height: number;
  draw(x: number, y: number, way: Way): Mark[];
}

/** The words on a line. Where several facts share it, an arrow beside each says which way it goes. */
export function labelOf(line: Line, ink: Ink): SizedLabel {
  const { palette } = ink;
  const pointed = (row: Row): boolean => line.rows.length > 1 && row.way !== 'both';
  const rows = line.rows.map((row) => ({ row, blocks: wordsOf(row, pointed(row) ? WIDTH - ARROW : WIDTH, ink), aside: pointed(row) ? ARROW : 0 }));
  const width = Math.ceil(Math.max(12, ...rows.map((r) => Math.max(...r.blocks.map(widthOf)) + r.aside)) + PAD * 2);
  const height = Math.ceil(rows.reduce((sum, r) => sum + r.blocks.reduce((own, b) => own + heightOf(b), 0), 0) + 2);
  return { width, height, draw: (x, y, way) => {
    const marks: Mark[] = [{ kind: 'shape', d: rectangle(x, y, width, height, 7), fill: palette.paper, opacity: 0.94 }];
    let down = y + 1;
    for (const { row, blocks, aside } of rows) {
      const first = blocks[0] as Block;
      // the arrow stands where the words end
      const rtl = first.lines.at(-1)?.rtl ?? false, left = x + PAD + (rtl ? aside : 0), right = x + width - PAD - (rtl ? 0 : aside);
      if (aside > 0) {
        const words = widthOf(first), middle = (left + right) / 2;
        marks.push(arrow(rtl ? middle - words / 2 - aside / 2 : middle + words / 2 + aside / 2, down + heightOf(first) - first.step * 0.45, row.way === 'there' ? way : OTHER[way], palette.quiet));
      }
      for (const b of blocks) {
        marks.push(...drawBlock(b, left, right, down, 'middle', ink));
        down += heightOf(b);
      }
    }
    return marks;
  } };
}

function wordsOf(row: Row, width: number, ink: Ink): Block[] {
  const { voice, palette, reading } = ink, link = reading.data.links[row.links[0] as number] as PageLink;
  const words = block(ink, voice.label(link), { size: SIZE, width, fill: palette.ink, status: row.status, said: row.source !== undefined });
  if (!voice.gloss) return [words];
  const gloss = voice.gloss.word(row.property) + (row.time === undefined ? '' : ` · ${voice.gloss.date(row.time)}`);
  return [words, block(ink, gloss, { size: GLOSS, width, fill: palette.quiet, lines: 2 })];
}

const TURN: Readonly<Record<Way, readonly [number, number]>> = { right: [1, 0], left: [-1, 0], up: [0, -1], down: [0, 1] };

function arrow(x: number, y: number, way: Way, colour: string): Mark {
  const [dx, dy] = TURN[way], at = (along: number, across: number): { x: number; y: number } => ({ x: x + dx * along - dy * across, y: y + dy * along + dx * across });
  return { kind: 'shape', d: polyline([at(-5, 0), at(5, 0)]) + polyline([at(1.5, -3), at(5, 0), at(1.5, 3)]), stroke: colour, width: 1.2, round: true };
}
