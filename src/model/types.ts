import type { EventType } from './vocabulary.js';
import type { Span } from './span.js';

export const ENTITY_TYPES = ['Person', 'Organization', 'Place', 'Group', 'Work'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** The generic role names of the annotation format. */
export const ROLES = [
  'agent', 'target', 'participant', 'place', 'organization', 'winner', 'topic', 'time', 'count', 'amount', 'position', 'instrument',
] as const;
export type Role = (typeof ROLES)[number];

export type Status = 'asserted' | 'planned' | 'negated' | 'possible';

/** Whether the words themselves say it, or the document makes it plain. */
export type Certainty = 'stated' | 'implied';

/** A stretch of text that names something. */
export interface Mention {
  readonly span: Span;
  /** Normalised words, without title, izafe or postposition. */
  readonly name: string;
  readonly type: EntityType;
  /** Name-list id (`person/joe-biden`) when the words are an entry of a name list. */
  readonly known?: string;
  readonly foundBy: string;
  /** Why it belongs to its entity; undefined for the first mention. */
  readonly joined?: string;
}

/** Mentions that denote one thing in one article. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly mentions: readonly Mention[];
  readonly known?: string;
  /** Everything that was said of one name only inside this article (a group, somebody unnamed). */
  readonly local: boolean;
  /** Is there only because an event or relation tells of it. */
  readonly needed?: true;
  /** The IRI that a correction gives it, whatever its name. */
  readonly iri?: string;
}

/** One filler of one role. Entity-filled roles carry `entity`; the others only the words. */
export interface RoleFill {
  readonly role: Role;
  readonly entity?: string;
  readonly span?: Span;
  /** ISO 8601 for `time`, a decimal number for `count`. */
  readonly value?: string;
  readonly certainty: Certainty;
}

export interface Event {
  readonly id: string;
  readonly type: EventType;
  readonly trigger: Span;
  readonly sentence: Span;
  readonly status: Status;
  /** Entity to whom the text attributes the statement. */
  readonly source?: string;
  /** The event of saying in which the source says it. */
  readonly saidIn?: string;
  readonly roles: readonly RoleFill[];
  readonly alsoTriggers: readonly Span[];
  readonly foundBy: string;
  /** How likely a fact of this rule is right, from 0 to 1. */
  readonly confidence: number;
}

export const RELATION_TYPES = ['position', 'memberOf', 'locatedIn', 'kinOf'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  readonly subject: string;
  readonly object: string;
  readonly title?: Span;
  readonly evidence: Span;
  readonly sentence: Span;
  readonly foundBy: string;
  /** How likely it is right, from 0 to 1. */
  readonly confidence: number;
}
