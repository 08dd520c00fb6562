import { DataFactory, Writer, type Quad } from 'n3';
import { UserError } from '../model/note.js';

const writer = new Writer({ format: 'application/n-quads' });

/** A statement as a line of N-Quads without its end: subject, predicate, object and, where there is one, the graph. */
export const statement = (q: Quad): string => writer.quadToString(q.subject, q.predicate, q.object, q.graph).replace(/ \.\n$/, '');

/** What only one of two graphs states, sorted. Each statement by its line. */
export interface Changed {
  readonly removed: ReadonlyMap<string, Quad>;
  readonly added: ReadonlyMap<string, Quad>;
}

export function changed(before: readonly Quad[], after: readonly Quad[]): Changed {
  const was = byLine(before), is = byLine(after);
  return { removed: only(was, is), added: only(is, was) };
}

const byLine = (quads: readonly Quad[]): Map<string, Quad> => new Map(quads.map((q) => [statement(q), q]));
const only = (of: Map<string, Quad>, not: Map<string, Quad>): Map<string, Quad> => new Map([...of].filter(([line]) => !not.has(line)).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether statements stand in named graphs. */
const hasGraphs = (quads: readonly Quad[]): boolean => quads.some((q) => q.graph.termType !== 'DefaultGraph');

/** Whether one of two graphs keeps its articles apart and the other (Turtle) does not. Nothing has no graphs to lose. */
export const mixed = (before: readonly Quad[], after: readonly Quad[]): boolean => before.length > 0 && after.length > 0 && hasGraphs(before) !== hasGraphs(after);

/** All statements in one graph. */
export const union = (quads: readonly Quad[]): Quad[] => quads.map((q) => DataFactory.quad(q.subject, q.predicate, q.object));

/** Terms in terms count too: n3 reads statements about statements. */
const blank = (t: { readonly termType: string }): boolean => (t.termType === 'Quad' ? parts(t as unknown as Quad).some(blank) : t.termType === 'BlankNode');
const parts = (q: Quad): readonly { readonly termType: string }[] => [q.subject, q.predicate, q.object, q.graph];

/** Throws a `UserError` for what cannot be compared by its name: blank nodes, and statements that only N3 has. */
export function comparable(quads: readonly Quad[], place?: string): void {
  for (const q of quads) {
    if (parts(q).some(blank)) throw new UserError(`has blank nodes, which have no name to be compared by: ${statement(q)}`, 'graphs of "hewal build" have none; give the nodes IRIs (skolemise them) in both files', place);
    if (q.subject.termType !== 'NamedNode' || q.predicate.termType !== 'NamedNode' || (q.graph.termType !== 'NamedNode' && q.graph.termType !== 'DefaultGraph') || q.object.termType === 'Variable') throw new UserError(`states what RDF cannot: ${statement(q)}`, 'give Turtle, TriG, N-Quads or JSON-LD', place);
  }
}
