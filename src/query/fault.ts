import { strangeWord } from './keywords.js';
import { tokensOf, type Token } from './tokens.js';

const NEWLINE = /\r\n|\n|\r/;

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
  /** It wanted more memory than it may have. */
  | 'memory'
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
  const before = text.slice(0, at).split(NEWLINE);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The line that is meant, with a caret under the place; undefined where there is none. A long line is cut around it. */
export function pointed(text: string, fault: Fault): string | undefined {
  if (fault.line === undefined || fault.column === undefined) return undefined;
  const line = text.split(NEWLINE)[fault.line - 1];
  if (line === undefined) return undefined;
  const from = Math.max(0, fault.column - 1 - 60);
  return `${line.slice(from, from + 120)}\n${' '.repeat(Math.max(0, fault.column - 1 - from))}^`;
}

/** What oxigraph says of a query that it cannot read, in words that help. `before`: lines that stand before the text of the user. */
export function syntaxFault(text: string, said: string, before: number): Fault {
  const m = /error at (\d+):(\d+): expected (.*)$/s.exec(said);
  if (!m) return { why: 'syntax', message: said.split('\n')[0] ?? said, hint: 'mend the query' };
  const expected = m[3] ?? '', lines = text.split(NEWLINE);
  // What was put behind the query is not the user's: a fault there is one at its end.
  const line = Math.min(Number(m[1]) - before, lines.length), own = lines[line - 1] ?? '';
  const column = Number(m[1]) - before > lines.length ? own.length + 1 : utf16(own, Number(m[2]));
  const place = { line, column };
  const special = SPECIAL.find(([pattern]) => pattern.test(expected));
  if (special) return { why: 'syntax', message: special[1], hint: special[2], ...place };
  if (expected.includes('Prefix not found')) {
    const [name = ''] = /[\p{L}\p{N}_.-]*:\S*$/u.exec(own.slice(0, column - 1)) ?? [];
    const prefix = name.slice(0, name.indexOf(':') + 1);
    return { why: 'syntax', message: `the prefix ${prefix} is not declared`, hint: `write PREFIX ${prefix} <…> before the query, or use one of those that are there ("hewal query --prefixes")`, line, column: column - name.length };
  }
  const open = openIn(text);
  if (open) return { why: 'syntax', message: open.message, hint: open.hint, ...placeIn(text, open.at) };
  const strange = strangeWord(text);
  if (strange) return { why: 'syntax', message: `${strange.token.text.slice(0, 40)} is no word of SPARQL`, hint: strange.near ? `did you mean ${strange.near}?` : 'variables begin with ?, names have a prefix and a colon, texts stand in quotes', ...placeIn(text, strange.token.at) };
  const word = /^[^\s{}()[\].;,]+|^\S/.exec(own.slice(column - 1).trimStart())?.[0] ?? '';
  const found = word === '' ? 'something is missing before the end of this line' : `this does not belong here: ${word.slice(0, 40)}`;
  return { why: 'syntax', message: found, hint: 'a triple wants subject, predicate and object, with . or ; between triples', ...place };
}

/** Things that oxigraph finds out while it reads. */
const SPECIAL: readonly (readonly [RegExp, string, string])[] = [
  [/variable that is unbound/, 'SELECT names a variable that has no value here', 'with GROUP BY only grouped variables and aggregates such as (COUNT(?x) AS ?n) can be selected'],
  [/limit should be|offset should be/i, 'LIMIT and OFFSET want whole numbers', 'for example LIMIT 100'],
  [/already (?:been )?(?:bound|defined|used|in scope)|overriding/i, 'this variable has a value already', 'give the new value another name'],
];

const PAIRS: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** The first quote or bracket that has no other half; undefined when all have one. */
function openIn(text: string): { readonly at: number; readonly message: string; readonly hint: string } | undefined {
  const open: Token[] = [];
  for (const t of tokensOf(text)) {
    if (t.text === '"' || t.text === "'") return { at: t.at, message: 'this quote is never closed', hint: 'close it on the same line, or use three quotes on both sides' };
    if (PAIRS[t.text] !== undefined) open.push(t);
    else if (t.text === '}' || t.text === ')' || t.text === ']') {
      const last = open.pop();
      if (!last || PAIRS[last.text] !== t.text) return { at: t.at, message: `this ${t.text} closes nothing`, hint: last ? `the ${last.text} before it wants ${PAIRS[last.text]}` : 'leave it out' };
    }
  }
  const last = open.at(-1);
  return last && { at: last.at, message: `this ${last.text} is never closed`, hint: `a ${PAIRS[last.text]} is missing behind it` };
}

/** oxigraph counts columns in characters; everything here counts UTF-16 code units, as editors do. */
const utf16 = (line: string, column: number): number => [...line].slice(0, column - 1).join('').length + 1;
