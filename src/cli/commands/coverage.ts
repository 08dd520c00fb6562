import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { createCoverage, type CoverageReport, type FoundList } from '../../coverage/index.js';
import { readArticles } from '../../input/articles.js';
import { loadTables } from '../../language/load.js';
import { otherLanguage } from '../other-language.js';
import { feedFlags, feedOptions, INPUTS, type FeedFlags } from '../input-options.js';
import { once, wholeNumber } from '../options.js';
import { ownNames } from '../own-names.js';
import { out, printable, printNote } from '../print.js';
import { progressBar } from '../progress.js';

interface Options extends FeedFlags {
  readonly inputs: readonly string[];
  readonly top: number;
  readonly names: readonly string[] | undefined;
  readonly json: boolean;
}

export const coverage: CommandModule<object, Options> = {
  command: 'coverage <inputs..>',
  describe: 'Say which words, verbs and names of articles are not known',
  builder: (y: Argv) => feedFlags(y
    .positional('inputs', { type: 'string', array: true, demandOption: true, describe: INPUTS })
    .option('top', { type: 'number', default: 50, requiresArg: true, describe: 'how many of each list' })
    .option('names', { type: 'string', array: true, nargs: 1, describe: 'your own names: a table that "hewal names import" wrote; may be repeated' })
    .option('json', { type: 'boolean', default: false, describe: 'as JSON' }))
    .example('$0 coverage news.jsonl', 'the share of known words, and the 50 most frequent gaps of each kind')
    .example('$0 coverage seeds --top 500 --json', 'the 500 most frequent ones, for a program')
    .example('$0 coverage news.jsonl --names names.tsv', 'what your own list of names still leaves open')
    .epilogue('Exit status: 0 done, 2 usage, 3 some input could not be read (the others were counted).') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['top']);
  wholeNumber('top', o.top, 500);
  const inputs = feedOptions(o);
  const tables = loadTables();
  const own = await ownNames(o.names ?? [], tables);
  if (own.broken) return 3;
  const counted = createCoverage(tables, own.entries);
  const bar = await progressBar('articles');
  let bad = 0;
  for await (const r of readArticles(o.inputs, undefined, inputs)) {
    const note = 'note' in r ? r.note : otherLanguage(counted.guess(r.article.text), r.place);
    if (note) {
      bad++;
      printNote(note);
    } else if ('article' in r) {
      counted.add(r.article);
      bar.step();
    }
  }
  bar.stop();
  const report = counted.report(o.top);
  if (o.json) out(JSON.stringify({ ...report, leftOut: bad }, null, 2));
  else show(report);
  if (!o.json && bad > 0) out(`  ${pc.red(`${bad} input(s) left out`)}: see above`);
  return bad > 0 || own.bad > 0 ? 3 : 0;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function show(r: CoverageReport): void {
  const t = r.tokens;
  out(`${pc.bold(String(r.articles))} article(s), ${t.all} tokens: ${pc.bold(percent(r.share))} known`);
  out(`  words  ${t.knownWords} of ${t.words} Kurdish words (${percent(r.wordShare)}) are in the lexicon or the name lists`);
  out(`  other  ${t.numbers} numbers, ${t.marks} marks; ${t.other} words in other letters, links and hashtags, counted as unknown`);
  table('words that are not known', r.unknownWords);
  table('verbs that no frame knows', r.verbs);
  table('nouns for events and acts that no frame knows', r.nouns);
  table('who speaks, explained by no name list or title', r.actors);
}

function table(title: string, list: FoundList): void {
  out('');
  out(pc.bold(`${title}: ${list.different === 0 ? 'none' : `${list.different} different, ${list.total} in all${list.top.length < list.different ? `; the ${list.top.length} most frequent` : ''}`}`));
  for (const f of list.top) out(`${String(f.count).padStart(7)}  ${printable(f.what)}${pc.dim(`  …${printable(f.example)}…`)}`);
}
