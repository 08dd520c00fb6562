import type { Argv, CommandModule } from 'yargs';
import { loadTables } from '../../language/load.js';
import { AS_IT_IS } from '../collection-settings.js';
import { correctionsOption, givenCorrections } from '../corrections.js';
import { feedFlags, feedOptions, INPUTS, type FeedFlags } from '../input-options.js';
import { fill } from '../into.js';
import { day, once, threads } from '../options.js';

interface Options extends FeedFlags {
  readonly dir: string;
  readonly inputs: readonly string[] | undefined;
  readonly published: string | undefined;
  readonly jobs: number;
  readonly check: boolean;
  readonly corrections: readonly string[] | undefined;
}

export const add: CommandModule<object, Options> = {
  command: 'add <dir> [inputs..]',
  describe: 'Add articles to a collection; one that it has is replaced',
  builder: (y: Argv) => correctionsOption(feedFlags(y
    .positional('dir', { type: 'string', demandOption: true, describe: 'a collection, which "hewal build … --into" made' })
    .positional('inputs', { type: 'string', array: true, describe: `${INPUTS}; none: only what a killed run or a new version of hewal left to do` })
    .option('published', { type: 'string', describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' })
    .option('jobs', { alias: 'j', type: 'number', default: 1, describe: 'threads that read articles; the result is the same' })
    .option('check', { type: 'boolean', default: true, describe: 'hold new graphs to ontology, shapes and texts (--no-check to leave out)' })), 'files of corrections instead of those that the collection has; may be repeated')
    .example('$0 add kb today.jsonl', 'new articles are added, changed ones replaced, the others not read again')
    .example('$0 add kb --corrections marked.jsonl', 'no new article, other corrections: only the articles that they are about are read again')
    .example('$0 add kb', 'nothing new: mends what is missing, and reads all again where hewal is another version')
    .epilogue('Exit status: 0 done, 2 usage, 3 something could not be read or written; what could be read was added.') as unknown as Argv<Options>,
  handler: async (o) => {
    once(o, ['published', 'jobs']);
    threads(o.jobs);
    day(o.published);
    const corrections = o.corrections && givenCorrections(o.corrections, loadTables());
    process.exitCode = await fill({ folder: o.dir, inputs: o.inputs ?? [], reading: feedOptions(o), published: o.published, jobs: o.jobs, check: o.check, exact: false, create: false, given: { ...AS_IT_IS, corrections } });
  },
};
