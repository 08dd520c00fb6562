import { finding, short, type Finding } from './finding.js';
import type { Ontology } from './ontology.js';
import { inconsistencies, type Inconsistency } from './owl/index.js';
import type { Subject } from './types.js';

const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

/** Why a property cannot hold, by the rule that says so. */
const WHY: Readonly<Record<string, string>> = { 'prp-irp': 'it leads back to its subject', 'prp-asyp': 'it holds the other way round too', 'prp-pdw': 'another property that excludes it holds too' };

/** HW-301 to HW-308: contradictions between the graph and the ontology under OWL 2 RL, each with the smallest set of statements behind it. */
export function checkLogic({ quads }: Subject, ontology: Ontology, most?: number): Finding[] {
  const { found, complete } = inconsistencies(quads, ontology.quads, most);
  const findings = new Map<string, Finding>();
  // one finding a node where classes clash: the one with the fewest statements behind it
  for (const i of [...found].sort((a, b) => a.because.length - b.because.length)) {
    const f = toFinding(i);
    const key = `${f.code} ${f.place} ${f.code === 'HW-301' || f.code === 'HW-303' ? '' : `${i.property ?? ''} ${i.between.join(' ')}`}`;
    if (!findings.has(key)) findings.set(key, f);
  }
  const all = [...findings.values()];
  return complete ? all : [...all, finding('HW-308', 'graph', { count: String(most ?? 20_000_000) })];
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
