import { Parser, type Quad } from 'n3';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const WHOLE = new Set(['integer', 'nonNegativeInteger', 'positiveInteger', 'nonPositiveInteger', 'negativeInteger', 'long', 'int', 'short', 'byte', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'].map((t) => XSD + t));

/** Characters of a number that is compared by value: no more than that are kept exactly anywhere. */
const LONGEST_NUMBER = 100;

/** Characters of a triple that are shown: a literal may be a million long. */
const LONGEST_EXAMPLE = 300;

/**
 * What is wrong with the triples that a store gave back; undefined when they are those that were sent (N-Triples). Compared as sets and by value where stores
 * keep values: they may write 007 as 7 and 0.80 as 0.8, and language tags in lower case (RDF 1.1 Concepts, section 3.3).
 */
export function same(sent: readonly string[], got: readonly Quad[]): string | undefined {
  const want = new Map(new Parser({ format: 'application/n-triples' }).parse(sent.join('\n')).map((q) => [key(q), q] as const));
  const have = new Set(got.map(key));
  const missing = [...want.keys()].filter((k) => !have.has(k)), extra = [...have].filter((k) => !want.has(k));
  if (missing.length === 0 && extra.length === 0) return undefined;
  const parts = [missing.length > 0 ? `${missing.length} missing` : '', extra.length > 0 ? `${extra.length} more` : ''].filter(Boolean).join(', ');
  return `${parts}, for example ${(missing[0] ?? extra[0] ?? '').slice(0, LONGEST_EXAMPLE)}`;
}

const key = (q: Quad): string => `<${q.subject.value}> <${q.predicate.value}> ${objectKey(q.object)}`;

function objectKey(o: Quad['object']): string {
  if (o.termType !== 'Literal') return `<${o.value}>`;
  const kind = o.datatype.value;
  return o.language !== '' ? `${JSON.stringify(o.value)}@${o.language.toLowerCase()}` : `${JSON.stringify(valueOf(o.value, kind))}^^<${kind}>`;
}

/** The canonical form of a number (XML Schema 1.1 part 2, sections 3.3.3.2 and 3.4.13.2), in one form for 1.0 and 1; the text of everything else. */
function valueOf(text: string, kind: string): string {
  if (!WHOLE.has(kind) && kind !== `${XSD}decimal`) return text;
  if (text.length > LONGEST_NUMBER) return text;
  const m = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text);
  if (!m) return text;
  const [, sign, whole = '', part = ''] = m;
  const value = `${whole === '' ? '0' : whole}${part === '' ? '' : `.${part}`}`;
  return sign === '-' && value !== '0' ? `-${value}` : value;
}
