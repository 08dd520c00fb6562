import type { Quad, Term } from 'n3';

type Side = 'subject' | 'predicate' | 'object';
/** Quads by the bare value of a term: a literal and an IRI may share a list. */
type Index = Readonly<Record<Side, Map<string, Quad[]>>>;

/**
 * A set of quads in the shape of an RDF/JS DatasetCore, graphs disregarded. A validator makes thousands of them and asks few of them
 * anything: equal quads are found, and an index is made, only once somebody asks.
 */
export class QuadSet {
  #quads: Quad[] = [];
  #pending: Quad[];
  #keys: Set<string> | undefined;
  #index: Index | undefined;

  constructor(quads: Iterable<Quad> = []) {
    this.#pending = [...quads];
  }

  static #of(distinct: Quad[]): QuadSet {
    const set = new QuadSet();
    set.#quads = distinct;
    return set;
  }

  get size(): number {
    return this.#settled().length;
  }

  [Symbol.iterator](): IterableIterator<Quad> {
    return this.#settled().values();
  }

  add(quad: Quad): this {
    this.#pending.push(quad);
    return this;
  }

  has(quad: Quad): boolean {
    return this.match(quad.subject, quad.predicate, quad.object).size > 0;
  }

  delete(quad: Quad): this {
    const gone = key(quad);
    this.#pending = this.#settled().filter((q) => key(q) !== gone);
    this.#quads = [];
    this.#keys = this.#index = undefined;
    return this;
  }

  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): QuadSet {
    if (!subject && !predicate && !object) return this;
    const index = this.#indexed();
    // the shortest list: a class has as many members as it likes, but few subclasses
    let near: readonly Quad[] | undefined;
    for (const [side, term] of [['subject', subject], ['object', object], ['predicate', predicate]] as const) {
      if (!term) continue;
      const list = index[side].get(term.value) ?? [];
      if (!near || list.length < near.length) near = list;
    }
    return QuadSet.#of((near ?? []).filter((q) => (!predicate || q.predicate.value === predicate.value) && (!subject || same(q.subject, subject)) && (!object || same(q.object, object))));
  }

  #settled(): Quad[] {
    if (this.#pending.length === 0) return this.#quads;
    this.#keys ??= new Set(this.#quads.map(key));
    for (const q of this.#pending) {
      const k = key(q);
      if (this.#keys.has(k)) continue;
      this.#keys.add(k);
      this.#quads.push(q);
      if (this.#index) enter(this.#index, q);
    }
    this.#pending = [];
    return this.#quads;
  }

  #indexed(): Index {
    const quads = this.#settled();
    if (!this.#index) {
      this.#index = { subject: new Map(), predicate: new Map(), object: new Map() };
      for (const q of quads) enter(this.#index, q);
    }
    return this.#index;
  }
}

function enter(index: Index, q: Quad): void {
  for (const side of ['subject', 'predicate', 'object'] as const) {
    const k = q[side].value;
    const list = index[side].get(k);
    if (list) list.push(q);
    else index[side].set(k, [q]);
  }
}

const same = (a: Term, b: Term): boolean => a.value === b.value && a.termType === b.termType && (a.termType !== 'Literal' || b.termType !== 'Literal' || (a.language === b.language && a.datatype.value === b.datatype.value));
/** One string for equal terms of any RDF/JS library. */
export const termKey = (t: Term): string => (t.termType === 'Literal' ? `"${t.value}"${t.language || `^${t.datatype.value}`}` : t.termType === 'BlankNode' ? `_:${t.value}` : t.value);
const key = (q: Quad): string => `${termKey(q.subject)}\n${q.predicate.value}\n${termKey(q.object)}`;
