import type { EntityType, RelationType, Role } from '../model/types.js';
import type { EventType } from '../model/vocabulary.js';

/**
 * What a reader says is wrong with what was read. Data only: the page writes it, the engine applies it, people keep it in git.
 * A file is JSON Lines in UTF-8: `HEADER`, then one correction a line.
 */
export const FORMAT = 'hewal-corrections';
export const VERSION = 1;

/** The first line of a file; where files were joined it may come again. */
export const HEADER = { format: FORMAT, version: VERSION } as const;

/** Words of an article. Offsets are Unicode code points into its original text, end exclusive; the quote is exactly what stands there. */
export interface Anchor {
  readonly at: readonly [from: number, to: number];
  readonly quote: string;
}

export interface EventAnchor {
  readonly type: EventType;
  readonly trigger: Anchor;
}

/** `subject` and `object` are the mentions used, where the graph tells them. */
export interface RelationAnchor {
  readonly type: RelationType;
  readonly subject?: Anchor;
  readonly object?: Anchor;
  readonly evidence: Anchor;
}

/** What every correction may say besides: why, in the reader's words. */
interface Noted {
  readonly note?: string;
}

/** `article` is the id of the article, not its IRI. */
interface InArticle extends Noted {
  readonly article: string;
}

/** The article does not tell this event. */
export interface RejectEvent extends InArticle {
  readonly do: 'reject-event';
  readonly event: EventAnchor;
}

/** Who these words name has no such part in the event. */
export interface RejectRole extends InArticle {
  readonly do: 'reject-role';
  readonly event: EventAnchor;
  readonly role: Role;
  readonly filler: Anchor;
}

/** Who these words name has another part in the event. */
export interface MoveRole extends InArticle {
  readonly do: 'move-role';
  readonly event: EventAnchor;
  readonly role: Role;
  readonly filler: Anchor;
  readonly to: Role;
}

export interface RejectRelation extends InArticle {
  readonly do: 'reject-relation';
  readonly relation: RelationAnchor;
}

/** Entities (IRIs) that are one; the first stays. */
export interface MergeEntities extends Noted {
  readonly do: 'merge';
  readonly entities: readonly string[];
}

/** These mentions of an entity (an IRI) are somebody else; without `mentions` all of the article are. */
export interface SplitEntity extends InArticle {
  readonly do: 'split';
  readonly entity: string;
  readonly mentions?: readonly Anchor[];
}

/** What a name of a list can be: groups and works have none. */
export const NAMED = ['Person', 'Place', 'Organization'] as const satisfies readonly EntityType[];

/** A name that the lists do not know. */
export interface AddName extends Noted {
  readonly do: 'name';
  readonly type: (typeof NAMED)[number];
  readonly label: string;
  readonly english?: string;
  readonly aliases?: readonly string[];
}

export type Correction = RejectEvent | RejectRole | MoveRole | RejectRelation | MergeEntities | SplitEntity | AddName;
export type Doing = Correction['do'];

/** Every kind of correction with the keys that its line has to hold and may hold, in the order in which they are written. */
export const KEYS: Readonly<Record<Doing, { readonly needs: readonly string[]; readonly may: readonly string[] }>> = {
  'reject-event': { needs: ['article', 'event'], may: ['note'] },
  'reject-role': { needs: ['article', 'event', 'role', 'filler'], may: ['note'] },
  'move-role': { needs: ['article', 'event', 'role', 'filler', 'to'], may: ['note'] },
  'reject-relation': { needs: ['article', 'relation'], may: ['note'] },
  merge: { needs: ['entities'], may: ['note'] },
  split: { needs: ['article', 'entity'], may: ['mentions', 'note'] },
  name: { needs: ['type', 'label'], may: ['english', 'aliases', 'note'] },
};

export const DOINGS = Object.keys(KEYS) as readonly Doing[];
