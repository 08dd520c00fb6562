import { tokensOf, type Token } from './tokens.js';

export type Form = 'select' | 'ask' | 'construct' | 'describe' | 'update';

/** What has to be known of a query before an engine is given it. */
export interface Shape {
  /** Undefined when no keyword says what it is. */
  readonly form: Form | undefined;
  /** Where the keyword of an update stands. */
  readonly update: number | undefined;
  /** Where SERVICE stands, which would ask another server. */
  readonly service: number | undefined;
  /** Where braces and brackets first stand deeper than `DEEPEST`. */
  readonly deep: number | undefined;
  /** The number behind the outermost LIMIT, and where it stands. */
  readonly limit: { readonly at: number; readonly end: number; readonly value: number } | undefined;
  /** Where a LIMIT may be put when there is none: before a VALUES that ends the query, else at its end. */
  readonly tail: number;
}

/** Deeper nesting overflows the stack of the engine (measured: at about 1,000). */
export const DEEPEST = 200;

const FORMS: Readonly<Record<string, Form>> = {
  SELECT: 'select', ASK: 'ask', CONSTRUCT: 'construct', DESCRIBE: 'describe',
  ...Object.fromEntries(['INSERT', 'DELETE', 'LOAD', 'CLEAR', 'DROP', 'CREATE', 'ADD', 'MOVE', 'COPY', 'WITH'].map((word) => [word, 'update' as const])),
};

/** Reads the outline of a query: its form, its limits, and what is not allowed in it. */
export function shapeOf(text: string): Shape {
  let form: Form | undefined, update: number | undefined, service: number | undefined, deep: number | undefined, limit: Shape['limit'];
  let tail = text.length, depth = 0, closed = false;
  let before: Token | undefined;
  for (const t of tokensOf(text)) {
    const word = t.kind === 'word' ? t.text.toUpperCase() : '';
    if (t.text === '{' || t.text === '(' || t.text === '[') depth++;
    else if (t.text === '}' || t.text === ')' || t.text === ']') depth--;
    if (depth > DEEPEST) deep ??= t.at;
    if (t.text === '}' && depth === 0) closed = true;
    if (word === 'SERVICE') service ??= t.at;
    if (word !== '' && depth === 0) {
      if (form === undefined) form = Object.hasOwn(FORMS, word) ? FORMS[word] : undefined;
      if (form === 'update') update ??= t.at;
      if (word === 'VALUES' && closed) tail = Math.min(tail, t.at);
    }
    if (depth === 0 && before?.text.toUpperCase() === 'LIMIT' && /^\d+$/.test(t.text)) limit = { at: t.at, end: t.at + t.text.length, value: Number(t.text) };
    before = t;
  }
  return { form, update, service, deep, limit, tail };
}
