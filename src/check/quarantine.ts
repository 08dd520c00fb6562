import type { Quad } from 'n3';
import { news } from '../model/vocabulary.js';
import { FORMS, unstated } from './evidence.js';
import type { Finding } from './finding.js';
import { checkGraph, type Subject } from './index.js';
import { nodesOf } from './nodes.js';
import { tripleKey } from './owl/facts.js';

/** A graph without what the gate refuses, and what that was. */
export interface Split {
  readonly kept: Quad[];
  readonly refused: Quad[];
}

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SAME_AS = 'http://www.w3.org/2002/07/owl#sameAs';
const article = (iri: string): string => iri.replace(/#.*$/, '');

/** Takes out the statements that errors are about, where an error is about single statements; the other errors are given back. */
function statements(quads: readonly Quad[], errors: readonly Finding[]): { gone: Set<Quad>; rest: Finding[] } {
  const gone = new Set<Quad>(), rest: Finding[] = [];
  const bySubject = new Map<string, Quad[]>();
  for (const q of quads) {
    const own = bySubject.get(q.subject.value);
    if (own) own.push(q);
    else bySubject.set(q.subject.value, [q]);
  }
  /** A term is told once: all statements with it go. */
  const terms = new Map<string, Set<string>>();
  for (const f of errors) if (['HW-101', 'HW-102', 'HW-104', 'HW-106'].includes(f.code)) terms.set(f.code, (terms.get(f.code) ?? new Set()).add(f.actual ?? ''));
  const has = (code: string, value: string): boolean => terms.get(code)?.has(value) ?? false;
  if (terms.size > 0) for (const q of quads) {
    const o = q.object, type = q.predicate.value === RDF_TYPE;
    if (type ? has('HW-102', o.value) || has('HW-104', o.value) : has('HW-101', q.predicate.value) || has('HW-104', q.predicate.value) || (o.termType === 'Literal' && (has('HW-106', o.datatype.value) || has('HW-106', o.language)))) gone.add(q);
  }
  for (const f of errors) {
    const own = bySubject.get(f.place ?? '') ?? [];
    const said = own.filter((q) => q.predicate.value === f.path && (f.actual === undefined || q.object.value === f.actual));
    switch (f.code) {
      case 'HW-101': case 'HW-102': case 'HW-104': case 'HW-106': break;
      case 'HW-203': case 'HW-204': case 'HW-205': case 'HW-206': case 'HW-401': case 'HW-504': case 'HW-507': case 'HW-508': case 'HW-509':
        if (said.length === 0) rest.push(f);
        for (const q of said) gone.add(q);
        break;
      case 'HW-202': {
        // one value may stay: the first in the order of its words
        const values = own.filter((q) => q.predicate.value === f.path).sort((a, b) => (a.object.id < b.object.id ? -1 : 1));
        const language = (q: Quad): string => (q.object.termType === 'Literal' ? q.object.language : '');
        for (const q of values) if (values.find((v) => language(v) === language(q))?.object.id !== q.object.id) gone.add(q);
        break;
      }
      default: {
        const joins = new Set((f.because ?? []).filter((q) => q.predicate.value === SAME_AS).map(tripleKey));
        const joined = joins.size === 0 ? [] : quads.filter((q) => q.predicate.value === SAME_AS && joins.has(tripleKey(q)));
        if (joined.length === 0) rest.push(f);
        for (const q of joined) gone.add(q);
      }
    }
  }
  return { gone, rest };
}

/**
 * Takes out of a graph what errors are about. An error about a statement takes that statement. Otherwise the unit is an event or a relation: it goes whole, with
 * the direct facts that only it states; an error at a passage takes the events that stand on it, one at an entity those in which it takes part and what is said
 * of it, one at an article all of its graph. `whole`: statements are not tried (they were, and the rest still fails).
 */
export function quarantine(quads: readonly Quad[], findings: readonly Finding[], whole = false): Split {
  const errors = findings.filter((f) => f.level === 'error');
  if (errors.length === 0) return { kept: [...quads], refused: [] };
  const { gone, rest } = whole ? { gone: new Set<Quad>(), rest: errors } : statements(quads, errors);
  const places = new Set(rest.map((f) => f.place ?? ''));
  const events = new Set(quads.filter((q) => q.predicate.value === news('reports')).map((q) => q.object.value));
  const articles = new Set(quads.filter((q) => q.predicate.value === news('reports') && places.has(q.subject.value)).map((q) => q.subject.value));
  const nodes = new Set<string>([...events].filter((e) => places.has(e)));
  for (const q of quads) if (events.has(q.subject.value) && places.has(q.object.value)) nodes.add(q.subject.value);
  const isGone = (q: Quad): boolean => gone.has(q) || articles.has(q.graph.value) || articles.has(article(q.subject.value)) || nodes.has(q.subject.value) || nodes.has(q.object.value) || (places.has(q.subject.value) && !events.has(q.subject.value)) || (places.has(q.object.value) && !FORMS.has(q.predicate.value));
  const left = quads.filter((q) => !isGone(q));
  const unsupported = new Set(unstated(nodesOf(left), left).map(tripleKey));
  const out = (q: Quad): boolean => isGone(q) || (FORMS.has(q.predicate.value) && (unsupported.has(tripleKey(q)) || places.has(q.object.value)));
  const kept: Quad[] = [], refused: Quad[] = [];
  for (const q of quads) (out(q) ? refused : kept).push(q);
  return { kept, refused };
}

/** Rounds in which statements are tried, and after which a whole graph goes in which the gate still finds errors. */
const TRIED = 3, ROUNDS = 7;

/** What of a graph passes the gate: it is checked, what errors are about is taken out, and the rest is checked again until it is clean. */
export async function passing(subject: Subject): Promise<Split & { readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [], refused: Quad[] = [];
  let kept = [...subject.quads];
  for (let round = 1; ; round++) {
    const found = await checkGraph({ ...subject, quads: kept });
    const errors = found.filter((f) => f.level === 'error');
    findings.push(...(round === 1 ? found : errors));
    if (errors.length === 0 || kept.length === 0) return { kept, refused, findings };
    const split = round < ROUNDS ? quarantine(kept, errors, round > TRIED) : withoutGraphs(kept, errors);
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
