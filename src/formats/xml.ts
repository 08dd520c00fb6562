import type { NetworkAttributes } from './network.js';

/** Everything outside the production Char of XML 1.0 (section 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. No escape makes them legal. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text that may stand in XML 1.0: what it forbids is left out. */
export const xmlText = (text: string): string => text.replace(FORBIDDEN, '');

/** An identifier that may: what is forbidden becomes %XX, so that two identifiers stay two. */
export const xmlId = (id: string): string => id.replace(FORBIDDEN, (c) => `%${(c.codePointAt(0) as number).toString(16).toUpperCase().padStart(2, '0')}`);

/** Attributes that may; a name of which nothing is left gives way to the type. */
export function xmlAttributes(a: NetworkAttributes): NetworkAttributes {
  const legal = Object.fromEntries(Object.entries(a).map(([k, v]: [string, unknown]) => [k, typeof v === 'string' ? xmlText(v) : v])) as unknown as NetworkAttributes;
  return { ...legal, label: legal.label || legal.type };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };
/** Legal text with its mark-up escaped, in attributes and in elements; ends of lines survive both (XML 1.0, sections 2.11 and 3.3.3). */
export const escaped = (legal: string): string => legal.replace(/[&<>"\t\n\r]/g, (c) => ENTITIES[c] as string);
