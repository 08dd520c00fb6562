/** IRIREF of SPARQL 1.1 (rule 139), and absolute: what may stand between angle brackets in a request. Everything else could end the bracket. */
export const safeIri = (iri: string): boolean => /^[a-z][a-z0-9+.-]*:[^\p{Cc}\p{Cs} <>"{}|\\^`]*$/iu.test(iri);

/** An IRI in angle brackets. Callers have checked it; this holds the line all the same. */
export function bracketed(iri: string): string {
  if (!safeIri(iri)) throw new Error('not an IRI that can stand in a request');
  return `<${iri}>`;
}
