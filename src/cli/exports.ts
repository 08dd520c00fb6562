import { licenseIri } from '../formats/dataset/license.js';
import type { Distribution } from '../formats/dataset/void.js';
import type { Network } from '../formats/network.js';
import type { Quad } from '../graph/quads.js';
import { UserError } from '../model/note.js';
import type { Gathered } from '../store/gathered.js';
import { VERSION } from './version.js';

/** Formats for other programs and people, written where they are named: file, and what a catalogue says of it. */
export const EXPORTS = ['gexf', 'graphml', 'cytoscape', 'events-csv', 'void'] as const;
export type Export = (typeof EXPORTS)[number];
export const EXPORT_FILES: Readonly<Record<Export, string>> = { gexf: 'graph.gexf', graphml: 'graph.graphml', cytoscape: 'graph.cyjs', 'events-csv': 'events.csv', void: 'void.ttl' };
export const isExport = (format: string): format is Export => (EXPORTS as readonly string[]).includes(format);

/** What a description says of the files beside it, by format. A description is no distribution of what it describes. */
const DESCRIBED: Readonly<Record<string, Omit<Distribution, 'format' | 'file'>>> = {
  ttl: { title: 'Turtle', mediaType: 'text/turtle', feature: 'Turtle' },
  trig: { title: 'TriG, an article a named graph', mediaType: 'application/trig', feature: 'TriG' },
  nq: { title: 'N-Quads, an article a named graph', mediaType: 'application/n-quads', feature: 'N-Quads' },
  jsonld: { title: 'JSON-LD, an article a named graph', mediaType: 'application/ld+json', feature: 'JSON-LD' },
  'graph-json': { title: 'graphology JSON', mediaType: 'application/json' },
  annotations: { title: 'Annotations of the texts, JSON Lines' },
  merges: { title: 'Names taken for one thing', mediaType: 'text/tab-separated-values' },
  gexf: { title: 'GEXF 1.3', mediaType: 'application/xml' },
  graphml: { title: 'GraphML', mediaType: 'application/xml' },
  cytoscape: { title: 'Cytoscape JSON', mediaType: 'application/json' },
  'events-csv': { title: 'Events, with CAMEO and PLOVER codes', mediaType: 'text/csv' },
};

export interface ExportOptions {
  readonly base: string;
  readonly projection: boolean;
  /** Format and file of everything that is written. */
  readonly written: readonly { readonly format: string; readonly file: string }[];
  readonly title?: string | undefined;
  readonly license?: string | undefined;
  /** The country of an entity by its IRI, in English. */
  countryOf(iri: string): string | undefined;
}

/** Refuses a licence that is no IRI, and words for a description that is not asked for. */
export function described(o: { readonly title?: string | undefined; readonly license?: string | undefined }, formats: readonly string[]): void {
  for (const name of ['title', 'license'] as const) if (o[name] !== undefined && !formats.includes('void')) throw new UserError(`--${name} says something of the description, and none is written`, 'add void to --formats', `--${name}`);
  if (o.title?.trim() === '') throw new UserError('the title is empty', 'give one, or leave --title out', '--title');
  if (o.license !== undefined) licenseIri(o.license);
}

/** The text of an export. Networks hold the whole graph in memory; events and the description do not. */
export async function exported(format: Export, gathered: Gathered, o: ExportOptions): Promise<string | AsyncIterable<string>> {
  switch (format) {
    case 'gexf': return (await import('../formats/gexf.js')).gexf(await network(gathered, o.projection));
    case 'graphml': return pieces(network(gathered, o.projection), (await import('../formats/graphml.js')).graphMl);
    case 'cytoscape': return pieces(network(gathered, o.projection), (await import('../formats/cytoscape.js')).cytoscape);
    case 'events-csv': {
      const [{ eventsCsv }, { loadCoding }] = await Promise.all([import('../formats/events/csv.js'), import('../formats/events/load.js')]);
      return eventsCsv(gathered.articles(), { coding: loadCoding(), countryOf: o.countryOf });
    }
    case 'void': return description(gathered, o);
  }
}

async function description(gathered: Gathered, o: ExportOptions): Promise<string> {
  const [{ statisticsOf }, { datasetTurtle }, { createDistinct }] = await Promise.all([import('../formats/dataset/statistics.js'), import('../formats/dataset/void.js'), import('../store/distinct.js')]);
  const objects = createDistinct();
  try {
    const distributions = o.written.flatMap(({ format, file }): Distribution[] => (DESCRIBED[format] ? [{ format, file, ...DESCRIBED[format] }] : []));
    return await datasetTurtle(await statisticsOf(gathered.triples(), o.base, objects), { base: o.base, title: o.title, license: o.license, version: VERSION, distributions });
  } finally {
    objects.close();
  }
}

async function network(gathered: Gathered, projection: boolean): Promise<Network> {
  const { ofNetwork, toNetwork } = await import('../formats/network.js');
  const quads: Quad[] = [];
  for await (const q of gathered.quads()) if (ofNetwork(q)) quads.push(q);
  return toNetwork(quads, projection);
}
async function* pieces<T>(of: Promise<T>, write: (of: T) => Iterable<string>): AsyncGenerator<string> {
  yield* write(await of);
}
