import { arrange } from '../../viewer/model/arrange.js';
import type { Found } from '../../viewer/model/filter.js';
import { picture, type Line } from '../../viewer/model/picture.js';
import { strokes } from '../../viewer/model/strokes.js';
import type { Mark } from '../scene.js';
import { cardOf, type Sized } from './cards.js';
import type { Ink } from './ink.js';
import { labelOf, type Way } from './labels.js';
import { dashes, polyline } from './shapes.js';

/** The middle part of a figure. */
export interface Body {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Boxes of words, between which nothing overlaps: what tests hold it to. */
  readonly boxes: readonly Box[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A graph of few entities: every one a card, every fact in words on the line between two. */
export function drawGraph(found: Found, window: { readonly width: number; readonly height: number }, ink: Ink): Body {
  const { palette, voice, reading } = ink;
  const { cards, lines } = picture(reading, found.links);
  const sized = new Map<string, Sized>(cards.map((c) => [c.key, cardOf(c, ink)]));
  const worded = lines.filter((l) => l.rows.length > 0), labels = new Map(worded.map((l) => [l.key, labelOf(l, ink)]));
  const boxOf = (key: string): { key: string; width: number; height: number } => {
    const { width, height } = (sized.get(key) ?? labels.get(key)) as Sized;
    return { key, width, height };
  };
  const arranged = arrange(cards.map((c) => boxOf(c.key)), worded.map((l) => ({ ...boxOf(l.key), from: l.from, to: l.to })), lines.filter((l) => l.rows.length === 0).map((l) => [l.from, l.to] as const), window);
  const corner = (key: string): Box => {
    const at = arranged.at.get(key) as { x: number; y: number; width: number; height: number };
    return { x: at.x - at.width / 2, y: at.y - at.height / 2, width: at.width, height: at.height };
  };
  const way = (line: Line): Way => {
    const from = corner(line.from), to = corner(line.to), dx = to.x + to.width / 2 - from.x - from.width / 2, dy = to.y + to.height / 2 - from.y - from.height / 2;
    return Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'down' : 'up';
  };
  const said = (line: Line): string => line.rows.flatMap((row) => row.links.slice(0, 1)).map((i) => {
    const l = reading.data.links[i];
    return l ? `${voice.thing(l.from)} · ${voice.label(l)} · ${voice.thing(l.to)}` : '';
  }).join('\n');
  const marks: Mark[] = strokes(lines, arranged, (row) => row.status).map((s): Mark => {
    if (s.kind === 'head') return { kind: 'shape', d: polyline(s.points, true), fill: palette.edge };
    const width = s.kind === 'strike' ? 2 : 1.5;
    return { kind: 'shape', d: polyline(s.points), stroke: palette.edge, width, ...(s.kind === 'line' ? dashes(s.status, width) : {}), ...(s.status === 'plain' ? { opacity: 0.6 } : {}) };
  });
  for (const l of worded) marks.push({ kind: 'group', title: said(l), marks: (labels.get(l.key) as ReturnType<typeof labelOf>).draw(corner(l.key).x, corner(l.key).y, way(l)) });
  for (const c of cards) marks.push({ kind: 'group', ...(c.entity === undefined ? {} : { title: titleOf(c.entity, ink) }), marks: (sized.get(c.key) as Sized).draw(corner(c.key).x, corner(c.key).y) });
  return { width: arranged.width, height: arranged.height, marks, boxes: [...cards, ...worded].map((b) => corner(b.key)) };
}

/** Both names of an entity, and what it is. */
export function titleOf(n: number, { reading, voice }: Ink): string {
  const e = reading.data.entities[n];
  return [...new Set([voice.entity(n), e?.name.ckb, e?.name.en])].filter(Boolean).join(' · ') + (e?.type ? ` (${voice.word(e.type)})` : '');
}
