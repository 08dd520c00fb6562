import pc from 'picocolors';
import type { Argv, CommandModule } from 'yargs';
import { UserError } from '../../model/note.js';
import { out } from '../print.js';
import { CREDENTIALS, openStore, storeOptions, told, whither, type StoreOptions } from '../store-options.js';
import { openTarget } from '../target.js';

interface Options extends StoreOptions {
  readonly target: string | undefined;
  readonly 'all-of-base': boolean;
}

export const unload: CommandModule<object, Options> = {
  command: 'unload [target]',
  describe: 'Remove from a SPARQL store what was loaded into it',
  builder: (y: Argv) => storeOptions(y
    .positional('target', { type: 'string', describe: 'RDF file or folder whose graphs are to go; the store is asked which of them hewal loaded' }))
    .option('all-of-base', { type: 'boolean', default: false, describe: 'instead of a target: everything that hewal loaded under --base' })
    .example('$0 unload out --to http://localhost:3030/ds', 'the graphs of out/')
    .example('$0 unload --all-of-base --to http://localhost:3030/ds --dry-run', 'how many there are')
    .epilogue(`${CREDENTIALS}\n\nExit status: 0 removed, 2 usage, 3 the target cannot be read, or the store not reached or not willing.`) as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  if ((o.target === undefined) === !o['all-of-base']) throw new UserError('a target, or --all-of-base', 'what is to be removed: the graphs of a target, or all of the base', '--all-of-base');
  const target = o.target === undefined ? undefined : openTarget(o.target);
  const connection = await openStore(o);
  const wanted = target && new Set<string>();
  if (target) for await (const { iri } of target.graphs()) wanted?.add(iri);
  const { unload: unloadAll } = await import('../../store/remote/unload.js');
  const n = await told(connection, () => unloadAll(wanted, connection.store, { base: connection.base, protocol: connection.protocol, dryRun: o['dry-run'] }));
  out(`${pc.bold(String(n.removed))} graph(s) ${o['dry-run'] ? 'would be ' : ''}removed, ${n.left} that hewal loaded under ${connection.base} stay`);
  if (n.unknown > 0) out(`  ${n.unknown} of the target were not loaded by hewal and are left alone`);
  out(`  ${whither(connection)}`);
  return 0;
}
