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

/** The entity table: everything that several articles can speak of, by IRI. It is for people and other programs; hewal does not read it. */
export interface Table {
  add(thing: Thing): void;
  write(): Promise<void>;
  close(): void;
}

export function createTable(folder: string, base: string): Table {
  const sorter = createSorter(undefined, join(folder, 'store'));
  const entities = `${base}entity/`;
  const typeOf = (iri: string): string => (iri.startsWith(entities) ? TYPES[iri.slice(entities.length, iri.indexOf('/', entities.length))] ?? '' : '');
  return {
    add: (t) => {
      for (const p of t.parties) {
        const row = [p.iri, p.labels['ckb'] ?? '', p.labels['en'] ?? '', typeOf(p.iri), p.iri === t.iri ? t.wikidata : '', String(p.articles)];
        sorter.add(`${p.iri}\u0001${row.map(cell).join('\t')}`);
      }
    },
    write: async () => {
      const pieces = [Buffer.from(HEADER)];
      let held = '';
      for await (const line of sorter.sorted()) {
        held += `${valueOf(line)}\n`;
        if (held.length < PIECE) continue;
        pieces.push(Buffer.from(held));
        held = '';
      }
      writeFile(join(folder, TABLE), [...pieces, Buffer.from(held)]);
    },
    close: sorter.close,
  };
}
