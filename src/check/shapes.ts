import type { Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';
import type { Note } from '../model/note.js';
import { QuadSet } from './quad-set.js';
import type { Subject } from './types.js';

/** The validator's own environment, with a dataset that costs nothing until it is asked. */
const factory = Object.assign(Object.create(environment) as typeof environment, { dataset: (quads?: Iterable<Quad>) => new QuadSet(quads) as never });

type Node = Parameters<SHACLValidator['nodeConformsToShape']>[0];

/** Whether a node is of a shape ("an actor") is asked by every event it takes part in and answered once. */
class Validator extends SHACLValidator {
  readonly #answers = new Map<string, boolean>();

  override nodeConformsToShape(focus: Node, shape: Node, by?: Parameters<SHACLValidator['nodeConformsToShape']>[2]): boolean {
    const records = by !== undefined && by !== null;
    if (records && !('clone' in by)) return super.nodeConformsToShape(focus, shape, by);
    const key = `${focus.termType} ${focus.value} ${shape.termType} ${shape.value}`;
    const known = this.#answers.get(key);
    // a node that does not conform is asked again where its findings are recorded
    if (known === true || (known === false && !records)) return known;
    const answer = super.nodeConformsToShape(focus, shape, by);
    this.#answers.set(key, answer);
    return answer;
  }
}

/** HW-201: what a shape demands (SHACL Core, W3C Recommendation 2017), validated by rdf-validate-shacl. */
export async function checkShapes({ quads }: Subject, shapes: readonly Quad[], subClasses: readonly Quad[]): Promise<Note[]> {
  // our shapes do not recurse: the guard against that (maxNodeChecks) would only let nodes of many events through unchecked
  const options = { factory, maxNodeChecks: 0 };
  const validator = new Validator(new QuadSet(shapes) as never, options);
  const report = await validator.validate(new QuadSet([...quads, ...subClasses]) as never);
  return report.results.map((r): Note => {
    const shape = (r.sourceShape?.value ?? '').replace(/^.*#/, '');
    const message = r.message.map((m) => m.value).join(' ') || `does not satisfy ${shape}`;
    return {
      code: 'HW-201', level: r.severity?.value.endsWith('Warning') ? 'warning' : 'error', place: r.focusNode?.value ?? '', message,
      ...(r.value ? { actual: r.value.value } : {}), ...(shape ? { expected: `shape ${shape}` } : {}),
    };
  });
}
