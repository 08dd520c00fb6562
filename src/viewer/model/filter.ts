import type { Status } from '../../model/types.js';
import type { Reading } from './reading.js';
import type { PageEvent, PageLink } from './types.js';

/** What is looked for. Empty lists and undefined values ask for nothing. */
export interface Filter {
  /** Types of entities: both ends of a fact have one of them. */
  readonly types: readonly string[];
  /** Types of events and relations. */
  readonly kinds: readonly string[];
  readonly status: readonly Status[];
  /** Who says so: an entity. */
  readonly speaker?: number | undefined;
  /** First and last day, YYYY-MM-DD, both included. An event without a date is not in any time. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly article?: number | undefined;
  readonly confidence: number;
  /** A direct property: a ready-made question. */
  readonly property?: string | undefined;
  /** Only facts among these entities: the surroundings of the first, or a way from the first to the last. */
  readonly among?: readonly number[] | undefined;
  readonly way?: boolean;
}

export const NO_FILTER: Filter = { types: [], kinds: [], status: [], confidence: 0 };

export const asksNothing = (f: Filter): boolean => f.types.length === 0 && f.kinds.length === 0 && f.status.length === 0 && f.speaker === undefined && f.since === undefined && f.until === undefined && f.article === undefined && f.confidence === 0 && f.property === undefined && f.among === undefined;

const asksOfEvents = (f: Filter): boolean => f.kinds.length > 0 || f.status.length > 0 || f.speaker !== undefined || f.since !== undefined || f.until !== undefined || f.article !== undefined || f.confidence > 0;

/** Whether an event is asked for. A time of the shape 2021 or 2021-07 is in a span when a day of it may be. */
export function eventPasses(f: Filter, e: PageEvent): boolean {
  if (f.article !== undefined && e.article !== f.article) return false;
  if (f.kinds.length > 0 && !f.kinds.includes(e.type)) return false;
  if (f.status.length > 0 && !f.status.includes(e.status)) return false;
  if (f.speaker !== undefined && e.source !== f.speaker) return false;
  if (f.confidence > 0 && (e.confidence ?? 1) < f.confidence) return false;
  const day = e.time?.slice(0, 10);
  if (f.since !== undefined && (day === undefined || shorter(day, f.since) < shorter(f.since, day))) return false;
  return f.until === undefined || (day !== undefined && shorter(day, f.until) <= shorter(f.until, day));
}

/** As much of a time as another one says: of a year only the year is compared. */
const shorter = (time: string, other: string): string => time.slice(0, other.length);

export interface Found {
  /** Numbers of links, in order. */
  readonly links: readonly number[];
  /** Entities at their ends, ascending. */
  readonly entities: readonly number[];
  /** Entities of the asked types that no fact has, in the article that is asked for or in all. */
  readonly alone: readonly number[];
}

export function select(r: Reading, f: Filter): Found {
  const { data } = r;
  const asked = asksOfEvents(f), among = f.among && new Set(f.among);
  const typed = (n: number): boolean => n < 0 || f.types.length === 0 || f.types.includes(data.entities[n]?.type ?? '');
  const inside = (n: number): boolean => n < 0 || !among || among.has(n);
  const links: number[] = [];
  const ends = new Set<number>();
  data.links.forEach((l: PageLink, i) => {
    if (f.property !== undefined && l.property !== f.property) return;
    if (!typed(l.from) || !typed(l.to) || !inside(l.from) || !inside(l.to)) return;
    // a way and surroundings are made of entities; passages would only hide them
    if (among && (l.from < 0 || l.to < 0)) return;
    if (asked && !l.events.some((e) => eventPasses(f, data.events[e] as PageEvent))) return;
    links.push(i);
    if (l.from >= 0) ends.add(l.from);
    if (l.to >= 0) ends.add(l.to);
  });
  const wholeArticles = f.property === undefined && !among && f.kinds.length === 0 && f.status.length === 0 && f.speaker === undefined && f.since === undefined && f.until === undefined && f.confidence === 0;
  const alone = !wholeArticles ? (among ? [...among].filter((n) => !ends.has(n)) : [])
    : data.entities.flatMap((_, n) => (!ends.has(n) && typed(n) && (f.article === undefined || (r.mentionsOf[n] ?? []).some((p) => data.passages[p]?.article === f.article)) ? [n] : []));
  return { links, entities: [...ends].sort((a, b) => a - b), alone };
}
