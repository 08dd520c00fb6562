import { inWindow, type MapIndex } from '../model/level.js';
import type { PageLink } from '../model/types.js';
import type { Camera } from './camera.js';
import { shortened } from './page.js';

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly disc: string;
  readonly chosen: string;
  readonly types: Readonly<Record<string, string>>;
  readonly font: string;
}

export interface Painting {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly index: MapIndex;
  name(entity: number): string;
  readonly colours: Colours;
  readonly entities: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
  /** Facts that the reader marked wrong: no line is drawn for them. */
  readonly wrong: ReadonlySet<number>;
  readonly rtl: boolean;
}

/** The most that is drawn at once: what keeps a frame short without a graphics card. */
const DOTS = 5000, LINES = 3000, LABELS = 60, TRIES = 300;
/** Below this scale communities stand for their members' connections. */
const NEAR = 0.45;
const LABEL = 15;

/** Paints one frame of the map: communities and the roads between them from afar, things and their facts from near, names where there is room. */
export function paint(c: CanvasRenderingContext2D, p: Painting): void {
  const { camera, index, colours } = p;
  c.setTransform(p.ratio, 0, 0, p.ratio, 0, 0);
  c.fillStyle = colours.paper;
  c.fillRect(0, 0, p.width, p.height);
  c.setTransform(p.ratio * camera.scale, 0, 0, p.ratio * camera.scale, p.ratio * camera.x, p.ratio * camera.y);
  discs(c, p);
  const left = -camera.x / camera.scale, top = -camera.y / camera.scale;
  const seen = inWindow(index, left, top, left + p.width / camera.scale, top + p.height / camera.scale, DOTS);
  if (camera.scale >= NEAR) connections(c, p, seen);
  chosenLinks(c, p);
  dots(c, p, seen);
  c.setTransform(p.ratio, 0, 0, p.ratio, 0, 0);
  names(c, p, seen);
}

const x = (p: Painting, n: number): number => p.index.places.at[n * 2] as number;
const y = (p: Painting, n: number): number => p.index.places.at[n * 2 + 1] as number;

function discs(c: CanvasRenderingContext2D, p: Painting): void {
  const { communities } = p.index.places;
  c.fillStyle = p.colours.disc;
  c.beginPath();
  communities.forEach(([cx, cy, r], i) => {
    if ((p.index.members[i] as number) < 2) return;
    c.moveTo(cx + r, cy);
    c.arc(cx, cy, r, 0, 7);
  });
  c.fill();
  if (p.camera.scale >= NEAR) return;
  c.strokeStyle = p.colours.line;
  const most = p.index.roads[0]?.[2] ?? 1;
  for (const [share, width] of [[0.5, 5], [0.15, 2.5], [0, 1]] as const) {
    c.lineWidth = width / p.camera.scale;
    c.globalAlpha = share === 0 ? 0.25 : 0.5;
    c.beginPath();
    for (const [a, b, count] of p.index.roads) {
      if (share !== [0.5, 0.15, 0].find((s) => count / most >= s)) continue;
      const [ax, ay] = communities[a] as readonly number[], [bx, by] = communities[b] as readonly number[];
      c.moveTo(ax as number, ay as number);
      c.lineTo(bx as number, by as number);
    }
    c.stroke();
  }
  c.globalAlpha = 1;
}

function connections(c: CanvasRenderingContext2D, p: Painting, seen: readonly number[]): void {
  c.strokeStyle = p.colours.line;
  c.lineWidth = 1 / p.camera.scale;
  c.globalAlpha = 0.5;
  c.beginPath();
  let drawn = 0;
  for (const n of seen) for (const i of p.index.linksOf.get(n) ?? []) {
    const l = p.index.reading.data.links[i] as PageLink;
    if (l.from !== n || p.wrong.has(i) || drawn++ > LINES) continue;
    c.moveTo(x(p, l.from), y(p, l.from));
    c.lineTo(x(p, l.to), y(p, l.to));
  }
  c.stroke();
  c.globalAlpha = 1;
}

/** What is chosen, over everything else: its facts and their ends. */
function chosenLinks(c: CanvasRenderingContext2D, p: Painting): void {
  const links = p.links.size > 0 ? [...p.links] : [...p.entities].flatMap((n) => [...(p.index.linksOf.get(n) ?? [])]);
  c.strokeStyle = p.colours.chosen;
  c.lineWidth = 1.6 / p.camera.scale;
  c.beginPath();
  for (const i of links.slice(0, LINES)) {
    const l = p.index.reading.data.links[i] as PageLink;
    if (l.from < 0 || l.to < 0) continue;
    c.moveTo(x(p, l.from), y(p, l.from));
    c.lineTo(x(p, l.to), y(p, l.to));
  }
  c.stroke();
}

function dots(c: CanvasRenderingContext2D, p: Painting, seen: readonly number[]): void {
  const { entities } = p.index.reading.data;
  const size = Math.max(1.6, Math.min(5, p.camera.scale * 5)) / p.camera.scale;
  for (const [type, colour] of Object.entries(p.colours.types)) {
    c.fillStyle = colour;
    for (const n of seen) if (entities[n]?.type === type) c.fillRect(x(p, n) - size, y(p, n) - size, size * 2, size * 2);
  }
  c.strokeStyle = p.colours.chosen;
  c.lineWidth = 3 / p.camera.scale;
  for (const n of p.entities) c.strokeRect(x(p, n) - size * 1.8, y(p, n) - size * 1.8, size * 3.6, size * 3.6);
}

/** Names from the most important on, each only where no other stands: communities from afar, then things. */
function names(c: CanvasRenderingContext2D, p: Painting, seen: readonly number[]): void {
  const taken: (readonly [number, number, number, number])[] = [];
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.direction = p.rtl ? 'rtl' : 'ltr';
  c.lineJoin = 'round';
  let drawn = 0;
  const label = (n: number, bold: boolean, below: number): void => {
    const px = x(p, n) * p.camera.scale + p.camera.x, py = y(p, n) * p.camera.scale + p.camera.y + below;
    if (drawn >= LABELS || px < 0 || py < 0 || px > p.width || py > p.height) return;
    const text = shortened(p.name(n), 28);
    c.font = `${bold ? 700 : 400} ${bold ? LABEL + 1 : LABEL}px ${p.colours.font}`;
    const w = c.measureText(text).width / 2 + 4, h = LABEL * 0.85;
    if (taken.some(([a, b, aw, ah]) => Math.abs(px - a) < w + aw && Math.abs(py - b) < h + ah)) return;
    taken.push([px, py, w, h]);
    c.strokeStyle = p.colours.paper;
    c.lineWidth = 4;
    c.strokeText(text, px, py);
    c.fillStyle = p.colours.ink;
    c.fillText(text, px, py);
    drawn++;
  };
  for (const n of p.entities) label(n, true, 18);
  p.index.places.communities.forEach(([, , r, n], i) => {
    if ((p.index.members[i] as number) > 2 && r * p.camera.scale > 14) label(n, true, p.camera.scale >= NEAR ? 18 : 0);
  });
  if (p.camera.scale >= NEAR) for (const n of seen.slice(0, TRIES)) label(n, false, 16);
}
