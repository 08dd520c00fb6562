#!/usr/bin/env node
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { STDIN } from '../input/articles.js';
import { UserError } from '../model/note.js';
import { add } from './commands/add.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { coverage } from './commands/coverage.js';
import { diff } from './commands/diff.js';
import { explain } from './commands/explain.js';
import { exported } from './commands/export.js';
import { fetch } from './commands/fetch.js';
import { load } from './commands/load.js';
import { map } from './commands/map.js';
import { names } from './commands/names.js';
import { query } from './commands/query.js';
import { remove } from './commands/remove.js';
import { render } from './commands/render.js';
import { serve } from './commands/serve.js';
import { unload } from './commands/unload.js';
import { verify } from './commands/verify.js';
import { view } from './commands/view.js';
import { tuneV8 } from './v8.js';
import { printNote } from './print.js';
import { VERSION } from './version.js';

tuneV8();

process.stdout.on('error', (e: NodeJS.ErrnoException) => process.exit(e.code === 'EPIPE' ? 0 : 1));

/** What went wrong becomes one message and one exit status: 2 for usage, 3 for what cannot be read or written. */
function fail(error: unknown): never {
  if (error instanceof UserError) {
    printNote({ code: 'hewal', level: 'error', message: error.message, ...(error.place ? { place: error.place } : {}), ...(error.hint ? { hint: error.hint } : {}) });
    process.exit(error.place !== undefined && !error.place.startsWith('--') ? 3 : 2);
  }
  printNote({ code: 'hewal', level: 'error', message: error instanceof Error ? error.message : String(error), hint: 'this is a fault of hewal: please report it, with HEWAL_DEBUG=1 for details' });
  if (process.env['HEWAL_DEBUG'] && error instanceof Error) console.error(error.stack);
  process.exit(70);
}

// yargs drops a lone "-" from a list of positionals: standard input goes by its other name.
const args = hideBin(process.argv).map((a) => (a === '-' ? STDIN : a));

const cli = yargs(args)
  .scriptName('hewal')
  .usage('$0 <command>\n\nCentral Kurdish news in, a checked knowledge graph out.')
  .command(build)
  .command(add)
  .command(remove)
  .command(exported)
  .command(check)
  .command(verify)
  .command(explain)
  .command(view)
  .command(render)
  .command(diff)
  .command(coverage)
  .command(map)
  .command(names)
  .command(fetch)
  .command(query)
  .command(serve)
  .command(load)
  .command(unload)
  .completion('completion', 'Print a completion script for the shell')
  .demandCommand(1, 'Say what to do: build, add, remove, export, check, verify, explain, view, render, diff, coverage, map, names, fetch, query, serve, load or unload.')
  .strict()
  .recommendCommands()
  .version(VERSION)
  .alias('h', 'help')
  .wrap(Math.min(110, process.stdout.columns ?? 110))
  .fail((message, error, y) => {
    if (error && error.name !== 'YError') fail(error);
    process.stderr.write(`${message}\n\nTry "hewal --help"${y.parsed && typeof y.parsed === 'object' && y.parsed.argv._[0] ? ` or "hewal ${String(y.parsed.argv._[0])} --help"` : ''}.\n`);
    process.exit(2);
  });

await cli.parseAsync();
