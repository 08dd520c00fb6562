import { UserError } from '../model/note.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Whether a text holds nothing that no IRI may hold (RFC 3987, 2.2). */
export const isIri = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]*$/u.test(text);

/** An IRI as it stands in SPARQL. Throws a `UserError` for what is none. */
export function iriTerm(iri: string, place?: string): string {
  if (!isIri(iri)) throw new UserError(`"${iri}" is no IRI`, 'write it in full, for example https://w3id.org/hewal/kb/entity/person/joe-biden', place);
  return `<${iri}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as a literal in SPARQL. */
export const textTerm = (text: string): string => `"${text.toWellFormed().replace(/["\\\n\r\t]/g, (c) => ESCAPES[c] as string)}"`;

export const typedTerm = (value: string, type: 'date' | 'integer'): string => `${textTerm(value)}^^<${XSD}${type}>`;
