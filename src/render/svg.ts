import type { EntityType } from '../model/types.js';
import type { Figure, FigureEdge, FigureNode } from './figure.js';
import { layout, type Box, type Layout, type Placed } from './layout.js';
import { escapeXml, widthOf, wrap } from './text.js';

const FONT = 'Vazirmatn, Noto Naskh Arabic, sans-serif';
const INK = '#1f2933', QUIET = '#52606d', LINE = '#66788a';
const COLOURS: Readonly<Record<EntityType, readonly [fill: string, edge: string]>> = {
  Person: ['#dbeafe', '#1d4ed8'], Organization: ['#fde8d7', '#b45309'], Place: ['#d7f2df', '#15803d'], Group: ['#efe1fb', '#7e22ce'], Work: ['#fdf3c4', '#a16207'],
};
const PAD = 28, HEAD = 62, FOOT = 64;
const SIZE = { node: 17, edge: 14, english: 11 } as const;

/** Lines of a label that stand under each other: Kurdish ones, then the English one. */
interface Lines {
  readonly key: string;
  readonly kurdish: readonly string[];
  readonly english: string;
  readonly size: number;
}

const step = (l: Lines): number => l.size * 1.45;
const english = (l: Lines): number => (l.english ? SIZE.english * 1.35 : 0);
const boxOf = (l: Lines, padX: number, padY: number): Box => ({
  key: l.key,
  width: Math.ceil(Math.max(...l.kurdish.map((t) => widthOf(t) * l.size), widthOf(l.english) * SIZE.english, 20) + padX * 2),
  height: Math.ceil(l.kurdish.length * step(l) + english(l) + padY * 2),
});

/** Draws a figure as SVG: entities as boxes, facts as arrows through their labels. The same figure always gives the same bytes. */
export function toSvg(figure: Figure): string {
  const nodes = figure.nodes.map((n): Lines => ({ key: n.key, kurdish: wrap(n.label, 24, 3), english: wrap(n.english, 34, 1)[0] ?? '', size: SIZE.node }));
  const labels = figure.edges.map((e, i): Lines => ({ key: `edge ${i}`, kurdish: wrap(e.label, 26, 2), english: e.english, size: SIZE.edge }));
  const links = figure.edges.flatMap((e, i): [string, string][] => [[e.from, `edge ${i}`], [`edge ${i}`, e.to]]);
  const placed = layout([...nodes.map((l) => boxOf(l, 12, 7)), ...labels.map((l) => boxOf(l, 4, 1))], links);
  const legend = legendOf(figure);
  const width = Math.max(placed.width, legend.width, widthOf(figure.title) * 17) + PAD * 2, height = placed.height + HEAD + FOOT;
  const w = Math.ceil(width), h = Math.ceil(height);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" aria-labelledby="title" font-family="${FONT}">`,
    `<title id="title">${escapeXml(figure.title)}</title>`,
    `<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 1 9 5 0 9z" fill="${LINE}"/></marker></defs>`,
    `<rect width="${w}" height="${h}" rx="10" fill="#ffffff"/>`,
    `<text x="${PAD}" y="36" font-size="17" font-weight="700" fill="${INK}">${escapeXml(figure.title)}</text>`,
    `<g transform="translate(${Math.round((w - placed.width) / 2)} ${HEAD})">`,
    ...figure.edges.map((e, i) => drawLine(e, placed, `edge ${i}`)),
    ...labels.map((l, i) => drawLabel(l, placed, figure.edges[i] as FigureEdge)),
    ...nodes.map((l, i) => drawNode(l, placed, figure.nodes[i] as FigureNode)),
    '</g>',
    `<g transform="translate(${PAD} ${h - FOOT + 30})" font-size="13" fill="${INK}">`, ...legend.parts, '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

const at = (placed: Layout, key: string): Placed => placed.boxes.get(key) as Placed;

/** Two straight pieces that meet behind the label. */
function drawLine(e: FigureEdge, placed: Layout, key: string): string {
  const from = at(placed, e.from), label = at(placed, key), to = at(placed, e.to);
  const points = [edgePoint(from, label), [label.x, label.y], edgePoint(to, label)].map((p) => p.join(' ')).join(' ');
  return `<polyline points="${points}" fill="none" stroke="${LINE}" stroke-width="1.6"${e.planned ? ' stroke-dasharray="5 4"' : ''} marker-end="url(#arrow)"${e.both ? ' marker-start="url(#arrow)"' : ''}/>`;
}

/** Where the line from the middle of a box towards a point leaves the box. */
function edgePoint(box: Placed, towards: { readonly x: number; readonly y: number }): [number, number] {
  const dx = towards.x - box.x, dy = towards.y - box.y;
  const reach = Math.min(dx === 0 ? Infinity : (box.width / 2 + 2) / Math.abs(dx), dy === 0 ? Infinity : (box.height / 2 + 2) / Math.abs(dy), 1);
  return [Math.round((box.x + dx * reach) * 10) / 10, Math.round((box.y + dy * reach) * 10) / 10];
}

function drawText(l: Lines, box: Placed, padY: number, fill: string, weight: string): string {
  const top = box.y - box.height / 2 + padY;
  const line = (text: string, y: number, size: number, more: string): string => `<text x="${box.x}" y="${Math.round(y * 10) / 10}" font-size="${size}" text-anchor="middle" ${more}>${escapeXml(text)}</text>`;
  return [
    ...l.kurdish.map((t, i) => line(t, top + step(l) * (i + 0.74), l.size, `direction="rtl" xml:lang="ckb" fill="${fill}"${weight}`)),
    ...(l.english ? [line(l.english, top + step(l) * l.kurdish.length + SIZE.english * 0.95, SIZE.english, `xml:lang="en" fill="${QUIET}"`)] : []),
  ].join('');
}

function drawLabel(l: Lines, placed: Layout, e: FigureEdge): string {
  const box = at(placed, l.key);
  return `<g><title>${escapeXml(`${e.label} (${e.english})`)}</title>${rect(box, 4, 'fill="#ffffff" fill-opacity="0.94"')}${drawText(l, box, 1, INK, '')}</g>`;
}

function drawNode(l: Lines, placed: Layout, n: FigureNode): string {
  const box = at(placed, l.key);
  const [fill, edge] = COLOURS[n.type];
  return `<g><title>${escapeXml(n.english ? `${n.label} (${n.english})` : n.label)}</title>${rect(box, 10, `fill="${fill}" stroke="${edge}" stroke-width="1.5"`)}${drawText(l, box, 7, INK, ' font-weight="700"')}</g>`;
}

const rect = (b: Placed, radius: number, more: string): string => `<rect x="${b.x - b.width / 2}" y="${b.y - b.height / 2}" width="${b.width}" height="${b.height}" rx="${radius}" ${more}/>`;

/** Types that occur, then the kinds of arrows that occur, in a row. */
function legendOf(figure: Figure): { readonly parts: string[]; readonly width: number } {
  const parts: string[] = [];
  let x = 0;
  const add = (sign: string, text: string): void => {
    parts.push(`<g transform="translate(${Math.round(x)} 0)">${sign}<text x="36" y="5">${escapeXml(text)}</text></g>`);
    x += 36 + widthOf(text) * 13 + 22;
  };
  for (const [type, kurdish] of Object.entries(figure.types) as [EntityType, string][]) {
    const [fill, edge] = COLOURS[type];
    add(`<rect x="0" y="-9" width="28" height="18" rx="5" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>`, `${type.toLowerCase()} ${kurdish}`);
  }
  const arrow = (more: string): string => `<path d="M0 0H28" stroke="${LINE}" stroke-width="1.6" marker-end="url(#arrow)"${more}/>`;
  if (figure.edges.some((e) => !e.planned)) add(arrow(''), 'stated');
  if (figure.edges.some((e) => e.planned)) add(arrow(' stroke-dasharray="5 4"'), 'planned');
  return { parts, width: x };
}
