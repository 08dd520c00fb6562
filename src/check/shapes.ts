import rdf from '@zazuko/env';
import { Store, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import type { Note } from '../model/note.js';
import type { Subject } from './types.js';

/** HW-201: what a shape demands (SHACL Core, W3C Recommendation 2017), validated by rdf-validate-shacl over an n3 store. */
export async function checkShapes({ quads }: Subject, shapes: readonly Quad[], ontology: readonly Quad[]): Promise<Note[]> {
  const data = new Store();
  for (const q of quads) data.addQuad(q.subject, q.predicate, q.object);
  for (const q of ontology) if (q.predicate.value.endsWith('subClassOf') && q.object.termType === 'NamedNode') data.addQuad(q.subject, q.predicate, q.object);
  const validator = new SHACLValidator(new Store([...shapes]) as never, { factory: rdf as never });
  const report = await validator.validate(data as never);
  return report.results.map((r): Note => {
    const shape = (r.sourceShape?.value ?? '').replace(/^.*#/, '');
    const message = r.message.map((m) => m.value).join(' ') || `does not satisfy ${shape}`;
    return {
      code: 'HW-201', level: /Warning$/.test(r.severity?.value ?? '') ? 'warning' : 'error', place: r.focusNode?.value ?? '', message,
      ...(r.value ? { actual: r.value.value } : {}), ...(shape ? { expected: `shape ${shape}` } : {}),
    };
  });
}
