/** A piece of SPARQL text that is no space and no comment. */
export interface Token {
  readonly kind: 'iri' | 'string' | 'word' | 'name' | 'mark';
  readonly text: string;
  readonly at: number;
}

// The terminals of SPARQL 1.1, section 19.8, as far as they can hide what looks like a keyword or a brace.
const SKIP = /(?:\s+|#[^\n\r]*)+/y;
const IRI = /<[^<>"{}|^`\\\s\p{Cc}]*>/uy;
const STRINGS = {
  '"': { long: /"""(?:(?:"|"")?(?:[^"\\]|\\[^]))*"""/y, short: /"(?:[^"\\\n\r]|\\.)*"/y },
  "'": { long: /'''(?:(?:'|'')?(?:[^'\\]|\\[^]))*'''/y, short: /'(?:[^'\\\n\r]|\\.)*'/y },
} as const;
/** Variables and language tags. */
const VARIABLE = /[?$@][\p{L}\p{N}_-]+/uy;
const PREFIX = /[\p{L}_][\p{L}\p{N}_\-.·]*/uy;
const LOCAL = /:(?:[\p{L}\p{N}_\-.·:]|%[0-9A-Fa-f]{2}|\\.)*/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /[0-9]+(?:\.[0-9]+)?/y;
const OTHERS = [['word', WORD], ['iri', IRI], ['name', VARIABLE], ['mark', NUMBER]] as const;

/** The tokens of a query, in time that grows with its length. Text that is no SPARQL becomes single marks: nothing is refused here. */
export function* tokensOf(text: string): Generator<Token> {
  const end = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
  const stringEnd = strings(text, end);
  /** Up to here no prefix ends in a colon: that was seen before. */
  let barren = 0;
  for (let at = end(SKIP, 0); at < text.length; ) {
    let kind: Token['kind'] = 'mark', to = at;
    const prefix = at < barren ? at : end(PREFIX, at);
    if (prefix > at && text[prefix] !== ':') barren = prefix;
    const c = text[at];
    if (text[prefix] === ':') [kind, to] = ['name', end(LOCAL, prefix)];
    else if (c === '"' || c === "'") [kind, to] = ['string', stringEnd(c, at)];
    else for (const [name, pattern] of OTHERS) if (to === at) [kind, to] = [name, end(pattern, at)];
    if (to === at) [kind, to] = ['mark', at + 1];
    yield { kind, text: text.slice(at, to), at };
    at = end(SKIP, to);
  }
}

/** Where a string ends that begins at a quote; the quote itself where it does not end. What was looked for in vain is not looked for again. */
function strings(text: string, end: (pattern: RegExp, at: number) => number): (quote: '"' | "'", at: number) => number {
  const vain = { '"': { long: 0, short: 0 }, "'": { long: 0, short: 0 } };
  return (quote, at) => {
    for (const form of ['long', 'short'] as const) {
      if (at < vain[quote][form] || (form === 'long' && !text.startsWith(quote.repeat(3), at))) continue;
      const to = end(STRINGS[quote][form], at);
      if (to > at) return to;
      const line = /[\n\r]|$/g;
      line.lastIndex = at;
      vain[quote][form] = form === 'long' ? text.length : line.exec(text)?.index ?? text.length;
    }
    return at;
  };
}
