import { readFileSync } from 'node:fs';
import { UserError } from '../model/note.js';

const FILE = new URL('../../dist/viewer/page.html', import.meta.url);

/** The page as `npm run build` made it, without data. Throws a `UserError` when the package was not built. */
export function pageTemplate(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    throw new UserError('the page is not there', 'run "npm run build" once', FILE.pathname);
  }
}
