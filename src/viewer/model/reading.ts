import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path';
import type { Status } from '../../model/types.js';
import type { PageData, PageEvent, PageLink } from './types.js';

/** Page data arranged for questions. Lists hold numbers; what is costly is made when it is first asked for. */
export interface Reading {
  readonly data: PageData;
  /** Entity → its links, both directions. */
  readonly linksOf: readonly (readonly number[])[];
  /** Entity → events in which it takes part or of which it is the source. */
  readonly eventsOf: readonly (readonly number[])[];
  /** Entity → passages that name it. */
  readonly mentionsOf: readonly (readonly number[])[];
  /** Article → its passages, in the order of the text; its events. */
  readonly passagesIn: readonly (readonly number[])[];
  readonly eventsIn: readonly (readonly number[])[];
  /** Event → links that it states. */
  readonly linksOfEvent: readonly (readonly number[])[];
  /** Passage → events that it triggers. */
  readonly triggers: ReadonlyMap<number, readonly number[]>;
  /** The entities by their connections, the best connected first. */
  readonly byDegree: readonly number[];
  /** Entities and the links between them; how far something is and the way there are asked of it. */
  graph(): UndirectedGraph;
}

export function read(data: PageData): Reading {
  const linksOf = lists(data.entities.length), eventsOf = lists(data.entities.length), mentionsOf = lists(data.entities.length);
  const passagesIn = lists(data.articles.length), eventsIn = lists(data.articles.length), linksOfEvent = lists(data.events.length);
  const triggers = new Map<number, number[]>();
  data.links.forEach((l, i) => {
    linksOf[l.from]?.push(i);
    if (l.to !== l.from) linksOf[l.to]?.push(i);
    for (const e of l.events) linksOfEvent[e]?.push(i);
  });
  data.events.forEach((e, i) => {
    for (const n of new Set([...e.who, ...(e.source === undefined ? [] : [e.source])])) eventsOf[n]?.push(i);
    eventsIn[e.article]?.push(i);
    for (const t of e.triggers) triggers.set(t, [...(triggers.get(t) ?? []), i]);
  });
  data.passages.forEach((p, i) => {
    passagesIn[p.article]?.push(i);
    for (const n of p.names ?? []) mentionsOf[n]?.push(i);
  });
  const weight = linksOf.map((l, i) => l.length * 1000 + Math.min(999, (mentionsOf[i] as number[]).length));
  let graph: UndirectedGraph | undefined;
  return {
    data, linksOf, eventsOf, mentionsOf, passagesIn, eventsIn, linksOfEvent, triggers,
    byDegree: data.entities.map((_, i) => i).sort((a, b) => (weight[b] as number) - (weight[a] as number) || a - b),
    graph: () => (graph ??= graphOf(data)),
  };
}

const lists = (count: number): number[][] => Array.from({ length: count }, () => []);

function graphOf(data: PageData): UndirectedGraph {
  const graph = new UndirectedGraph();
  data.entities.forEach((_, i) => graph.addNode(String(i)));
  for (const l of data.links) {
    if (l.from < 0 || l.to < 0 || l.from === l.to) continue;
    const key = l.from < l.to ? `${l.from} ${l.to}` : `${l.to} ${l.from}`;
    if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, String(l.from), String(l.to));
  }
  return graph;
}

/** A shortest way from one entity to another along facts, both ends with it; undefined where there is none. */
export function pathBetween(r: Reading, from: number, to: number): number[] | undefined {
  return bidirectional(r.graph(), String(from), String(to))?.map(Number);
}

/** The entities at most so many steps from one, itself first. */
export function around(r: Reading, from: number, steps: number): number[] {
  const found = new Set([from]);
  let edge: readonly number[] = [from];
  for (let step = 0; step < steps; step++) {
    edge = edge.flatMap((n) => r.graph().neighbors(String(n)).map(Number)).filter((n) => !found.has(n));
    for (const n of edge) found.add(n);
  }
  return [...found];
}

/** Who takes part in the same events, and in how many; the most frequent first. */
export function company(r: Reading, entity: number): { readonly entity: number; readonly events: number }[] {
  const count = new Map<number, number>();
  for (const e of r.eventsOf[entity] ?? []) {
    const event = r.data.events[e] as PageEvent;
    if (!event.who.includes(entity)) continue;
    for (const n of event.who) if (n !== entity) count.set(n, (count.get(n) ?? 0) + 1);
  }
  return [...count].map(([n, events]) => ({ entity: n, events })).sort((a, b) => b.events - a.events || a.entity - b.entity);
}

/** How a link is drawn: its status, and whether somebody is said to say so in every event behind it. */
export function standing(data: PageData, link: PageLink): { readonly status: Status; readonly source: number | undefined; readonly time: string | undefined } {
  const events = link.events.map((e) => data.events[e] as PageEvent);
  const order: readonly Status[] = ['asserted', 'planned', 'possible', 'negated'];
  const status = order.find((s) => events.some((e) => e.status === s)) ?? 'asserted';
  const source = events.length > 0 && events.every((e) => e.source !== undefined) ? (events[0] as PageEvent).source : undefined;
  return { status, source, time: events.map((e) => e.time).find((t) => t !== undefined) };
}

/** The first passage that an event has for a property. */
export function passageFor(data: PageData, event: PageEvent, property: string): number | undefined {
  for (let i = 0; i < event.says.length; i += 2) {
    const object = data.terms[event.says[i + 1] as number];
    if (data.terms[event.says[i] as number] === property && typeof object === 'number' && object < 0) return -1 - object;
  }
  return undefined;
}

/** The words of a passage, as the text has them. */
export function quoteOf(data: PageData, passage: number): string {
  const p = data.passages[passage];
  return p ? (p.quote ?? data.articles[p.article]?.text.slice(p.from, p.to) ?? '') : '';
}
