import type { Quad, Term } from 'n3';
import { termKey } from '../quad-set.js';

/** Why a triple holds: the rule (W3C OWL 2 Profiles, section 4.3) and the triples it follows from. */
export interface Why {
  readonly rule: string;
  readonly from: readonly number[];
}

/** More values of one subject and predicate than are looked through one by one. */
const MANY = 24;
const NONE: readonly number[] = [];

/** Triples by number, with what they follow from. Terms are numbers too, so that a closure over a million triples fits in memory. */
export class Facts {
  readonly terms: Term[] = [];
  readonly s: number[] = [];
  readonly p: number[] = [];
  readonly o: number[] = [];
  readonly why: (Why | undefined)[] = [];
  readonly #ids = new Map<string, number>();
  /** Triples by predicate and subject, and by predicate and object. */
  readonly #out = new Map<number, Map<number, number[]>>();
  readonly #in = new Map<number, Map<number, number[]>>();
  readonly #many = new Map<number[], Map<number, number>>();

  term(t: Term): number {
    const key = termKey(t);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.terms.length;
      this.terms.push(t);
      this.#ids.set(key, id);
    }
    return id;
  }

  /** The number of an IRI if it stands in any triple. */
  iri(value: string): number {
    return this.#ids.get(value) ?? -1;
  }

  isLiteral(id: number): boolean {
    return this.terms[id]?.termType === 'Literal';
  }

  /** The number of a triple; -1 where it does not hold. */
  find(s: number, p: number, o: number): number {
    const list = this.#out.get(p)?.get(s);
    if (!list) return -1;
    if (list.length <= MANY) {
      for (const t of list) if (this.o[t] === o) return t;
      return -1;
    }
    let many = this.#many.get(list);
    if (!many || many.size !== list.length) this.#many.set(list, (many = new Map(list.map((t) => [this.o[t] as number, t]))));
    return many.get(o) ?? -1;
  }

  /** Adds a triple; returns its number if it is new, -1 otherwise. */
  add(s: number, p: number, o: number, why?: Why): number {
    if (this.find(s, p, o) >= 0) return -1;
    const t = this.s.length;
    this.s.push(s);
    this.p.push(p);
    this.o.push(o);
    this.why.push(why);
    const out = enter(this.#out, p, s, t);
    this.#many.get(out)?.set(o, t);
    enter(this.#in, p, o, t);
    return t;
  }

  /** Triples of a subject and predicate. */
  out(p: number, s: number): readonly number[] {
    return this.#out.get(p)?.get(s) ?? NONE;
  }

  /** Triples of a predicate and object. */
  in(p: number, o: number): readonly number[] {
    return this.#in.get(p)?.get(o) ?? NONE;
  }

  /** Subjects of a predicate. */
  subjects(p: number): Iterable<number> {
    return this.#out.get(p)?.keys() ?? NONE;
  }

  /** Every triple of which a node is the subject or the object. */
  about(node: number): number[] {
    const all: number[] = [];
    for (const [p, bySubject] of this.#out) all.push(...(bySubject.get(node) ?? NONE), ...this.in(p, node).filter((t) => this.s[t] !== node));
    return all;
  }

  /** The triples that were given, of which a triple follows. */
  given(triples: readonly number[]): number[] {
    const seen = new Set(triples);
    for (const t of seen) for (const f of this.why[t]?.from ?? NONE) seen.add(f);
    return [...seen].filter((t) => this.why[t] === undefined).sort((a, b) => a - b);
  }
}

function enter(index: Map<number, Map<number, number[]>>, p: number, node: number, t: number): number[] {
  let by = index.get(p);
  if (!by) index.set(p, (by = new Map()));
  const list = by.get(node);
  if (!list) {
    const own = [t];
    by.set(node, own);
    return own;
  }
  list.push(t);
  return list;
}

export const tripleKey = (q: Quad): string => `${termKey(q.subject)}\n${q.predicate.value}\n${termKey(q.object)}`;
