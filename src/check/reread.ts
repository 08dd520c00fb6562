import type { Quad } from 'n3';
import { settle } from '../link/identities.js';
import { settled } from '../link/settled.js';
import type { Engine } from '../pipeline.js';
import { finding, short, type Finding } from './finding.js';
import { tripleKey } from './owl/facts.js';
import type { Subject } from './types.js';

/** HW-511: statements of a graph that reading its articles again does not give. Reading is a pure function, so this is the proof that nothing was added or changed. */
export function checkReread({ quads, articles }: Subject, engine: Engine): Finding[] {
  const read = [...(articles?.values() ?? [])].map((a) => engine.read(a));
  const again = settled(read.flatMap((x) => engine.quads(x)), settle(read.flatMap((x) => engine.claims(x).claims)));
  const known = new Set(again.map(tripleKey)), told = new Set<string>();
  return quads.flatMap((q: Quad): Finding[] => {
    const key = tripleKey(q);
    if (known.has(key) || told.has(key)) return [];
    told.add(key);
    return [finding('HW-511', q.subject.value, { property: short(q.predicate.value), value: q.object.value }, { path: q.predicate.value, actual: q.object.value })];
  });
}
