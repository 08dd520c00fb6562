import type { Quad } from 'n3';
import { checkDomains } from './domains.js';
import { checkEvidence } from './evidence.js';
import type { Finding } from './finding.js';
import { checkLogic } from './logic.js';
import { newsOntology, newsShapes, type Ontology } from './ontology.js';
import type { Subject } from './types.js';
import { checkVocabulary } from './vocabulary.js';
import { checkWorld } from './world.js';

/** What a graph is held to: ours, unless another ontology or other shapes are given. */
export interface Held {
  readonly ontology?: Ontology;
  readonly shapes?: readonly Quad[];
  /** No vocabulary is given: any term may stand in the graph. */
  readonly anyTerm?: boolean;
  /** Told the name of each family of rules before its turn. */
  readonly progress?: (family: string) => void;
}

/** Holds a graph to ontology and shapes, to logic and the calendar, and to the articles where they are given. Findings in a stable order. */
export async function checkGraph(subject: Subject, held: Held = {}): Promise<Finding[]> {
  const ontology = held.ontology ?? newsOntology(), shapes = held.shapes ?? newsShapes();
  const families: readonly (readonly [string, () => readonly Finding[] | Promise<readonly Finding[]>])[] = [
    ['vocabulary', () => (held.anyTerm ? [] : checkVocabulary(subject, ontology))],
    ['shapes', async () => [...(await (await import('./shapes.js')).checkShapes(subject, shapes, ontology)), ...(held.ontology ? [] : checkDomains(subject, ontology))]],
    ['logic', () => checkLogic(subject, ontology)],
    ['world', () => checkWorld(subject, ontology)],
    ['evidence', () => checkEvidence(subject)],
  ];
  const found: Finding[] = [];
  for (const [family, look] of families) {
    held.progress?.(family);
    // a turn of the event loop: a bar is drawn, Ctrl-C is heard
    await new Promise((resolve) => setImmediate(resolve));
    for (const f of await look()) found.push(f);
  }
  return inOrder(distinct(found));
}

/** The short form: only that nothing is in the graph which is not in the articles. */
export const verifyGraph = (subject: Subject): Finding[] => inOrder(checkEvidence(subject));

/** A value that is none of its datatype is told once: by the calendar, else by its shape. */
function distinct(found: readonly Finding[]): Finding[] {
  const at = (f: Finding): string => `${f.place} ${f.actual}`;
  const by = (code: string): Set<string> => new Set(found.filter((f) => f.code === code).map(at));
  const times = by('HW-401'), values = by('HW-204');
  return found.filter((f) => !((f.code === 'HW-204' || f.code === 'HW-307') && times.has(at(f))) && !(f.code === 'HW-307' && values.has(at(f))));
}

function inOrder(found: Finding[]): Finding[] {
  const keyed = found.map((f) => ({ f, key: `${f.code} ${f.place ?? ''} ${f.message} ${f.actual ?? ''}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ f }) => f);
}

export type { Subject } from './types.js';
export { inLanguage, type Finding } from './finding.js';
export { FAMILIES, LANGUAGES, RULES, ruleOf, type Lang, type Rule } from './rules/index.js';
