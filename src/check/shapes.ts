import type { Quad, Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';
import { finding, short, type Finding } from './finding.js';
import { QuadSet, termKey } from './quad-set.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** The validator's own environment, with a dataset that costs nothing until it is asked. */
const factory = Object.assign(Object.create(environment) as typeof environment, { dataset: (quads?: Iterable<Quad>) => new QuadSet(quads) as never });

type Node = Parameters<SHACLValidator['nodeConformsToShape']>[0];

/** The classes of each node, superclasses included. */
function classesOf(quads: readonly Quad[], { above }: Ontology): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>();
  for (const q of quads) {
    if (q.predicate.value !== RDF_TYPE || q.object.termType !== 'NamedNode') continue;
    const own = types.get(q.subject.value) ?? new Set<string>();
    types.set(q.subject.value, own);
    for (const c of above(q.object.value)) own.add(c);
  }
  return types;
}

/** The shapes without the targets that nothing in the graph meets: what has no target is not even compiled. */
function aimed(shapes: readonly Quad[], quads: readonly Quad[], types: ReadonlyMap<string, ReadonlySet<string>>): Quad[] {
  const present: Readonly<Record<string, ReadonlySet<string>>> = {
    [`${SH}targetClass`]: new Set([...types.values()].flatMap((t) => [...t])),
    [`${SH}targetSubjectsOf`]: new Set(quads.map((q) => q.predicate.value)),
    [`${SH}targetObjectsOf`]: new Set(quads.map((q) => q.predicate.value)),
  };
  return shapes.filter((q) => present[q.predicate.value]?.has(q.object.value) ?? true);
}

/** Answers what every event asks of everybody who takes part in it ("is this an actor?") once, and from the types where only those are asked for. */
class Validator extends SHACLValidator {
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #answers = new Map<string, boolean>();
  readonly #classes = new Map<string, string | undefined>();

  constructor(shapes: readonly Quad[], types: ReadonlyMap<string, ReadonlySet<string>>) {
    // our shapes do not recurse: the guard against that (maxNodeChecks) would only let nodes of many events through unchecked
    const options = { factory, maxNodeChecks: 0 };
    super(new QuadSet(shapes) as never, options);
    this.types = types;
  }

  override nodeConformsToShape(focus: Node, shape: Node, by?: Parameters<SHACLValidator['nodeConformsToShape']>[2]): boolean {
    const records = by !== undefined && by !== null;
    if (records && !('clone' in by)) return super.nodeConformsToShape(focus, shape, by);
    const wanted = records ? undefined : this.#onlyClass(shape);
    if (wanted !== undefined) return focus.termType !== 'Literal' && (this.types.get(focus.value)?.has(wanted) ?? false);
    const key = `${termKey(focus as Term)} ${termKey(shape as Term)}`;
    const known = this.#answers.get(key);
    // a node that does not conform is asked again where its findings are recorded
    if (known === true || (known === false && !records)) return known;
    const answer = super.nodeConformsToShape(focus, shape, by);
    this.#answers.set(key, answer);
    return answer;
  }

  /** The class of a shape that asks for nothing else. */
  #onlyClass(shape: Node): string | undefined {
    if (!this.#classes.has(shape.value)) {
      const [first, ...more] = this.$shapes.dataset.match(shape);
      this.#classes.set(shape.value, first && more.length === 0 && first.predicate.value === `${SH}class` ? first.object.value : undefined);
    }
    return this.#classes.get(shape.value);
  }
}

const COMPONENT = 'ConstraintComponent';
/** The rule of a constraint component (SHACL, section 4), by its local name. */
const CODES: Readonly<Record<string, string>> = {
  MinCount: 'HW-201', QualifiedMinCount: 'HW-201', MaxCount: 'HW-202', QualifiedMaxCount: 'HW-202', UniqueLang: 'HW-202',
  Class: 'HW-203', Node: 'HW-203', Or: 'HW-203', And: 'HW-203', Xone: 'HW-203', Not: 'HW-203', Datatype: 'HW-204', NodeKind: 'HW-204', LanguageIn: 'HW-204',
};

/** HW-201 to HW-205: what shapes demand (SHACL Core, W3C Recommendation 2017), validated by rdf-validate-shacl. */
export async function checkShapes({ quads }: Subject, shapes: readonly Quad[], ontology: Ontology): Promise<Finding[]> {
  const types = classesOf(quads, ontology);
  const validator = new Validator(aimed(shapes, quads, types), types);
  const report = await validator.validate(new QuadSet([...quads, ...ontology.subClasses]) as never);
  const severities = new Map(shapes.filter((q) => q.predicate.value === `${SH}severity`).map((q) => [q.subject.value, q.object.value]));
  return report.results.map((r): Finding => {
    const shape = r.sourceShape?.value ?? '', name = shape.replace(/^.*#/, '');
    const component = (r.sourceConstraintComponent?.value ?? '').replace(/^.*#/, '').replace(COMPONENT, '');
    const place = r.focusNode?.value ?? '', path = r.path?.termType === 'NamedNode' ? r.path.value : undefined;
    const message = r.message.map((m) => m.value).join(' ') || `does not satisfy ${component || 'the shape'} of ${name}`;
    const severity = r.severity?.value ?? severities.get(shape) ?? '';
    const code = component === 'Or' && r.value?.termType === 'Literal' ? 'HW-204' : (CODES[component] ?? 'HW-205');
    return finding(code, place, { message, ...(path === undefined ? {} : { property: short(path) }) }, {
      level: /(Warning|Info)$/.test(severity) ? 'warning' : 'error', ...(path === undefined ? {} : { path }),
      terms: { class: [quads.find((q) => q.subject.value === place && q.predicate.value === RDF_TYPE)?.object.value ?? place], ...(path === undefined ? {} : { path: [path] }) },
      ...(r.value ? { actual: r.value.value } : {}), ...(shape ? { expected: `shape ${name}` } : {}),
    });
  });
}
