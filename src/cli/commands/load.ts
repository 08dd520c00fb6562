import pc from 'picocolors';
import type { Argv, CommandModule } from 'yargs';
import type { Loaded } from '../../store/remote/load.js';
import { wholeNumber } from '../options.js';
import { out, printNote } from '../print.js';
import { progressBar } from '../progress.js';
import { CREDENTIALS, openStore, storeOptions, told, whither, type StoreOptions } from '../store-options.js';
import { openTarget } from '../target.js';

interface Options extends StoreOptions {
  readonly target: string;
  readonly force: boolean;
  readonly prune: boolean;
  readonly verify: boolean;
  readonly 'batch-bytes': number;
}

/** Graphs a batch: what a run that is killed sends a second time, at most. */
const GRAPHS = 100;

export const load: CommandModule<object, Options> = {
  command: 'load <target>',
  describe: 'Load a graph into a SPARQL store, an article a named graph',
  builder: (y: Argv) => storeOptions(y
    .positional('target', { type: 'string', demandOption: true, describe: 'RDF file with named graphs (.nq .trig .jsonld), or a folder that "hewal build" wrote' }))
    .option('force', { type: 'boolean', default: false, describe: 'send what is there already, too' })
    .option('prune', { type: 'boolean', default: false, describe: 'remove graphs that hewal loaded under this base and that are not in the target' })
    .option('verify', { type: 'boolean', default: false, describe: 'read every graph back and compare it' })
    .option('batch-bytes', { type: 'number', requiresArg: true, default: 1_000_000, describe: 'octets of statements that one update may hold' })
    .example('$0 load out --to http://localhost:3030/ds', 'into a Fuseki dataset; run again, it sends only what changed')
    .example('NETRC=netrc $0 load out --to http://localhost:8890', 'into Virtuoso, as the netrc file says: machine localhost login dba password …')
    .example('$0 load out --to http://localhost:7878 --prune --verify', 'into Oxigraph: the store then has what the target has, and it is proven')
    .example('$0 load out --query https://example.org/q --update https://example.org/u', 'into any other')
    .epilogue(`${CREDENTIALS}\n\nExit status: 0 all is there, 1 some graphs are not, 2 usage, 3 the target cannot be read or the store not reached.`) as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  wholeNumber('batch-bytes', o['batch-bytes'], 1_000_000);
  const target = openTarget(o.target);
  const connection = await openStore(o, ['batch-bytes']);
  const { load: loadAll } = await import('../../store/remote/load.js');
  const bar = await progressBar('graphs');
  try {
    const options = { base: connection.base, protocol: connection.protocol, limits: { bytes: o['batch-bytes'], graphs: GRAPHS }, force: o.force, prune: o.prune, dryRun: o['dry-run'], verify: o.verify };
    const count = await told(connection, () => loadAll(target.graphs(), connection.store, options, {
      done: bar.step,
      failed: (graph, why, hint) => printNote({ code: 'load', level: 'error', message: why, hint, place: graph === '' ? o.target : graph }),
    }));
    bar.stop();
    for (const line of summary(count, o)) out(line);
    out(`  ${whither(connection)}`);
    return count.failed > 0 ? 1 : 0;
  } finally {
    bar.stop();
  }
}

function summary(n: Loaded, o: Options): string[] {
  const would = o['dry-run'] ? 'would be ' : '';
  const lines = [`${pc.bold(String(n.sent))} graph(s) ${would}loaded (${n.triples} statements), ${n.unchanged} there already${o.prune ? `, ${n.removed} ${would}removed` : ''}`];
  if (o.verify && !o['dry-run']) lines.push(`  ${pc.green(String(n.verified))} read back and found to be the same`);
  if (n.failed > 0) lines.push(`  ${pc.red(`${n.failed} graph(s) are not there as they should be`)}: see above${o.prune ? '; nothing was pruned' : ''}`);
  return lines;
}
