import type { Argv, CommandModule } from 'yargs';
import { verifyGraph } from '../../check/index.js';
import { checkReread } from '../../check/reread.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { given } from '../graphs.js';
import { inputFlags, inputOptions, type InputFlags } from '../input-options.js';
import { once } from '../options.js';
import { report, reportOptions, type ReportOptions } from '../report.js';

interface Options extends ReportOptions, InputFlags {
  readonly graphs: readonly string[];
  readonly articles: readonly string[];
  readonly base: string;
  readonly names: readonly string[] | undefined;
}

export const verify: CommandModule<object, Options> = {
  command: 'verify <graphs..>',
  describe: 'Prove that a graph holds nothing that is not in the articles',
  builder: (y: Argv) => inputFlags(reportOptions(y
    .positional('graphs', { type: 'string', array: true, demandOption: true, describe: 'RDF files: .ttl .trig .nq .nt .jsonld' })
    .option('articles', { type: 'string', array: true, requiresArg: true, demandOption: true, describe: 'files, folders or addresses of the articles' })
    .option('names', { type: 'string', array: true, requiresArg: true, describe: 'lists of names that the graph was built with' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which the articles were named' })))
    .example('$0 verify out/graph.nq --articles seeds', 'fails on one changed character')
    .epilogue('Exit status: 0 proven, 1 not, 2 usage, 3 a graph or article could not be read.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['base', 'limit', 'format', 'lang', 'fail-on', 'report']);
  const { subject, engine, unreadable } = await given(o.graphs, o.articles, o.base, false, o.names, inputOptions(o));
  if (subject.quads.length === 0) return 3;
  // what cannot be compared is not proven; news that disagrees is in the articles all the same
  const evidence = verifyGraph(subject).map((f) => ({ ...f, level: 'error' as const }));
  const places = new Set(evidence.map((f) => f.place));
  const found = [...evidence, ...checkReread(subject, engine).filter((f) => !places.has(f.place))];
  const status = await report(o, found, o.graphs, subject.quads.length);
  return unreadable ? 3 : status;
}
