import { basename, extname } from 'node:path';

export type Kind = 'text' | 'lines' | 'page' | 'feed';

/** What a file holds, by its ending (without `.gz`). */
const KINDS: Readonly<Record<string, Kind>> = {
  '.txt': 'text', '.jsonl': 'lines', '.ndjson': 'lines', '.html': 'page', '.htm': 'page', '.xhtml': 'page',
  '.rss': 'feed', '.atom': 'feed', '.xml': 'feed', '.rdf': 'feed', '.json': 'feed',
};

/** In a folder these are as often something else (metadata, sitemaps, graphs): read only when given by name. */
const BY_NAME = new Set(['.xml', '.rdf', '.json']);

export const ENDINGS = '.txt, .jsonl, .html and feeds (.rss, .atom, .xml), each also as .gz';

/** The kind of a file and its name without endings; no kind where the ending says none. */
export function kindOf(path: string): { readonly kind: Kind | undefined; readonly ending: string; readonly stem: string; readonly inFolders: boolean } {
  const plain = path.replace(/\.gz$/i, '');
  const ending = extname(plain);
  const kind = KINDS[ending.toLowerCase()];
  return { kind, ending, stem: plain.slice(0, plain.length - (kind ? ending.length : 0)), inFolders: kind !== undefined && !BY_NAME.has(ending.toLowerCase()) };
}

/** The name by which an unknown ending is told. */
export const endingOf = (path: string): string => extname(path).toLowerCase() || basename(path);

/** Whether an input is an address and not a path. */
export const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);
