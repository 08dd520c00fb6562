import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readMerge, type Merge } from '../link/identities.js';
import { UserError } from '../model/note.js';
import { printNote } from './print.js';

/** The rows of a `merges.tsv` that concern some things. Without a path: of the one beside the graph, if there is one. Only those rows are held. */
export async function readMerges(path: string | undefined, graph: string, concerns: (m: Merge) => boolean): Promise<Merge[]> {
  const file = path ?? join(dirname(graph), 'merges.tsv');
  if (path === undefined && !existsSync(file)) return [];
  const found: Merge[] = [];
  let number = 0, wrong = 0, where = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      number++;
      if (line === '' || line.startsWith('#')) continue;
      const m = readMerge(line);
      if (m && concerns(m)) found.push(m);
      if (!m && wrong++ === 0) where = number;
    }
  } catch (e) {
    throw new UserError(`cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'give the merges.tsv that "hewal build" wrote', file);
  }
  const bad = `line ${where} is no row of a merges.tsv`, hint = 'give the merges.tsv that "hewal build" wrote beside the graph';
  if (wrong > 0 && path !== undefined) throw new UserError(bad, hint, file);
  if (wrong > 0) printNote({ code: 'hewal', level: 'warning', place: file, message: `${bad}; ${wrong} such line(s) are left out`, hint });
  return found;
}
