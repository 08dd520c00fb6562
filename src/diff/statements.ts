import { DataFactory, Writer, type Quad } from 'n3';
import { UserError } from '../model/note.js';

const writer = new Writer({ format: 'application/n-quads' });

/** A statement as a line of N-Quads without its end: subject, predicate, object and, where there is one, the graph. */
export const statement = (q: Quad): string => writer.quadToString(q.subject, q.predicate, q.object, q.graph).replace(/ \.\n$/, '');

/** What only one of two graphs states, each statement once. */
export interface Changed {
  readonly removed: readonly Quad[];
  readonly added: readonly Quad[];
}

export function changed(before: readonly Quad[], after: readonly Quad[]): Changed {
  const key = createKeys();
  const was = before.map(key), is = after.map(key);
  const only = (of: readonly Quad[], keys: readonly string[], not: Set<string>): Quad[] => of.filter((_, i) => {
    const k = keys[i] as string;
    if (not.has(k)) return false;
    not.add(k);
    return true;
  });
  return { removed: only(before, was, new Set(is)), added: only(after, is, new Set(was)) };
}

/** The key of a term among others: n3 has one, except for statements about statements. */
export const idOf = (t: { readonly termType: string; readonly value: string; readonly id?: string }): string => (t.termType === 'Quad' || t.id === undefined ? writer.quadToString(DOT, DOT, t as Quad['object']) : t.id);
const DOT = DataFactory.namedNode('.');

/** Gives equal statements one short key: a number for each of its terms, two characters a number. */
function createKeys(): (q: Quad) => string {
  const numbers = new Map<string, number>();
  const number = (t: Quad['subject'] | Quad['object'] | Quad['graph']): number => {
    const id = idOf(t);
    let n = numbers.get(id);
    if (n === undefined) numbers.set(id, (n = numbers.size));
    return n;
  };
  return (q) => {
    const s = number(q.subject), p = number(q.predicate as Quad['subject']), o = number(q.object), g = number(q.graph);
    return String.fromCharCode(s & 0xffff, s >>> 16, p & 0xffff, p >>> 16, o & 0xffff, o >>> 16, g & 0xffff, g >>> 16);
  };
}

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
