/** Why a query was not answered. */
export type Why =
  /** It is not SPARQL. */
  | 'syntax'
  /** It would change the graph. */
  | 'update'
  /** It asks for what is not done here (SERVICE, nesting without end). */
  | 'refused'
  /** It took longer than it may. */
  | 'timeout'
  /** It has more rows than it may. */
  | 'limit'
  /** It broke the engine (which was started anew). */
  | 'crash'
  /** Too many wait. */
  | 'busy';

/** A fault of a query, and where in it. */
export interface Fault {
  readonly why: Why;
  readonly message: string;
  readonly hint: string;
  /** From 1; in UTF-16 code units of the line. */
  readonly line?: number;
  readonly column?: number;
}

export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Line and column of a place in a text, both from 1. */
export function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The line that is meant, with a caret under the place; undefined where there is none. A long line is cut around it. */
export function pointed(text: string, fault: Fault): string | undefined {
  if (fault.line === undefined || fault.column === undefined) return undefined;
  const line = text.split(/\r\n|\n|\r/)[fault.line - 1];
  if (line === undefined) return undefined;
  const from = Math.max(0, fault.column - 1 - 60);
  return `${line.slice(from, from + 120)}\n${' '.repeat(Math.max(0, fault.column - 1 - from))}^`;
}

/** What oxigraph says of a query that it cannot read, in words that help. `lines`: lines that stand before the text of the user. */
export function syntaxFault(text: string, said: string, lines: number): Fault {
  const m = /error at (\d+):(\d+): expected (.*)$/s.exec(said);
  if (!m) return { why: 'syntax', message: said.split('\n')[0] ?? said, hint: 'mend the query' };
  const line = Number(m[1]) - lines, column = utf16(text, line, Number(m[2]));
  const expected = m[3] ?? '';
  const place = { line, column };
  const rest = (text.split(/\r\n|\n|\r/)[line - 1] ?? '').slice(column - 1);
  const word = /^[^\s{}()[\].;,]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
  const special = SPECIAL.find(([pattern]) => pattern.test(expected));
  if (expected.includes('Prefix not found')) {
    const name = /([\p{L}\p{N}_.-]*):[^\s]*$/u.exec((text.split(/\r\n|\n|\r/)[line - 1] ?? '').slice(0, column - 1))?.[1] ?? '';
    return { why: 'syntax', message: `the prefix ${name}: is not declared`, hint: `write PREFIX ${name}: <…> before the query, or use one of those that are there ("hewal query --prefixes")`, ...place };
  }
  if (special) return { why: 'syntax', message: special[1], hint: special[2], ...place };
  const terms = [...new Set(expected.replace(/^one of /, '').split(/, (?=[A-Z[])/).map((e) => e.trim()).filter((e) => /^[A-Z]{2,}$/.test(e) && e !== 'LATERAL' && e !== 'SERVICE'))];
  const found = word === '' ? 'the query ends too early' : `this does not belong here: ${word.slice(0, 40)}`;
  return { why: 'syntax', message: found, hint: terms.length > 0 && terms.length < 8 ? `expected ${terms.join(' or ')} here or before` : 'look for a missing . ; } ) or quote just before this place', ...place };
}

/** Things that oxigraph finds out while it reads. */
const SPECIAL: readonly (readonly [RegExp, string, string])[] = [
  [/variable that is unbound/, 'SELECT names a variable that has no value here', 'with GROUP BY only grouped variables and aggregates such as (COUNT(?x) AS ?n) can be selected'],
  [/limit should be/, 'LIMIT wants a whole number', 'for example LIMIT 100'],
  [/already (been )?(bound|defined|used|in scope)/i, 'this variable has a value already', 'give the new value another name'],
];

/** oxigraph counts columns in characters; everything here counts UTF-16 code units, as editors do. */
function utf16(text: string, line: number, column: number): number {
  const own = text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  return [...own].slice(0, column - 1).join('').length + 1;
}
