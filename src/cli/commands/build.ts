import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { loadTables } from '../../language/load.js';
import type { Article } from '../../model/article.js';
import { UserError, type Note } from '../../model/note.js';
import { createEngine, type Engine } from '../../pipeline.js';
import { createGathering, type Gathering } from '../../store/gathering.js';
import { createSpeaker, type Said } from '../../store/said.js';
import { inThreads, type Setup } from '../../store/threads.js';
import { accepted } from '../accepted.js';
import { stoppable } from '../files.js';
import { checked } from '../gate.js';
import { confidence, day, once, threads } from '../options.js';
import { ownNames } from '../own-names.js';
import { out, printNote } from '../print.js';
import { progressBar } from '../progress.js';
import { createTally, printFindings } from '../tally.js';
import { FILES, FORMATS, formatsOf, QUARANTINE, write, writeQuarantine, type Format } from '../written.js';

interface Options {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly formats: string;
  readonly published: string | undefined;
  readonly base: string;
  readonly projection: boolean;
  readonly check: boolean;
  readonly strict: boolean;
  readonly jobs: number;
  readonly names: readonly string[] | undefined;
  readonly 'min-confidence': number | undefined;
}

export const build: CommandModule<object, Options> = {
  command: 'build <inputs..>',
  describe: 'Read articles, write their knowledge graph',
  builder: (y: Argv) => y
    .positional('inputs', { type: 'string', array: true, demandOption: true, describe: 'files (.txt, .jsonl), folders, or - for JSON Lines on standard input' })
    .option('out', { alias: 'o', type: 'string', default: 'out', describe: 'folder to write to' })
    .option('formats', { alias: 'f', type: 'string', default: FORMATS.join(','), describe: 'comma-separated formats' })
    .option('published', { type: 'string', describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which entities and articles are named' })
    .option('names', { type: 'string', array: true, nargs: 1, describe: 'your own names: a table that "hewal names import" wrote; may be repeated' })
    .option('min-confidence', { type: 'number', nargs: 1, describe: 'leave out facts whose rule is right less often than this (0 to 1)' })
    .option('projection', { type: 'boolean', default: false, describe: 'in graph.json, events as edges between their actors' })
    .option('check', { type: 'boolean', default: true, describe: 'hold the graph to ontology, shapes and texts (--no-check to leave out)' })
    .option('jobs', { alias: 'j', type: 'number', default: 1, describe: 'threads that read articles; the result is the same' })
    .option('strict', { type: 'boolean', default: false, describe: 'write nothing where the gate finds an error, instead of putting what it refuses into quarantine.ttl' })
    .example('$0 build seeds', 'every article of a folder, all formats, into out/')
    .example('$0 build news.jsonl -f nq,annotations -o kb', 'JSON Lines in, two formats out')
    .example('$0 build news.jsonl -j 4', 'in four threads')
    .example('$0 build news.jsonl --names names.tsv', 'with your own list of names')
    .example('$0 build news.jsonl --min-confidence 0.8', 'only facts of the most reliable rules')
    .example('cat news.jsonl | $0 build - --published 2026-11-25', 'from standard input, with a date for undated articles') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['out', 'formats', 'published', 'base', 'min-confidence', 'jobs']);
  if (o.strict && !o.check) throw new UserError('--strict and --no-check contradict each other', 'leave one of them out', '--strict');
  threads(o.jobs);
  const least = confidence(o['min-confidence']);
  const formats = formatsOf(o.formats);
  day(o.published);
  const tables = loadTables();
  const own = await ownNames(o.names ?? [], tables);
  if (own.broken) return 3;
  const engine = createEngine(tables, o.base, own.entries);
  const gathering = createGathering();
  try {
    return await buildFrom(o, formats, engine, gathering, { base: o.base, names: own.entries, asked: { texts: o.check, annotations: formats.includes('annotations'), least } }, own.bad);
  } finally {
    gathering.close();
  }
}

async function buildFrom(o: Options, formats: readonly Format[], engine: Engine, gathering: Gathering, setup: Setup, badNames: number): Promise<number> {
  const articles = new Set<string>();
  const bad: Note[] = [];
  const tally = createTally();
  const bar = await progressBar('articles');
  const all = accepted(o.inputs, o.published, engine, articles, bad);
  await stoppable(async () => {
    for await (const said of o.jobs > 1 ? inThreads(all, o.jobs, setup) : inTurn(all, createSpeaker(engine, setup.asked))) {
      gathering.add(said);
      tally.add(said.counts);
      bar.step();
    }
  });
  bar.stop();
  await gathering.settle();
  const { findings, refused } = o.check && articles.size > 0 ? await checked(gathering.articles(), engine) : { findings: [], refused: [] };
  gathering.refuse(refused);
  const strict = o.strict && findings.some((f) => f.level === 'error');
  if (articles.size > 0 && !strict) {
    await write(o.out, formats, gathering, { base: engine.mint.base, projection: o.projection });
    if (o.check) await writeQuarantine(o.out, refused, findings, engine.mint.base);
  }
  for (const n of bad) printNote(n);
  printFindings(findings, `hewal check ${o.out}/graph.nq`);
  tally.print(articles.size);
  if (o.check && articles.size > 0) out(findings.length === 0 ? `  check: ${pc.green('clean')}` : `  check: ${pc.red(`${findings.length} finding(s)`)}`);
  if (refused.length > 0 && !strict) out(`  ${pc.red(`${refused.length} statement(s) refused`)}: ${o.out}/${QUARANTINE} has them, with the reasons`);
  if (strict) out(`  ${pc.red('nothing written')}: --strict, and the gate found errors`);
  else if (articles.size > 0) out(`  written: ${formats.map((f) => `${o.out}/${FILES[f]}`).join(' ')}`);
  if (bad.length > 0) out(`  ${pc.red(`${bad.length} input(s) left out`)}: see above`);
  if (badNames > 0) out(`  ${pc.red(`${badNames} line(s) of --names left out`)}: see above`);
  if (bad.length > 0 || badNames > 0) return 3;
  return strict ? 1 : 0;
}

async function* inTurn(articles: AsyncIterable<Article>, say: (article: Article) => Said): AsyncGenerator<Said> {
  for await (const a of articles) yield say(a);
}
