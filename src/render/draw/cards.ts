import type { Card, Row } from '../../viewer/model/picture.js';
import type { PageLink } from '../../viewer/model/types.js';
import { typeOf } from '../palette.js';
import type { Mark } from '../scene.js';
import { clean } from '../text/clean.js';
import { block, drawBlock, heightOf, widthOf, type Block } from './block.js';
import type { Ink } from './ink.js';
import { polyline, rectangle } from './shapes.js';

/** Something with words that wants a place. `draw` is given its upper left corner. */
export interface Sized {
  readonly width: number;
  readonly height: number;
  draw(x: number, y: number): Mark[];
}

const NAME = 16, ROW = 15, GLOSS = 11;
/** Widths inside cards, as on the page; with lists of several rows. */
const NARROW = 214, WIDE = 290;
const PAD = { x: 10, y: 3 };
/** Between rows of a list, which may have more than one line. */
const BETWEEN = 5;

/** A card: the name of an entity in the colours of its type, under it what only it says. A card of passages that several say has no name. */
export function cardOf(card: Card, ink: Ink): Sized {
  const { voice, palette, reading } = ink;
  const own = card.entity === undefined ? undefined : typeOf(palette, reading.data.entities[card.entity]?.type ?? '');
  const rows = card.lists.reduce((sum, l) => sum + l.rows.length, 0);
  const width = rows > 2 ? WIDE : NARROW;
  const head: Block[] = card.entity === undefined || !own ? [] : named(card.entity, own.ink, width, ink);
  const lists = card.lists.map(({ property, rows: all }) => ({
    head: [block(ink, voice.word(property), { size: ROW, width, fill: palette.quiet, bold: true, lines: 2 }), ...(voice.gloss ? [block(ink, voice.gloss.word(property), { size: GLOSS, width, fill: palette.quiet, lines: 1 })] : [])],
    rows: all.map((row) => block(ink, voice.thing(objectOf(row, ink)), { size: ROW, width, fill: palette.ink, lines: 2, status: row.status, said: row.source !== undefined })),
  }));
  const parts = [...head, ...lists.flatMap((l) => [...l.head, ...l.rows])];
  const wide = Math.ceil(Math.max(24, ...parts.map(widthOf)) + PAD.x * 2), top = heights(head) + (head.length > 0 ? PAD.y * 2 : 0);
  const height = Math.ceil(top + lists.reduce((sum, l) => sum + heights([...l.head, ...l.rows]) + (l.rows.length - 1) * BETWEEN + PAD.y * 2, 0));
  return { width: wide, height, draw: (x, y) => {
    const border = own?.ink ?? palette.rule, marks: Mark[] = [];
    marks.push({ kind: 'shape', d: rectangle(x, y, wide, height, 9), fill: own?.ground ?? palette.raised });
    if (lists.length > 0 && own) marks.push({ kind: 'shape', d: rectangle(x, y + top, wide, height - top, 7), fill: palette.raised });
    marks.push({ kind: 'shape', d: rectangle(x, y, wide, height, 9), stroke: border, width: 1.4 });
    let down = y + PAD.y;
    const put = (b: Block, align: 'middle' | 'start', right = false): void => {
      marks.push(...drawBlock(b, right ? x + wide - PAD.x - widthOf(b) : x + PAD.x, x + wide - PAD.x, down, align, ink));
      down += heightOf(b);
    };
    for (const b of head) put(b, 'middle');
    if (head.length > 0) down += PAD.y * 2;
    lists.forEach((list, i) => {
      if (own || i > 0) marks.push({ kind: 'shape', d: polyline([{ x, y: down - PAD.y }, { x: x + wide, y: down - PAD.y }]), stroke: border, width: 1 });
      // what stands under a Kurdish heading stands on its side
      for (const b of list.head) put(b, 'start', voice.lang === 'ckb');
      list.rows.forEach((b, j) => {
        if (j > 0) down += BETWEEN;
        put(b, 'start');
      });
      down += PAD.y * 2;
    });
    return marks;
  } };
}

/** The name of an entity, and the other language under it where it says something else. */
function named(entity: number, fill: string, width: number, ink: Ink): Block[] {
  // a name of which nothing can be seen
  const { voice, palette } = ink, name = clean(voice.entity(entity)) || '?', gloss = voice.gloss?.entity(entity);
  return [block(ink, name, { size: NAME, width, fill, bold: true }), ...(gloss !== undefined && gloss !== name ? [block(ink, gloss, { size: GLOSS, width, fill: palette.quiet, lines: 2 })] : [])];
}

const heights = (all: readonly Block[]): number => all.reduce((sum, b) => sum + heightOf(b), 0);

function objectOf(row: Row, { reading }: Ink): number {
  const l = reading.data.links[row.links[0] as number] as PageLink;
  return l.from < 0 ? l.from : l.to;
}
