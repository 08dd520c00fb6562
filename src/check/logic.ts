import { finding, short, type Finding } from './finding.js';
import type { Ontology } from './ontology.js';
import { MOST_DRAWN } from './owl/closure.js';
import { tripleKey } from './owl/facts.js';
import { inconsistencies, isAxiom, type Inconsistency } from './owl/index.js';
import type { Subject } from './types.js';

const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

/** Why a property cannot hold, by the rule that says so. */
const WHY: Readonly<Record<string, string>> = { 'prp-irp': 'it leads back to its subject', 'prp-asyp': 'it holds the other way round too', 'prp-pdw': 'another property that excludes it holds too' };

/** HW-301 to HW-308: contradictions between the graph and the ontology under OWL 2 RL, each with the smallest set of statements behind it. */
export function checkLogic({ quads }: Subject, ontology: Ontology, most?: number): Finding[] {
  const { found, complete } = inconsistencies(quads, ontology.quads, most);
  const findings: Finding[] = [];
  const told = new Map<string, Set<string>[]>();
  const keyed = found.map((i) => ({ i, f: toFinding(i), data: new Set(i.because.filter((q) => !isAxiom(q)).map(tripleKey)) }));
  keyed.sort((a, b) => a.data.size - b.data.size || a.i.because.length - b.i.because.length || (`${a.f.code} ${a.f.place}` < `${b.f.code} ${b.f.place}` ? -1 : 1));
  for (const { f, data } of keyed) {
    // what follows from statements that already contradict each other is not told again
    const some = [...data][0] ?? '', before = [...data].flatMap((t) => told.get(t) ?? []);
    if (data.size > 0 && before.some((set) => [...set].every((t) => data.has(t)))) continue;
    const list = told.get(some);
    if (list) list.push(data);
    else told.set(some, [data]);
    findings.push(f);
  }
  return complete ? findings : [...findings, finding('HW-308', 'graph', { count: String(most ?? MOST_DRAWN) })];
}

function toFinding(i: Inconsistency): Finding {
  const between = [...i.between].sort();
  const more = { because: i.because, ...(i.property === undefined ? {} : { path: i.property }) };
  const property = i.property === undefined ? {} : { property: short(i.property) };
  switch (i.rule) {
    case 'cax-dw': case 'cls-nothing2': {
      if (!i.byDomainOrRange) return finding('HW-301', i.node, {}, { ...more, terms: { between }, actual: between.join(' ') });
      const says = i.because.find((q) => q.predicate.value === `${RDFS}domain` || q.predicate.value === `${RDFS}range`)?.subject.value ?? '';
      return finding('HW-303', i.node, { property: short(says) }, { ...more, path: says, terms: { between }, actual: between.join(' ') });
    }
    case 'eq-diff1': return finding('HW-304', i.node, { between: `<${i.between.find((n) => n !== i.node) ?? i.node}>` }, more);
    case 'prp-irp': case 'prp-asyp': case 'prp-pdw': return finding('HW-305', i.node, { property: short(i.property ?? i.between[0] ?? ''), why: WHY[i.rule] ?? '' }, { ...more, path: i.property ?? i.between[0] ?? '', ...(i.rule === 'prp-pdw' ? { actual: between.map(short).join(' ') } : {}) });
    case 'prp-npa': return finding('HW-306', i.node, property, more);
    case 'dt-not-type': return finding('HW-307', i.node, { value: (i.between[0] ?? '').slice(0, 80), kind: short(i.between[1] ?? i.because.map((q) => (q.object.termType === 'Literal' ? q.object.datatype.value : '')).find((d) => d !== '') ?? 'datatype') }, { ...more, actual: (i.between[0] ?? '').slice(0, 80) });
    default: return finding('HW-302', i.node, property, { ...more, actual: between.map((v) => v.slice(0, 80)).join(' ') });
  }
}
