import { prefixes as written } from '../formats/rdf.js';

/** The prefixes that every query may use without declaring them: those of hewal's own files, and what the ontology stands on. */
export const prefixesOf = (base: string): Readonly<Record<string, string>> => ({
  ...written(base),
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
});

/** Their declarations in one line, so that the lines of the query behind it keep their count. What the query declares itself stands above them. */
export const declared = (prefixes: Readonly<Record<string, string>>): string => Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join(' ');
