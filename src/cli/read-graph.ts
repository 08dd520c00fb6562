import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser, type Quad } from 'n3';
import { UserError } from '../model/note.js';

const FORMATS: Readonly<Record<string, string>> = { '.ttl': 'text/turtle', '.trig': 'application/trig', '.nq': 'application/n-quads', '.nt': 'application/n-triples', '.n3': 'text/n3' };
const MAX_GRAPH = 512 * 1024 * 1024;

/** The text of an RDF file, unpacked where its name ends in .gz. Throws a `UserError` when it cannot be read or is not UTF-8. */
export function graphText(path: string): string {
  try {
    if (statSync(path).size > MAX_GRAPH) throw new UserError(`is larger than ${MAX_GRAPH / 1048576} MB`, 'split the graph', path);
    const bytes = readFileSync(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(/\.gz$/i.test(path) ? gunzipSync(bytes, { maxOutputLength: MAX_GRAPH }) : bytes);
  } catch (e) {
    if (e instanceof UserError) throw e;
    if (e instanceof TypeError) throw new UserError('is not UTF-8 text', 'RDF files are UTF-8', path);
    throw new UserError(`cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check the path and its permissions', path);
  }
}

/** Reads an RDF file by its ending. Throws a `UserError` with the line of the first mistake. */
export async function readGraph(path: string, text = graphText(path)): Promise<Quad[]> {
  const quads = await parse(text, path);
  if (quads.length === 0) throw new UserError('holds no RDF statement', 'give a graph that "hewal build" wrote: .ttl .trig .nq .jsonld', path);
  return quads;
}

async function parse(text: string, path: string): Promise<Quad[]> {
  const kind = extname(path.replace(/\.gz$/i, '')).toLowerCase();
  if (kind === '.jsonld' || kind === '.json') return readJsonLd(text, path);
  const format = FORMATS[kind];
  if (!format) throw new UserError(`unknown RDF format "${kind}"`, `one of ${[...Object.keys(FORMATS), '.jsonld'].join(' ')}`, path);
  try {
    return new Parser({ format }).parse(text);
  } catch (e) {
    throw new UserError(`is not valid ${format}: ${e instanceof Error ? e.message : String(e)}`, 'mend the file at that line', path);
  }
}

async function readJsonLd(text: string, path: string): Promise<Quad[]> {
  const jsonld = (await import('jsonld')).default;
  try {
    const nquads = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader: refuse, safe: true } as never);
    return new Parser({ format: 'application/n-quads' }).parse(nquads as unknown as string);
  } catch (e) {
    throw new UserError(`is not valid JSON-LD: ${jsonLdFault(e)}`, 'contexts must stand in the file: nothing is fetched', path);
  }
}

/** What jsonld.js found, in its own words; it wraps what a loader says, and what it dropped. */
function jsonLdFault(e: unknown): string {
  const { message, details } = e as { message?: string; details?: { cause?: { message?: string }; event?: { message?: string; details?: { property?: string; id?: string } } } };
  const dropped = details?.event?.details;
  return details?.cause?.message ?? (details?.event?.message === undefined ? undefined : `${details.event.message} ${dropped?.property ?? dropped?.id ?? ''}`) ?? message ?? String(e);
}

const refuse = (url: string): never => {
  throw new Error(`the context ${url} would have to be fetched`);
};
