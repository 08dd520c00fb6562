import type { Role, Status } from '../../model/types.js';
import type { EventType } from '../../model/vocabulary.js';
import type { Stretch } from '../draft.js';
import type { Cluster } from './entities.js';

/** An event after coreference: roles filled by clusters or stretches. */
export interface JoinedRole {
  readonly role: Role;
  readonly cluster?: Cluster | undefined;
  readonly at?: Stretch | undefined;
  readonly value?: string | undefined;
  certainty: 'stated' | 'implied';
}
export interface JoinedEvent {
  readonly type: EventType;
  readonly trigger: Stretch;
  readonly sentence: number;
  status: Status;
  readonly roles: JoinedRole[];
  readonly alsoTriggers: Stretch[];
  readonly foundBy: string;
  report: Stretch | undefined;
  source: Cluster | undefined;
  /** The event of saying that reports this one. */
  saidIn?: JoinedEvent;
  readonly nominal: boolean;
  readonly publishes: boolean;
}

export const ACTORS = new Set<Role>(['agent', 'target', 'participant', 'winner']);

/** Letters of a topic that two statements do not begin with by chance. */
const SHORT = 24;
/** And of another topic. */
const PREFIX = 10;
/** Events that are told by what they are about, without anybody. */
const BY_TOPIC = new Set<EventType>(['Sanction', 'Launch', 'Decision', 'Transaction', 'Negotiation', 'Agreement', 'Trial']);

/** Events of people that are in one town only. */
const IN_TOWN = new Set<EventType>(['Visit', 'Meeting', 'Hosting']);

/** Whether a later telling is the same event: no actor contradicts, and something is shared (or it refers back by its form). `isTown`: of listed places, by id. */
export function sameEvent(a: JoinedEvent, b: JoinedEvent, refersBack: boolean, fold: (from: number, to: number) => string, isTown: (id: string) => boolean): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'Statement') {
    if (fold(...a.trigger) !== fold(...b.trigger)) return false;
    const ta = a.roles.find((r) => r.role === 'topic')?.at, tb = b.roles.find((r) => r.role === 'topic')?.at;
    if (ta === undefined || tb === undefined) return false;
    // posts repeat their headline, also shortened
    const x = fold(...ta), y = fold(...tb);
    return x === y || (Math.min(x.length, y.length) > SHORT && (x.startsWith(y) || y.startsWith(x)));
  }
  let shared = 0;
  for (const role of ACTORS) {
    const x = a.roles.filter((r) => r.role === role && r.cluster), y = b.roles.filter((r) => r.role === role && r.cluster);
    if (x.length === 0 || y.length === 0) continue;
    const common = y.filter((r) => x.some((o) => o.cluster === r.cluster)).length;
    if (common === 0) return false;
    shared += common;
  }
  if (refersBack) return true;
  if (IN_TOWN.has(a.type) && inTowns(a, isTown) && inTowns(b, isTown) && differ(a, b)) return false;
  if (a.status !== b.status && !(a.nominal || b.nominal)) return false;
  const ca = a.roles.find((r) => r.role === 'count')?.value, cb = b.roles.find((r) => r.role === 'count')?.value;
  if (ca !== undefined && cb !== undefined && ca !== cb) return false;
  const va = a.roles.find((r) => r.role === 'time')?.value, vb = b.roles.find((r) => r.role === 'time')?.value;
  if (va && vb && !va.startsWith(vb) && !vb.startsWith(va)) return false;
  // without actors, the same place tells
  if (shared === 0 && (a.type === 'Attack' || a.type === 'Accident' || a.type === 'Disaster' || a.type === 'Protest')) return samePlace(a, b);
  if (shared === 0 && BY_TOPIC.has(a.type)) return topicsShared(a, b, fold) && !differ(a, b);
  if (a.type === 'Request' || a.type === 'Decision' || a.type === 'Support' || a.type === 'Threat') return shared > 0 && topicsAgree(a, b, fold);
  return shared > 0;
}

const topicsOf = (e: JoinedEvent, fold: (from: number, to: number) => string): string[] => e.roles.flatMap((r) => (r.role === 'topic' && r.at ? [fold(...r.at)] : []));

/** The same topic in both. */
function topicsShared(a: JoinedEvent, b: JoinedEvent, fold: (from: number, to: number) => string): boolean {
  const x = topicsOf(a, fold);
  return topicsOf(b, fold).some((t) => x.includes(t));
}

/** Told of two places. */
function differ(a: JoinedEvent, b: JoinedEvent): boolean {
  const places = (e: JoinedEvent): JoinedRole[] => e.roles.filter((r) => r.role === 'place' && r.cluster);
  const x = places(a), y = places(b);
  return x.length > 0 && y.length > 0 && !x.some((r) => y.some((o) => o.cluster === r.cluster));
}

/** Told of listed towns, and of nothing wider. */
function inTowns(e: JoinedEvent, isTown: (id: string) => boolean): boolean {
  const places = e.roles.flatMap((r) => (r.role === 'place' && r.cluster ? [r.cluster] : []));
  return places.length > 0 && places.every((c) => c.type === 'Place' && c.known !== undefined && isTown(c.known));
}

/** Two tellings of which at most one names actors, at one place. */
function samePlace(a: JoinedEvent, b: JoinedEvent): boolean {
  const acts = (e: JoinedEvent): boolean => e.roles.some((r) => r.cluster && ACTORS.has(r.role));
  return !(acts(a) && acts(b)) && a.roles.some((r) => r.role === 'place' && r.cluster && b.roles.some((o) => o.role === 'place' && o.cluster === r.cluster));
}

function topicsAgree(a: JoinedEvent, b: JoinedEvent, fold: (from: number, to: number) => string): boolean {
  const x = topicsOf(a, fold), y = topicsOf(b, fold);
  return x.length === 0 || y.length === 0 || x.some((t) => y.some((u) => t === u || (Math.min(t.length, u.length) > PREFIX && (t.startsWith(u) || u.startsWith(t)))));
}
