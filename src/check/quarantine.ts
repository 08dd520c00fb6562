import type { Quad } from 'n3';
import { news } from '../model/vocabulary.js';
import { FORMS, statedFacts } from './evidence.js';
import type { Finding } from './finding.js';
import { checkGraph, type Subject } from './index.js';
import { nodesOf } from './nodes.js';

/** A graph without what the gate refuses, and what that was. */
export interface Split {
  readonly kept: Quad[];
  readonly refused: Quad[];
}

const article = (iri: string): string => iri.replace(/#.*$/, '');

/**
 * Takes out of a graph what errors are about. The unit is an event or a relation: it goes whole, with the direct facts that only it states. An error at a
 * passage takes the events that stand on it; one at an entity those in which it takes part, and what is said of it; one at an article all of its graph.
 */
export function quarantine(quads: readonly Quad[], findings: readonly Finding[]): Split {
  const places = new Set(findings.filter((f) => f.level === 'error').map((f) => f.place ?? ''));
  if (places.size === 0) return { kept: [...quads], refused: [] };
  const events = new Set(quads.filter((q) => q.predicate.value === news('reports')).map((q) => q.object.value));
  const articles = new Set(quads.filter((q) => q.predicate.value === news('reports') && places.has(q.subject.value)).map((q) => q.subject.value));
  const gone = new Set<string>([...events].filter((e) => places.has(e)));
  for (const q of quads) if (events.has(q.subject.value) && places.has(q.object.value)) gone.add(q.subject.value);
  const isGone = (q: Quad): boolean => articles.has(q.graph.value) || articles.has(article(q.subject.value)) || gone.has(q.subject.value) || gone.has(q.object.value) || (places.has(q.subject.value) && !events.has(q.subject.value)) || (places.has(q.object.value) && !FORMS.has(q.predicate.value));
  const left = quads.filter((q) => !isGone(q));
  const stated = statedFacts(nodesOf(left));
  const unsupported = (q: Quad): boolean => FORMS.has(q.predicate.value) && (!stated.has(`${q.subject.value} ${q.predicate.value} ${q.object.value}`) || places.has(q.object.value));
  const kept: Quad[] = [], refused: Quad[] = [];
  for (const q of quads) (isGone(q) || unsupported(q) ? refused : kept).push(q);
  return { kept, refused };
}

/** Rounds after which a whole graph goes in which the gate still finds errors. */
const ROUNDS = 4;

/** What of a graph passes the gate: it is checked, what errors are about is taken out, and the rest is checked again until it is clean. */
export async function passing(subject: Subject): Promise<Split & { readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [], refused: Quad[] = [];
  let kept = [...subject.quads];
  for (let round = 1; ; round++) {
    const found = await checkGraph({ ...subject, quads: kept });
    const errors = found.filter((f) => f.level === 'error');
    findings.push(...(round === 1 ? found : errors));
    if (errors.length === 0 || kept.length === 0) return { kept, refused, findings };
    const split = round < ROUNDS ? quarantine(kept, errors) : withoutGraphs(kept, errors);
    for (const q of split.refused) refused.push(q);
    kept = split.kept;
  }
}

function withoutGraphs(quads: readonly Quad[], errors: readonly Finding[]): Split {
  const places = new Set(errors.map((f) => f.place));
  const graphs = new Set(quads.filter((q) => places.has(q.subject.value) || places.has(q.object.value)).map((q) => q.graph.value));
  const kept = quads.filter((q) => !graphs.has(q.graph.value));
  return kept.length < quads.length ? { kept, refused: quads.filter((q) => graphs.has(q.graph.value)) } : { kept: [], refused: [...quads] };
}
