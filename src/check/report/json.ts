import { termKey } from '../quad-set.js';
import type { Finding } from '../finding.js';

/** A statement as in N-Triples, without the stop. */
export const statement = (q: NonNullable<Finding['because']>[number]): string => [q.subject, q.predicate, q.object].map((t) => (t.termType === 'NamedNode' ? `<${t.value}>` : termKey(t))).join(' ');

/** What a program reads: the findings in order. */
export const toJson = (found: readonly Finding[]): string => `${JSON.stringify(found.map((f) => ({
  code: f.code, level: f.level, place: f.place, message: f.message, hint: f.hint, path: f.path, found: f.actual, expected: f.expected, because: f.because?.map(statement),
})), null, 2)}\n`;
