import { basename, dirname } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { importNames } from '../../input/import.js';
import { compileLetters } from '../../language/letters.js';
import { loadTables } from '../../language/load.js';
import { NAME_TYPES } from '../../language/names.js';
import { UserError } from '../../model/note.js';
import { writeLines } from '../files.js';
import { once } from '../options.js';
import { tellNotes } from '../own-names.js';
import { out, printable, printNote } from '../print.js';
import { progressBar } from '../progress.js';

interface Options {
  readonly file: string;
  readonly out: string;
  readonly type: string | undefined;
}

const importCommand: CommandModule<object, Options> = {
  command: 'import <file>',
  describe: 'Make a list for --names out of a table or a Wikidata dump',
  builder: (y: Argv) => y
    .positional('file', { type: 'string', demandOption: true, describe: 'TSV (name, type, english, aliases, wikidata), or JSON entities of Wikidata, one a line; also .gz; - for standard input' })
    .option('out', { alias: 'o', type: 'string', default: 'names.tsv', describe: 'file to write' })
    .option('type', { type: 'string', describe: `keep only names of this type (${NAME_TYPES.join(', ')}); lines of a table that say no type are of it` })
    .example('$0 names import entities.json.gz', 'every person, place and organisation with a Kurdish label, into names.tsv')
    .example('$0 names import mps.tsv --type Person -o mps-clean.tsv', 'your own list, checked, in one spelling, sorted')
    .example('$0 build news.jsonl --names names.tsv', 'use the list')
    .epilogue('Exit status: 0 done, 2 usage, 3 some lines or the file could not be read (the others were used).') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

export const names: CommandModule = {
  command: 'names',
  describe: 'Your own lists of names',
  builder: (y: Argv) => y.command(importCommand).demandCommand(1, 'Say what to do with names: import.').example('$0 names import entities.json.gz', 'a list for --names out of a Wikidata dump'),
  handler: () => {},
};

async function run(o: Options): Promise<number> {
  once(o, ['out', 'type']);
  const type = o.type === undefined ? undefined : NAME_TYPES.find((t) => t.toLowerCase() === o.type?.toLowerCase());
  if (o.type !== undefined && !type) throw new UserError(`unknown type "${o.type}"`, `types are ${NAME_TYPES.join(', ')}`, '--type');
  if (o.out === '' || /[\\/]$/.test(o.out)) throw new UserError(`"${o.out}" is no name of a file`, 'for example --out names.tsv', '--out');
  const bar = await progressBar('thousand lines');
  const s = await importNames(o.file, compileLetters(loadTables().letters), type, (lines) => writeLines(dirname(o.out), basename(o.out), lines), bar.step);
  bar.stop();
  tellNotes(s.notes, s.bad);
  const kept = NAME_TYPES.reduce((n, t) => n + s.kept[t], 0);
  if (kept === 0 && !s.broken) printNote({ code: 'HW-033', level: 'error', place: o.file, message: 'holds no name that could be kept: nothing is written', hint: 'a table has the columns name, type, english, aliases, wikidata; a dump one entity with a Kurdish label a line' });
  const list = (of: Iterable<readonly [string, number]>): string => [...of].map(([what, n]) => `${printable(what)} ${n}`).join(', ');
  out(`${pc.bold(String(s.read))} line(s) or entities read, ${pc.bold(String(kept))} name(s) kept${kept > 0 ? `: ${list(NAME_TYPES.map((t) => [t, s.kept[t]] as const).filter(([, n]) => n > 0))}` : ''}`);
  if (s.merged > 0) out(`  merged:  ${s.merged} with another of the same name`);
  const skipped = [...s.skipped].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [why, n] of skipped) out(`  skipped: ${n} ${why}`);
  if (s.classes.length > 0) out(`           their classes: ${list(s.classes)}`);
  if (s.bad > 0) out(`  ${pc.red(`wrong:   ${s.bad}`)}: see above`);
  if (kept > 0) out(`  written: ${o.out}`);
  return s.bad > 0 || s.broken || kept === 0 ? 3 : 0;
}
