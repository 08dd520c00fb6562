import { NO_FILTER, select, type Filter } from '../viewer/model/filter.js';
import { read } from '../viewer/model/reading.js';
import { mapOf } from '../viewer/map.js';
import { FEW, type PageData } from '../viewer/model/types.js';
import { block, drawBlock, heightOf, widthOf, type Block } from './draw/block.js';
import { drawGraph, type Body, type Box } from './draw/graph.js';
import type { Ink } from './draw/ink.js';
import { alone, legend } from './draw/keys.js';
import { drawMap } from './draw/map.js';
import { datedEvents, drawTimeline } from './draw/timeline.js';
import { PALETTES, type Theme } from './palette.js';
import { textsOf, type Mark, type Scene } from './scene.js';
import { clean } from './text/clean.js';
import type { Base, Shaper } from './text/shape.js';
import { countOf, shownIn, subjectOf, toldOf, type What } from './told.js';
import { voices, type FigureLang } from './voice.js';

/** What a figure is asked to show. */
export interface Ask {
  readonly of: 'graph' | 'timeline';
  readonly lang: FigureLang;
  readonly theme: Theme;
  /** What is drawn of the graph; all where nothing is said. */
  readonly filter?: Filter;
  /** Pixels. What does not fit is drawn smaller. Without it the figure is as large as it wants to be. */
  readonly width?: number;
  readonly title?: string;
}

export interface Figure {
  readonly scene: Scene;
  /** How large it is written: less than 1 where it did not fit into the width that was asked for. */
  readonly zoom: number;
  /** Those without a fact, which are only named, are among them. */
  readonly entities: number;
  readonly facts: number;
  readonly events: number;
  /** There is nothing in it. */
  readonly empty: boolean;
  /** Characters for which the font has no letter. */
  readonly missing: readonly string[];
  /** Where words stand in the middle part; no two of them overlap. */
  readonly boxes: readonly Box[];
}

/** More facts than that are a map too, however few the entities: their words would find no room. */
const FEW_FACTS = 900;
/** Less is no room for cards and a legend. */
const LEAST = 320;
/** Width for which a figure is laid out where none is asked for, and how high it is to be for its width. */
const WIDTH = 1200, SHAPE = 0.66;
const PAD = 28, GAP = 16, TITLE = 22, COUNT = 14;

/** Draws a graph, the surroundings of an entity or a time line. The same data and wishes always give the same figure. */
export function drawFigure(data: PageData, ask: Ask, shaper: Shaper): Figure {
  const reading = read(data), filter = ask.filter ?? NO_FILTER, found = select(reading, filter);
  const ink: Ink = { reading, shaper, palette: PALETTES[ask.theme], voice: voices(reading, ask.lang) };
  const line = ask.of === 'timeline' ? datedEvents(ink, filter) : undefined;
  const many = found.entities.length > FEW || found.links.length > FEW_FACTS;
  const map = line === undefined && many ? (data.map ?? mapOf(data.entities.length, data.links)) : undefined;
  const what: What = { filter, found, line, map: map !== undefined }, width = Math.max(LEAST, (ask.width ?? WIDTH) - PAD * 2);
  const body = line ? drawTimeline(line.dated, width, ink) : map ? drawMap(found, map, { width }, ink) : drawGraph(found, { width, height: width * SHAPE }, ink);
  const { marks, ...size } = framed(body, what, ask.width === undefined ? undefined : width, ask, ink);
  const scene: Scene = { ...size, title: clean(ask.title ?? '') || clean(subjectOf(what, ink)), description: toldOf(what, ink), lang: ink.voice.lang, paper: ink.palette.paper, marks };
  const missing = [...new Set([...textsOf(marks)].flatMap((t) => t.line.missing))].sort();
  return { scene, zoom: ask.width === undefined ? 1 : ask.width / scene.width, entities: found.entities.length + found.alone.length, facts: found.links.length, events: line?.dated.length ?? 0, empty: line ? line.dated.length === 0 : found.links.length + found.alone.length === 0, missing, boxes: body.boxes };
}

/** The title over the middle part, under it what is only named, and the legend: as large as they would be in a figure of the usual width. */
function framed(body: Body, what: What, width: number | undefined, ask: Ask, ink: Ink): Pick<Scene, 'width' | 'height' | 'marks'> {
  const { palette, voice } = ink, rtl = voice.lang === 'ckb', base = rtl ? 'rtl' : 'ltr', grow = Math.max(1, body.width / WIDTH);
  const words = (text: string, size: number, bold: boolean, direction: Base): Block => block(ink, text, { size, width: Math.max(LEAST, width ?? 0, body.width) / grow, fill: bold ? palette.ink : palette.quiet, bold, lines: 2, base: direction });
  const titles = [words(ask.title ?? subjectOf(what, ink), TITLE, true, base), words(countOf(what, voice), COUNT, false, base), ...(voice.gloss ? [words(countOf(what, voice.gloss), COUNT, false, 'ltr')] : [])];
  const across = Math.max(LEAST, width ?? 0, body.width, ...titles.map((b) => widthOf(b) * grow)), room = across / grow, marks: Mark[] = [];
  let y = PAD;
  const put = (height: number, own: readonly Mark[], gap: number): void => {
    if (height > 0) marks.push({ kind: 'group', by: [PAD, Math.round(y)], grow, marks: own });
    y += height > 0 ? (height + gap) * grow : 0;
  };
  // all of it on the side where the reader begins
  for (const b of titles) put(heightOf(b), drawBlock(b, rtl ? room - widthOf(b) : 0, rtl ? room : widthOf(b), 0, 'start', ink), 0);
  y += GAP * grow;
  marks.push({ kind: 'group', by: [PAD + Math.round((across - body.width) / 2), Math.round(y)], marks: body.marks });
  y += body.height + GAP * grow;
  const strips = [...(what.line || what.map || what.found.alone.length === 0 ? [] : [alone(what.found.alone, room, ink)]), legend(shownIn(what, ink), room, ink)];
  for (const s of strips) put(s.height, s.draw(0, 0, room), GAP / 2);
  return { width: Math.ceil(across + PAD * 2), height: Math.ceil(y - (GAP / 2) * grow + PAD), marks };
}
