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
    found.push({ node, type, status: short(one('status') ?? '').slice('news:'.length), time: one('time')?.slice(0, 10), article: (one('evidence') ?? '').replace(/#.*$/, ''), role: (name) => own.values.get(news(name as 'host')) ?? [] });
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

/** The first day after a time that may be a year or a month. */
const laterThan = (time: string, day: string): boolean => time > day.slice(0, time.length);

function tooEarly(nodes: Nodes, events: readonly Happening[]): Finding[] {
  return events.flatMap((e): Finding[] => {
    const published = nodes.all.get(e.article)?.values.get(news('published'))?.[0];
    if (e.status !== 'asserted' || e.time === undefined || published === undefined || !laterThan(e.time, published)) return [];
    return [finding('HW-403', e.node, { time: e.time, published }, { actual: e.time, path: news('time') })];
  });
}

function twoCountries(nodes: Nodes, events: readonly Happening[], { countryOf }: Subject): Finding[] {
  const outermost = (place: string): string | undefined => {
    let at = place;
    for (let k = 0; k < 8; k++) {
      const up = nodes.all.get(at)?.values.get(news('locatedIn'))?.[0];
      if (up === undefined) break;
      at = up;
    }
    return countryOf?.(place) ?? (at === place ? undefined : (countryOf?.(at) ?? at));
  };
  const seen = new Map<string, { place: string; country: string }>();
  const found: Finding[] = [];
  for (const e of events) {
    if (e.status !== 'asserted' || e.time?.length !== 10) continue;
    for (const [who, where] of PRESENCE[e.type] ?? []) for (const person of e.role(who)) {
      if (!nodes.all.get(person)?.types.includes(news('Person'))) continue;
      for (const place of e.role(where)) {
        const country = outermost(place), key = `${person} ${e.time}`;
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
  for (const e of events) if (e.type === 'Death' && e.status === 'asserted' && e.time?.length === 10) for (const who of e.role('deceased')) if (!died.has(who) || (died.get(who) as string) > e.time) died.set(who, e.time);
  const found: Finding[] = [];
  if (died.size > 0) for (const e of events) {
    if (e.status !== 'asserted' || e.time?.length !== 10) continue;
    const { agent, participant } = ROLE_PROPERTIES[e.type];
    for (const role of [agent ?? 'agent', participant ?? 'participant']) for (const who of e.role(role)) {
      const day = died.get(who);
      if (day !== undefined && e.time > day) found.push(finding('HW-406', who, { died: day, time: e.time }, { actual: e.node }));
    }
  }
  return found;
}

/** One article tells an event of two or more, another one denies it, of the same time where both say when. */
function contradictions(events: readonly Happening[]): Finding[] {
  const told = new Map<string, Happening[]>(), found: Finding[] = [];
  const keyOf = (e: Happening): string | undefined => {
    const roles = ROLE_PROPERTIES[e.type];
    const fills = (['agent', 'target', 'participant', 'place'] as const).flatMap((r) => e.role(roles[r] ?? r).map((who) => (r === 'participant' ? who : `${r} ${who}`)));
    return fills.length < 2 ? undefined : [e.type, ...fills.sort()].join('\n');
  };
  for (const e of events) {
    const key = e.status === 'asserted' ? keyOf(e) : undefined;
    if (key !== undefined) told.set(key, [...(told.get(key) ?? []), e]);
  }
  for (const e of events) {
    const other = e.status === 'negated' ? told.get(keyOf(e) ?? '')?.find((o) => o.article !== e.article && (o.time === undefined || e.time === undefined || o.time === e.time)) : undefined;
    if (other) found.push(finding('HW-407', e.node, { a: other.article, b: e.article }, { actual: other.node }));
  }
  return found;
}
