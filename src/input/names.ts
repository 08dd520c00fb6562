import { closeSync, createReadStream, openSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Letters } from '../language/letters.js';
import { cleaner, entryOf, type Cleaner } from '../language/name-entry.js';
import { NAME_TYPES, type NameEntry, type NameType } from '../language/names.js';
import type { Note } from '../model/note.js';
import { STDIN } from './articles.js';
import { linesOf } from '../store/lines.js';
import { mayBeKurdish, readItem, typeOf } from './wikidata.js';

export const COLUMNS = ['name', 'type', 'english', 'aliases', 'wikidata'] as const;
type Column = (typeof COLUMNS)[number];

/** One line of a list of names: an entry, why it is passed over, or what is wrong with it. Notes of code HW-030 are about the whole file. */
export type NameRead = { readonly entry: NameEntry } | { readonly skipped: string; readonly classes?: readonly string[] } | { readonly note: Note };

/** The longest line that is read: above the largest entities of Wikidata. */
const MAX_LINE = 16 * 1024 * 1024;
const TSV_HINT = `tabs between the columns: ${COLUMNS.join(', ')}`;
const JSON_HINT = 'one entity a line, as in the JSON dumps of Wikidata';

const note = (code: string, place: string, message: string, hint: string): NameRead => ({ note: { code, level: 'error', place, message, hint } });

/** Reads a list of names, a table or a JSON dump, as its first line shows; `.gz` is unpacked. `wanted` is the type of lines that say none, and the only one that is kept. */
export async function* readNames(path: string, letters: Letters, wanted?: NameType): AsyncGenerator<NameRead> {
  if (path !== '-' && path !== STDIN) {
    try {
      if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      closeSync(openSync(path, 'r'));
    } catch (e) {
      yield note('HW-030', path, `cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check the path and its permissions');
      return;
    }
  }
  const place = path === STDIN ? '-' : path;
  const clean = cleaner(letters);
  const table = tableReader(clean, wanted);
  let json: boolean | undefined;
  try {
    for await (const { number, bytes } of linesOf(bytesOf(path), MAX_LINE)) {
      const at = `${place}:${number}`;
      const line = bytes && decode(bytes, number === 1);
      if (line === '') continue;
      json ??= line !== undefined && /^[[{]/.test(line);
      if (bytes === undefined) yield note(json ? 'HW-032' : 'HW-031', at, `is longer than ${MAX_LINE / 1048576} MB`, 'give one name or entity a line');
      else if (line === undefined) yield note(json ? 'HW-032' : 'HW-031', at, 'is not UTF-8 text', 'save the file as UTF-8; of packed files hewal reads .gz');
      else yield* json ? entities(line, at, clean, wanted) : table(line, at);
    }
  } catch (e) {
    yield note('HW-030', place, `cannot be read to its end (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check the file: it may have been cut off');
  }
}

function bytesOf(path: string): AsyncIterable<Buffer | string> {
  if (path === '-' || path === STDIN) return process.stdin;
  const raw = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!/\.gz$/i.test(path)) return raw;
  const plain = createGunzip();
  raw.on('error', (e) => plain.destroy(e));
  plain.on('close', () => raw.destroy());
  return raw.pipe(plain);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer, first: boolean): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return (first && text.startsWith('\ufeff') ? text.slice(1) : text).replace(/[\r ]+$/, '').replace(/^ +/, '');
  } catch {
    return undefined;
  }
}

/** Reads the lines of one table; the first may name the columns. */
function tableReader(clean: Cleaner, wanted: NameType | undefined): (line: string, at: string) => NameRead[] {
  let order: readonly string[] | undefined;
  return (line, at) => {
    if (line.startsWith('#')) return [];
    const cells = line.split('\t').map((c) => c.trim());
    if (!order) {
      const heads = cells.map((c) => c.toLowerCase());
      order = heads.includes('name') ? heads : COLUMNS;
      const strange = order.filter((c) => c !== '' && !COLUMNS.includes(c as Column));
      if (strange.length > 0) return [note('HW-031', at, `unknown column "${clean.plain(strange[0] as string).slice(0, 40)}": not used`, `columns are ${COLUMNS.join(', ')}`)];
      if (order !== COLUMNS) return [];
    }
    const read = rowOf(cells, order, clean, wanted);
    return [typeof read === 'string' ? note('HW-031', at, `is not a name: ${read}`, TSV_HINT) : read];
  };
}

function rowOf(cells: readonly string[], order: readonly string[], clean: Cleaner, wanted: NameType | undefined): NameRead | string {
  if (cells.slice(order.length).some((c) => c !== '')) return `${cells.length} columns`;
  const cell = (c: Column): string => cells[order.indexOf(c)] ?? '';
  const name = clean.kurdish(cell('name'));
  if ('problem' in name) return name.problem;
  const said = cell('type').toLowerCase().replace('organisation', 'organization');
  const type = said === '' ? wanted : NAME_TYPES.find((t) => t.toLowerCase() === said);
  if (!type) return said === '' ? `no type (${NAME_TYPES.join(', ')})` : `unknown type "${clean.plain(said).slice(0, 40)}" (${NAME_TYPES.join(', ')})`;
  const id = cell('wikidata').replace(/^<?https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q\d+)>?$/, '$1');
  if (id !== '' && !/^Q[1-9]\d{0,11}$/.test(id)) return `"${clean.plain(id).slice(0, 40)}" is no Wikidata id (Q and a number)`;
  if (wanted && type !== wanted) return { skipped: 'of another type' };
  const aliases: string[] = [];
  for (const raw of cell('aliases').split(';').filter((a) => a.trim() !== '')) {
    const alias = clean.kurdish(raw);
    if ('problem' in alias) return `alias: ${alias.problem}`;
    aliases.push(alias.name);
  }
  return { entry: entryOf(name.name, type, clean.plain(cell('english')), aliases, id) };
}

/** The entities of a line of a JSON dump: one, with the marks of the list around it or without; or all of a list on one line. */
function entities(line: string, at: string, clean: Cleaner, wanted: NameType | undefined): NameRead[] {
  let text = line.endsWith(',') ? line.slice(0, -1).trimEnd() : line;
  if (text === '[' || text === ']' || text === '[]' || text === '') return [];
  if (text.startsWith('[') && !text.endsWith(']')) text = text.slice(1);
  else if (text.endsWith(']') && !text.startsWith('[')) text = text.slice(0, -1);
  if (text.startsWith('{') && text.endsWith('}') && !mayBeKurdish(text) && !text.startsWith('{"entities"')) return [{ skipped: 'no label in Central Kurdish' }];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (e) {
    return [note('HW-032', at, `is not an entity: ${(e as Error).message.replace(/,? ?"[\s\S]*" is not valid JSON/, ' is not valid JSON').slice(0, 120)}`, JSON_HINT)];
  }
  const inside = typeof json === 'object' && json !== null ? (json as { entities?: unknown }).entities : undefined;
  const list: unknown[] = Array.isArray(json) ? json : typeof inside === 'object' && inside !== null ? Object.values(inside) : [json];
  return list.map((one) => entity(one, at, clean, wanted));
}

function entity(json: unknown, at: string, clean: Cleaner, wanted: NameType | undefined): NameRead {
  const item = readItem(json);
  if (item === undefined) return note('HW-032', at, 'is not an entity: it has no id', JSON_HINT);
  if (typeof item === 'string') return { skipped: item };
  const type = typeOf(item.classes);
  if (!type) return { skipped: 'of no class that is a person, place or organization', classes: item.classes };
  if (wanted && type !== wanted) return { skipped: 'of another type' };
  const named = (raw: string): string | undefined => {
    const found = clean.kurdish(raw.replace(/\s*\([^()]*\)\s*$/, '').replaceAll(';', ' ').replace(/\?+\s*$/, ''));
    return 'name' in found ? found.name : undefined;
  };
  const name = named(item.label);
  if (name === undefined) return { skipped: 'label not in letters of Central Kurdish' };
  return { entry: entryOf(name, type, clean.plain(item.english), item.aliases.flatMap((a) => named(a) ?? []), item.id) };
}
