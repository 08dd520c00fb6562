import { UndirectedGraph } from 'graphology';
import louvains from 'graphology-communities-louvain';
import layouts from 'graphology-layout-forceatlas2';
import { dice } from './model/dice.js';
import type { PageLink, PageMap } from './model/types.js';

/** The packages are CommonJS: their function is the module itself, which their types call `default`. */
const louvain = louvains as unknown as typeof louvains.default;
const forceAtlas2 = layouts as unknown as typeof layouts.default;

/** Distance of neighbours inside a community, in units of the map. */
const STEP = 14;
/** The golden angle: points at multiples of it fill a disc evenly (Vogel 1979). */
const TURN = Math.PI * (3 - Math.sqrt(5));
const ROUNDS = 300;
/** Up to this many communities are laid out by their connections; more go on a spiral, the largest in the middle. */
const MANY = 600;

/**
 * Places of a large graph's entities: by community (Louvain), each community an even disc with its best connected entity in the
 * middle, communities that have much to do with each other side by side. No two entities lie on one place. Deterministic.
 */
export function mapOf(count: number, links: readonly PageLink[]): PageMap {
  const graph = new UndirectedGraph();
  for (let i = 0; i < count; i++) graph.addNode(String(i));
  const degree = new Int32Array(count);
  for (const l of links) {
    if (l.from < 0 || l.to < 0 || l.from === l.to) continue;
    degree[l.from] = (degree[l.from] as number) + 1;
    degree[l.to] = (degree[l.to] as number) + 1;
    const [a, b] = l.from < l.to ? [l.from, l.to] : [l.to, l.from];
    const key = `${a} ${b}`;
    if (graph.hasEdge(key)) graph.updateEdgeAttribute(key, 'weight', (w: number | undefined) => (w ?? 0) + 1);
    else graph.addEdgeWithKey(key, String(a), String(b), { weight: 1 });
  }
  const groups = groupsOf(graph, degree);
  const discs = spread(groups, graph);
  const at = Array.from({ length: count * 2 }, () => 0), of = Array.from({ length: count }, () => 0);
  groups.forEach((members, c) => members.forEach((n, i) => {
    const { x, y } = discs[c] as Disc;
    const r = STEP * Math.sqrt(i), angle = i * TURN;
    at[n * 2] = Math.round(x + r * Math.cos(angle));
    at[n * 2 + 1] = Math.round(y + r * Math.sin(angle));
    of[n] = c;
  }));
  const size = Math.ceil(Math.max(1, ...discs.map((d) => Math.max(d.x, d.y) + d.r)));
  return { size, at, of, communities: discs.map((d, c) => [Math.round(d.x), Math.round(d.y), Math.ceil(d.r), (groups[c] as number[])[0] as number] as const) };
}

/** Entities by community, the best connected first; the largest community first. What has no connection at all is one group. */
function groupsOf(graph: UndirectedGraph, degree: Int32Array): number[][] {
  const found: Record<string, number> = graph.size === 0 ? {} : louvain(graph, { rng: dice(), getEdgeWeight: 'weight' });
  const groups = new Map<number, number[]>();
  for (let n = 0; n < degree.length; n++) {
    const c = degree[n] === 0 ? -1 : (found[n] as number);
    const own = groups.get(c);
    if (own) own.push(n);
    else groups.set(c, [n]);
  }
  const byDegree = (a: number, b: number): number => (degree[b] as number) - (degree[a] as number) || a - b;
  const list = [...groups].map(([c, members]) => ({ c, members: members.sort(byDegree) }));
  return list.sort((a, b) => Number(a.c === -1) - Number(b.c === -1) || b.members.length - a.members.length || (a.members[0] as number) - (b.members[0] as number)).map((g) => g.members);
}

interface Disc {
  x: number;
  y: number;
  readonly r: number;
}

/** A place for every community's disc; none lies over another. */
function spread(groups: readonly (readonly number[])[], graph: UndirectedGraph): Disc[] {
  const discs = groups.map((members, i): Disc => ({ x: Math.cos(i * TURN) * Math.sqrt(i), y: Math.sin(i * TURN) * Math.sqrt(i), r: STEP * (Math.sqrt(members.length) + 1.5) }));
  if (groups.length <= MANY) byConnections(discs, groups, graph);
  const scale = Math.sqrt(discs.reduce((sum, d) => sum + d.r * d.r, 0) / Math.max(1, discs.length));
  for (const d of discs) {
    d.x *= scale;
    d.y *= scale;
  }
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) moved = apart(discs);
  // what is still too near moves out along its ray, one after the other
  for (let i = 1; i < discs.length; i++) while (discs.slice(0, i).some((d) => overlap(d, discs[i] as Disc) > 0.5)) outwards(discs[i] as Disc);
  const left = Math.min(...discs.map((d) => d.x - d.r)), top = Math.min(...discs.map((d) => d.y - d.r));
  for (const d of discs) {
    d.x -= left;
    d.y -= top;
  }
  return discs;
}

/** Moves discs from their spiral to where their connections draw them, in units of about one disc. */
function byConnections(discs: Disc[], groups: readonly (readonly number[])[], graph: UndirectedGraph): void {
  const of = new Map(groups.flatMap((members, c) => members.map((n) => [String(n), c] as const)));
  const meta = new UndirectedGraph();
  discs.forEach((d, c) => meta.addNode(c, { x: d.x * 10, y: d.y * 10 }));
  graph.forEachEdge((_, attributes, a, b) => {
    const p = of.get(a) as number, q = of.get(b) as number;
    if (p === q) return;
    const key = p < q ? `${p} ${q}` : `${q} ${p}`, weight = attributes['weight'] as number;
    if (meta.hasEdge(key)) meta.updateEdgeAttribute(key, 'weight', (w: number | undefined) => (w ?? 0) + weight);
    else meta.addEdgeWithKey(key, String(p), String(q), { weight });
  });
  if (meta.size === 0) return;
  const found = forceAtlas2(meta, { iterations: ROUNDS, getEdgeWeight: (_, a) => Math.log2(1 + (a['weight'] as number)), settings: { gravity: 1, scalingRatio: 10, strongGravityMode: true, barnesHutOptimize: discs.length > 200 } });
  const spans = Object.values(found).map((p) => Math.hypot(p.x, p.y));
  const far = Math.max(1e-9, ...spans);
  discs.forEach((d, c) => {
    const p = found[c] as { x: number; y: number };
    d.x = (p.x / far) * Math.sqrt(discs.length);
    d.y = (p.y / far) * Math.sqrt(discs.length);
  });
}

const overlap = (a: Disc, b: Disc): number => a.r + b.r - Math.hypot(a.x - b.x, a.y - b.y);

function apart(discs: Disc[]): boolean {
  let moved = false;
  for (let i = 0; i < discs.length; i++) for (let j = i + 1; j < discs.length; j++) {
    const a = discs[i] as Disc, b = discs[j] as Disc;
    const by = overlap(a, b);
    if (by <= 0.5) continue;
    moved = true;
    const dx = b.x - a.x || 1e-3 * (j - i), dy = b.y - a.y, length = Math.hypot(dx, dy);
    // the smaller one gives way
    const share = (b.r * b.r) / (a.r * a.r + b.r * b.r);
    a.x -= (dx / length) * by * share;
    a.y -= (dy / length) * by * share;
    b.x += (dx / length) * by * (1 - share);
    b.y += (dy / length) * by * (1 - share);
  }
  return moved;
}

function outwards(d: Disc): void {
  const length = Math.hypot(d.x, d.y) || 1;
  d.x += ((d.x || 1) / length) * d.r;
  d.y += (d.y / length) * d.r;
}
