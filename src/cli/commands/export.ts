import type { Argv, CommandModule } from 'yargs';
import { loadTables } from '../../language/load.js';
import { createEngine } from '../../pipeline.js';
import { openReader, type Reader } from '../../store/collection/reader.js';
import { AS_IT_IS, changed, settingsFor } from '../collection-settings.js';
import { described, EXPORTS } from '../exports.js';
import { stoppable } from '../files.js';
import { finish, printFinished, strictOrNot, type FileOptions } from '../finished.js';
import { once } from '../options.js';
import { err, oneLine } from '../print.js';
import { createTally } from '../tally.js';
import { formatsOf, USUAL, type Format } from '../written.js';

interface Options extends FileOptions {
  readonly dir: string;
  readonly formats: string;
}

export const exported: CommandModule<object, Options> = {
  command: 'export <dir>',
  describe: 'Write the graph of a collection: the files of a build of its articles, byte for byte',
  builder: (y: Argv) => y
    .positional('dir', { type: 'string', demandOption: true, describe: 'a collection, which "hewal build … --into" made' })
    .option('out', { alias: 'o', type: 'string', default: 'out', describe: 'folder to write to' })
    .option('formats', { alias: 'f', type: 'string', default: USUAL.join(','), describe: `comma-separated formats, or all; beside the usual ones there are ${EXPORTS.join(', ')}` })
    .option('projection', { type: 'boolean', default: false, describe: 'in graph.json, gexf, graphml and cytoscape, events as edges between their actors' })
    .option('title', { type: 'string', nargs: 1, describe: 'for the description (void): what the data set is called' })
    .option('license', { type: 'string', nargs: 1, describe: 'for the description (void): the IRI of its licence' })
    .option('check', { type: 'boolean', default: true, describe: 'hold the whole graph to ontology, shapes and texts (--no-check to leave out)' })
    .option('strict', { type: 'boolean', default: false, describe: 'write nothing where the gate finds an error, instead of putting what it refuses into quarantine.ttl' })
    .example('$0 export kb -f nq,jsonld -o out', 'two formats, from whatever state the collection is in')
    .epilogue('Exit status: 0 written, 1 --strict and the gate found errors, 2 usage, 3 the collection could not be read or a file not written.') as Argv<Options>,
  handler: async (o) => {
    once(o, ['out', 'formats', 'title', 'license']);
    strictOrNot(o);
    const formats = formatsOf(o.formats);
    described(o, formats);
    const reader = openReader(o.dir);
    try {
      process.exitCode = await stoppable(() => run(o, formats, reader));
    } finally {
      reader.close();
    }
  },
};

async function run(o: Options, formats: readonly Format[], { head, rows, names, ruling, gathered }: Reader): Promise<number> {
  const now = settingsFor(AS_IT_IS, { settings: head.settings, names }).settings, other = changed(head.settings, now);
  if (other !== '') err(`${oneLine(o.dir)}: ${other} changed since it was read; "hewal add ${oneLine(o.dir)}" reads it again`);
  const tally = createTally();
  for (const r of rows) tally.add(r.counts);
  const finished = await finish(o, formats, gathered, rows.length, createEngine(loadTables(), head.settings.base, names, ruling.given.map((g) => g.correction)));
  printFinished(o, formats, finished, tally);
  return finished.strict ? 1 : 0;
}
