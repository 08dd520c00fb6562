import { oneLine } from './print.js';

/** A term of SPARQL 1.1 Query Results JSON (section 3.2.2). */
export interface ResultTerm {
  readonly type: 'uri' | 'literal' | 'bnode' | 'typed-literal' | 'triple';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}
export interface ResultRows {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, ResultTerm>>[] };
}

/** Characters of a text in a cell, unless it is to be shown whole. */
const WIDEST = 60;

/** First strong isolate and its end: what stands between them does not reorder what stands beside it, whatever script it has. */
const isolated = (text: string): string => (/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/.test(text) ? `\u2068${text}\u2069` : text);
/** Columns that a terminal gives to a text: marks and joiners take none. */
const width = (text: string): number => [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length;

/** Results as a table in lines: columns keep their places beside right-to-left text. */
export function table({ head, results }: ResultRows, prefixes: Readonly<Record<string, string>>, wide: boolean): string[] {
  const cells = results.bindings.map((row) => head.vars.map((v) => row[v] ? shown(row[v], prefixes, wide) : ''));
  const widths = head.vars.map((v, i) => Math.max(width(v), ...cells.map((row) => width(row[i] as string))));
  const line = (row: readonly string[]): string => row.map((text, i) => isolated(text) + (i === row.length - 1 ? '' : ' '.repeat((widths[i] as number) - width(text)))).join('  ').trimEnd();
  return [line(head.vars), widths.map((w) => '─'.repeat(w)).join('  '), ...cells.map(line)];
}

/** IRIs stay whole, so that they can be copied. */
function shown(term: ResultTerm, prefixes: Readonly<Record<string, string>>, wide: boolean): string {
  if (term.type === 'uri') return oneLine(shortened(term.value, prefixes));
  return term.type === 'bnode' ? `_:${oneLine(term.value)}` : cut(oneLine(term.value), wide);
}

/** An IRI with a prefix where it has one and the rest is a plain name. */
export function shortened(iri: string, prefixes: Readonly<Record<string, string>>): string {
  for (const [prefix, start] of Object.entries(prefixes)) if (iri.startsWith(start) && /^[\p{L}\p{N}_-]+$/u.test(iri.slice(start.length))) return `${prefix}:${iri.slice(start.length)}`;
  return iri;
}

function cut(text: string, wide: boolean): string {
  if (wide || text.length <= WIDEST) return text;
  const chars = [...text];
  return chars.length <= WIDEST ? text : `${chars.slice(0, WIDEST - 1).join('')}…`;
}
