import { graph, parse } from 'rdflib';
import type { Note } from '../model/note.js';

/**
 * HW-103: a second, independent Turtle parser (rdflib's own) reads the file too. What only one of two parsers accepts, or what they
 * read differently, will trip somebody else's store.
 */
export function readAgain(text: string, place: string, triples: number): Note[] {
  const store = graph();
  try {
    parse(text, store, 'https://w3id.org/hewal/relative/', 'text/turtle');
  } catch (e) {
    return [{ code: 'HW-103', level: 'error', place, message: `a second Turtle reader (rdflib) does not accept it: ${(e instanceof Error ? e.message : String(e)).split('\n')[0] ?? ''}`, hint: 'write it with another serialiser' }];
  }
  return store.length === triples ? [] : [{ code: 'HW-103', level: 'error', place, message: 'two Turtle readers (n3, rdflib) find different numbers of statements', actual: String(store.length), expected: String(triples), hint: 'look for odd local names, escapes and blank nodes' }];
}
