import { eventPasses, type Filter } from '../../viewer/model/filter.js';
import { quoteOf } from '../../viewer/model/reading.js';
import { rolesOf } from '../../viewer/model/roles.js';
import type { PageEvent } from '../../viewer/model/types.js';
import type { Mark } from '../scene.js';
import { block, drawBlock, heightOf, widthOf, type Block } from './block.js';
import type { Body, Box } from './graph.js';
import type { Ink } from './ink.js';
import { circle, polyline, rectangle } from './shapes.js';

/** Up to this many events each stands with its words; more are counted by day, month or year. */
export const FEW_EVENTS = 80;

export interface Dated {
  readonly number: number;
  readonly event: PageEvent;
  readonly time: string;
}

/** The events that are asked for and have a date, in its order, and how many have none. */
export function datedEvents({ reading }: Ink, filter: Filter): { readonly dated: readonly Dated[]; readonly without: number } {
  const undated: Filter = { ...filter, since: undefined, until: undefined }, among = filter.among && new Set(filter.among);
  const passed = reading.data.events.map((event, number) => ({ event, number })).filter(({ event: e }) => e.kind === 'event' && eventPasses(undated, e) && (!among || e.who.some((n) => among.has(n)))
    && (filter.types.length === 0 || e.who.some((n) => filter.types.includes(reading.data.entities[n]?.type ?? ''))));
  const dated = passed.flatMap(({ event, number }): Dated[] => (event.time === undefined || !eventPasses(filter, event) ? [] : [{ event, number, time: event.time }]));
  dated.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.number - b.number));
  return { dated, without: passed.filter(({ event }) => event.time === undefined).length };
}

const DAY = 17, GLOSS = 12, TYPE = 16, ROLES = 15, WORDS = 14, GAP = 14;

/** A time line from top to bottom: under each day its events, with who took part and the sentence that says so. */
export function drawTimeline(dated: readonly Dated[], width: number, ink: Ink): Body {
  if (dated.length > FEW_EVENTS) return drawCounts(dated, width, ink);
  const { palette, voice } = ink, rtl = voice.lang === 'ckb', inset = 26;
  // the line stands where the reader begins
  const rail = rtl ? width - 6 : 6, left = rtl ? 0 : inset, right = rtl ? width - inset : width;
  const marks: Mark[] = [], boxes: Box[] = [];
  let y = 0, before = '', foot = 0;
  const put = (b: Block): void => {
    // a sentence begins on the side of its own language; an English date stands under the Kurdish one
    const wide = widthOf(b), x = b.size === GLOSS ? (rtl ? right - wide : left) : b.lines[0]?.rtl ? right - wide : left;
    boxes.push({ x, y, width: wide, height: heightOf(b) });
    marks.push(...drawBlock(b, x, x + wide, y, 'start', ink));
    y += heightOf(b);
  };
  for (const { event, time } of dated) {
    if (time !== before) {
      if (before !== '') y += GAP / 2;
      before = time;
      foot = y + DAY * 0.75;
      marks.push({ kind: 'shape', d: circle(rail, foot, 5.5), fill: palette.accent });
      put(block(ink, voice.date(time), { size: DAY, width: right - left, fill: palette.ink, bold: true, lines: 1, base: rtl ? 'rtl' : 'ltr' }));
      if (voice.gloss) put(block(ink, voice.gloss.date(time), { size: GLOSS, width: right - left, fill: palette.quiet, lines: 1, base: 'ltr' }));
    }
    for (const b of wordsOf(event, right - left, ink)) put(b);
    y += GAP;
  }
  if (dated.length > 0) marks.unshift({ kind: 'shape', d: polyline([{ x: rail, y: DAY * 0.75 }, { x: rail, y: Math.max(foot, y - GAP) }]), stroke: palette.rule, width: 2 });
  return { width, height: y, marks, boxes };
}

/** What happened, with its status; who took part in which role; the sentence. */
function wordsOf(event: PageEvent, width: number, ink: Ink): Block[] {
  const { palette, voice, reading: { data } } = ink;
  const status = event.status === 'asserted' ? [] : [voice.word(event.status)], says = event.source === undefined ? [] : [`${voice.word('source')}: ${voice.entity(event.source)}`];
  const kind = voice.word(event.type) + (voice.gloss ? ` · ${voice.gloss.word(event.type)}` : '');
  const roles = rolesOf(data, event).map((r) => `${voice.word(r.role)}: ${r.thing === undefined ? r.value : voice.thing(r.thing)}`);
  const sentence = event.sentence === undefined ? '' : quoteOf(data, event.sentence), base = voice.lang === 'ckb' ? 'rtl' : 'ltr';
  return [
    block(ink, [kind, ...status].join(' · '), { size: TYPE, width, fill: palette.accent, bold: true, lines: 1, base, status: event.status, said: event.source !== undefined }),
    block(ink, [...roles, ...says].join(voice.lang === 'ckb' ? '؛ ' : '; '), { size: ROLES, width, fill: palette.ink, lines: 2, base }),
    block(ink, sentence === '' ? '' : `«${sentence}»`, { size: WORDS, width, fill: palette.quiet, lines: 2 }),
  ].filter((b) => b.lines.length > 0);
}

const BAR = { height: 220, least: 44, label: 13, room: 46 };

/** Bars by year, month or day, in the order in which the reader reads. */
function drawCounts(dated: readonly Dated[], width: number, ink: Ink): Body {
  const { palette, voice } = ink, rtl = voice.lang === 'ckb';
  const count = (length: number): number => new Set(dated.map((d) => d.time.slice(0, length))).size;
  const length = count(4) > 4 ? 4 : count(7) > 2 ? 7 : 10;
  const bins = new Map<string, number>();
  for (const { time } of dated) bins.set(time.slice(0, length), (bins.get(time.slice(0, length)) ?? 0) + 1);
  const most = Math.max(...bins.values()), step = Math.max(BAR.least, width / bins.size), whole = step * bins.size;
  const marks: Mark[] = [], boxes: Box[] = [];
  const put = (text: string, x: number, y: number): void => {
    const b = block(ink, text, { size: BAR.label, width: step - 4, fill: palette.quiet, lines: 2 });
    boxes.push({ x: x + (step - widthOf(b)) / 2, y, width: widthOf(b), height: heightOf(b) });
    marks.push(...drawBlock(b, x, x + step, y, 'middle', ink));
  };
  [...bins].forEach(([bin, n], i) => {
    const x = rtl ? whole - (i + 1) * step : i * step, high = Math.max(3, (n / most) * BAR.height), y = 24 + BAR.height - high;
    marks.push({ kind: 'shape', d: rectangle(x + step * 0.12, y, step * 0.76, high, 4), fill: palette.edge });
    put(voice.number(n), x, y - 22);
    put(voice.date(bin), x, 24 + BAR.height + 4);
  });
  marks.push({ kind: 'shape', d: polyline([{ x: 0, y: 24 + BAR.height }, { x: whole, y: 24 + BAR.height }]), stroke: palette.rule, width: 1.5 });
  return { width: whole, height: 24 + BAR.height + BAR.room, marks, boxes };
}
