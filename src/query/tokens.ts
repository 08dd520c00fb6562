/** A piece of SPARQL text that is no space and no comment. */
export interface Token {
  readonly kind: 'iri' | 'string' | 'word' | 'name' | 'mark';
  readonly text: string;
  readonly at: number;
}

// The terminals of SPARQL 1.1, section 19.8, as far as they can hide what looks like a keyword or a brace.
const SKIP = /(?:[\s\u0000\uFEFF]+|#[^\n\r]*)+/y;
const IRI = /<[^<>"{}|^`\\\u0000-\u0020]*>/y;
const STRING = /"""(?:(?:"|"")?(?:[^"\\]|\\[^]))*"""|'''(?:(?:'|'')?(?:[^'\\]|\\[^]))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'/y;
/** Variables and language tags. */
const VARIABLE = /[?$@][\p{L}\p{N}_-]+/uy;
const PREFIX = /[\p{L}_][\p{L}\p{N}_\-.·]*/uy;
const LOCAL = /:(?:[\p{L}\p{N}_\-.·:]|%[0-9A-Fa-f]{2}|\\.)*/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /[0-9]+(?:\.[0-9]+)?/y;

/** The tokens of a query, in time that grows with its length. Text that is no SPARQL becomes single marks: nothing is refused here. */
export function* tokensOf(text: string): Generator<Token> {
  const end = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
  /** Up to here no prefix ends in a colon: that was seen before. */
  let barren = 0;
  for (let at = end(SKIP, 0); at < text.length; ) {
    let kind: Token['kind'] = 'mark', to = at;
    const take = (name: Token['kind'], pattern: RegExp): boolean => (kind = name, (to = end(pattern, at)) > at);
    const prefix = at < barren ? at : end(PREFIX, at);
    if (prefix > at && text[prefix] !== ':') barren = prefix;
    if (text[prefix] === ':') [kind, to] = ['name', end(LOCAL, prefix)];
    else if (!(take('word', WORD) || take('iri', IRI) || take('string', STRING) || take('name', VARIABLE) || take('mark', NUMBER))) to = at + 1;
    yield { kind, text: text.slice(at, to), at };
    at = end(SKIP, to);
  }
}
