import { DataFactory, Writer, type NamedNode, type Quad } from 'n3';
import { inLanguage, type Finding, type Labels } from '../finding.js';

const { blankNode, literal, namedNode, quad } = DataFactory;
const SH = 'http://www.w3.org/ns/shacl#';
const RULE = 'https://w3id.org/hewal/rule/';
const sh = (name: string): NamedNode => namedNode(SH + name);
const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
/** An IRI may hold none of these (RFC 3987, section 2.2). */
// eslint-disable-next-line no-control-regex -- the control characters are those it may not hold
const node = (value: string): Quad['object'] => (/^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`\ud800-\udfff]*$/iu.test(value) ? namedNode(value) : literal(value.toWellFormed()));

/** A validation report of SHACL (W3C Recommendation 2017, section 3.6), with the messages in both languages. */
export function reportQuads(found: readonly Finding[], labels: Labels): Quad[] {
  const report = blankNode('report');
  const quads = [quad(report, type, sh('ValidationReport')), quad(report, sh('conforms'), literal(String(found.length === 0), namedNode('http://www.w3.org/2001/XMLSchema#boolean')))];
  found.forEach((f, i) => {
    const result = blankNode(`result${i + 1}`);
    const add = (p: string, o: Quad['object']): void => void quads.push(quad(result, sh(p), o));
    quads.push(quad(report, sh('result'), result), quad(result, type, sh('ValidationResult')));
    add('focusNode', node(f.place ?? ''));
    add('resultSeverity', sh(f.level === 'error' ? 'Violation' : f.level === 'warning' ? 'Warning' : 'Info'));
    add('sourceConstraintComponent', namedNode(RULE + f.code));
    for (const lang of ['en', 'ckb'] as const) add('resultMessage', literal(inLanguage(f, lang, labels).message.toWellFormed(), lang));
    if (f.path !== undefined) {
      const path = node(f.path);
      if (path.termType === 'NamedNode') add('resultPath', path);
    }
    if (f.actual !== undefined) add('value', node(f.actual));
  });
  return quads;
}

export function toReport(found: readonly Finding[], labels: Labels): Promise<string> {
  const writer = new Writer({ prefixes: { sh: SH, rule: RULE, xsd: 'http://www.w3.org/2001/XMLSchema#', news: 'https://w3id.org/hewal/news#' } });
  for (const q of reportQuads(found, labels)) writer.addQuad(q.subject, q.predicate, q.object);
  return new Promise((resolve, reject) => writer.end((error, text: string) => (error ? reject(error) : resolve(text))));
}
