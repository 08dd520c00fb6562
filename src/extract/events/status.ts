import type { Status } from '../../model/types.js';
import type { VerbForm } from '../../language/analysis.js';
import type { Clause } from '../syntax/clauses.js';

/** What surrounds a clause that bears on whether its event happened. */
export interface Surroundings {
  /** Mood of the clause that governs this one ("it is planned that", "may"), if any. */
  readonly governing: string;
  /** That clause also has the subject of this one ("managed to", "wants to"). */
  readonly subjectAbove: boolean;
  readonly inQuestion: boolean;
  readonly headline: boolean;
}

/**
 * asserted, planned, negated or possible. A present tense in a headline tells what has happened; elsewhere the present of a
 * bounded event is the future. Moods: closed.tsv, feature of aux.
 */
export function statusOf(clause: Clause, form: VerbForm, around: Surroundings): Status {
  const mood = clause.mood || around.governing;
  // "if they do not agree"
  if (clause.conjunction === 'if') return 'possible';
  if (form.negated || mood.endsWith('+neg')) return 'negated';
  if (around.inQuestion || clause.question) return 'possible';
  if (mood === 'planned') return 'planned';
  if (mood === 'possible' || mood === 'may' || mood === 'must') return 'possible';
  if (mood === 'managed') return 'asserted';
  if (form.mood === 'subjunctive' || form.tense === 'perfsubj' || form.tense === 'conditional') return 'possible';
  return 'asserted';
}
