import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '../graph/quads.js';
import type { Article } from '../model/article.js';
import { UserError } from '../model/note.js';
import { isCollection, stateOf } from '../store/collection/manifest.js';
import { openReader } from '../store/collection/reader.js';
import { createTexts } from '../store/collection/texts.js';
import { graphText, readGraph } from './read-graph.js';

/** One named graph: an article's. The default graph of a file has the IRI ''. */
export interface NamedGraph {
  readonly iri: string;
  readonly quads: readonly Quad[];
}

/** What a command that reads finished graphs is given: an RDF file, a folder that has one, or a collection. */
export interface Target {
  /** Every named graph, in order of IRI, as often as it is wanted. Throws a `UserError` where the target cannot be read. */
  graphs(): AsyncIterable<NamedGraph>;
  /** Changes when what `graphs` gives may have changed. */
  version(): string;
  /** Articles by IRI, as they are now; only where the target keeps them itself. */
  readonly texts?: (iris: readonly string[]) => ReadonlyMap<string, Article>;
}

/** The files that can stand for a folder which "hewal build" wrote, the best first: Turtle does not say which article tells a statement. */
const GRAPHS = ['graph.nq', 'graph.trig', 'graph.jsonld', 'graph.ttl'] as const;

/** Milliseconds by which files of one build may be apart where something copied them (a build gives all of its files one time). */
const ONE_BUILD = 60_000;

/** Opens a file, folder or collection. Throws a `UserError` when there is none, or no graph in it. */
export function openTarget(path: string): Target {
  if (!existsSync(path)) throw new UserError('no such file or folder', 'give a graph that "hewal build" wrote, or its folder', path);
  if (!statSync(path).isDirectory()) return fileTarget(path);
  return isCollection(path) ? collectionTarget(path) : fileTarget(graphIn(path));
}

function graphIn(folder: string): string {
  const found = GRAPHS.flatMap((g) => {
    const stat = statSync(join(folder, g), { throwIfNoEntry: false });
    return stat ? [{ path: join(folder, g), time: stat.mtimeMs }] : [];
  });
  // an older build may have left another format
  const newest = Math.max(...found.map((f) => f.time));
  const best = found.find((f) => f.time >= newest - ONE_BUILD);
  if (best === undefined) throw new UserError('holds no graph', `a folder that "hewal build" wrote has ${GRAPHS.join(', ')}`, folder);
  return best.path;
}

/** A collection: `graphs` gives one state of it, whoever writes to it meanwhile. */
function collectionTarget(folder: string): Target {
  return {
    graphs: async function* graphs() {
      const reader = openReader(folder);
      try {
        yield* reader.graphs();
      } finally {
        reader.close();
      }
    },
    version: () => stateOf(folder),
    texts: createTexts(folder),
  };
}

function fileTarget(path: string): Target {
  return {
    graphs: async function* graphs() {
      const byIri = new Map<string, Quad[]>();
      for (const q of await readGraph(path, graphText(path))) {
        const own = byIri.get(q.graph.value);
        if (own) own.push(q);
        else byIri.set(q.graph.value, [q]);
      }
      for (const iri of [...byIri.keys()].sort()) yield { iri, quads: byIri.get(iri) as Quad[] };
    },
    version: () => {
      const { mtimeMs, size } = statSync(path);
      return `${mtimeMs}-${size}`;
    },
  };
}
