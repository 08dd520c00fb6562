import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { groupsOf } from '../../corrections/groups.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { loadTables } from '../../language/load.js';
import { UserError } from '../../model/note.js';
import { createEngine, type Engine } from '../../pipeline.js';
import { createGathering, type Gathering } from '../../store/gathering.js';
import { createSpeaker, type Said } from '../../store/said.js';
import type { Setup } from '../../store/threads.js';
import { accepted, createLeft, unread } from '../accepted.js';
import { correctionsOption, givenCorrections } from '../corrections.js';
import { described, EXPORTS } from '../exports.js';
import { stoppable } from '../files.js';
import { finish, printFinished, strictOrNot, type FileOptions } from '../finished.js';
import { feedFlags, feedOptions, INPUTS, type FeedFlags } from '../input-options.js';
import { fill } from '../into.js';
import { inJobs } from '../jobs.js';
import { confidence, day, once, threads } from '../options.js';
import { ownNames } from '../own-names.js';
import { out } from '../print.js';
import { progressBar } from '../progress.js';
import { createTally } from '../tally.js';
import { formatsOf, USUAL, type Format } from '../written.js';
import type { InputOptions } from '../../input/articles.js';

interface Options extends FeedFlags {
  readonly inputs: readonly string[];
  readonly out: string | undefined;
  readonly formats: string | undefined;
  readonly into: string | undefined;
  readonly exact: boolean;
  readonly published: string | undefined;
  readonly base: string | undefined;
  readonly projection: boolean;
  readonly title: string | undefined;
  readonly license: string | undefined;
  readonly check: boolean;
  readonly strict: boolean;
  readonly jobs: number;
  readonly names: readonly string[] | undefined;
  readonly corrections: readonly string[] | undefined;
  readonly 'min-confidence': number | undefined;
}

export const build: CommandModule<object, Options> = {
  command: 'build <inputs..>',
  describe: 'Read articles, write their knowledge graph',
  builder: (y: Argv) => correctionsOption(feedFlags(y
    .positional('inputs', { type: 'string', array: true, demandOption: true, describe: INPUTS })
    .option('out', { alias: 'o', type: 'string', defaultDescription: '"out"', describe: 'folder to write to' })
    .option('formats', { alias: 'f', type: 'string', defaultDescription: USUAL.join(','), describe: `comma-separated formats, or all; beside the usual ones there are ${EXPORTS.join(', ')}` })
    .option('into', { type: 'string', requiresArg: true, describe: 'a collection instead of files: what is new or changed is read into it, the rest stays' })
    .option('exact', { type: 'boolean', default: false, describe: 'with --into: remove the articles that the inputs do not have' })
    .option('published', { type: 'string', describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' })
    .option('base', { type: 'string', defaultDescription: DEFAULT_BASE, describe: 'IRI under which entities and articles are named' })
    .option('names', { type: 'string', array: true, nargs: 1, describe: 'your own names: a table that "hewal names import" wrote; may be repeated' })
    .option('min-confidence', { type: 'number', nargs: 1, describe: 'leave out facts whose rule is right less often than this (0 to 1)' })
    .option('projection', { type: 'boolean', default: false, describe: 'in graph.json, gexf, graphml and cytoscape, events as edges between their actors' })
    .option('title', { type: 'string', nargs: 1, describe: 'for the description (void): what the data set is called' })
    .option('license', { type: 'string', nargs: 1, describe: 'for the description (void): the IRI of its licence' })
    .option('check', { type: 'boolean', default: true, describe: 'hold the graph to ontology, shapes and texts (--no-check to leave out)' })
    .option('jobs', { alias: 'j', type: 'number', default: 1, describe: 'threads that read articles; the result is the same' })
    .option('strict', { type: 'boolean', default: false, describe: 'write nothing where the gate finds an error, instead of putting what it refuses into quarantine.ttl' })))
    .example('$0 build seeds', 'every article of a folder, the usual formats, into out/')
    .example('$0 build news.jsonl -f nq,annotations -o kb', 'JSON Lines in, two formats out')
    .example('$0 build news.jsonl -f events-csv,gexf', 'a table of events with CAMEO codes, and a network for Gephi')
    .example('$0 build news.jsonl -j 4', 'in four threads')
    .example('$0 build news.jsonl --names names.tsv', 'with your own list of names')
    .example('$0 build news.jsonl --corrections marked.jsonl', 'without what readers marked as wrong in the page')
    .example('$0 build news.jsonl --min-confidence 0.8', 'only facts of the most reliable rules')
    .example('$0 build news.jsonl --into kb', 'into a collection; run it again and only what changed is read')
    .example('$0 build https://example.org/feed.xml --limit 20', 'the first 20 items of a feed; "hewal fetch" keeps their texts')
    .example('cat news.jsonl | $0 build - --published 2026-11-25', 'from standard input, with a date for undated articles') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['out', 'formats', 'into', 'published', 'base', 'min-confidence', 'jobs', 'title', 'license']);
  threads(o.jobs);
  const least = confidence(o['min-confidence']);
  const inputs = feedOptions(o);
  day(o.published);
  if (o.into !== undefined) return collect(o, o.into, inputs);
  if (o.exact) throw new UserError('--exact is about a collection', 'give it with --into DIR', '--exact');
  const files: FileOptions = { ...o, out: o.out ?? 'out' };
  strictOrNot(files);
  const formats = formatsOf(o.formats ?? USUAL.join(','));
  described(o, formats);
  const tables = loadTables();
  const own = await ownNames(o.names ?? [], tables);
  if (own.broken) return 3;
  const given = givenCorrections(o.corrections, tables);
  const corrections = given.map((g) => g.correction);
  const engine = createEngine(tables, o.base, own.entries, corrections);
  const gathering = createGathering({ given, ...groupsOf(corrections, engine.mint.base) });
  try {
    return await buildFrom(o, files, formats, engine, gathering, { base: engine.mint.base, names: own.entries, corrections, asked: { texts: o.check, annotations: formats.includes('annotations'), least } }, own.bad, inputs);
  } finally {
    gathering.close();
  }
}

/** The same articles into a collection. */
async function collect(o: Options, folder: string, reading: InputOptions): Promise<number> {
  const file = (['out', 'formats', 'projection', 'strict', 'title', 'license'] as const).find((k) => o[k] !== undefined && o[k] !== false);
  if (file !== undefined) throw new UserError(`--${file} is about files, --into about a collection`, `"hewal export ${folder} --${file} …" writes the files of a collection`, `--${file}`);
  const own = o.names && (await ownNames(o.names, loadTables()));
  if (own?.broken) return 3;
  const corrections = givenCorrections(o.corrections, loadTables());
  const given = { base: o.base, least: o['min-confidence'], names: own?.entries, corrections };
  const status = await fill({ folder, inputs: o.inputs, reading, published: o.published, given, jobs: o.jobs, check: o.check, exact: o.exact, create: true });
  return own ? tellBadNames(own.bad) ?? status : status;
}

async function buildFrom(o: Options, files: FileOptions, formats: readonly Format[], engine: Engine, gathering: Gathering, setup: Setup, badNames: number, inputs: InputOptions): Promise<number> {
  const articles = new Set<string>();
  const bad = createLeft();
  const tally = createTally();
  const bar = await progressBar('articles');
  const all = accepted(o.inputs, o.published, inputs, engine, articles, bad.tell);
  await stoppable(async () => {
    for await (const outcome of inJobs<Said>(all, o.jobs, setup, createSpeaker(engine, setup.asked))) {
      bar.step();
      if ('failed' in outcome) {
        bad.tell(unread(outcome.failed));
        articles.delete(engine.mint.article(outcome.failed.id));
        continue;
      }
      gathering.add(outcome.made);
      tally.add(outcome.made.counts);
    }
  });
  bar.stop();
  await gathering.settle();
  const finished = await finish(files, formats, gathering, articles.size, engine);
  printFinished(files, formats, finished, tally);
  if (bad.count() > 0) out(`  ${pc.red(`${bad.count()} input(s) left out`)}: see above`);
  const namesStatus = tellBadNames(badNames);
  if (bad.count() > 0) return 3;
  return namesStatus ?? (finished.strict ? 1 : 0);
}

/** Says how many lines of lists of names were left out; the exit status where there were any. */
function tellBadNames(n: number): number | undefined {
  if (n === 0) return undefined;
  out(`  ${pc.red(`${n} line(s) of --names left out`)}: see above`);
  return 3;
}
