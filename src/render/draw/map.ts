import type { Found } from '../../viewer/model/filter.js';
import { indexMap, type MapIndex } from '../../viewer/model/level.js';
import { standing } from '../../viewer/model/reading.js';
import type { PageLink, PageMap } from '../../viewer/model/types.js';
import { typeOf } from '../palette.js';
import type { Mark } from '../scene.js';
import { block, drawBlock, heightOf, widthOf, type Block } from './block.js';
import { titleOf, type Body, type Box } from './graph.js';
import type { Ink } from './ink.js';
import { createRoom, type Room } from './room.js';
import { circle, dashes, polyline, rectangle } from './shapes.js';

/** A small map grows to the width that is there, but not more than so many times. */
const GROW = 2;
/** Names of communities: their size for a radius, the least and the most. */
const TITLE = { share: 0.2, least: 11, most: 30 };
/** Names of things: the size for one fact, what each further fact adds (by its root), the most; and the least, which one reads after zooming in. */
const NAME = { one: 5, more: 1.4, most: 12, least: 2.2 };
/** How a name shrinks where it finds no room. */
const SHRINK = 0.85;
/** Places of a name about its dot, in their order: under it, over it, beside it; and a little further away, for those that found no room there. */
const PLACES = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.6, 1], [-0.6, 1], [0.6, -1], [-0.6, -1]] as const, FURTHER = [...PLACES, [1, 1], [-1, 1], [1, -1], [-1, -1], [0, 2], [0, -2]] as const;
/** Half the stroke through a negated fact. */
const STRIKE = 2.5;
/** Of the height of a line, what letters take. */
const LOW = 0.8;

/**
 * A map of many entities, as the page's, but with all levels at once, because paper does not zoom and a PDF does: communities and the
 * roads between them in large, under them every thing and every fact in small, names as large as they matter and have room.
 */
export function drawMap(found: Found, places: PageMap, window: { readonly width: number }, ink: Ink): Body {
  const index = indexMap(ink.reading, found, places);
  const scale = Math.min(GROW, Math.max(1, window.width / places.size)), side = places.size * scale;
  const at = (n: number): Spot => ({ x: (places.at[n * 2] as number) * scale, y: (places.at[n * 2 + 1] as number) * scale });
  const room = createRoom(side, side);
  const titles = communities(index, scale, room, ink), radius = (n: number): number => Math.min(5, 1.3 + Math.sqrt(index.linksOf.get(n)?.length ?? 0) * 0.5) * scale;
  const names = things(index, at, radius, scale, room, ink);
  return { width: side, height: side, boxes: room.taken(), marks: [
    ...discs(index, scale, ink), ...roads(index, scale, ink), ...facts(index, at, scale, ink), ...dots(index, at, radius, ink), ...veil([...titles, ...names], ink),
    ...names.map((own): Mark => ({ kind: 'group', title: titleOf(own.n, ink), marks: written(own, ink) })), ...titles.flatMap((own) => written(own, ink)),
  ] };
}

/** What lies under names is seen through it only faintly: a dot of the map must not be taken for one of a letter. One shape for all names of a size. */
function veil(names: readonly Named[], { palette }: Ink): Mark[] {
  const sizes = new Map<number, string>();
  for (const { box, b } of names) sizes.set(b.size, (sizes.get(b.size) ?? '') + rectangle(box.x, box.y, box.width, box.height, box.height / 4));
  return [...sizes].map(([size, d]) => ({ kind: 'shape', d, size, fill: palette.disc, opacity: 0.85 }));
}

/** Words and where they stand. */
interface Named {
  readonly n: number;
  readonly box: Box;
  readonly b: Block;
}

const written = ({ box, b }: Named, ink: Ink): Mark[] => drawBlock(b, box.x, box.x + box.width, box.y - (heightOf(b) - box.height) / 2, 'middle', ink);

interface Spot {
  readonly x: number;
  readonly y: number;
}

const discs = ({ places, members }: MapIndex, scale: number, { palette }: Ink): Mark[] => {
  const d = places.communities.flatMap(([x, y, r], i) => ((members[i] as number) < 2 ? [] : [circle(x * scale, y * scale, r * scale)])).join('');
  return d === '' ? [] : [{ kind: 'shape', d, fill: palette.disc }];
};

/** The heaviest connections of communities, in three weights. */
function roads({ places, roads: all }: MapIndex, scale: number, { palette }: Ink): Mark[] {
  const most = all[0]?.[2] ?? 1, weights = [[0.5, 5], [0.15, 2.5], [0, 1]] as const;
  return weights.flatMap(([share, width], i): Mark[] => {
    const d = all.filter((r) => r[2] / most >= share && r[2] / most < (weights[i - 1]?.[0] ?? Infinity)).map(([a, b]) => {
      const [ax, ay] = places.communities[a] as readonly [number, number, number, number], [bx, by] = places.communities[b] as readonly [number, number, number, number];
      return polyline([{ x: ax * scale, y: ay * scale }, { x: bx * scale, y: by * scale }]);
    }).join('');
    return d === '' ? [] : [{ kind: 'shape', d, stroke: palette.edge, width, opacity: 0.3, round: true }];
  });
}

/** Every fact between two things: those inside communities are seen, those between them hardly. Negated ones are struck in their middle. */
function facts({ reading, links, places }: MapIndex, at: (n: number) => Spot, scale: number, { palette }: Ink): Mark[] {
  const paths = new Map<string, Set<string>>();
  for (const i of links) {
    const l = reading.data.links[i] as PageLink;
    if (l.from === l.to) continue;
    const { status } = standing(reading.data, l), inside = places.of[l.from] === places.of[l.to], a = at(l.from), b = at(l.to);
    const key = `${inside ? 'in' : 'out'} ${status}`, own = paths.get(key) ?? new Set();
    paths.set(key, own.add(polyline([a, b]) + (status === 'negated' ? strike(a, b, STRIKE * scale) : '')));
  }
  return [...paths].sort(([a], [b]) => (a < b ? 1 : -1)).map(([key, d]): Mark => {
    const [where, status = ''] = key.split(' '), width = where === 'in' ? 0.6 : 0.35;
    return { kind: 'shape', d: [...d].join(''), stroke: palette.edge, width, opacity: where === 'in' ? 0.7 : 0.3, ...dashes(status, width) };
  });
}

function strike(a: Spot, b: Spot, by: number): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1, ux = ((b.x - a.x) / length) * by, uy = ((b.y - a.y) / length) * by, x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
  return polyline([{ x: x - uy - ux / 2, y: y + ux - uy / 2 }, { x: x + uy + ux / 2, y: y - ux + uy / 2 }]);
}

/** The names of communities: those of their best connected members. */
function communities({ places, members }: MapIndex, scale: number, room: Room, ink: Ink): Named[] {
  const { palette, voice } = ink;
  return places.communities.flatMap(([cx, cy, r, n], i): Named[] => {
    if ((members[i] as number) < 3) return [];
    const size = Math.min(TITLE.most, Math.max(TITLE.least, r * scale * TITLE.share));
    const b = block(ink, voice.entity(n), { size, width: Math.max(120, r * scale * 1.7), fill: palette.ink, bold: true, lines: 2 });
    const width = widthOf(b), height = heightOf(b) * LOW, box = { x: cx * scale - width / 2, y: cy * scale - height / 2, width, height };
    return room.take(box) ? [{ n, box, b }] : [];
  });
}

/** A dot for every thing, in the colour of its type. */
function dots(index: MapIndex, at: (n: number) => Spot, radius: (n: number) => number, { reading: { data }, palette }: Ink): Mark[] {
  const byType = new Map<string, string[]>();
  for (const n of index.order) {
    const { x, y } = at(n), type = data.entities[n]?.type ?? '', own = byType.get(type) ?? [];
    byType.set(type, own);
    own.push(circle(x, y, radius(n)));
  }
  return [...byType].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, d]) => ({ kind: 'shape', d: d.join(''), fill: typeOf(palette, type).ink }));
}

/** The names of things beside their dots. First all find room in small, then they grow where there is more: the best connected first. */
function things(index: MapIndex, at: (n: number) => Spot, radius: (n: number) => number, scale: number, room: Room, ink: Ink): Named[] {
  const { reading: { data }, palette, voice } = ink, names = new Map<number, Named>();
  const put = (n: number, size: number, where: readonly (readonly [number, number])[]): boolean => {
    const b = block(ink, voice.entity(n), { size, width: 30 * size, fill: typeOf(palette, data.entities[n]?.type ?? '').ink, lines: 1 });
    const { x, y } = at(n), r = radius(n), width = widthOf(b), height = heightOf(b) * LOW, had = names.get(n);
    if (had) room.free(had.box);
    for (const [dx, dy] of where) {
      const box = { x: x - width / 2 + dx * (r + size * 0.25 + width / 2), y: y - height / 2 + dy * (r + height / 2), width, height };
      if (!room.take(box)) continue;
      names.set(n, { n, box, b });
      return true;
    }
    if (had) room.take(had.box);
    return false;
  };
  for (const n of index.order) {
    const { x, y } = at(n), r = radius(n);
    room.hold({ x: x - r, y: y - r, width: r * 2, height: r * 2 });
  }
  for (const n of index.order) put(n, NAME.least * scale, FURTHER);
  for (const n of names.keys()) {
    let size = Math.min(NAME.most, NAME.one + NAME.more * Math.sqrt(index.linksOf.get(n)?.length ?? 0)) * scale;
    while (size > NAME.least * scale && !put(n, Math.round(size * 10) / 10, PLACES)) size *= SHRINK;
  }
  return [...names.values()];
}
