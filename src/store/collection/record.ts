import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Parser, type Quad } from 'n3';
import type { Entry } from '../../corrections/log.js';
import { quadLines } from '../../formats/rdf.js';
import type { Article } from '../../model/article.js';
import type { Engine } from '../../pipeline.js';
import { createTeller, type Counts } from '../said.js';

/** What a collection keeps of an article: made of the article and the settings alone, so that any thread can make it. */
export interface Record {
  readonly id: string;
  /** IRI of its named graph. */
  readonly iri: string;
  /** `contentOf` the article. */
  readonly content: string;
  /** `Meta`, packed. */
  readonly meta: Uint8Array;
  /** Its graph as it is before anything is settled: sorted N-Quads, packed. */
  readonly graph: Uint8Array;
  /** The claims once more, for the one who settles. */
  readonly claims: readonly string[];
  readonly counts: Counts;
  /** Roots of the groups that corrections make and without which it would be another. */
  readonly groups: readonly string[];
}

/** What else has to be known of an article than its graph; lines of the sorters. */
export interface Meta {
  readonly article: Article;
  readonly claims: readonly string[];
  readonly merges: readonly string[];
  readonly annotation: string;
  readonly corrections?: readonly Entry[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of all that is given of an article. Two articles have one only if they are the same. */
export const contentOf = ({ id, text, title, publisher, published, url }: Article): string => sha256(JSON.stringify([id, text, title ?? null, publisher ?? null, published ?? null, url ?? null]));

/** Where an article's file lies in the folder of a collection: named by a hash, so that no id can say where. */
export function fileOf(id: string): string {
  const name = sha256(id);
  return `articles/${name.slice(0, 2)}/${name}.nq.gz`;
}

/** Repetition is most of a graph: the fastest level packs it to a fourteenth, the best to a twentieth in ten times as long. */
const LEVEL = 1;
const pack = (text: string): Buffer => gzipSync(text, { level: LEVEL });

export function createRecorder(engine: Engine, least: number): (article: Article) => Record {
  const tell = createTeller(engine, { annotations: true, least });
  return (article) => {
    const { quads, groups, lines: { counts, ...lines } } = tell(article);
    const meta: Meta = { article, ...lines };
    return { id: article.id, iri: engine.mint.article(article.id), content: contentOf(article), meta: pack(JSON.stringify(meta)), graph: packGraph(quads), claims: lines.claims, counts, groups };
  };
}

/** A graph as a file that every store loads: sorted N-Quads in gzip. */
export const packGraph = (quads: readonly Quad[]): Buffer => pack(quadLines(quads));

/** Bytes that a part of a record may unpack to: far more than the longest article makes, and less than would end the process. */
const LONGEST = 512 * 1024 * 1024;
const unpack = (bytes: Uint8Array): string => gunzipSync(bytes, { maxOutputLength: LONGEST }).toString('utf8');

/** Both throw when the bytes are not what was packed: gzip holds their checksum. */
export const readGraph = (bytes: Uint8Array): Quad[] => new Parser({ format: 'application/n-quads' }).parse(unpack(bytes));
export const readMeta = (bytes: Uint8Array): Meta => JSON.parse(unpack(bytes)) as Meta;
