import { tokensOf, type Token } from './tokens.js';

/** The words of SPARQL 1.1 (section 19.8), as far as queries use them. */
const KEYWORDS = new Set(('BASE PREFIX SELECT DISTINCT REDUCED AS CONSTRUCT DESCRIBE ASK FROM NAMED WHERE GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF OPTIONAL GRAPH UNION MINUS BIND FILTER EXISTS NOT IN SERVICE SILENT LATERAL ' +
  'COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS ' +
  'TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE TRUE FALSE A TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE ADJUST').split(' '));

/** The first word of a query that SPARQL does not know, and the one that was perhaps meant. */
export function strangeWord(text: string): { readonly token: Token; readonly near: string | undefined } | undefined {
  for (const token of tokensOf(text)) {
    if (token.kind !== 'word' || KEYWORDS.has(token.text.toUpperCase()) || token.text === '_') continue;
    return { token, near: [...KEYWORDS].find((k) => k.length > 3 && oneApart(token.text.toUpperCase(), k)) };
  }
  return undefined;
}

/** Whether two words differ by one letter that is wrong, missing, too many or in the other's place. */
function oneApart(a: string, b: string): boolean {
  let from = 0, end = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++;
  const x = a.slice(from, a.length - end), y = b.slice(from, b.length - end);
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x === [...y].reverse().join(''));
}
