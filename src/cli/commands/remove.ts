import { readFileSync } from 'node:fs';
import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { UserError, type Note } from '../../model/note.js';
import { notThere } from '../../store/collection/manifest.js';
import { onDisk } from '../../store/collection/disk.js';
import { openWriter } from '../../store/collection/writer.js';
import { committed, some } from '../committed.js';
import { stoppable } from '../files.js';
import { once } from '../options.js';
import { oneLine, out, printNote } from '../print.js';

interface Options {
  readonly dir: string;
  readonly articles: readonly string[] | undefined;
  readonly from: string | undefined;
}

export const remove: CommandModule<object, Options> = {
  command: 'remove <dir> [articles..]',
  describe: 'Remove articles from a collection',
  builder: (y: Argv) => y
    .positional('dir', { type: 'string', demandOption: true, describe: 'a collection, which "hewal build … --into" made' })
    .positional('articles', { type: 'string', array: true, describe: 'ids of articles, or IRIs of their graphs' })
    .option('from', { type: 'string', requiresArg: true, describe: 'a file with one id or IRI a line' })
    .example('$0 remove kb visit-2026-11-25', 'by id')
    .example('$0 remove kb --from gone.txt', 'all that a file names')
    .epilogue('Exit status: 0 removed, 2 usage, 3 an article is not there (the others are removed), or the collection could not be read or written.') as Argv<Options>,
  handler: async (o) => {
    once(o, ['from']);
    process.exitCode = await run(o);
  },
};

function wantedBy({ articles, from }: Options): string[] {
  const wanted = (articles ?? []).map(String);
  if (from !== undefined) {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(from));
    } catch (e) {
      throw new UserError(e instanceof TypeError ? 'is not UTF-8 text' : `cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'a text file with one id or IRI a line', from);
    }
    wanted.push(...text.split(/\r?\n/).filter((l) => l.trim() !== ''));
  }
  if (wanted.length === 0) throw new UserError('no article is named', 'give its id or IRI, or a file of them with --from', '--from');
  return [...new Set(wanted)];
}

const run = (o: Options): Promise<number> => onDisk(o.dir, () => stoppable(async () => {
  const wanted = wantedBy(o);
  const writer = await openWriter(o.dir, false, (was) => {
    if (!was) throw notThere(o.dir);
    return was;
  });
  try {
    const byIri = new Map([...writer.rows.values()].map((r) => [r.iri, r.id]));
    const unknown: Note[] = [];
    const gone = new Set<string>();
    for (const w of wanted) {
      const id = writer.rows.has(w) ? w : byIri.get(w.replace(/^<(.*)>$/, '$1'));
      if (id === undefined) unknown.push({ code: 'HW-022', level: 'error', place: w, message: 'the collection has no such article', hint: `give its id or the IRI of its graph, as they stand in ${o.dir}/manifest.jsonl` });
      else gone.add(id);
    }
    for (const id of gone) writer.remove(id);
    const done = await committed(o.dir, writer);
    for (const n of unknown) printNote(n);
    out(`${pc.bold(oneLine(o.dir))}: ${pc.bold(String(done.articles))} article(s); ${[`${gone.size} removed`, ...some(done.resettled, 'settled anew')].join(', ')}`);
    if (unknown.length > 0) out(`  ${pc.red(`${unknown.length} not there`)}: see above`);
    return unknown.length > 0 ? 3 : 0;
  } finally {
    await writer.close();
  }
}));
