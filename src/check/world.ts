import { dateExists } from '../graph/times.js';
import { DIRECT, EVENT_TYPES, news, ROLE_PROPERTIES, type EventType } from '../model/vocabulary.js';
import { finding, short, type Finding } from './finding.js';
import { nodesOf, type Nodes } from './nodes.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const DATES = new Set(['date', 'dateTime', 'gYear', 'gYearMonth'].map((n) => XSD + n));
const SHORT = DIRECT.filter((d) => d.from !== d.to);

/** Where the people of an event are while it happens: who, and where. */
const PRESENCE: Readonly<Partial<Record<EventType, readonly (readonly [who: string, where: string])[]>>> = {
  Visit: [['visitor', 'destination']], Meeting: [['attendee', 'place']], Hosting: [['host', 'place'], ['guest', 'place']], Arrest: [['arrested', 'place']],
};

/** HW-401 to HW-407: what cannot be in the world. */
export function checkWorld(subject: Subject, ontology: Ontology): Finding[] {
  const found: Finding[] = [];
  for (const q of subject.quads) {
    if (q.object.termType !== 'Literal' || !DATES.has(q.object.datatype.value) || dateExists(q.object.value, q.object.datatype.value)) continue;
    found.push(finding('HW-401', q.subject.value, { value: q.object.value.slice(0, 80), kind: q.object.datatype.value.slice(XSD.length) }, { actual: q.object.value.slice(0, 80), path: q.predicate.value }));
  }
  const nodes = nodesOf(subject.quads);
  const events = eventsOf(nodes);
  return [...found, ...selves(events, ontology), ...tooEarly(nodes, events), ...twoCountries(nodes, events, subject), ...postsOfPlaces(nodes), ...theDead(events), ...contradictions(events)];
}

interface Happening {
  readonly node: string;
  readonly type: EventType;
  readonly status: string;
  /** Day, or less exact; undefined where it is not said. */
  readonly time: string | undefined;
  readonly article: string;
  readonly role: (name: string) => readonly string[];
}

function eventsOf(nodes: Nodes): Happening[] {
  const types = new Map<string, EventType>(EVENT_TYPES.map((t) => [news(t), t]));
  const found: Happening[] = [];
  for (const [node, own] of nodes.all) for (const c of own.types) {
    const type = types.get(c);
    if (type === undefined) continue;
    const one = (name: 'status' | 'time' | 'evidence'): string | undefined => own.values.get(news(name))?.[0];
    found.push({ node, type, status: short(one('status') ?? '').slice('news:'.length), time: one('time'), article: (one('evidence') ?? '').replace(/#.*$/, ''), role: (name) => own.values.get(news(name as 'host')) ?? [] });
  }
  return found;
}

function selves(events: readonly Happening[], ontology: Ontology): Finding[] {
  const found: Finding[] = [];
  for (const e of events) for (const d of SHORT) {
    if (d.of !== e.type || !ontology.irreflexive.has(news(d.property))) continue;
    const other = e.role(d.to);
    for (const who of e.role(d.from)) if (other.includes(who)) found.push(finding('HW-402', e.node, {}, { actual: who, terms: { a: [news(d.from)], b: [news(d.to)] } }));
  }
  return found;
}

const ZONE = /(?:Z|[+-]\d\d:\d\d)$/;
/** Hours by which a day may lie apart from the same day of UTC. */
const APART = 14;

/** Whether a time, which may be a year or a month, is after a day. */
function laterThan(time: string, day: string): boolean {
  if (time.includes('T') && ZONE.test(time)) return Date.parse(time) > Date.parse(`${day.slice(0, 10)}T23:59:59Z`) + APART * 3_600_000;
  const plain = time.replace(ZONE, '').slice(0, 10);
  return plain > day.slice(0, plain.length);
}

function tooEarly(nodes: Nodes, events: readonly Happening[]): Finding[] {
  return events.flatMap((e): Finding[] => {
    const published = nodes.all.get(e.article)?.values.get(news('published'))?.[0];
    if (e.status !== 'asserted' || e.time === undefined || published === undefined || !laterThan(e.time, published)) return [];
    return [finding('HW-403', e.node, { time: e.time, published }, { actual: e.time, path: news('time') })];
  });
}

/** The day of a time that is exact to the day. */
const dayOf = (time: string): string | undefined => /^\d{4}-\d\d-\d\d(?=$|T|Z|[+-])/.exec(time)?.[0];

function twoCountries(nodes: Nodes, events: readonly Happening[], { countryOf }: Subject): Finding[] {
  if (!countryOf) return [];
  /** The country of a place, by the lists: its own, or that of what it lies in. */
  const countryAbove = (place: string): string | undefined => {
    const above = new Set([place]);
    for (const at of above) {
      const country = countryOf(at);
      if (country !== undefined || above.size > 32) return country;
      for (const up of nodes.all.get(at)?.values.get(news('locatedIn')) ?? []) above.add(up);
    }
    return undefined;
  };
  const seen = new Map<string, { place: string; country: string }>();
  const found: Finding[] = [];
  for (const e of events) {
    if (e.status !== 'asserted' || e.time === undefined || dayOf(e.time) === undefined) continue;
    for (const [who, where] of PRESENCE[e.type] ?? []) for (const person of e.role(who)) {
      if (!nodes.all.get(person)?.types.includes(news('Person'))) continue;
      for (const place of e.role(where)) {
        const country = countryAbove(place), key = `${person} ${dayOf(e.time)}`;
        if (country === undefined) continue;
        const before = seen.get(key);
        if (before === undefined) seen.set(key, { place, country });
        else if (before.country !== country) found.push(finding('HW-404', person, { a: nodes.name(before.place), b: nodes.name(place), time: e.time }, { actual: `${before.place} ${place}` }));
      }
    }
  }
  return found;
}

function postsOfPlaces(nodes: Nodes): Finding[] {
  const found: Finding[] = [];
  for (const [node, own] of nodes.all) for (const holder of own.values.get(news('holder')) ?? []) {
    if (nodes.all.get(holder)?.types.includes(news('Place'))) found.push(finding('HW-405', node, { value: nodes.name(holder) }, { actual: holder, path: news('holder') }));
  }
  return found;
}

function theDead(events: readonly Happening[]): Finding[] {
  const died = new Map<string, string>();
  for (const e of events) if (e.type === 'Death' && e.status === 'asserted' && e.time !== undefined && dayOf(e.time) !== undefined) for (const who of e.role('deceased')) if (!died.has(who) || (died.get(who) as string) > e.time) died.set(who, e.time);
  const found: Finding[] = [];
  if (died.size > 0) for (const e of events) {
    if (e.status !== 'asserted' || e.time === undefined || dayOf(e.time) === undefined) continue;
    const { agent, participant } = ROLE_PROPERTIES[e.type];
    for (const role of [agent ?? 'agent', participant ?? 'participant']) for (const who of e.role(role)) {
      const day = died.get(who);
      if (day !== undefined && e.time > day) found.push(finding('HW-406', who, { died: day, time: e.time }, { actual: e.node }));
    }
  }
  return found;
}

const samePlace = (a: Happening, b: Happening): boolean => {
  const [x, y] = [a, b].map((e) => e.role(ROLE_PROPERTIES[e.type].place ?? 'place')) as [readonly string[], readonly string[]];
  return x.length === 0 || y.length === 0 || x.some((p) => y.includes(p));
};

/** Tellings of one event that are kept to be compared. */
const MOST_TOLD = 64;

/** One article tells an event of two or more, another one denies it, of the same time where both say when. */
function contradictions(events: readonly Happening[]): Finding[] {
  const told = new Map<string, Happening[]>(), found: Finding[] = [];
  const keyOf = (e: Happening): string | undefined => {
    const roles = ROLE_PROPERTIES[e.type];
    const fills = (['agent', 'target', 'participant'] as const).flatMap((r) => e.role(roles[r] ?? r).map((who) => (r === 'participant' ? who : `${r} ${who}`)));
    if (fills.length < 2) fills.push(...e.role(roles.place ?? 'place'));
    return fills.length < 2 ? undefined : [e.type, ...fills.sort()].join('\n');
  };
  for (const e of events) {
    const key = e.status === 'asserted' ? keyOf(e) : undefined;
    if (key === undefined) continue;
    // of an article the first with each time will do
    const same = told.get(key);
    if (!same) told.set(key, [e]);
    else if (same.length < MOST_TOLD && !same.some((o) => o.article === e.article && o.time === e.time)) same.push(e);
  }
  for (const e of events) {
    const other = e.status === 'negated' ? told.get(keyOf(e) ?? '')?.find((o) => o.article !== e.article && samePlace(o, e) && (o.time === undefined || e.time === undefined || o.time === e.time)) : undefined;
    if (other) found.push(finding('HW-407', e.node, { a: other.article, b: e.article }, { actual: other.node }));
  }
  return found;
}
