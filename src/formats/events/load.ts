import { readFileSync } from 'node:fs';
import { UserError } from '../../model/note.js';
import { createCoding, type Coding, type CodingTables } from './coding.js';

const FILE = new URL('../../../dist/tables/cameo.json', import.meta.url);

/** Reads the compiled tables of event coding. Throws a `UserError` when the package was not built. */
export function loadCoding(): Coding {
  try {
    return createCoding(JSON.parse(readFileSync(FILE, 'utf8')) as CodingTables);
  } catch {
    throw new UserError('the tables of event coding are not there', 'run "npm run build" once', FILE.pathname);
  }
}
