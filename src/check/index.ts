import type { Note } from '../model/note.js';
import { checkEvidence } from './evidence.js';
import { checkLogic } from './logic.js';
import { newsOntology, newsShapes } from './ontology.js';
import type { Subject } from './types.js';
import { checkVocabulary } from './vocabulary.js';
import { checkWorld } from './world.js';

/** Holds a graph to ontology and shapes, to logic and the calendar, and to the articles where they are given. Findings in a stable order. */
export async function checkGraph(subject: Subject): Promise<Note[]> {
  const ontology = newsOntology();
  const { checkShapes } = await import('./shapes.js');
  const notes = [
    ...checkVocabulary(subject, ontology),
    ...(await checkShapes(subject, newsShapes(), ontology)),
    ...checkLogic(subject, ontology),
    ...checkWorld(subject, ontology),
    ...checkEvidence(subject),
  ];
  const key = (n: Note): string => `${n.code} ${n.place ?? ''} ${n.message} ${n.actual ?? ''}`;
  return notes.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export type { Subject } from './types.js';
