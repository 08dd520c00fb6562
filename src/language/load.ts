import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../model/note.js';
import type { Tables } from './tables.js';

const FILE = new URL('../../dist/tables/ckb.json', import.meta.url);

/** Hash of the compiled tables: under another one, articles may read otherwise. Throws like `loadTables`. */
export const tablesHash = (): string => createHash('sha256').update(bytes()).digest('hex').slice(0, 32);

/** Reads the compiled tables of Central Kurdish. Throws a `UserError` when the package was not built. */
export const loadTables = (): Tables => JSON.parse(bytes().toString('utf8')) as Tables;

function bytes(): Buffer {
  try {
    return readFileSync(FILE);
  } catch {
    throw new UserError('the language tables are not there', 'run "npm run build" once', FILE.pathname);
  }
}
