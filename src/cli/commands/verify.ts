import type { Argv, CommandModule } from 'yargs';
import { verifyGraph } from '../../check/index.js';
import { checkMissing, checkReread, readAgain } from '../../check/reread.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { correctionsOption, warnOutcomes } from '../corrections.js';
import { given } from '../graphs.js';
import { inputFlags, inputOptions, type InputFlags } from '../input-options.js';
import { confidence, once } from '../options.js';
import { report, reportOptions, type ReportOptions } from '../report.js';

interface Options extends ReportOptions, InputFlags {
  readonly graphs: readonly string[];
  readonly articles: readonly string[];
  readonly base: string;
  readonly names: readonly string[] | undefined;
  readonly corrections: readonly string[] | undefined;
  readonly 'min-confidence': number | undefined;
}

export const verify: CommandModule<object, Options> = {
  command: 'verify <graphs..>',
  describe: 'Prove that a graph holds what is in the articles, and nothing else',
  builder: (y: Argv) => correctionsOption(inputFlags(reportOptions(y
    .positional('graphs', { type: 'string', array: true, demandOption: true, describe: 'RDF files: .ttl .trig .nq .nt .jsonld' })
    .option('articles', { type: 'string', array: true, requiresArg: true, demandOption: true, describe: 'files, folders or addresses of the articles' })
    .option('names', { type: 'string', array: true, requiresArg: true, describe: 'lists of names that the graph was built with' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which the articles were named' })
    .option('min-confidence', { type: 'number', nargs: 1, describe: 'if the build had one' }))), 'files of corrections that the graph was built with; may be repeated')
    .example('$0 verify out/graph.nq --articles seeds', 'fails on one changed character')
    .example('$0 verify out/graph.nq --articles seeds --corrections marked.jsonl', 'the same of a graph that was corrected; tells what of it the corrections take away')
    .epilogue('Exit status: 0 proven, 1 not, 2 usage, 3 a graph or article could not be read.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['base', 'limit', 'format', 'lang', 'fail-on', 'report', 'min-confidence']);
  const least = confidence(o['min-confidence']);
  const { subject, engine, plain, corrections, unreadable } = await given(o.graphs, o.articles, o.base, false, o.names, inputOptions(o), o.corrections);
  if (subject.quads.length === 0) return 3;
  // what cannot be compared is not proven; news that disagrees is in the articles all the same
  const evidence = verifyGraph(subject).map((f) => ({ ...f, level: 'error' as const }));
  const places = new Set(evidence.map((f) => f.place));
  const articles = [...(subject.articles?.values() ?? [])];
  const again = readAgain(articles, engine, least, corrections);
  warnOutcomes(again.outcomes);
  const read = [...checkReread(subject, again, plain && readAgain(articles, plain, least)), ...checkMissing(subject, again)];
  const found = [...evidence, ...read.filter((f) => !places.has(f.place))];
  const status = await report(o, found, o.graphs, subject.quads.length);
  return unreadable ? 3 : status;
}
