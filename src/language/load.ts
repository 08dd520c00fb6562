import { readFileSync } from 'node:fs';
import { UserError } from '../model/note.js';
import type { Tables } from './tables.js';

const FILE = new URL('../../dist/tables/ckb.json', import.meta.url);

/** Reads the compiled tables of Central Kurdish. Throws a `UserError` when the package was not built. */
export function loadTables(): Tables {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Tables;
  } catch {
    throw new UserError('the language tables are not there', 'run "npm run build" once', FILE.pathname);
  }
}
