import { join } from 'node:path';
import { cell } from '../../link/identities.js';
import { valueOf } from '../said.js';
import { createSorter } from '../sort.js';
import { writeFile } from './disk.js';
import type { Thing } from './things.js';

export const TABLE = 'entities.tsv';
/** Characters that are written at a time. */
const PIECE = 64 * 1024;
const HEADER = 'iri\tlabel\tenglish\ttype\twikidata\tarticles\n';

/** Class of an entity, as its IRI says it. */
const TYPES: Readonly<Record<string, string>> = { person: 'Person', organization: 'Organization', place: 'Place', group: 'Group', work: 'Work' };
const typeOf = (iri: string, base: string): string => (iri.startsWith(`${base}entity/`) ? TYPES[iri.slice(base.length + 'entity/'.length).split('/')[0] ?? ''] ?? '' : '');

/** Writes the entity table: everything that several articles can speak of, by IRI. It is for people and other programs; hewal does not read it. */
export async function writeTable(folder: string, things: Iterable<Thing>, base: string): Promise<void> {
  const sorter = createSorter(undefined, join(folder, 'store'));
  try {
    for (const t of things) for (const p of t.parties) {
      const row = [p.iri, p.labels['ckb'] ?? '', p.labels['en'] ?? '', typeOf(p.iri, base), p.iri === t.iri ? t.wikidata : '', String(p.articles)];
      sorter.add(`${p.iri}\u0001${row.map(cell).join('\t')}`);
    }
    const pieces = [Buffer.from(HEADER)];
    let held = '';
    for await (const line of sorter.sorted()) {
      held += `${valueOf(line)}\n`;
      if (held.length < PIECE) continue;
      pieces.push(Buffer.from(held));
      held = '';
    }
    writeFile(join(folder, TABLE), [...pieces, Buffer.from(held)]);
  } finally {
    sorter.close();
  }
}
