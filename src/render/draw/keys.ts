import { typeOf } from '../palette.js';
import type { Mark } from '../scene.js';
import { block, drawBlock, heightOf, speaker, widthOf } from './block.js';
import { cardOf } from './cards.js';
import type { Ink } from './ink.js';
import { dashes, polyline, rectangle } from './shapes.js';

/** A row of small things that breaks where it must. It runs as the reader reads. */
export interface Strip {
  readonly height: number;
  draw(x: number, y: number, width: number): Mark[];
}

interface Piece {
  readonly width: number;
  readonly height: number;
  draw(x: number, y: number): Mark[];
}

const SIZE = 13, SIGN = 28, GAP = { x: 18, y: 5 };

/** What a figure shows, so that its legend says no more. */
export interface Shown {
  readonly entities: readonly number[];
  readonly events: readonly number[];
  readonly communities: boolean;
}

/** The colours of the types and the kinds of lines that are there. */
export function legend({ entities, events, communities }: Shown, width: number, ink: Ink): Strip {
  const { reading: { data }, palette, voice } = ink;
  const types = [...new Set(entities.map((n) => data.entities[n]?.type ?? ''))].filter((t) => t !== '').sort();
  const told = [...new Set(events)].map((e) => data.events[e]);
  const pieces = types.map((t): Piece => key(named(t, ink), width, ink, (x, y) => [{ kind: 'shape', d: rectangle(x + 3, y - 6, 22, 12, 4), fill: typeOf(palette, t).ground, stroke: typeOf(palette, t).ink, width: 1.4 }]));
  for (const status of ['planned', 'possible', 'negated'] as const) {
    if (told.some((e) => e?.status === status)) pieces.push(key(named(status, ink), width, ink, (x, y) => [
      { kind: 'shape', d: polyline([{ x, y }, { x: x + SIGN, y }]), stroke: palette.edge, width: 1.5, ...dashes(status, 1.5) },
      ...(status === 'negated' ? [{ kind: 'shape', d: polyline([{ x: x + 11, y: y + 6 }, { x: x + 17, y: y - 6 }]), stroke: palette.edge, width: 2 } as const] : []),
    ]));
  }
  if (told.some((e) => e?.source !== undefined)) pieces.push(key([voice.say('speaker'), voice.gloss?.say('speaker')], width, ink, (x, y) => [speaker(x + 8, y + 9, 20, ink)]));
  if (communities) pieces.push(key([voice.say('community'), voice.gloss?.say('community')], width, ink, (x, y) => [{ kind: 'shape', d: rectangle(x + 5, y - 9, 18, 18, 9), fill: palette.disc }]));
  return strip(pieces, width, ink);
}

const named = (term: string, { voice }: Ink): (string | undefined)[] => [voice.word(term), voice.gloss?.word(term)];

function key(words: readonly (string | undefined)[], most: number, ink: Ink, sign: (x: number, y: number) => Mark[]): Piece {
  const b = block(ink, words.filter((w) => w !== undefined).join(' · '), { size: SIZE, width: most - SIGN - 8, fill: ink.palette.quiet, lines: 1 });
  const rtl = ink.voice.lang === 'ckb', w = widthOf(b), width = SIGN + 8 + w, height = heightOf(b);
  return { width, height, draw: (x, y) => [...sign(rtl ? x + width - SIGN : x, y + height / 2), ...drawBlock(b, rtl ? x : x + SIGN + 8, rtl ? x + w : x + width, y, 'start', ink)] };
}

/** Entities without a fact that are named under the graph. */
const ALONE = 24;

/** Entities that no fact has, by name; so many at most. */
export function alone(entities: readonly number[], width: number, ink: Ink): Strip {
  const { voice, palette } = ink;
  const words = (text: string): Piece => {
    const b = block(ink, text, { size: SIZE, width, fill: palette.quiet, lines: 1 });
    return { width: widthOf(b), height: heightOf(b), draw: (x, y) => drawBlock(b, x, x + widthOf(b), y + 4, 'start', ink) };
  };
  const cards = entities.slice(0, ALONE).map((n) => cardOf({ key: '', entity: n, lists: [] }, ink));
  return strip([words(voice.say('alone')), ...cards, ...(entities.length > ALONE ? [words(voice.say('more', entities.length - ALONE))] : [])], width, ink);
}

/** Puts pieces in rows. */
function strip(pieces: readonly Piece[], width: number, { voice }: Ink): Strip {
  const rows: { pieces: Piece[]; width: number; height: number }[] = [];
  for (const p of pieces) {
    const row = rows.at(-1);
    if (row && row.width + GAP.x + p.width <= width) {
      row.pieces.push(p);
      row.width += GAP.x + p.width;
      row.height = Math.max(row.height, p.height);
    } else rows.push({ pieces: [p], width: p.width, height: p.height });
  }
  const height = rows.reduce((sum, r) => sum + r.height + GAP.y, 0);
  return { height, draw: (x, y, whole) => {
    const marks: Mark[] = [];
    for (const row of rows) {
      let across = 0;
      for (const p of row.pieces) {
        marks.push(...p.draw(voice.lang === 'ckb' ? x + whole - across - p.width : x + across, y));
        across += p.width + GAP.x;
      }
      y += row.height + GAP.y;
    }
    return marks;
  } };
}
