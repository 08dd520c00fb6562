import type { Argv, CommandModule } from 'yargs';
import { comparable, diffGraphs, patch, type Lang } from '../../diff/index.js';
import type { Quad } from '../../graph/quads.js';
import { once } from '../options.js';
import { out } from '../print.js';
import { readGraph } from '../read-graph.js';
import { showDiff } from '../show-diff.js';

interface Options {
  readonly old: string;
  readonly new: string;
  readonly format: 'text' | 'json' | 'patch';
  readonly lang: Lang;
}

export const diff: CommandModule<object, Options> = {
  command: 'diff <old> <new>',
  describe: 'Say which facts changed between two graphs',
  builder: (y: Argv) => y
    .positional('old', { type: 'string', demandOption: true, describe: 'RDF file: .ttl .trig .nq .nt .jsonld' })
    .positional('new', { type: 'string', demandOption: true, describe: 'RDF file to compare it with; when only one of them has named graphs, both are read as one graph' })
    .option('format', { alias: 'f', type: 'string', choices: ['text', 'json', 'patch'] as const, default: 'text' as const, describe: 'to be read, as JSON, or as an RDF Patch that makes NEW of OLD' })
    .option('lang', { type: 'string', choices: ['ckb', 'en'] as const, default: 'ckb' as const, describe: 'language of names, where the graph has both' })
    .example('$0 diff before/graph.trig after/graph.trig', 'which entities, events, relations and facts came, went or changed')
    .example('$0 diff before/graph.ttl after/graph.ttl --lang en', 'with names in English where there are any')
    .example('$0 diff before/graph.nq after/graph.nq --format patch', 'an RDF Patch')
    .epilogue('Exit status: 0 the same, 1 different, 2 usage, 3 unreadable.') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['format', 'lang']);
  const before = await read(o.old), after = await read(o.new);
  if (o.format === 'patch') {
    let rows = 0;
    for (const row of patch(before, after)) {
      out(row);
      rows++;
    }
    return rows === 0 ? 0 : 1;
  }
  const found = diffGraphs(before, after, o.lang);
  if (o.format === 'json') out(JSON.stringify(found, null, 2));
  else showDiff(found);
  return found.same ? 0 : 1;
}

async function read(path: string): Promise<Quad[]> {
  const quads = await readGraph(path);
  comparable(quads, path);
  return quads;
}
