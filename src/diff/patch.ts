import { createHash } from 'node:crypto';
import type { Quad } from 'n3';
import { UserError } from '../model/note.js';
import { changed, comparable, mixed, statement } from './statements.js';

/**
 * The change as an RDF Patch (https://afs.github.io/rdf-patch/), line by line: what is deleted, then what is added, each sorted, in one transaction. Its id is
 * made of its contents, so one change always has one id. No line at all when nothing changed.
 */
export function* patch(before: readonly Quad[], after: readonly Quad[]): Generator<string> {
  comparable(before);
  comparable(after);
  if (mixed(before, after)) throw new UserError('one file has named graphs and the other none: a patch would replace every statement', 'compare two files of one format, for example graph.trig of both builds', '--format');
  const { removed, added } = changed(before, after);
  if (removed.length === 0 && added.length === 0) return;
  const lines = [removed, added].map((quads) => quads.map(statement).sort());
  const rows = function* all(): Generator<string> {
    for (const line of lines[0] as string[]) yield `D ${line} .`;
    for (const line of lines[1] as string[]) yield `A ${line} .`;
  };
  const hash = createHash('sha256');
  for (const row of rows()) hash.update(`${row}\n`);
  yield `H id <urn:uuid:${uuid(hash.digest('hex'))}> .`;
  yield 'TX .';
  yield* rows();
  yield 'TC .';
}

/** The first bits of a hash as a UUID of version 8 (RFC 9562: made in a way of its own). */
function uuid(hex: string): string {
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
