import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../model/note.js';
import type { Counts } from '../said.js';
import { writeFile } from './disk.js';

/** What a graph depends on beside its article. */
export interface Settings {
  /** Version of hewal. */
  readonly hewal: string;
  /** Hash of the tables and frames: what hewal knows of the language. */
  readonly rules: string;
  /** Hash of the ontology. */
  readonly ontology: string;
  readonly base: string;
  readonly 'min-confidence': number;
  /** Hash of the user's own names, which lie in `store/`; empty where there are none. */
  readonly names: string;
}

/** The first line of a manifest. */
export interface Head {
  readonly format: typeof FORMAT;
  /** Counts the changes of the collection. */
  readonly generation: number;
  readonly settings: Settings;
  readonly articles: number;
  /** Hash of the lines below. */
  readonly contents: string;
  /** Shards of claims that are not empty: in which generation each was written, and the hashes of its two files. */
  readonly shards: Readonly<Record<string, readonly [generation: number, claims: string, things: string]>>;
  /** Generation of the list of what the gate refused; 0 where it refused nothing. */
  readonly refused: number;
  /** Hash of the corrections under which the articles were read, which lie in `store/`; absent where there are none. */
  readonly corrections?: string;
}

/** One article, a line of the manifest below the first. */
export interface Row {
  readonly iri: string;
  readonly id: string;
  /** Hash of the article as it was given. */
  readonly content: string;
  /** Its file in the folder of the collection. */
  readonly file: string;
  /** Where its record lies: number of the log, first byte, bytes of what is known of it, bytes of its graph. */
  readonly at: readonly [log: number, start: number, meta: number, graph: number];
  readonly counts: Counts;
  /** Hashes of the corrections on which it depends: of those about it, then of entities that are one. Absent where there are none. */
  readonly corrections?: readonly string[];
}

export interface Manifest {
  readonly head: Head;
  /** In order of IRI. */
  readonly rows: readonly Row[];
}

/** Version of the layout of the folder. */
export const FORMAT = 'hewal-collection-1';
const NAME = 'manifest.jsonl';
const pathOf = (folder: string): string => join(folder, NAME);

export const isCollection = (folder: string): boolean => existsSync(pathOf(folder));

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const inOrder = (a: Row, b: Row): number => (a.iri < b.iri ? -1 : a.iri > b.iri ? 1 : 0);

/** Puts a manifest in the place of the one before. With this the collection has changed, and not before. */
export function writeManifest(folder: string, head: Omit<Head, 'format' | 'articles' | 'contents'>, rows: readonly Row[]): Manifest {
  const ordered = [...rows].sort(inOrder);
  const lines = ordered.map((r) => `${JSON.stringify(r)}\n`).join('');
  const whole: Head = { format: FORMAT, generation: head.generation, settings: head.settings, articles: rows.length, contents: hashOf(lines), refused: head.refused, ...(head.corrections ? { corrections: head.corrections } : {}), shards: head.shards };
  writeFile(pathOf(folder), [Buffer.from(`${JSON.stringify(whole)}\n`), Buffer.from(lines)], true);
  return { head: whole, rows: ordered };
}

export const notThere = (folder: string): UserError => new UserError('is not a collection', '"hewal build INPUT… --into DIR" makes one', folder);
const damaged = (folder: string, why: string): UserError => new UserError(`its manifest is damaged: ${why}`, 'build the collection again from the articles, into a new folder', folder);

/** Reads the manifest of a collection. Throws a `UserError` where there is none, or where it is not what hewal wrote. */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(pathOf(folder), 'utf8');
  } catch (e) {
    const code = (e as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw notThere(folder);
    throw new UserError(`cannot be read (${code ?? 'error'})`, 'check the permissions of the folder', folder);
  }
  const end = text.indexOf('\n') + 1;
  const head = headOf(folder, text.slice(0, end));
  const lines = text.slice(end);
  if (hashOf(lines) !== head.contents) throw damaged(folder, 'its lines are not those that were written');
  const rows = lines.split('\n').filter(Boolean).map((l) => JSON.parse(l) as Row);
  if (!rows.every(isRow)) throw damaged(folder, 'a line is not one of an article');
  return { head, rows };
}

function headOf(folder: string, line: string): Head {
  let head: Partial<Head> | null;
  try {
    head = JSON.parse(line) as Partial<Head> | null;
  } catch {
    throw damaged(folder, 'its first line is not JSON');
  }
  if (head?.format !== FORMAT) throw new UserError(`has the layout "${String(head?.format)}", which this hewal does not know`, `hewal reads ${FORMAT}`, folder);
  if (!isHead(head)) throw damaged(folder, 'its first line is not what hewal writes');
  return head;
}

const isNumber = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) >= 0;
const isHash = (h: unknown): boolean => typeof h === 'string' && /^[0-9a-f]*$/.test(h);

/** A folder may come from anywhere: what its manifest says becomes part of paths only where it can be nothing else than a number or a hash. */
export const isRow = (r: Partial<Row> | null): r is Row => typeof r?.id === 'string' && typeof r.iri === 'string' && Array.isArray(r.at) && r.at.length === 4 && r.at.every(isNumber) && typeof r.counts === 'object' && r.counts !== null && (r.corrections === undefined || (Array.isArray(r.corrections) && r.corrections.every(isHash)));
const isHead = (h: Partial<Head>): h is Head => isNumber(h.generation) && isNumber(h.refused) && typeof h.settings?.base === 'string' && isHash(h.settings.names) && isHash(h.corrections ?? '')
  && Object.entries(h.shards ?? { '': [] }).every(([shard, files]) => /^[0-9a-f]{2}$/.test(shard) && isNumber(files[0]) && isHash(files[1]) && isHash(files[2]));

/** Says which state of the collection this is: another one has another text. Reads the first line only. */
export function stateOf(folder: string): string {
  const file = openSync(pathOf(folder), 'r');
  try {
    const bytes = Buffer.alloc(64 * 1024);
    const line = bytes.subarray(0, readSync(file, bytes)).toString('utf8').split('\n')[0] ?? '';
    return hashOf(line);
  } finally {
    closeSync(file);
  }
}
