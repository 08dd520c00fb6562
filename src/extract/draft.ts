import type { EventType } from '../model/vocabulary.js';
import type { EntityType, RelationType, Role, Status } from '../model/types.js';

/** A stretch of normal text, half-open. */
export type Stretch = readonly [start: number, end: number];

/** A mention before it is known what it denotes. Offsets are in the normal text. */
export interface DraftMention {
  readonly index: number;
  readonly sentence: number;
  readonly at: Stretch;
  readonly name: string;
  type: EntityType;
  readonly known?: string | undefined;
  readonly unnamed: boolean;
  readonly weak: boolean;
  /** Lemma words of the post by which a person is called here, and the mention that the post governs. */
  readonly title?: { readonly words: string; readonly at: Stretch; readonly kind: string; readonly of?: number } | undefined;
  /** A pronoun or demonstrative: looked up in what was said before. */
  readonly pronoun?: 'person' | 'plural' | 'said' | 'that' | 'both' | undefined;
  /** The noun by which a person is described here ("a citizen by the name of …", "that citizen"). */
  readonly described?: string | undefined;
  /** "The protesters", "those two": of whom the article has told, by that noun. */
  readonly back?: boolean | undefined;
  readonly definite: boolean;
  readonly headLemma: string;
  readonly foundBy: string;
  /** Belongs into the graph though no role or relation uses it. */
  acts?: boolean;
}

export interface DraftRole {
  readonly role: Role;
  readonly mention?: number | undefined;
  readonly at?: Stretch | undefined;
  readonly value?: string | undefined;
  readonly certainty: 'stated' | 'implied';
  /** For a weekday: resolved when the status is known. */
  readonly weekday?: number;
}

export interface DraftEvent {
  readonly type: EventType;
  readonly trigger: Stretch;
  readonly sentence: number;
  status: Status;
  readonly roles: DraftRole[];
  readonly foundBy: string;
  /** What a speech event reports: events inside are attributed to its speaker. */
  readonly report?: Stretch | undefined;
  /** The noun used with an article or demonstrative: "the meeting", "that visit". */
  readonly refersBack: boolean;
  /** Says nothing where no such event was told before. */
  readonly onlyBack?: boolean | undefined;
  /** The role of a subject that the sentence leaves out. */
  readonly subjectRole: Role | undefined;
  /** "I", "we": the speaker of the report around it. */
  readonly firstPerson: boolean;
  /** "They", said by the verb alone. */
  readonly plural?: boolean;
  /** Puts out an utterance, whose words the next verb may tell. */
  readonly publishes?: boolean | undefined;
  readonly nominal: boolean;
}

export interface DraftRelation {
  readonly type: RelationType;
  readonly subject: number;
  readonly object: number;
  readonly title?: Stretch;
  readonly at: Stretch;
  readonly sentence: number;
  readonly foundBy: string;
}
