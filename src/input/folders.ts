import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from './kinds.js';
import { failed, systemCode, type Read } from './read.js';

/** The articles' files under a folder, in order of name; a folder that cannot be read is a note among them. */
export function* listed(folder: string): Generator<string | Read> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (e) {
    yield failed('HW-003', folder, `cannot be read (${systemCode(e)})`, 'check its permissions');
    return;
  }
  const pages = new Set(entries.filter((e) => kindOf(e.name).kind === 'page').map((e) => kindOf(e.name).stem));
  for (const e of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, e.name);
    if (!e.isDirectory()) {
      if (kindOf(e.name).inFolders) yield endless(e, path) ? failed('HW-003', path, 'is no file (a pipe or a device): not read', 'give the folder only files') : path;
      // beside NAME.html a browser saves what the page shows, advertisements too, in NAME_files
    } else if (!pages.has(e.name.replace(/_files$/, '')) || !e.name.endsWith('_files')) yield* listed(path);
  }
}

/** Whether an entry, itself or by a link, is a pipe, socket or device: reading it may never end. */
function endless(entry: Dirent, path: string): boolean {
  try {
    const stat = entry.isSymbolicLink() ? statSync(path) : entry;
    return !stat.isFile() && !stat.isDirectory();
  } catch {
    // a link that leads nowhere or to itself is told by the reading
    return false;
  }
}
