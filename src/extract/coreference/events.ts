import type { Role } from '../../model/types.js';
import type { EventType } from '../../model/vocabulary.js';
import type { DraftEvent, Stretch } from '../draft.js';
import type { Cluster } from './entities.js';
import { ACTORS, sameEvent, type JoinedEvent, type JoinedRole } from './same-event.js';

const within = (inner: Stretch, outer: Stretch): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Fills what sentences leave out, joins tellings of one event, and says to whom each statement is attributed. */
export function joinEvents(drafts: readonly DraftEvent[], clusterOf: (mention: number) => Cluster | undefined, at: (mention: number) => Stretch, isBoth: (mention: number) => boolean, fold: (from: number, to: number) => string, isTown: (id: string) => boolean): JoinedEvent[] {
  const ordered = drafts.map((d, i) => ({ d, i })).sort((a, b) => a.d.sentence - b.d.sentence || a.d.trigger[0] - b.d.trigger[0] || a.i - b.i);
  const done: JoinedEvent[] = [];
  let speaker: { cluster: Cluster; at: Stretch; sentence: number } | undefined;
  let previous: JoinedEvent | undefined;
  let told: JoinedEvent | undefined;
  const definite = new Set<JoinedEvent>();
  for (const { d } of ordered) {
    const roles: JoinedRole[] = [];
    for (const r of d.roles) {
      const cluster = r.mention === undefined ? undefined : clusterOf(r.mention);
      const where = r.mention === undefined ? r.at : at(r.mention);
      if (r.mention !== undefined && !cluster) {
        if (isBoth(r.mention)) for (const o of pair(done, d)) roles.push({ role: r.role, cluster: o.cluster, at: o.at, value: undefined, certainty: 'implied' });
        continue;
      }
      roles.push({ role: r.role, cluster, at: where, value: r.value, certainty: r.certainty });
    }
    if (d.subjectRole && (d.subjectRole === 'participant' || !roles.some((r) => r.role === d.subjectRole))) {
      const said = d.type === 'Statement' || d.report !== undefined;
      const around = d.firstPerson ? innermost(done, d.trigger)?.roles.find((r) => r.role === 'agent') : undefined;
      const me = around?.cluster && around.at ? { cluster: around.cluster, at: around.at } : undefined;
      // "they stressed" after a meeting: those who met
      const both = d.plural && !d.firstPerson ? pair(done, d) : [];
      if (both.length > 1 && !roles.some((r) => both.some((o) => o.cluster === r.cluster))) {
        roles.unshift(...both.map((o) => ({ role: d.subjectRole as Role, cluster: o.cluster, at: o.at, value: undefined, certainty: 'implied' as const })));
      } else {
      const heir = d.firstPerson ? me : said ? speaker : subjectBefore(previous, d);
      if (heir && !roles.some((r) => r.cluster === heir.cluster)) roles.unshift({ role: d.subjectRole, cluster: heir.cluster, at: heir.at, value: undefined, certainty: 'implied' });
      else if (!heir && (said || roles.filter((r) => r.cluster).length === 0)) continue;
      }
    }
    const first = told?.publishes ? told : previous;
    if (goesOn(first, d, roles)) {
      first.report = d.report;
      for (const r of roles) if (r.role === 'topic' || r.role === 'target') first.roles.push(r);
      first.alsoTriggers.push(d.trigger);
      continue;
    }
    const event: JoinedEvent = {
      type: d.type, trigger: d.trigger, sentence: d.sentence, status: d.status, roles: distinct(roles), alsoTriggers: [], foundBy: d.foundBy,
      report: d.report, source: undefined, nominal: d.nominal, publishes: d.publishes ?? false,
    };
    if (d.type === 'Statement') {
      const agent = roles.find((r) => r.role === 'agent' && r.cluster);
      if (agent?.cluster && agent.at && !insideReport(done, d.trigger)) speaker = { cluster: agent.cluster, at: agent.at, sentence: d.sentence };
    }
    if (d.refersBack) definite.add(event);
    const same = done.find((e) => sameEvent(e, event, d.refersBack, fold, isTown));
    if (same) absorb(same, event, fold);
    else if (!d.onlyBack && !(d.refersBack && event.roles.length === 0 && d.type !== 'Meeting')) done.push(event);
    previous = event;
    if (!event.nominal) told = same ?? event;
  }
  joinForward(done, definite, fold);
  borrowFromHosting(done);
  attribute(done);
  return done.filter((e) => e.roles.length > 0);
}

const TOGETHER = new Set<EventType>(['Meeting', 'Hosting', 'Visit', 'Call', 'Negotiation', 'Agreement']);

/** The two who met, called or agreed last, not more than three sentences before; none where others spoke since. */
function pair(done: readonly JoinedEvent[], d: DraftEvent): { cluster: Cluster; at: Stretch }[] {
  const last = done.findLast((e) => TOGETHER.has(e.type) && d.sentence - e.sentence <= 3 && actors(e).length > 1);
  return last ? actors(last) : [];
}

function actors(e: JoinedEvent): { cluster: Cluster; at: Stretch }[] {
  return e.roles.flatMap((r) => (r.cluster && r.at && ACTORS.has(r.role) ? [{ cluster: r.cluster, at: r.at }] : []));
}

/** "published a statement and says …": one utterance, told by two verbs. */
function goesOn(previous: JoinedEvent | undefined, d: DraftEvent, roles: readonly JoinedRole[]): previous is JoinedEvent {
  return previous !== undefined && previous.type === 'Statement' && d.type === 'Statement' && previous.sentence === d.sentence && !previous.nominal && !d.nominal
    && (d.subjectRole !== undefined || roles.some((r) => r.role === 'agent' && r.certainty === 'implied')) && d.report !== undefined && previous.report === undefined
    && (previous.publishes || !previous.roles.some((r) => r.role === 'topic'));
}

const insideReport = (events: readonly JoinedEvent[], at: Stretch): boolean => events.some((e) => e.report && within(at, e.report));

/** The subject of the clause before, in the same sentence. */
function subjectBefore(previous: JoinedEvent | undefined, d: DraftEvent): { cluster: Cluster; at: Stretch } | undefined {
  if (!previous || previous.sentence !== d.sentence || previous.nominal) return undefined;
  const r = previous.roles.find((x) => x.role === 'agent' && x.cluster);
  // "NAME said: they attacked": not NAME alone
  if (d.plural && previous.report && previous.report[0] <= d.trigger[0] && d.trigger[1] <= previous.report[1] && r?.cluster?.type === 'Person' && !r.cluster.unnamed) return undefined;
  return r?.cluster && r.at ? { cluster: r.cluster, at: r.at } : undefined;
}

function distinct(roles: readonly JoinedRole[]): JoinedRole[] {
  const out: JoinedRole[] = [];
  for (const r of roles) {
    if (r.cluster && out.some((o) => o.cluster === r.cluster && (o.role === r.role || (ACTORS.has(o.role) && ACTORS.has(r.role))))) continue;
    if (!r.cluster && out.some((o) => o.role === r.role && o.at && r.at && o.at[0] === r.at[0])) continue;
    out.push(r);
  }
  return out;
}

/** "The talks" before the text says whose: the same as the one event of that kind with actors. */
function joinForward(events: JoinedEvent[], definite: ReadonlySet<JoinedEvent>, fold: (from: number, to: number) => string): void {
  for (const e of events.slice()) {
    if (!definite.has(e) || e.roles.some((r) => r.cluster && ACTORS.has(r.role))) continue;
    const others = events.filter((o) => o !== e && o.type === e.type && o.roles.some((r) => r.cluster && ACTORS.has(r.role)));
    if (others.length !== 1) continue;
    const from = others[0] as JoinedEvent;
    absorb(e, from, fold);
    events.splice(events.indexOf(from), 1);
  }
}

function absorb(into: JoinedEvent, from: JoinedEvent, fold: (from: number, to: number) => string): void {
  into.alsoTriggers.push(from.trigger, ...from.alsoTriggers);
  if (from.status === 'planned' || (into.nominal && !from.nominal && into.status === 'asserted')) into.status = from.status;
  for (const r of from.roles) {
    if (r.cluster && into.roles.some((o) => o.cluster === r.cluster && ACTORS.has(o.role) === ACTORS.has(r.role))) continue;
    if (!r.cluster && r.role !== 'topic' && into.roles.some((o) => o.role === r.role)) continue;
    if (!r.cluster && r.at && into.roles.some((o) => o.role === r.role && o.at && fold(...o.at) === fold(...(r.at as Stretch)))) continue;
    into.roles.push(r);
  }
}

/**
 * What a reception tells of the events that are part of it: who met and talked (a meeting without participants, talks beside it),
 * and when the guest's visit and those talks are. What belongs to a planned reception is planned.
 */
function borrowFromHosting(events: readonly JoinedEvent[]): void {
  const hostings = events.filter((o) => o.type === 'Hosting' && o.roles.filter((r) => r.cluster && (r.role === 'agent' || r.role === 'target')).length > 1);
  const from = hostings[0];
  if (!from) return;
  const guest = from.roles.find((r) => r.role === 'target')?.cluster;
  for (const e of events) {
    const beside = e.type === 'Negotiation' && e.sentence === from.sentence;
    const visit = e.type === 'Visit' && hostings.length === 1 && e.roles.some((r) => r.role === 'agent' && r.cluster === guest);
    if ((e.type === 'Meeting' || beside) && !e.roles.some((r) => r.role === 'participant')) {
      for (const r of from.roles) if (r.cluster && (r.role === 'agent' || r.role === 'target')) e.roles.push({ role: 'participant', cluster: r.cluster, ...(r.at ? { at: r.at } : {}), certainty: 'implied' });
    }
    if (!beside && !visit) continue;
    if (!e.roles.some((r) => r.role === 'time')) e.roles.push(...from.roles.filter((r) => r.role === 'time').map((r) => ({ ...r, certainty: 'implied' as const })));
    if (from.status === 'planned' && e.status === 'asserted') e.status = 'planned';
  }
}

/** The speech event whose report is the shortest around a stretch. */
function innermost(events: readonly JoinedEvent[], at: Stretch, except?: JoinedEvent): JoinedEvent | undefined {
  let best: JoinedEvent | undefined;
  for (const o of events) {
    if (!o.report || o === except || !within(at, o.report)) continue;
    if (!best?.report || o.report[1] - o.report[0] < best.report[1] - best.report[0]) best = o;
  }
  return best;
}

/** An event inside what somebody is reported to have said is attributed to that speaker: the innermost one. */
function attribute(events: readonly JoinedEvent[]): void {
  for (const e of events) {
    const said = innermost(events, e.trigger, e);
    const agent = said?.roles.find((r) => r.role === 'agent')?.cluster;
    if (!said || !agent) continue;
    e.source = agent;
    e.saidIn = said;
  }
}
