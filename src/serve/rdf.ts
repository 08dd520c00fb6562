import { Writer, type Quad } from 'n3';
import { contextJson } from '../check/ontology.js';
import { toJsonLd, type Context } from '../formats/jsonld.js';
import { sorted, toTurtle, withoutControls } from '../formats/rdf.js';

/** The media types in which a page's graph can be had, and the short names for `?format=`. */
export const RDF_TYPES = ['text/turtle', 'application/ld+json', 'application/n-triples'] as const;
export type RdfType = (typeof RDF_TYPES)[number];
export const SHORT_NAMES: Readonly<Record<string, RdfType | 'text/html'>> = { ttl: 'text/turtle', turtle: 'text/turtle', jsonld: 'application/ld+json', nt: 'application/n-triples', html: 'text/html' };

/** Triples of one graph as text, the same for the same set. */
export async function rdf(triples: readonly Quad[], type: RdfType, base: string): Promise<string> {
  if (type === 'text/turtle') return toTurtle(triples, base);
  if (type === 'application/n-triples') return withoutControls(new Writer({ format: 'application/n-triples' }).quadsToString(sorted(triples, false)));
  const document = JSON.parse(await toJsonLd(triples, contextJson() as Context)) as { '@graph': { '@graph': unknown[] }[] };
  // The one graph is the default graph: its nodes stand at the top.
  return `${JSON.stringify({ ...document, '@graph': document['@graph'].flatMap((g) => g['@graph']) }, null, 1)}\n`;
}
