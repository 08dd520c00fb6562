import type { Literal, Quad, Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';
import type { ShaclPropertyPath } from 'rdf-validate-shacl/src/property-path.js';
import { Shape } from 'rdf-validate-shacl/src/shapes-graph.js';
import { correct } from './components.js';
import { finding, short, type Finding } from './finding.js';
import { UserError } from '../model/note.js';
import type { Ontology } from './ontology.js';
import { nodesOf } from './nodes.js';
import { push } from './owl/schema.js';
import { QuadSet, termKey } from './quad-set.js';
import type { Subject } from './types.js';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SUB_CLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const CLASS = 'http://www.w3.org/2000/01/rdf-schema#Class';

/** The validator's own environment, with a dataset that costs nothing until it is asked. */
const factory = Object.assign(Object.create(environment) as typeof environment, { dataset: (quads?: Iterable<Quad>) => new QuadSet(quads) as never });

type Node = Parameters<SHACLValidator['nodeConformsToShape']>[0];

/** One result of a validation report. */
export interface Result {
  readonly focus: Term;
  /** IRI of the constraint component. */
  readonly component: string;
  readonly path: Term | undefined;
  readonly value: Term | undefined;
  readonly severity: string;
  readonly shape: Term;
  readonly messages: readonly Literal[];
}

/** Who is an instance of which of the classes that are asked for, by types and superclasses. */
class Classes {
  readonly #of = new Map<string, Set<string>>();
  readonly #members = new Map<string, Term[]>();

  constructor(quads: readonly Quad[], asked: Iterable<string>) {
    const above = under(quads, asked);
    for (const q of quads) {
      if (q.predicate.value !== RDF_TYPE) continue;
      for (const c of above.get(q.object.value) ?? []) {
        const own = this.#of.get(q.subject.value) ?? new Set<string>();
        this.#of.set(q.subject.value, own);
        if (own.has(c)) continue;
        own.add(c);
        const members = this.#members.get(c);
        if (members) members.push(q.subject);
        else this.#members.set(c, [q.subject]);
      }
    }
  }

  has(node: Term, type: string): boolean {
    return node.termType !== 'Literal' && (this.#of.get(node.value)?.has(type) ?? false);
  }

  members(type: string): readonly Term[] {
    return this.#members.get(type) ?? [];
  }
}

/** Which of the classes that are asked for are above a class, itself included. Walked from above, so that long chains of classes of which nobody asks cost nothing. */
function under(quads: readonly Quad[], asked: Iterable<string>): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const q of quads) if (q.predicate.value === SUB_CLASS) push(below, q.object.value, q.subject.value);
  const above = new Map<string, string[]>();
  for (const c of new Set(asked)) {
    // a set that grows while it is walked: every class is visited once, circles do no harm
    const all = new Set([c]);
    for (const x of all) for (const down of below.get(x) ?? []) all.add(down);
    for (const x of all) push(above, x, c);
  }
  return above;
}

/** The classes that shapes target or ask for. */
const asked = (shapes: readonly Quad[]): Set<string> => new Set(shapes.flatMap((q) => (q.predicate.value === `${SH}targetClass` || q.predicate.value === `${SH}class` ? [q.object.value] : q.predicate.value === RDF_TYPE ? [q.subject.value] : [])));

/**
 * The shapes with every class that they target named as such (a shape that is a class targets itself), and without the targets that
 * nothing in the graph meets: what has no target is not even compiled.
 */
function aimed(shapes: readonly Quad[], quads: readonly Quad[], classes: Classes): Quad[] {
  const predicates = new Set(quads.map((q) => q.predicate.value));
  const meets: Readonly<Record<string, (target: Term) => boolean>> = {
    [`${SH}targetClass`]: (t) => classes.members(t.value).length > 0,
    [`${SH}targetSubjectsOf`]: (t) => predicates.has(t.value),
    [`${SH}targetObjectsOf`]: (t) => predicates.has(t.value),
  };
  const own = new Classes(shapes, [CLASS]).members(CLASS).map((c) => environment.quad(c as never, environment.namedNode(`${SH}targetClass`), c as never) as Quad);
  return [...shapes.filter((q) => q.predicate.value !== RDF_TYPE && q.predicate.value !== SUB_CLASS), ...own].filter((q) => meets[q.predicate.value]?.(q.object) ?? true);
}

/** A path in which only predicates are walked backwards: the validator knows no others. */
function forwards(path: ShaclPropertyPath, back = false): ShaclPropertyPath {
  if ('termType' in path) return back ? { inverse: path } : path;
  if (Array.isArray(path)) return (back ? path.toReversed() : path).map((p) => forwards(p, back));
  if ('inverse' in path) return forwards(path.inverse, !back);
  if ('or' in path) return { or: path.or.map((p) => forwards(p, back)) };
  if ('zeroOrMore' in path) return { zeroOrMore: forwards(path.zeroOrMore, back) };
  if ('oneOrMore' in path) return { oneOrMore: forwards(path.oneOrMore, back) };
  return { zeroOrOne: forwards(path.zeroOrOne, back) };
}

/** A shape that knows the instances of its classes, also where classes are under each other in a circle. */
class AimedShape extends Shape {
  readonly #classes: Classes;

  constructor(context: SHACLValidator, node: Node, classes: Classes) {
    super(context, node);
    this.#classes = classes;
    if (this.pathObject) this.pathObject = forwards(this.pathObject);
  }

  override getTargetNodes(graph: Parameters<Shape['getTargetNodes']>[0]): Node[] {
    const { sh } = this.context.ns;
    const named = (target: string): Term[] => this.shapeNodePointer.out(sh(target)).terms as Term[];
    const data = graph.dataset as unknown as QuadSet;
    const nodes = [
      ...named('targetClass').flatMap((c) => this.#classes.members(c.value)),
      ...named('targetNode'),
      ...named('targetSubjectsOf').flatMap((p) => [...data.match(null, p)].map((q) => q.subject)),
      ...named('targetObjectsOf').flatMap((p) => [...data.match(null, p)].map((q) => q.object)),
    ];
    return [...new Map(nodes.map((n) => [termKey(n), n])).values()] as Node[];
  }
}

/** Answers what every event asks of everybody who takes part in it ("is this an actor?") once, and from the types where only those are asked for. */
class Validator extends SHACLValidator {
  readonly #classes: Classes;
  readonly #answers = new Map<string, boolean>();
  readonly #open = new Set<string>();
  readonly #onlyClasses = new Map<string, string | undefined>();

  constructor(shapes: readonly Quad[], classes: Classes) {
    // shapes do not recurse (see below): the guard against that (maxNodeChecks) would only let nodes of many events through unchecked
    const options = { factory, maxNodeChecks: 0 };
    super(new QuadSet(shapes) as never, options);
    this.#classes = classes;
    correct(this, (node, type) => classes.has(node, type.value));
    const known = new Map<string, Shape>();
    this.shapesGraph.getShape = (node) => {
      const shape = known.get(node.value) ?? new AimedShape(this, node, classes);
      known.set(node.value, shape);
      return shape;
    };
  }

  override nodeConformsToShape(focus: Node, shape: Node, by?: Parameters<SHACLValidator['nodeConformsToShape']>[2]): boolean {
    const records = by !== undefined && by !== null;
    const wanted = records ? undefined : this.#onlyClass(shape);
    if (wanted !== undefined) return this.#classes.has(focus as Term, wanted);
    const key = `${termKey(focus as Term)} ${termKey(shape as Term)}`;
    const known = this.#answers.get(key);
    // a node that does not conform is asked again where its findings are recorded
    if (known === true || (known === false && !records)) return known;
    if (this.#open.has(key)) throw new Error(`whether ${focus.value} conforms to ${shape.value} depends on itself: shapes may not be recursive here`);
    this.#open.add(key);
    const answer = super.nodeConformsToShape(focus, shape, by);
    this.#open.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  /** The class of a shape that asks for nothing else. */
  #onlyClass(shape: Node): string | undefined {
    if (!this.#onlyClasses.has(shape.value)) {
      const [first, ...more] = this.$shapes.dataset.match(shape);
      this.#onlyClasses.set(shape.value, first && more.length === 0 && first.predicate.value === `${SH}class` ? first.object.value : undefined);
    }
    return this.#onlyClasses.get(shape.value);
  }
}

/** Validates data against shapes (SHACL Core, W3C Recommendation 2017) with rdf-validate-shacl; an ontology may add statements that one class is under another. */
export async function validate(data: readonly Quad[], shapes: readonly Quad[], subClasses: readonly Quad[]): Promise<Result[]> {
  const quads = [...data, ...subClasses];
  const classes = new Classes(quads, asked(shapes));
  const report = await new Validator(aimed(shapes, quads, classes), classes).validate(new QuadSet(quads) as never);
  return report.results.map((r): Result => ({
    focus: r.focusNode as Term, component: r.sourceConstraintComponent?.value ?? '', path: (r.path ?? undefined) as Term | undefined, value: (r.value ?? undefined) as Term | undefined,
    severity: r.severity?.value ?? '', shape: r.sourceShape as Term, messages: r.message as Literal[],
  }));
}

const COMPONENT = 'ConstraintComponent';
/** The rule of a constraint component (SHACL, section 4), by its local name. */
const CODES: Readonly<Record<string, string>> = {
  MinCount: 'HW-201', QualifiedMinCount: 'HW-201', MaxCount: 'HW-202', QualifiedMaxCount: 'HW-202', UniqueLang: 'HW-202',
  Class: 'HW-203', Node: 'HW-203', Or: 'HW-203', And: 'HW-203', Xone: 'HW-203', Not: 'HW-203', Datatype: 'HW-204', NodeKind: 'HW-204', LanguageIn: 'HW-204',
};

/** HW-201 to HW-205: what shapes demand. */
export async function checkShapes({ quads }: Subject, shapes: readonly Quad[], ontology: Ontology): Promise<Finding[]> {
  const results = await validate(quads, shapes, ontology.subClasses).catch((e: unknown) => {
    throw new UserError(`the shapes cannot be used: ${e instanceof Error ? e.message : String(e)}`, 'shapes are SHACL Core: no sh:sparql, no recursion, a path for every property shape', 'shapes');
  });
  const { all } = nodesOf(quads);
  return results.map((r): Finding => {
    const shape = r.shape.value.replace(/^.*#/, ''), place = r.focus.value;
    const component = r.component.replace(/^.*#/, '').replace(COMPONENT, ''), path = r.path?.termType === 'NamedNode' ? r.path.value : undefined;
    const message = r.messages.map((m) => m.value).join(' ') || `does not satisfy ${component || 'the shape'} of ${shape}`;
    const code = component === 'Or' && r.value?.termType === 'Literal' ? 'HW-204' : (CODES[component] ?? 'HW-205');
    return finding(code, place, { message, ...(path === undefined ? {} : { property: short(path) }) }, {
      level: /(Warning|Info)$/.test(r.severity) ? 'warning' : 'error', ...(path === undefined ? {} : { path }),
      terms: { class: [all.get(place)?.types[0] ?? place], ...(path === undefined ? {} : { path: [path] }) },
      ...(r.value ? { actual: r.value.value } : {}), ...(shape ? { expected: `shape ${shape}` } : {}),
    });
  });
}
