import { graph, parse } from 'rdflib';
import { finding, type Finding } from './finding.js';

/**
 * HW-103: a second, independent Turtle parser (rdflib's own) reads the file too. What only one of two parsers accepts, or what they
 * read differently, will trip somebody else's store.
 */
export function readAgain(text: string, place: string, triples: number): Finding[] {
  const store = graph();
  try {
    parse(text, store, 'https://w3id.org/hewal/relative/', 'text/turtle');
  } catch (e) {
    return [finding('HW-103', place, { why: (e instanceof Error ? e.message : String(e)).split('\n')[0] ?? '' })];
  }
  return store.length === triples ? [] : [finding('HW-103', place, { why: `${triples} / ${store.length}` }, { actual: String(store.length), expected: String(triples) })];
}
